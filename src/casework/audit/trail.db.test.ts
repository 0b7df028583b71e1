import { execFileSync } from "node:child_process";
import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import type { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { superuserClient } from "../../store/embedded/supervisor.ts";
import { transaction } from "../../store/index.ts";
import { appendPetitionEvents } from "../petitions/petition-events.ts";
import type { Asker } from "../setting.ts";
import { chainHash, chainStart } from "./index.ts";

let office: TestOffice;
let officer: Asker;
let client: Client;
let folder: string;
/** A petition with three events, under the first root. */
let petition: { id: string; code: string; secret: string };

const tables = [
  "petition_event",
  "paper_event",
  "read_event",
  "calendar_notice",
  "trail_root",
  "trail_leaf",
  "trail_block",
] as const;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  officer = await office.as("reception-officer");
  const { socketDir, secrets } = inject("testServer");
  client = superuserClient(socketDir, secrets.superuser, office.app.setting.store.migrator.database);
  await client.connect();
  await client.query("set session_replication_role = replica");
  folder = mkdtempSync(path.join(tmpdir(), "minhxet-trail-"));
  petition = await receive();
  await receive();
  for (const what of ["assigned", "answered"] as const) await goesOn(petition.id, what);
  await client.query(
    `insert into paper_event (paper_id, seq, step, version, digest) select $1::uuid, n, 'drafted', n, sha256('x') from generate_series(1, 3) n`,
    [randomUUID()],
  );
  await client.query(
    `insert into calendar_notice (id, kind, year, source, announced_on, announced_at) values ($1, 'complete', 2028, 'thử', '2026-11-24', now())`,
    [randomUUID()],
  );
  expect(await root()).toMatchObject({ no: 1, broken: 0 });
  await goesOn(petition.id, "corrected");
  await look();
  expect(await root()).toMatchObject({ no: 2, broken: 0 });
  await client.query("create schema kept");
  for (const table of tables) await client.query(`create table kept.${table} as table public.${table}`);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await client?.end();
  await office?.close();
});
afterEach(async () => {
  for (const table of tables) {
    await client.query(`delete from ${table}`);
    await client.query(`insert into ${table} overriding system value select * from kept.${table}`);
  }
});

async function receive() {
  const done = await office.app.reception.recordVisit(officer, {
    key: randomUUID(),
    agencyId: office.communeId,
    visitor: { name: "Lò Thị Thử", address: "bản Thử, xã An Thử", idNumber: "001099000001" },
    kinds: ["complaint"],
    content: "Không đồng ý với mức bồi thường khi thu hồi đất vườn",
    request: "Hủy quyết định thu hồi đất",
    contestedAct: "Quyết định số 15/QĐ-UBND",
    respondent: "Chủ tịch UBND xã An Thử",
    readBack: true,
  });
  const [made] = done.petitions;
  if (!made?.trackingSecret) throw new Error("No receipt.");
  return { id: made.id, code: made.code, secret: made.trackingSecret };
}

const goesOn = (petitionId: string, what: "assigned" | "answered" | "corrected") =>
  transaction(office.app.setting.store, office.app.command, (tx) =>
    appendPetitionEvents(tx, office.app.setting, [
      { petitionId, what, on: office.app.today(), officerId: null, data: {} },
    ]),
  );

async function look() {
  const { rows } = await client.query<{ visit_id: string }>("select visit_id from petition where id = $1", [
    petition.id,
  ]);
  await office.app.reception.visit(officer, { visitId: rows[0]?.visit_id ?? "" });
}

const root = (daily = false) => office.app.audit.makeRoot(office.app.command, { daily });
const verify = (against = {}) => office.app.audit.verifyTrail(office.app.command, against);
const faults = async (against = {}) => (await verify(against)).faults;
const track = ({ code, secret }: { code: string; secret: string }) =>
  office.app.petitions.track({ code, secret, network: "203.0.113.0/24" });

/** Writes the petition's chain anew, so that it fits in itself. */
async function rewrite(id: string, onDate: string) {
  await client.query("update petition_event set on_date = $2 where petition_id = $1 and seq = 2", [id, onDate]);
  const { rows } = await client.query(
    `select seq, jsonb_build_object('id', petition_id, 'seq', seq, 'what', what, 'on', on_date,
      'at', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'officer', officer_id, 'data', data) as entry
     from petition_event where petition_id = $1 order by seq`,
    [id],
  );
  let before: Buffer = chainStart;
  for (const { seq, entry } of rows) {
    const hash = chainHash(before, entry);
    await client.query("update petition_event set prev_hash = $3, hash = $4 where petition_id = $1 and seq = $2", [
      id,
      seq,
      before,
      hash,
    ]);
    before = hash;
  }
  return { count: rows.length, head: before };
}

describe("a trail that nobody touched", () => {
  test("holds, and the check says what it cannot prove", async () => {
    const report = await verify();
    expect(report).toMatchObject({ faults: [], roots: 2, rowsAfter: 0, lastRoot: { no: 2, on: "2026-11-24" } });
    expect(report.unproven).toEqual(["texts", "roots-not-compared", "key-not-given"]);
    await goesOn(petition.id, "assigned");
    await receive();
    const later = await verify();
    expect(later).toMatchObject({ faults: [], rowsAfter: 2 });
    expect(later.unproven).toContain("rows-after-last-root");
  });

  test("a root names the one before, is signed by the published key, and is open to anyone", async () => {
    const [second, first] = await office.app.audit.publishedRoots({});
    const key = office.app.audit.publishedKey();
    expect(second?.says).toMatchObject({ no: 2, after: first?.hash, key: key?.publicKey });
    expect(first?.says).toMatchObject({ no: 1, after: null });
    const outside = {
      keys: [key?.publicKey ?? ""],
      keyGiven: true,
      roots: [first, second].flatMap((each) => each ?? []),
    };
    expect(await verify(outside)).toMatchObject({ faults: [], unproven: ["texts"] });
  });

  test("each day has one daily root, however often and by however many it is asked for", async () => {
    const made = await Promise.all([root(true), root(true), root(true)]);
    expect(made.filter((each) => each !== null)).toMatchObject([{ no: 3 }]);
    expect(await root(true)).toBeNull();
    expect(await root()).toMatchObject({ no: 4 });
    expect(await faults()).toEqual([]);
  });

  test("what an interrupted root left does no harm", async () => {
    await client.query(
      `insert into trail_leaf (kind, id, root_no, count, first, head) values ('petition', 'x', 3, 1, 'x', 'x')`,
    );
    expect(await faults()).toEqual([]);
    expect(await root()).toMatchObject({ no: 3, broken: 0 });
    expect(await faults()).toEqual([]);
  });

  test("an officer can make no root, and nobody but background work reads the leaves and the reads", async () => {
    const head = await office.as("head");
    await expect(office.app.audit.makeRoot(head, { daily: false })).rejects.toMatchObject({ code: "42501" });
    for (const table of ["trail_leaf", "read_event"]) {
      const seen = await transaction(office.app.setting.store, head, (tx) =>
        sql`select 1 from ${sql.table(table)}`.execute(tx),
      );
      expect(seen.rows).toEqual([]);
    }
    for (const statement of [sql`delete from trail_root`, sql`update trail_leaf set count = 1`])
      await expect(
        transaction(office.app.setting.store, office.app.command, (tx) => statement.execute(tx)),
      ).rejects.toMatchObject({ code: "42501" });
  });
});

describe("whoever owns the database", () => {
  test("changes a value", async () => {
    await client.query("update petition_event set data = '{\"x\": 1}' where petition_id = $1 and seq = 2", [
      petition.id,
    ]);
    expect(await faults()).toEqual([{ table: "petition_event", subjectId: petition.id, seq: 2, fault: "changed" }]);
  });

  test("removes a row in the middle", async () => {
    await client.query("delete from petition_event where petition_id = $1 and seq = 2", [petition.id]);
    expect(await faults()).toEqual([
      { table: "petition_event", subjectId: petition.id, seq: 3, fault: "missing-before" },
    ]);
  });

  test("cuts off the end", async () => {
    await client.query("delete from petition_event where petition_id = $1 and seq > 2", [petition.id]);
    expect(await faults()).toEqual([{ table: "petition_event", subjectId: petition.id, seq: 3, fault: "cut-off" }]);
  });

  test("puts a row at the end that claims to be old, chained as it should be", async () => {
    const { rows } = await client.query("select hash from petition_event where petition_id = $1 and seq = 4", [
      petition.id,
    ]);
    const entry = {
      id: petition.id,
      seq: 5,
      what: "answered",
      on: "2026-11-20",
      at: "2026-11-20T02:00:00.000Z",
      officer: null,
      data: {},
    };
    await client.query(
      `insert into petition_event (petition_id, seq, what, on_date, recorded_at, data, prev_hash, hash) values ($1, 5, 'answered', '2026-11-20', '2026-11-20T02:00:00Z', '{}', $2, $3)`,
      [petition.id, rows[0].hash, chainHash(rows[0].hash, entry)],
    );
    expect(await faults()).toEqual([{ table: "petition_event", subjectId: petition.id, seq: 5, fault: "inserted" }]);
  });

  test("puts a row in the middle and chains the rest anew", async () => {
    await client.query("update petition_event set seq = seq + 10 where petition_id = $1 and seq > 2", [petition.id]);
    await client.query(
      "insert into petition_event select petition_id, 3, what, on_date, recorded_at, officer_id, data, prev_hash, hash from petition_event where petition_id = $1 and seq = 2",
      [petition.id],
    );
    await client.query("update petition_event set seq = seq - 9 where petition_id = $1 and seq > 10", [petition.id]);
    await rewrite(petition.id, "2026-11-24");
    expect(await faults()).toMatchObject([{ subjectId: petition.id, fault: "rewritten" }]);
  });

  test("writes a whole chain anew, so that it fits in itself; a later root does not cover it up", async () => {
    await rewrite(petition.id, "2026-10-01");
    const found = [{ table: "petition_event", subjectId: petition.id, seq: 3, fault: "rewritten" }];
    expect(await faults()).toEqual(found);
    expect(await root()).toMatchObject({ no: 3, broken: 1 });
    expect(await faults()).toEqual(found);
  });

  test("writes a chain anew and what is kept of it under the roots as well", async () => {
    const { count, head } = await rewrite(petition.id, "2026-10-01");
    await client.query("update trail_leaf set head = $3 where kind = 'petition' and id = $1 and count = $2", [
      petition.id,
      count,
      head,
    ]);
    await client.query("delete from trail_leaf where kind = 'petition' and id = $1 and count <> $2", [
      petition.id,
      count,
    ]);
    expect(await faults()).toMatchObject([
      { table: "trail_root", seq: 1, fault: "leaves-changed" },
      { table: "trail_root", seq: 2, fault: "leaves-changed" },
    ]);
  });

  test("removes a whole chain", async () => {
    await client.query("delete from petition_event where petition_id = $1", [petition.id]);
    expect(await faults()).toEqual([{ table: "petition_event", subjectId: petition.id, seq: 4, fault: "removed" }]);
  });

  test("changes the steps of a paper, a notice, or the record of who looked", async () => {
    await client.query("update paper_event set officer_id = gen_random_uuid() where seq = 2");
    await client.query("update calendar_notice set source = 'khác'");
    await client.query(
      "update read_event set officer_id = gen_random_uuid() where id = (select max(id) from read_event)",
    );
    expect(await faults()).toMatchObject([
      { table: "calendar_notice", fault: "rewritten" },
      { table: "paper_event", seq: 3, fault: "rewritten" },
      { table: "read_event", fault: "changed" },
    ]);
    await client.query("delete from read_event");
    expect((await faults()).at(-1)).toMatchObject({ table: "read_event", fault: "cut-off" });
  });

  test("changes a root, or takes one away", async () => {
    await client.query("update trail_root set on_date = on_date - 1 where no = 2");
    expect(await faults()).toMatchObject([{ table: "trail_root", seq: 2, fault: "root-changed" }]);
    await client.query("delete from trail_root where no = 1");
    expect(await faults()).toMatchObject([
      { table: "trail_root", seq: 1, fault: "root-missing" },
      { table: "trail_root", seq: 2, fault: "root-changed" },
    ]);
  });

  test("takes the newest root away with its rows: only a copy kept elsewhere shows it", async () => {
    const roots = await office.app.audit.publishedRoots({});
    await client.query("delete from trail_root where no = 2");
    await client.query("delete from petition_event where petition_id = $1 and seq = 4", [petition.id]);
    expect(await verify()).toMatchObject({ faults: [], unproven: expect.arrayContaining(["roots-not-compared"]) });
    expect(await faults({ roots })).toMatchObject([{ table: "trail_root", seq: 2, fault: "root-missing" }]);
  });

  test("forges a signature, or signs with a key of their own", async () => {
    await client.query(
      "update trail_root set signature = set_byte(signature, 5, get_byte(signature, 5) # 1) where no = 2",
    );
    expect(await faults()).toMatchObject([{ seq: 2, fault: "signature" }]);
    const own = generateKeyPairSync("ed25519");
    const spki = own.publicKey.export({ type: "spki", format: "der" }).toString("base64");
    const { rows } = await client.query<{ statement: string }>("select statement from trail_root where no = 2");
    const statement = rows[0]?.statement.replace(/"key":"[^"]*"/, `"key":"${spki}"`) ?? "";
    await client.query(
      "update trail_root set statement = $1, hash = sha256(convert_to($1, 'UTF8')), signature = $2 where no = 2",
      [statement, sign(null, Buffer.from(statement), own.privateKey)],
    );
    expect(await faults()).toMatchObject([{ seq: 2, fault: "unknown-key" }]);
  });
});

describe("the proof of a receipt", () => {
  const script = path.resolve(import.meta.dirname, "../../../docs/check-receipt.mjs");
  /** What the script of the documentation says of a proof. */
  async function checked(proof: object): Promise<string> {
    const file = (name: string, value: unknown) => {
      const full = path.join(folder, name);
      writeFileSync(full, JSON.stringify(value));
      return full;
    };
    const roots = await office.app.audit.publishedRoots({});
    const files = [
      file("proof.json", proof),
      file("key.json", office.app.audit.publishedKey()),
      file("roots.json", { roots }),
    ];
    try {
      return execFileSync(process.execPath, [script, ...files], { encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      return error instanceof Error && "stderr" in error ? String(error.stderr) : "";
    }
  }

  test("is checked by a stranger with the published key, and fails when anything in it is altered", async () => {
    const tracked = await track(petition);
    const proof = tracked?.trail;
    if (!proof) throw new Error("No proof.");
    expect(proof.firstRoot).toEqual({ no: 1, on: "2026-11-24" });
    expect(await checked(proof)).toMatch(/^PROVED: "registered" on 2026-11-24/);
    expect(await checked({ ...proof, registration: proof.registration.replace("2026-11-24", "2026-11-23") })).toContain(
      "NOT PROVED",
    );
    expect(await checked({ ...proof, leaf: { ...proof.leaf, count: 9 } })).toContain("NOT PROVED");
    expect(await checked({ ...proof, path: proof.path.slice(1) })).toContain("NOT PROVED");
    const root = { ...proof.root, statement: proof.root.statement.replace('"on":"2026-11-24"', '"on":"2026-11-20"') };
    expect(await checked({ ...proof, root })).toContain("NOT PROVED");
    expect(await track({ ...petition, secret: "AAAA-AAAA-AAAA" })).toBeNull();
  });

  test("is there from the first root on", async () => {
    const fresh = await receive();
    expect(await track(fresh)).toMatchObject({ trail: null });
    await root();
    const proof = (await track(fresh))?.trail;
    expect(proof?.firstRoot.no).toBe(3);
    expect(await checked(proof ?? {})).toMatch(/^PROVED/);
  });

  test("holds when there are more chains than one stored run", async () => {
    await client.query(
      `insert into paper_event (paper_id, seq, step, version) select gen_random_uuid(), 1, 'drafted', 1 from generate_series(1, 1200)`,
    );
    expect(await root()).toMatchObject({ no: 3 });
    expect(await checked((await track(petition))?.trail ?? {})).toMatch(/^PROVED/);
    expect(await faults()).toEqual([]);
  });
});
