import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Client } from "pg";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { migrate, readMigrations } from "../migrate.ts";
import { openStore, type Store } from "../open-store.ts";
import { type Access, openClient } from "../pool.ts";
import { openTestDatabase } from "../testing.ts";
import { backup, prepareSchema, restore } from "./index.ts";

let folder: string;
let file: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync("/tmp/minhxet-backup-");
  chmodSync(folder, 0o711);
  file = path.join(folder, "backup.tar.gz");
  store = await openTestDatabase({ dataDir: folder });
  mkdirSync(path.join(folder, "files/ab"), { recursive: true });
  writeFileSync(path.join(folder, "files/ab/abcdef"), "bản quét đơn");
  await query(store.keeper, INSERT);
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const INSERT = `
  insert into place (id, code) values ('01890000-0000-7000-8000-000000000001', 'XA-1');
  insert into place_version (place_id, valid_from, name, level)
    values ('01890000-0000-7000-8000-000000000001', '2025-07-01', E'Xã "Đồng\\tSen"\\n\\\\.', 'commune');
  select graphile_worker.add_job('nothing', '{"id": 1}')`;

async function query<T extends object>(access: Access, text: string): Promise<T[]> {
  return withClient(access, async (client) => (await client.query<T>(text)).rows);
}

async function withClient<T>(access: Access, work: (client: Client) => Promise<T>): Promise<T> {
  const client = openClient(access, "test");
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What a refused restore has to leave as it is serves all refusals, one after the other. */
let untouched: { readonly folder: string; readonly dataDir: Promise<string> } | undefined;
afterAll(() => untouched && rmSync(untouched.folder, { recursive: true, force: true }));

function untouchedInstallation(): Promise<string> {
  if (!untouched) {
    const own = mkdtempSync("/tmp/minhxet-backup-");
    chmodSync(own, 0o711);
    untouched = { folder: own, dataDir: newInstallation(own) };
  }
  return untouched.dataDir;
}

/** A data folder of its own with a migrated database, closed again. */
async function newInstallation(within: string): Promise<string> {
  const dataDir = mkdtempSync(path.join(within, "data-"));
  const fresh = await openStore({ dataDir, mode: "serve", durable: false });
  await prepareSchema(fresh);
  await query(fresh.keeper, "insert into place (id, code) values ('01890000-0000-7000-8000-0000000000ff', 'CŨ')");
  await fresh.close();
  return dataDir;
}

async function codesIn(dataDir: string): Promise<unknown[]> {
  const again = await openStore({ dataDir, mode: "serve", durable: false });
  try {
    return (await query<{ code: string }>(again.keeper, "select code from place order by code")).map(
      ({ code }) => code,
    );
  } finally {
    await again.close();
  }
}

test("a backup restored into another installation gives the same rows, jobs and files, and keeps what was there aside", async () => {
  const summary = await backup(store, file, []);
  expect(summary.files).toBe(1);
  expect(statSync(file).mode & 0o077).toBe(0);
  const dataDir = await newInstallation(folder);
  const restored = await restore({ file, identities: [] }, { dataDir, durable: false });
  expect(restored).toMatchObject({ rows: summary.rows, files: 1 });
  expect(restored.keptAs).toMatch(/^minhxet_before_\d{14}$/);
  expect(readFileSync(path.join(dataDir, "files/ab/abcdef"), "utf8")).toBe("bản quét đơn");

  const again = await openStore({ dataDir, mode: "serve", durable: false });
  try {
    const names = await query(again.keeper, "select name, valid_from from place_version");
    expect(names).toEqual([{ name: 'Xã "Đồng\tSen"\n\\.', valid_from: "2025-07-01" }]);
    expect(await query(again.keeper, "select code from place")).toEqual([{ code: "XA-1" }]);
    expect(await query(again.keeper, "select task_identifier from graphile_worker.jobs")).toHaveLength(1);
    expect(await query({ ...again.keeper, database: restored.keptAs }, "select code from place")).toEqual([
      { code: "CŨ" },
    ]);
    // The guards that were taken off for the loading stand again.
    const guards = `select
      (select count(*) from pg_constraint where contype = 'f') as keys,
      (select count(*) from pg_trigger where tgenabled <> 'O') as sleeping,
      (select count(*) from pg_class where relforcerowsecurity) as walls`;
    expect(await query(again.keeper, guards)).toEqual(await query(store.keeper, guards));
  } finally {
    await again.close();
  }
});

test("the owner of the schema, who is no superuser, can make the same backup, as on a server of its own", async () => {
  const summary = await backup({ ...store, keeper: store.migrator }, file, []);
  const other = path.join(folder, "by-superuser.tar.gz");
  expect(await backup(store, other, [])).toMatchObject({ rows: summary.rows, tables: summary.tables });
});

test("a role that may not see every row is refused instead of making a backup that lacks some", async () => {
  await expect(backup({ ...store, keeper: store.app }, file, [])).rejects.toThrow();
  await query(
    store.migrator,
    "create table sealed (id int); alter table sealed enable row level security; alter table sealed force row level security",
  );
  const refusal = backup({ ...store, keeper: store.migrator }, file, []);
  await expect(refusal).rejects.toMatchObject({
    code: "not-all-rows-visible",
    message: expect.stringContaining("sealed"),
  });
  expect(existsSync(file)).toBe(false);
});

test.each([
  ["cut off in the middle", (it: string) => truncateSync(it, Math.floor(statSync(it).size / 2))],
  ["short of its last bytes", (it: string) => truncateSync(it, statSync(it).size - 12)],
  ["changed in one byte", (it: string) => flipByte(it)],
  ["no backup at all", (it: string) => writeFileSync(it, "đơn khiếu nại")],
])("a backup that is %s is refused and the old data stays", async (_, harm) => {
  await backup(store, file, []);
  const dataDir = await untouchedInstallation();
  harm(file);
  await expect(restore({ file, identities: [] }, { dataDir, durable: false })).rejects.toMatchObject({
    code: "backup-damaged",
  });
  expect(await codesIn(dataDir)).toEqual(["CŨ"]);
});

function flipByte(place: string): void {
  const bytes = readFileSync(place);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(place, bytes);
}

test("a tar program can look into a backup", async () => {
  await backup(store, file, []);
  const tar = gunzipSync(readFileSync(file));
  expect(tar.toString("latin1", 257, 262)).toBe("ustar");
  expect(tar.toString("utf8", 0, 11)).toBe("backup.json");
});

test("an existing file is never overwritten", async () => {
  writeFileSync(file, "something else");
  await expect(backup(store, file, [])).rejects.toMatchObject({ code: "restore-refused" });
  expect(readFileSync(file, "utf8")).toBe("something else");
});

test("a restore is refused while the application runs on the data folder", async () => {
  await backup(store, file, []);
  const dataDir = await untouchedInstallation();
  const running = await openStore({ dataDir, mode: "serve", durable: false });
  await expect(restore({ file, identities: [] }, { dataDir })).rejects.toMatchObject({ code: "data-folder-in-use" });
  await running.close();
});

test("a database of a newer version is refused in one line and left as it is", async () => {
  await query(
    store.migrator,
    "insert into schema_migration (number, name, sha256) values (9999, '9999-later.sql', '')",
  );
  const refusal = prepareSchema(store);
  await expect(refusal).rejects.toMatchObject({ code: "database-newer" });
  await expect(refusal).rejects.toThrow(/^The data is newer than this program [^\n]*$/);
});

test("a step that was changed after it had been applied is refused", async () => {
  await query(store.migrator, "update schema_migration set sha256 = 'other' where number = 1");
  await expect(prepareSchema(store)).rejects.toMatchObject({ code: "migration-changed" });
});

test("before a new step the data is backed up by itself, and a step that fails leaves nothing behind", async () => {
  const known = readMigrations();
  const next = {
    number: known.length + 1,
    name: "later.sql",
    sha256: "x",
    text: "create table later (id int); select 1/0",
  };
  const moved: number[] = [];
  const beforeChange = async (from: number, to: number) => void moved.push(from, to);
  const attempt = migrate(store.migrator, { migrations: [...known, next], beforeChange });
  await expect(attempt).rejects.toMatchObject({ code: "migration-failed" });
  expect(moved).toEqual([known.length, known.length + 1]);
  expect(await query(store.keeper, "select to_regclass('later') as it")).toEqual([{ it: null }]);
});
