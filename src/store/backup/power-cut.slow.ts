import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeBackupKey } from "../embedded/sealing.ts";
import { openStore, type Store } from "../open-store.ts";
import { openClient } from "../pool.ts";
import { backupBase, prepareSchema, restoreTo } from "./index.ts";

let folder: string;
let source: string;
let key: { identity: string; recipient: string };
let written = 0;

beforeAll(async () => {
  folder = mkdtempSync("/tmp/minhxet-cut-");
  chmodSync(folder, 0o711);
  source = mkdtempSync(path.join(folder, "source-"));
  key = await makeBackupKey();
  const store = await openStore({ dataDir: source, mode: "serve" });
  await prepareSchema(store);
  await addPlaces(store, 3);
  await store.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withClient<T>(store: Store, work: (client: ReturnType<typeof openClient>) => Promise<T>): Promise<T> {
  const client = openClient(store.keeper, "test");
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Every one that is counted was acknowledged. */
async function addPlaces(store: Store, count: number): Promise<void> {
  await withClient(store, async (client) => {
    for (let i = 0; i < count; i++) {
      const id = `01890000-0000-7000-8000-${String(written + 1).padStart(12, "0")}`;
      await client.query("insert into place (id, code) values ($1, $2)", [id, `XÃ-${written + 1}`]);
      written += 1;
    }
  });
}

async function countIn(dataDir: string): Promise<number> {
  const store = await openStore({ dataDir, mode: "serve" });
  try {
    const { rows } = await withClient(store, (client) =>
      client.query<{ n: number }>("select count(*) as n from place"),
    );
    return rows[0]?.n ?? 0;
  } finally {
    await store.close();
  }
}

/** Runs the command and kills it, and nothing but it, after so long; answers whether it had ended by itself. */
async function killedAfter(ms: number, ...args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "testing-child.ts"), ...args], {
    stdio: "ignore",
  });
  const exited = once(child, "exit");
  await Promise.race([exited, sleep(ms)]);
  child.kill("SIGKILL");
  const [code] = await exited;
  return code === 0;
}

const archive = () => path.join(source, "backups", "point-in-time");
const names = () => (existsSync(archive()) ? readdirSync(archive(), { recursive: true }).map(String) : []);
const wholeBases = () => names().filter((name) => /base-[^/]*\.age$/.test(name)).length;

test("a base that is cut off is never taken for a whole one, the source is whole, and the next base succeeds", async () => {
  for (let i = 0; i < 3; i++) {
    const before = wholeBases();
    const ended = await killedAfter(800 * 2 ** i + Math.random() * 2000, "base", source, key.recipient);
    if (!ended && wholeBases() === before) {
      const target = mkdtempSync(path.join(folder, "target-"));
      if (before === 0)
        await expect(
          restoreTo({
            from: path.join(source, "backups"),
            dataDir: target,
            identities: [key.identity],
            notice: () => undefined,
          }),
        ).rejects.toMatchObject({ code: "restore-refused" });
    }
    expect(await countIn(source)).toBe(written);
  }
  const store = await openStore({ dataDir: source, mode: "serve" });
  await backupBase(store, { recipients: [key.recipient], keep: 1 });
  await addPlaces(store, 2);
  await store.close();
  expect(wholeBases()).toBe(1);
  expect(names().some((name) => name.endsWith(".partial"))).toBe(false);
}, 300_000);

test("a database that is killed while it works loses no acknowledged row in the journal either", async () => {
  const store = await openStore({ dataDir: source, mode: "serve" });
  const killer = sleep(300).then(() => process.kill(store.serverPid() ?? 0, "SIGKILL"));
  await addPlaces(store, 100_000).catch(() => undefined);
  await killer;
  await store.close();
  // The row that was not acknowledged may be there as well.
  const there = await countIn(source);
  expect([written, written + 1]).toContain(there);
  written = there;
}, 300_000);

test("a restore that is cut off leaves a folder without a database, and begins again to the whole", async () => {
  const dataDir = mkdtempSync(path.join(folder, "target-"));
  const from = path.join(source, "backups");
  let ended = false;
  for (let i = 0; i < 3 && !ended; i++) {
    ended = await killedAfter(800 * 2 ** i + Math.random() * 2000, "restore", dataDir, key.identity, from);
    expect(existsSync(path.join(dataDir, "cluster"))).toBe(ended);
  }
  if (!ended) await restoreTo({ from, dataDir, identities: [key.identity], notice: () => undefined });
  expect(await countIn(dataDir)).toBe(written);
  expect(await countIn(source)).toBe(written);
}, 300_000);
