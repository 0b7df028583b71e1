import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { runCommandHere } from "../cli/testing-command.ts";
import { openStore } from "../store/index.ts";
import { openClient } from "../store/pool.ts";
import { type Ended, type Environment, runProgram, scratchFolder, startServer } from "./testing-process.ts";

// Whole programs start and stop here, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const folder = scratchFolder();
const dataDir = path.join(folder.path, "data");
const env = { MINHXET_DATA: dataDir, MINHXET_TODAY: "2026-11-24" };
const main = (extra: Environment) =>
  runProgram("src/server/main.ts", [], { LOG_LEVEL: "silent", PORT: "0", ...env, ...extra });

/** One line, for people, on standard error; and it did not go well. */
function oneLine({ code, stderr }: Ended): string {
  expect(code).not.toBe(0);
  expect(stderr.trim().split("\n"), stderr).toHaveLength(1);
  expect(stderr).toMatch(/^minhxet: \S/);
  return stderr;
}

afterAll(() => folder.remove());

describe("before anything is started", () => {
  test("settings that cannot be used are named, each in its line", async () => {
    const { code, stderr } = await main({ PORT: "eighty", MINHXET_TODAY: "31/6/2026" });
    expect(code).not.toBe(0);
    expect(stderr.trim().split("\n")).toEqual([
      "minhxet: PORT must be a port number from 0 to 65535.",
      "minhxet: MINHXET_TODAY must be a date YYYY-MM-DD.",
    ]);
  });

  test("a data folder that cannot be written is said to be so", async () => {
    expect(oneLine(await main({ MINHXET_DATA: "/proc/minhxet" }))).toContain("/proc/minhxet");
  });
});

describe("a running installation", () => {
  let running: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => {
    running = await startServer(env);
  });
  afterAll(async () => void (await running?.stop()));

  test("greets with its address and the sign-ins of the demonstration, and answers", async () => {
    expect(running.greeting).toContain("quantri");
    expect((await fetch(`${running.origin}/readyz`)).status).toBe(200);
    const page = await fetch(running.origin);
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(await page.text()).toContain("Minh Xét");
  });

  test("is not disturbed by a second start on its data folder, which is refused", async () => {
    expect(oneLine(await main({}))).toContain(dataDir);
    expect((await fetch(`${running.origin}/readyz`)).status).toBe(200);
  });

  test("stops cleanly when told to, and starts again with what it had", async () => {
    expect((await running.stop()).code).toBe(0);
    running = await startServer(env);
    expect(running.greeting).toContain("quantri");
    expect((await running.stop()).code).toBe(0);
  });
});

test("a port in use is named, and the database is left stopped", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  expect(oneLine(await main({ PORT: String(port) }))).toContain(`127.0.0.1:${port} is in use`);
  other.close();
});

test("a database of a newer version is refused and not touched", async () => {
  const ahead = async (statement: string) => {
    const store = await openStore({ dataDir, mode: "join" });
    const client = openClient(store.migrator, "test");
    await client.connect();
    const { rows } = await client.query<{ n: number }>(statement);
    await client.end();
    await store.close();
    return rows[0]?.n;
  };
  await ahead(
    "insert into public.schema_migration (number, name, sha256) select max(number) + 1, 'from-the-future', 'x' from public.schema_migration returning number as n",
  );
  expect(oneLine(await main({}))).toContain("newer");
  expect(await ahead("select count(*)::int as n from officer")).toBeGreaterThan(0);
});

test("an empty installation without the demonstration gets one administrator and is told how to begin", async () => {
  const empty = { ...env, MINHXET_DATA: path.join(folder.path, "real"), MINHXET_DEMO: "0" };
  const server = await startServer(empty);
  const lines = server.greeting;
  await server.stop();
  expect(lines).toMatch(/^ {2}admin {2}[a-z2-9]{5}(-[a-z2-9]{5}){3}$/m);
  expect(lines).toContain("agency create");
  const cli = (...args: string[]) => runCommandHere([...args, "--json"], empty);
  expect(JSON.parse((await cli("agencies")).stdout)).toEqual([]);
  const made = await cli(
    ...["agency", "create", "--code", "XA-A", "--name", "Ủy ban nhân dân xã A", "--level", "commune"],
    ...["--place", "xã A", "--admin", "admin", "--from", "2026-07-01"],
  );
  expect(made).toMatchObject({ code: 0 });
  const renamed = await cli(
    "agency",
    "rename",
    "--code",
    "XA-A",
    "--name",
    "Ủy ban nhân dân xã An",
    "--from",
    "2026-10-01",
  );
  expect(renamed).toMatchObject({ code: 0 });
  const names = async (asOf: string) => JSON.parse((await cli("agencies", "--as-of", asOf)).stdout);
  expect(await names("2026-09-30")).toEqual([
    { code: "XA-A", name: "Ủy ban nhân dân xã A", level: "commune", parent: null },
  ]);
  expect(await names("2026-11-24")).toMatchObject([{ name: "Ủy ban nhân dân xã An" }]);
});
