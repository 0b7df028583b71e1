import { mkdtempSync, rmSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { prepareSchema } from "./backup/index.ts";
import { prepareDataFolder } from "./embedded/layout.ts";
import { openEmbedded } from "./embedded/open.ts";
import { superuserClient } from "./embedded/supervisor.ts";
import { openStore, prepareDatabase, type Store } from "./open-store.ts";
import { openTestDatabase } from "./testing.ts";
import { transaction } from "./transaction.ts";

// A server of its own: roles belong to a whole server, and what is prepared here takes their passwords from other files.
let server: Awaited<ReturnType<typeof openEmbedded>>;
let serverDir: string;
let dataDir: string;
const DATABASE = "server_of_its_own";
const url = (user: string, password: string, database = DATABASE) =>
  `postgres://${user}:${password}@${encodeURIComponent(server.socketDir)}:5432/${database}`;

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = superuserClient(server.socketDir, server.secrets.superuser);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

beforeAll(async () => {
  serverDir = prepareDataFolder(mkdtempSync("/tmp/minhxet-server-"));
  server = await openEmbedded(serverDir, { mode: "serve", durable: false, notice: () => undefined });
  await prepareDatabase(server.socketDir, server.secrets);
});
afterAll(async () => {
  await server?.close();
  rmSync(serverDir, { recursive: true, force: true });
});

beforeEach(async () => {
  dataDir = mkdtempSync("/tmp/minhxet-remote-");
  await asSuperuser(
    "create role province with login createrole password 'secret'",
    "grant minhxet_app, minhxet_auth, minhxet_migrator to province with admin option",
    `create database ${DATABASE} owner province template template0`,
  );
});

afterEach(async () => {
  await asSuperuser(`drop database if exists ${DATABASE} with (force)`, "drop database if exists latin with (force)");
  await asSuperuser("drop role if exists province_app", "drop owned by province cascade", "drop role province");
  rmSync(dataDir, { recursive: true, force: true });
});

test("a server of its own is prepared by a role that is no superuser, and the schema belongs to the migrator", async () => {
  const store = await openStore({ dataDir, databaseUrl: url("province", "secret"), mode: "serve" });
  try {
    await prepareSchema(store);
    const { rows } = await store.appPool.query(
      "select current_user as me, tableowner as owner from pg_tables where tablename = 'petition'",
    );
    expect(rows).toEqual([{ me: "minhxet_app", owner: "minhxet_migrator" }]);
    expect(store.embedded).toBe(false);
  } finally {
    await store.close();
  }
});

test("a database in another encoding is refused, and what it lacks is named", async () => {
  await asSuperuser(
    "create database latin owner province encoding 'LATIN1' template template0 locale_provider libc locale 'C'",
  );
  const refusal = openStore({ dataDir, databaseUrl: url("province", "secret", "latin"), mode: "serve" });
  await expect(refusal).rejects.toMatchObject({ code: "server-lacks" });
  await expect(refusal).rejects.toThrow(/lacks: the encoding UTF8 \(it is LATIN1\)/);
});

test("a superuser is refused as the application's role", async () => {
  const databaseAppUrl = url("postgres", server.secrets.superuser);
  const refusal = openStore({ dataDir, databaseUrl: url("province", "secret"), databaseAppUrl, mode: "serve" });
  await expect(refusal).rejects.toMatchObject({ code: "server-lacks" });
});

test("a server that does not answer is refused in one line without its password", async () => {
  const refusal = openStore({ dataDir, databaseUrl: "postgres://me:hidden@127.0.0.1:1/x", mode: "serve" });
  await expect(refusal).rejects.toThrow(/^The server of DATABASE_URL cannot be reached: ECONNREFUSED\.$/);
});

test("dates come as civil dates and large numbers exactly or not at all", async () => {
  const store: Store = await openTestDatabase();
  try {
    const read = await store.appPool.query(
      "select date '2026-07-01' as d, array[date '2026-07-02', null] as ds, 9007199254740991::bigint as n",
    );
    expect(read.rows).toEqual([{ d: "2026-07-01", ds: ["2026-07-02", null], n: 9007199254740991 }]);
    await expect(store.appPool.query("select 9007199254740993::bigint as n")).rejects.toThrow(RangeError);
  } finally {
    await store.close();
  }
});

test("two acts that cross each other are both done, one after the other", async () => {
  const store = await openTestDatabase();
  try {
    const runs: string[] = [];
    const crossing = (name: string, first: number, second: number) =>
      transaction(store, "nobody", async (trx) => {
        runs.push(name);
        await sql`select pg_advisory_xact_lock(${first})`.execute(trx);
        await sql`select pg_sleep(0.2)`.execute(trx);
        await sql`select pg_advisory_xact_lock(${second})`.execute(trx);
        return name;
      });
    expect(await Promise.all([crossing("a", 1, 2), crossing("b", 2, 1)])).toEqual(["a", "b"]);
    expect(runs.length).toBeGreaterThan(2);
  } finally {
    await store.close();
  }
});

test("work that swallowed a failed statement is not reported as saved", async () => {
  const store = await openTestDatabase();
  try {
    const work = transaction(store, "nobody", (trx) => sql`select 1/0`.execute(trx).catch(() => undefined));
    await expect(work).rejects.toThrow();
  } finally {
    await store.close();
  }
});

test("a secret that opens nothing sees nothing", async () => {
  const store = await openTestDatabase();
  try {
    for (const caller of [{ session: "x" }, { token: "x" }, { job: "x" }, "nobody"] as const) {
      const { rows } = await transaction(store, caller, (trx) => sql`select app.context_kind() as kind`.execute(trx));
      expect(rows).toEqual([{ kind: null }]);
    }
  } finally {
    await store.close();
  }
});
