import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import type { ClientBase } from "pg";
import { type Access, openClient, openPool } from "./pool.ts";
import { APP } from "./roles.ts";
import { errorMessage, StoreError } from "./store-error.ts";

/** One step of the schema: `0001-petitions.sql`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

export interface MigrateOptions {
  /** Called once before the first step on a database that already holds some; a rejection stops the migration. */
  readonly beforeChange?: (from: number, to: number) => Promise<void>;
  /** The steps to apply; by default the project's own. */
  readonly migrations?: readonly Migration[];
  /** The application's role, when it is not `minhxet_app`. */
  readonly appRole?: string;
}

const FOLDER = path.join(import.meta.dirname, "migrations");
/** Any number of our own: two starts must not migrate at the same time. */
const ADVISORY_LOCK = 7_302_311;

/** The project's steps in order. Throws when numbers repeat or leave a gap. */
export function readMigrations(folder = FOLDER): Migration[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  return files.map((file, index) => {
    const match = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file);
    if (!match?.[1] || Number(match[1]) !== index + 1) {
      throw new StoreError(
        "migration-failed",
        `The migration ${file} is not number ${String(index + 1).padStart(4, "0")}.`,
      );
    }
    const text = readFileSync(path.join(folder, file), "utf8");
    const sha256 = createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
    return { number: index + 1, name: file, text, sha256 };
  });
}

/**
 * Brings the database to the newest step, each in its own transaction, and returns the number it now has.
 * Refuses a database that is newer than this program, and one whose applied steps differ from ours.
 */
export async function migrate(migrator: Access, options: MigrateOptions = {}): Promise<number> {
  const migrations = options.migrations ?? readMigrations();
  const client = openClient(migrator, "minhxet migrate");
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [ADVISORY_LOCK]);
    const applied = await readApplied(client);
    refuseForeign(applied, migrations);
    const pending = migrations.slice(applied.length);
    if (pending.length > 0 && applied.length > 0) await options.beforeChange?.(applied.length, migrations.length);
    await prepareJobs(migrator, client, options.appRole ?? APP);
    await client.query(LEDGER);
    for (const migration of pending) await applyOne(client, migration);
    return migrations.length;
  } finally {
    await client.end();
  }
}

export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

const LEDGER = `create table if not exists public.schema_migration (
  number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`;

/** The steps that this database has; none when it is empty. */
export async function readApplied(client: ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('public.schema_migration') is not null as there",
  );
  if (!rows[0]?.there) return [];
  const sorted = "select number, name, sha256 from public.schema_migration order by number";
  return (await client.query<AppliedMigration>(sorted)).rows;
}

/** Refuses steps that this program does not know, or knows otherwise. */
export function refuseForeign(applied: readonly AppliedMigration[], migrations: readonly Migration[]): void {
  if (applied.length > migrations.length) {
    const message = `The data is newer than this program (step ${applied.length}, this program knows ${migrations.length}): install the newer program.`;
    throw new StoreError("database-newer", message);
  }
  const changed = applied.find(({ sha256 }, index) => migrations[index]?.sha256 !== sha256);
  if (changed) {
    const message = `The migration ${changed.name} was changed after it had been applied: the database does not fit this program.`;
    throw new StoreError("migration-changed", message);
  }
}

async function applyOne(client: ClientBase, { number, name, text, sha256 }: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(text);
    await client.query("insert into public.schema_migration (number, name, sha256) values ($1, $2, $3)", [
      number,
      name,
      sha256,
    ]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw new StoreError("migration-failed", `The migration ${name} failed: ${errorMessage(cause)}`, { cause });
  }
}

const silent = new Logger(() => () => undefined);

/** graphile-worker's own tables, which its row-level security would close to the application. */
async function prepareJobs(migrator: Access, client: ClientBase, appRole: string): Promise<void> {
  const pool = openPool(migrator, { name: "minhxet migrate jobs", max: 1, statementTimeoutMs: 0 });
  try {
    await runMigrations({ pgPool: pool, logger: silent });
  } finally {
    await pool.end();
  }
  const role = client.escapeIdentifier(appRole);
  await client.query(`grant usage on schema graphile_worker to ${role};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${role};
    grant usage, select on all sequences in schema graphile_worker to ${role};
    grant execute on all functions in schema graphile_worker to ${role}`);
  const { rows } = await client.query<{ name: string }>(`select c.relname as name from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'app_runs_jobs')`);
  for (const { name } of rows) {
    const table = `graphile_worker.${client.escapeIdentifier(name)}`;
    await client.query(`create policy app_runs_jobs on ${table} to ${role} using (true) with check (true)`);
  }
}
