import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { App } from "../../src/server/app.ts";
import { answersOf } from "./visits.ts";

export interface Receipt {
  readonly code: string;
  readonly secret: string;
}

const receiptCount = 5_000;

/** Twelve letters of the alphabet of secrets, by the number of the receipt. */
const secretOf = (n: number): string =>
  createHash("md5").update(`receipt ${n}`).digest("hex").slice(0, 12).toUpperCase();

/**
 * What citizens look at in a generated province, made once: so many petitions with a receipt, a publication for each
 * fifty petitions, and sessions of every agency twice a month.
 */
export async function prepareCitizens(app: App, size: number): Promise<readonly Receipt[]> {
  const client = new pg.Client({ ...app.setting.store.keeper, application_name: "minhxet bench" });
  await client.connect();
  try {
    const done = path.join(app.config.dataDir, "citizens-ready");
    if (!existsSync(done)) {
      await client.query("begin");
      await client.query("set local session_replication_role = replica");
      for (const statement of publicRows(size)) await client.query(statement);
      await giveReceipts(client, size);
      await client.query("commit");
      await client.query("analyze");
      writeFileSync(done, `${receiptCount}\n`);
    }
    const { rows } = await client.query<{ n: string; code: string }>(`${chosen(size)} order by n`);
    return rows.map(({ n, code }) => ({ code, secret: secretOf(Number(n)) }));
  } finally {
    await client.end();
  }
}

/** Spread over all years, the newest more often, as people who still wait. */
const chosen = (size: number): string => `
  select n, bench.code(i) as code, bench.id(2, i) as id from (
    select n, (${size} * power(n::float8 / ${receiptCount}, 0.3))::bigint as i from generate_series(1, ${receiptCount}) n) x`;

async function giveReceipts(client: pg.Client, size: number): Promise<void> {
  const { rows } = await client.query<{ n: string; id: string }>(chosen(size));
  const hashes = rows.map(({ n }) =>
    createHash("sha256")
      .update(secretOf(Number(n)))
      .digest(),
  );
  await client.query(
    "update petition p set tracking_hash = x.hash from unnest($1::uuid[], $2::bytea[]) x(id, hash) where p.id = x.id",
    [rows.map(({ id }) => id), hashes],
  );
  // Sets generated before citizens were measured hold steps of another shape, which no page can draw.
  await client.query(
    `update deadline set explanation = explanation || '{"steps": []}' where petition_id = any ($1) and explanation #> '{steps,0}' ? 'what'`,
    [rows.map(({ id }) => id)],
  );
}

/** Files a recommendation; the signed text of its receipt. */
export async function fileOne({ filing }: App): Promise<string> {
  const from = { network: "bench" };
  const access = await filing.startDraft(from);
  for (const [step, typed] of answersOf(0)) await filing.saveStep(access, { step, typed });
  await filing.send(access, from, "");
  return (await filing.receipt(access)).signed ?? "";
}

function publicRows(size: number): readonly string[] {
  const each = `generate_series(1, ${Math.ceil(size / 50)}::bigint) k cross join lateral (select k * 50 as i) x`;
  return [
    `insert into publication (id, agency_id, law_pack, procedure, act, shows, number, issued_on, published_on, least_until, ways, field, extract, place, seq)
     select bench.id(6, i), bench.agency(bench.agency_no(k)), 'complaints/2025-07-01', 'complaint-first', 'publish', 'extract',
       k || '/QĐ-UBND', bench.day(i), bench.day(i), bench.day(i) + 15, '{portal}', 'Đất đai', a.body || ' ' || b.body, 'Xã thử số ' || bench.agency_no(k), 1
     from ${each} join bench.sentences a on a.n = floor(bench.r(i, 60) * 4000)::int join bench.sentences b on b.n = floor(bench.r(i, 61) * 4000)::int on conflict do nothing`,
    `insert into head_session (id, agency_id, position, host, kind, on_date, starts_at, ends_at, state, announced_on, seq)
     select bench.id(7, a * 1000 + d), bench.agency(a::int), case when a = 0 then 'province-chair' else 'commune-chair' end, 'authority', 'scheduled',
       date '2026-01-05' + d::int * 14 + (a % 5)::int, '08:00', '11:00', 'announced', date '2025-12-15', 1
     from generate_series(0, 99) a, generate_series(0, 27) d on conflict do nothing`,
    `insert into head_session_text (session_id, seq, place, host_name)
     select id, 1, 'Trụ sở tiếp công dân', 'Chủ tịch Thử Nghiệm' from head_session on conflict do nothing`,
  ];
}
