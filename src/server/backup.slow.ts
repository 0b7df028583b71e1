import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backup, backupBase, makeBackupKey, openStore, restore, restoreTo, type Store } from "../store/index.ts";
import { migrate } from "../store/migrate.ts";
import { openClient } from "../store/pool.ts";
import { createApp } from "./app.ts";
import { readConfig } from "./config.ts";
import { openTestOffice } from "./testing.ts";

let folder: string;
let source: string;
let file: string;
let between: Date;
let betweenRows: Readonly<Record<string, string>>;
let lastRows: Readonly<Record<string, string>>;
let key: { identity: string; recipient: string };
const canary = "chim-hoàng-yến-trong-hầm-mỏ";
const today = "2026-11-24";
const notice = () => undefined;

/** An office that works, with a base before, a moment in between, and a file of everything at the end. */
beforeAll(async () => {
  folder = mkdtempSync("/tmp/minhxet-office-");
  chmodSync(folder, 0o711);
  source = mkdtempSync(path.join(folder, "source-"));
  file = path.join(folder, "office.tar.gz.age");
  key = await makeBackupKey();
  const store = await openStore({ dataDir: source, mode: "serve" });
  await migrate(store.migrator, { appRole: store.appRole });
  writeFileSync(path.join(source, "secrets", "look-up-key"), canary);
  const office = await openTestOffice({ store, today });
  const { app } = office;
  const reception = await office.as("reception-officer");
  const head = await office.as("head");
  await backupBase(store, { recipients: [] });
  const bytes = new TextEncoder().encode("Bản chụp quyết định bị khiếu nại");
  await app.files.addFile(reception, { agencyId: office.communeId, name: "quyet-dinh.txt", bytes });
  const { petitions } = await app.reception.recordVisit(reception, {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-11-20",
    visitor: { name: "Người Thử Nghiệm", address: "xã An Thử", idNumber: "001099000101" },
    peopleCount: 1,
    kinds: ["complaint"],
    content: "Khiếu nại thử nghiệm",
    readBack: true,
  });
  await sleep(20);
  betweenRows = await rowsOf(store);
  between = new Date();
  await sleep(20);
  const petitionId = petitions[0]?.id ?? "";
  await app.matters.openMatter(head, { key: randomUUID(), petitionId, values: { signaturesComplete: true } });
  await backup(store, file, [key.recipient]);
  await backup(store, path.join(folder, "plain.tar.gz"), []);
  lastRows = await rowsOf(store);
  await office.close();
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every table with a digest over its rows. */
async function rowsOf(store: Store): Promise<Readonly<Record<string, string>>> {
  const client = openClient(store.keeper, "test");
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string; text: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name,
              format('select count(*) || '' '' || md5(coalesce(string_agg(t::text, e''\\n'' order by t::text), '''')) as digest from %I.%I t', n.nspname, c.relname) as text
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         and n.nspname || '.' || c.relname not in ('public.schema_migration', 'graphile_worker.migrations') order by 1`,
    );
    const found: Record<string, string> = {};
    for (const { name, text } of tables)
      found[name] = (await client.query<{ digest: string }>(text)).rows[0]?.digest ?? "";
    return found;
  } finally {
    await client.end();
  }
}

/** What the restored database holds before anything works on it, and whether the trail holds once the application runs. */
async function lookInto(dataDir: string) {
  const store = await openStore({ dataDir, mode: "serve" });
  const rows = await rowsOf(store);
  await store.close();
  const app = await createApp(readConfig({ MINHXET_DATA: dataDir, MINHXET_TODAY: today, LOG_LEVEL: "silent" }), {
    mode: "serve",
  });
  try {
    const { faults } = await app.audit.verifyTrail(app.command);
    return { rows, faults };
  } finally {
    await app.close();
  }
}

const digestsIn = (dataDir: string) =>
  readdirSync(path.join(dataDir, "files"), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => `${each.name} ${readFileSync(path.join(each.parentPath, each.name)).toString("base64")}`);

test("an encrypted file of everything gives another installation the same rows in every table, the same files, and a trail that holds", async () => {
  const dataDir = mkdtempSync(path.join(folder, "target-"));
  await expect(restore({ file, identities: [] }, { dataDir })).rejects.toMatchObject({ code: "backup-locked" });
  await restore({ file, identities: [key.identity] }, { dataDir });
  expect(digestsIn(dataDir)).toEqual(digestsIn(source));
  expect(await lookInto(dataDir)).toEqual({ rows: lastRows, faults: [] });
}, 300_000);

test("a moment between two acts gives every table as it was then: the visit is there, the matter that was opened later is not", async () => {
  const dataDir = mkdtempSync(path.join(folder, "target-"));
  await restoreTo({ from: path.join(source, "backups"), to: between, identities: [], dataDir, notice });
  expect(digestsIn(dataDir)).toEqual(digestsIn(source));
  const found = await lookInto(dataDir);
  expect(found).toEqual({ rows: betweenRows, faults: [] });
  expect(found.rows["public.petition"]).toMatch(/^1 /);
  expect(found.rows["public.matter"]).toMatch(/^0 /);
  expect(lastRows["public.matter"]).toMatch(/^1 /);
}, 300_000);

test("nothing of secrets/ is in a backup, not the look-up key of the vault either", () => {
  const secrets = readdirSync(path.join(source, "secrets")).map((name) =>
    readFileSync(path.join(source, "secrets", name), "utf8").trim(),
  );
  const passwords = Object.values(JSON.parse(secrets.find((each) => each.startsWith("{")) ?? "{}")).map(String);
  expect(secrets).toContain(canary);
  expect(passwords.length).toBe(4);
  const held = readdirSync(path.join(source, "backups"), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.join(each.parentPath, each.name));
  expect(held.some((each) => each.includes("base-")) && held.some((each) => each.includes("/wal/"))).toBe(true);
  for (const each of [...held, path.join(folder, "plain.tar.gz")]) {
    const bytes = each.includes(".gz") ? gunzipSync(readFileSync(each)) : readFileSync(each);
    for (const secret of [...secrets, ...passwords]) expect(bytes.includes(secret), each).toBe(false);
  }
});
