import { randomUUID, randomUUIDv7 } from "node:crypto";
import pg from "pg";
import type { App } from "../src/server/app.ts";
import { benchToday } from "./generate.ts";
import { type Measured, measure } from "./measure.ts";
import type { BenchClient } from "./officers.ts";

interface OpenMatter {
  readonly id: string;
  seq: number;
}

/** Matters under verification that the client may act on: each client has its own. */
async function mattersOf(
  app: App,
  clients: readonly BenchClient[],
  each: number,
): Promise<readonly (readonly OpenMatter[])[]> {
  const db = new pg.Pool({ ...app.setting.store.keeper, max: 1 });
  try {
    return await Promise.all(
      clients.map(async (client) => {
        const among = clients.filter((other) => other.agencyNo === client.agencyNo);
        const { rows } = await db.query<OpenMatter>(
          `select id, seq from (select id, seq, row_number() over (order by opened_on desc, id) as n from matter
             where agency_id = $1 and state = 'VERIFYING' and received_on < $5::date - 30) x where n % $2 = $3 order by n limit $4`,
          [client.agencyId, among.length, among.indexOf(client), each, benchToday],
        );
        return rows;
      }),
    );
  } finally {
    await db.end();
  }
}

const summary =
  "Người khiếu nại trình bày lại quá trình sử dụng đất, nộp bản sao giấy tờ và đề nghị đo đạc lại phần diện tích còn khác nhau giữa hồ sơ địa chính và thực tế; đại diện thôn xác nhận mốc giới.";

/**
 * Acts through the use case, every other one of two kinds: a working session (an event, a text, a draft of its record)
 * and a correction of the remoteness of the place (an event, a text, the settlement limit computed anew).
 */
export async function measureActs(
  app: App,
  size: string,
  clients: readonly BenchClient[],
  n: number,
  op = "act",
): Promise<Measured> {
  const matters = await mattersOf(app, clients, Math.ceil(n / clients.length));
  return measure({
    op,
    size,
    clients: clients.length,
    n,
    work: async (index, turn) => {
      const own = matters[index] ?? [];
      const client = clients[index];
      // Two turns on a matter, then the next: of each kind one.
      const matter = own[Math.floor(turn / 2) % own.length];
      if (!client || !matter) throw new Error("no matter is left to act on");
      const round = Math.floor(turn / 2 / own.length);
      const what: { readonly act: string; readonly values: Readonly<Record<string, string | boolean>> } =
        turn % 2 === 0
          ? { act: "hold-working-session", values: { with: "complainant", place: "Trụ sở Ủy ban nhân dân", summary } }
          : {
              act: "correct",
              values: { what: "remote", oldValue: "ghi khác", newRemote: round % 2 === 0, reason: summary },
            };
      const done = await app.matters.performAct(client.asker, {
        key: randomUUID(),
        matterId: matter.id,
        seq: matter.seq,
        on: benchToday,
        act: what.act,
        values: { ...what.values },
      });
      matter.seq = done.seq;
    },
  });
}

interface Sample {
  readonly event: object;
  readonly texts: readonly { readonly field: string; readonly body: string }[];
  readonly deadline: object | null;
  readonly paper: { readonly template: string; readonly input: object } | null;
}

/** What the use case wrote for the last act of each kind, to be written again by bare SQL on other matters. */
async function samples(db: pg.Pool): Promise<readonly Sample[]> {
  const found: Sample[] = [];
  for (const act of ["hold-working-session", "correct"]) {
    const { rows } = await db.query<Sample>(
      `select e.data as event, (select jsonb_agg(jsonb_build_object('field', t.field, 'body', t.body)) from matter_text t where t.matter_id = e.matter_id and t.seq = e.seq) as texts,
         case when e.act = 'correct' then (select to_jsonb(d) - 'id' from deadline d where d.matter_id = e.matter_id and d.status = 'running' limit 1) end as deadline,
         case when e.act <> 'correct' then (select jsonb_build_object('template', p.template, 'input', t.input) from paper p join paper_text t on t.paper_id = p.id where p.matter_id = e.matter_id limit 1) end as paper
       from matter_event e where e.act = $1 and e.officer_id is not null order by e.recorded_at desc limit 1`,
      [act],
    );
    if (rows[0]) found.push(rows[0]);
  }
  return found;
}

/** The same rows by bare prepared SQL, one durable transaction for each act, as the owner of the data without row security. */
export async function measureActFloor(
  app: App,
  size: string,
  clients: readonly BenchClient[],
  n: number,
): Promise<Measured> {
  const db = new pg.Pool({ ...app.setting.store.keeper, max: clients.length });
  try {
    const kinds = await samples(db);
    const matters = await mattersOf(app, clients, Math.ceil(n / clients.length));
    return await measure({
      op: "floor.act",
      size,
      clients: clients.length,
      n,
      work: async (index, turn) => {
        const own = matters[index] ?? [];
        const matter = own[Math.floor(turn / 2) % own.length];
        const kind = kinds[turn % kinds.length];
        const client = clients[index];
        if (!matter || !kind || !client) throw new Error("no matter is left to act on");
        matter.seq++;
        await writeAct(db, matter, kind, client);
      },
    });
  } finally {
    await db.end();
  }
}

async function writeAct(db: pg.Pool, matter: OpenMatter, kind: Sample, client: BenchClient): Promise<void> {
  const connection = await db.connect();
  const run = (name: string, text: string, values: unknown[]) => connection.query({ name, text, values });
  try {
    await connection.query("begin");
    await run("floor1", "select id, seq from matter where id = $1 for update", [matter.id]);
    await run(
      "floor2",
      `insert into matter_event (matter_id, seq, act, on_date, recorded_at, officer_id, from_state, to_state, data, prev_hash, hash)
       values ($1, $2, 'floor', $3, now(), $4, 'VERIFYING', 'VERIFYING', $5, sha256(''), sha256($6))`,
      [matter.id, matter.seq, benchToday, client.officerId, kind.event, Buffer.from(matter.id)],
    );
    await run(
      "floor3",
      "insert into matter_text (matter_id, seq, field, body) select $1, $2, field, body from jsonb_to_recordset($3::jsonb) as t(field text, body text)",
      [matter.id, matter.seq, JSON.stringify(kind.texts)],
    );
    await run("floor4", "update matter set seq = $2, facts = facts, changed_at = now() where id = $1", [
      matter.id,
      matter.seq,
    ]);
    if (kind.deadline) {
      await run(
        "floor5",
        "update deadline set status = 'replaced', replaced_reason = 'correct' where matter_id = $1 and clock = 'settlement' and status = 'running'",
        [matter.id],
      );
      await run(
        "floor6",
        `insert into deadline select (jsonb_populate_record(null::deadline, $1::jsonb || jsonb_build_object('id', $2::text, 'matter_id', $3::text))).*`,
        [JSON.stringify(kind.deadline), randomUUIDv7(), matter.id],
      );
    }
    if (kind.paper) {
      const paperId = randomUUIDv7();
      await run(
        "floor7",
        "insert into paper (id, agency_id, matter_id, template, state, drafted_by) values ($1, $2, $3, $4, 'draft', $5)",
        [paperId, client.agencyId, matter.id, kind.paper.template, client.officerId],
      );
      await run("floor8", "insert into paper_text (paper_id, version, input, written_by) values ($1, 1, $2, $3)", [
        paperId,
        kind.paper.input,
        client.officerId,
      ]);
      await run(
        "floor9",
        "insert into paper_event (paper_id, seq, step, officer_id, version, digest) values ($1, 1, 'drafted', $2, 1, sha256(''))",
        [paperId, client.officerId],
      );
    }
    await run(
      "floor10",
      "update petition set matter_state = 'VERIFYING', next_act = 'report', next_due_on = next_due_on + 1 where matter_id = $1",
      [matter.id],
    );
    await run(
      "floor11",
      "select graphile_worker.add_job('index-matter', json_build_object('matterId', $1::text), job_key := 'index-matter:' || $1::text)",
      [matter.id],
    );
    await run("floor12", "insert into command (key, officer_id, name, result) values ($1, $2, 'floor', '{}')", [
      randomUUID(),
      client.officerId,
    ]);
    await connection.query("commit");
  } catch (error) {
    await connection.query("rollback");
    throw error;
  } finally {
    connection.release();
  }
}
