import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { writePiecesDurably } from "../embedded/durable.ts";
import { migrate, readMigrations, refuseForeign } from "../migrate.ts";
import { DATABASE, type OpenStoreOptions, openStore, type Store } from "../open-store.ts";
import { type Access, openClient } from "../pool.ts";
import { createDatabase } from "../roles.ts";
import { StoreError } from "../store-error.ts";
import type { BackupEnd, BackupHeader } from "./backup.ts";
import { loadRows } from "./load-rows.ts";
import { type BackupFile, bodyOf, damaged, readTar } from "./tar.ts";

export interface RestoreSummary {
  readonly createdAt: string;
  readonly rows: number;
  readonly files: number;
  /** The name under which the earlier embedded database was kept, if it held anything. */
  readonly keptAs?: string;
}

const RESTORING = "minhxet_restoring";

/**
 * Puts a backup in the place of the database. The embedded one is moved aside and kept; a server's must be empty.
 * Refused while the application runs on the data folder. The file is read through and checked first, everything is loaded
 * and counted in a new database, and only then do the two change places: whatever fails, the old data is untouched.
 */
export async function restore(file: BackupFile, options: Omit<OpenStoreOptions, "mode">): Promise<RestoreSummary> {
  const { header, end } = await checkBackup(file);
  const store = await openStore({ ...options, mode: "serve" });
  try {
    const keptAs = store.embedded
      ? await intoEmbedded(store, file, header, end)
      : await intoServer(store, file, header, end);
    const rows = Object.values(end.rows).reduce((a, b) => a + b, 0);
    return { createdAt: header.createdAt, rows, files: end.files, keptAs };
  } finally {
    await store.close();
  }
}

/** Reads a backup to its end. Rejects with "backup-damaged" or, when this program is too old for it, "database-newer". */
export async function checkBackup(file: BackupFile): Promise<{ header: BackupHeader; end: BackupEnd }> {
  if (!existsSync(file.file)) throw new StoreError("restore-refused", `There is no file ${file.file}.`);
  let header: BackupHeader | undefined;
  let end: BackupEnd | undefined;
  for await (const member of readTar(file)) {
    const { name, digestBefore } = member;
    if (header === undefined) {
      if (name !== "backup.json") throw damaged("is not one of ours");
      header = parse<BackupHeader>(await bodyOf(member));
      if (header.format !== 1) throw damaged("has a form that this program does not know");
    }
    if (name === "end.json") {
      end = parse<BackupEnd>(await bodyOf(member));
      if (end.sha256 !== digestBefore) throw damaged("does not match its checksum");
    }
  }
  if (!header || !end) throw damaged("is cut off");
  refuseForeign(header.migrations, readMigrations());
  return { header, end };
}

function parse<T>(body: Buffer): T {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (cause) {
    throw damaged("is not one of ours", cause);
  }
}

async function intoEmbedded(
  store: Store,
  file: BackupFile,
  header: BackupHeader,
  end: BackupEnd,
): Promise<string | undefined> {
  const client = openClient({ ...store.keeper, database: "postgres" }, "minhxet restore");
  await client.connect();
  try {
    await client.query(`drop database if exists ${RESTORING} with (force)`);
    await createDatabase(client, RESTORING);
    try {
      await load(store, { ...store.migrator, database: RESTORING }, file, header, end);
      return await changePlaces(client, await holdsTables(store.keeper));
    } catch (error) {
      await client.query(`drop database if exists ${RESTORING} with (force)`);
      throw error;
    }
  } finally {
    await client.end();
  }
}

async function changePlaces(client: Client, keepOld: boolean): Promise<string | undefined> {
  const keptAs = `${DATABASE}_before_${new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14)}`;
  await client.query("begin");
  await client.query(`alter database ${DATABASE} rename to ${keptAs}`);
  await client.query(`alter database ${RESTORING} rename to ${DATABASE}`);
  await client.query("commit");
  if (keepOld) return keptAs;
  await client.query(`drop database ${keptAs} with (force)`);
  return undefined;
}

async function intoServer(store: Store, file: BackupFile, header: BackupHeader, end: BackupEnd): Promise<undefined> {
  if (await holdsTables(store.migrator)) {
    throw new StoreError("restore-refused", "The database of DATABASE_URL is not empty: restore into an empty one.");
  }
  try {
    await load(store, store.migrator, file, header, end);
  } catch (error) {
    await emptyAgain(store.migrator);
    throw error;
  }
}

async function load(
  store: Store,
  access: Access,
  file: BackupFile,
  header: BackupHeader,
  end: BackupEnd,
): Promise<void> {
  const { appRole } = store;
  await migrate(access, { appRole, migrations: readMigrations().slice(0, header.migrations.length) });
  await loadRows(access, file, header, end);
  await migrate(access, { appRole });
  await putFiles(file, path.join(store.dataDir, "files"));
}

/** Adds the stored files that are not there; none is changed or removed. */
async function putFiles(file: BackupFile, filesDir: string): Promise<void> {
  for await (const { name, pieces } of readTar(file)) {
    if (!name.startsWith("files/")) continue;
    const place = path.resolve(filesDir, name.slice("files/".length));
    if (!place.startsWith(filesDir + path.sep)) throw damaged("holds a file with a name that leads outside");
    if (existsSync(place)) continue;
    mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
    await writePiecesDurably(place, pieces);
  }
}

const OWN_SCHEMAS = "nspname !~ '^pg_' and nspname not in ('information_schema', 'public')";

async function holdsTables(access: Access): Promise<boolean> {
  return withClient(access, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and (${OWN_SCHEMAS} or nspname = 'public') limit 1`,
    );
    return rowCount === 1;
  });
}

async function emptyAgain(access: Access): Promise<void> {
  await withClient(access, async (client) => {
    await client.query(`do $$ declare s name; begin
      for s in select nspname from pg_namespace where ${OWN_SCHEMAS} loop execute format('drop schema %I cascade', s); end loop;
      for s in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') loop
        execute format('drop table if exists public.%I cascade', s); end loop; end $$`);
  });
}

async function withClient<T>(access: Access, work: (client: Client) => Promise<T>): Promise<T> {
  const client = openClient(access, "minhxet restore");
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
