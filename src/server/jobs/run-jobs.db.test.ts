import { randomUUIDv7 } from "node:crypto";
import { existsSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transaction } from "../../store/index.ts";
import { openClient } from "../../store/pool.ts";
import { openLog } from "../http/log.ts";
import { openTestOffice, type TestOffice } from "../testing.ts";
import { startJobs } from "./run-jobs.ts";

let office: TestOffice;
const logged: string[] = [];
const log = openLog({ logLevel: "debug" }, { write: (line) => void logged.push(line) });

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office?.close());

async function asOwner<T extends object>(text: string, values: unknown[] = []): Promise<readonly T[]> {
  const client = openClient(office.app.setting.store.migrator, "test");
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200 && !(await holds()); i++) await sleep(50);
  expect(await holds()).toBe(true);
}

const addJob = (task: string, payload: object) =>
  transaction(office.app.setting.store, office.app.task, (tx) =>
    sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json)`.execute(tx),
  );

test("a job that casework enqueues under the application's role is carried out, and one that fails keeps no words of the failure", async () => {
  const secret = "Trần Thị Kín";
  await addJob("index-matter", { matterId: randomUUIDv7() });
  await addJob("index-matter", { matterId: secret });
  const jobs = await startJobs(office.app, { log });
  try {
    await until(async () => {
      const rows = await asOwner<{ attempts: number; last_error: string | null }>(
        "select attempts, last_error from graphile_worker.jobs",
      );
      return rows.length === 1 && rows[0]?.last_error === "ZodError";
    });
  } finally {
    await jobs.stop();
  }
  const { rows } = await office.app.setting.store.appPool.query("select 1 as alive");
  expect(rows).toEqual([{ alive: 1 }]);
  expect(logged.join("")).toContain("background task failed");
  expect(logged.join("")).not.toContain(secret);
});

test("keys of commands are forgotten after thirty days, by background work only", async () => {
  const [old, young] = [randomUUIDv7(), randomUUIDv7()];
  await asOwner(
    "insert into command (key, name, result, done_at) values ($1, 'test', '{}', now() - interval '31 days'), ($2, 'test', '{}', now() - interval '29 days')",
    [old, young],
  );
  const { forgetOldCommands } = office.app.housekeeping;
  await expect(forgetOldCommands(await office.as("administrator"))).rejects.toMatchObject({ code: "42501" });
  expect(await forgetOldCommands(office.app.task)).toBeGreaterThanOrEqual(1);
  const left = await asOwner<{ key: string }>("select key from command where key = any ($1)", [[old, young]]);
  expect(left).toEqual([{ key: young }]);
});

test("sessions whose time is over are removed", async () => {
  await office.as("head");
  await asOwner(`update auth.session set "expiresAt" = now() - interval '1 minute'`);
  await office.app.housekeeping.forgetOldSessions();
  expect(await asOwner("select id from auth.session")).toEqual([]);
});

test("what an upload left behind whose process ended is taken away after a day, and nothing that is kept or still comes in", async () => {
  const filesDir = path.join(office.app.setting.store.dataDir, "files");
  const { sha256 } = await office.app.setting.files.put(Buffer.from("bản quét"));
  const stored = path.join(filesDir, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const [left, young] = [path.join(filesDir, ".left.part"), path.join(filesDir, ".young.part")];
  for (const each of [left, young]) writeFileSync(each, "nửa bản ghi");
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  for (const each of [left, stored]) utimesSync(each, yesterday, yesterday);
  const jobs = await startJobs(office.app, { log });
  try {
    await addJob("prune", {});
    await until(async () => !existsSync(left));
  } finally {
    await jobs.stop();
  }
  expect([young, stored].every((each) => existsSync(each))).toBe(true);
});
