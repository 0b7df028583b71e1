import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore, type Store } from "../open-store.ts";
import { openPool } from "../pool.ts";
import { errorCode } from "../store-error.ts";
import { transaction } from "../transaction.ts";

let dataDir: string;
let opened: Store[];
let children: ChildProcess[];

beforeEach(() => {
  dataDir = mkdtempSync("/tmp/minhxet-supervisor-");
  chmodSync(dataDir, 0o755);
  opened = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  for (const store of opened) await store.close();
  const last = await openStore({ dataDir, mode: "serve", durable: false }).catch(() => undefined);
  await last?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(mode: "serve" | "join" = "serve"): Promise<Store> {
  const store = await openStore({ dataDir, mode, durable: false });
  opened.push(store);
  return store;
}

/** Another process that opens the same data folder; answers what it said first. */
async function another(mode: "serve" | "join") {
  const script = path.join(import.meta.dirname, "testing-holder.ts");
  const child = spawn(process.execPath, [script, dataDir, mode], { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => (await lines.next()).value ?? "";
  return { child, said: await next(), next };
}

/** Asks for one row; a reader whose commit was cut off simply asks again. */
async function answer(store: Store): Promise<number | undefined> {
  try {
    const ask = sql<{ n: number }>`select 1 as n`;
    return await transaction(store, "nobody", async (trx) => (await ask.execute(trx)).rows[0]?.n);
  } catch (error) {
    if (errorCode(error) === "outcome-unknown") return answer(store);
    throw error;
  }
}

/** A dead process that nobody has reaped still has an entry, but no command line. */
function isAlive(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return process.platform !== "linux" || (existsSync(file) && readFileSync(file, "utf8") !== "");
}

test("the database's files, socket and passwords are closed to other users of the machine", async () => {
  const store = await open();
  for (const place of ["cluster", "run", "secrets"]) {
    expect(statSync(path.join(dataDir, place)).mode & 0o077, place).toBe(0);
  }
  expect(statSync(path.join(dataDir, "secrets/database.json")).mode & 0o077).toBe(0);
  const intruder = openPool({ ...store.app, password: "guessed" }, { name: "intruder", max: 1, statementTimeoutMs: 0 });
  await expect(intruder.query("select 1")).rejects.toMatchObject({ code: "28P01" });
  await intruder.end();
});

test("the application's role may neither change the schema nor walk around row-level security", async () => {
  const store = await open();
  await expect(store.appPool.query("create table mine (id int)")).rejects.toMatchObject({ code: "42501" });
  await expect(store.appPool.query("set role minhxet_migrator")).rejects.toMatchObject({ code: "42501" });
  const { rows } = await store.appPool.query(
    "select rolsuper, rolbypassrls from pg_roles where rolname = current_user",
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
});

test("what was written is there at the next start", async () => {
  const first = await open();
  await first.appPool.query("select 1");
  const migrator = openPool(first.migrator, { name: "test", max: 1, statementTimeoutMs: 0 });
  await migrator.query("create table note (text text); insert into note values ('đơn')");
  await migrator.end();
  await first.close();
  opened.pop();
  const second = await open();
  const again = openPool(second.migrator, { name: "test", max: 1, statementTimeoutMs: 0 });
  expect((await again.query("select text from note")).rows).toEqual([{ text: "đơn" }]);
  await again.end();
});

test("a killed database process is started again and work goes on", async () => {
  const store = await open();
  expect(await answer(store)).toBe(1);
  for (let round = 0; round < 3; round++) {
    const before = store.serverPid();
    process.kill(before ?? 0, "SIGKILL");
    expect(await answer(store)).toBe(1);
    await expect.poll(() => store.serverPid(), { timeout: 20_000 }).not.toBe(before);
  }
});

test("a second start on the same data folder is refused and harms nothing", async () => {
  const store = await open();
  expect((await another("serve")).said).toBe("refused data-folder-in-use");
  await expect(openStore({ dataDir, mode: "serve" })).rejects.toMatchObject({ code: "data-folder-in-use" });
  expect(await answer(store)).toBe(1);
});

test("a command joins the running database and leaves it running", async () => {
  const store = await open();
  const command = await another("join");
  expect(command.said).toBe("open joined");
  command.child.stdin?.end();
  expect(await command.next()).toBe("closed");
  expect(await answer(store)).toBe(1);
});

test("a command that finds nobody running starts the database for itself and stops it after", async () => {
  const command = await another("join");
  const pid = Number(/^open (\d+)$/.exec(command.said)?.[1]);
  expect(pid).toBeGreaterThan(0);
  const joined = await open("join");
  expect(joined.ours).toBe(false);
  expect(await answer(joined)).toBe(1);
  await joined.close();
  opened.pop();
  command.child.stdin?.end();
  expect(await command.next()).toBe("closed");
  expect(isAlive(pid)).toBe(false);
});

test("after a killed application the abandoned database is taken over by the next start", async () => {
  const first = await another("serve");
  const abandoned = Number(first.said.replace("open ", ""));
  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  const store = await open();
  expect(await answer(store)).toBe(1);
  expect(store.serverPid()).not.toBe(abandoned);
  expect(isAlive(abandoned)).toBe(false);
});

test("a process id file that names a stranger's process does not stop a start", async () => {
  const first = await open();
  await first.close();
  opened.pop();
  const stranger = spawn("sleep", ["60"]);
  children.push(stranger);
  const file = path.join(dataDir, "cluster/postmaster.pid");
  writeFileSync(file, `${stranger.pid}\n${path.join(dataDir, "cluster")}\n0\n5432\n${dataDir}/run\n\n0 0\nready\n`);
  expect(await answer(await open())).toBe(1);
  expect(stranger.exitCode).toBeNull();
});

test("a data folder that cannot be written is refused in one line that names the way out", async () => {
  writeFileSync(path.join(dataDir, "file"), "");
  const refusal = openStore({ dataDir: path.join(dataDir, "file", "data"), mode: "serve" });
  await expect(refusal).rejects.toMatchObject({ code: "data-folder-unwritable" });
  await expect(refusal).rejects.toThrow(/^The data folder .* cannot be written \(\w+\): set MINHXET_DATA [^\n]*$/);
});

test("a long path to the data folder still gives a socket that can be reached", async () => {
  const deep = path.join(dataDir, "thư-mục-rất-dài".repeat(6));
  mkdirSync(deep, { recursive: true });
  const store = await openStore({ dataDir: deep, mode: "serve", durable: false });
  expect(await answer(store)).toBe(1);
  await store.close();
});

test("work that a killed database cut off before it was saved is done again", async () => {
  const store = await open();
  let attempts = 0;
  const value = await transaction(store, "nobody", async (trx) => {
    attempts += 1;
    if (attempts === 1) {
      process.kill(store.serverPid() ?? 0, "SIGKILL");
      await sleep(100);
    }
    return (await sql<{ n: number }>`select 2 as n`.execute(trx)).rows[0]?.n;
  });
  expect([value, attempts]).toEqual([2, 2]);
});

test("a connection lost while a commit was on its way is of unknown outcome, and the work is not repeated", async () => {
  const store = await open();
  const migrator = openPool(store.migrator, { name: "test", max: 1, statementTimeoutMs: 0 });
  await migrator.query(`create table slow (id int); grant insert on slow to minhxet_app;
    create function wait() returns trigger language plpgsql as 'begin perform pg_sleep(20); return null; end';
    create constraint trigger wait after insert on slow initially deferred for each row execute function wait()`);
  await migrator.end();
  let attempts = 0;
  const lost = transaction(store, "nobody", async (trx) => {
    attempts += 1;
    await sql`insert into slow values (1)`.execute(trx);
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    setTimeout(() => process.kill(rows[0]?.pid ?? 0, "SIGKILL"), 500);
  });
  await expect(lost).rejects.toMatchObject({ code: "outcome-unknown" });
  expect(attempts).toBe(1);
});
