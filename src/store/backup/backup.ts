import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { renameDurably } from "../embedded/durable.ts";
import { type Recipients, requireRecipients } from "../embedded/sealing.ts";
import { type AppliedMigration, migrate, readApplied } from "../migrate.ts";
import type { Store } from "../open-store.ts";
import { openClient } from "../pool.ts";
import { StoreError } from "../store-error.ts";
import { type FileFaults, namedFiles, writeFiles } from "./files.ts";
import { type BackedTable, backedTables, requireEveryRow, type SequenceState, sequenceStates } from "./tables.ts";
import { createTar, type TarWriter } from "./tar.ts";

/** First member of a backup, `backup.json`. */
export interface BackupHeader {
  readonly format: 1;
  /** Instant, ISO 8601. */
  readonly createdAt: string;
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly BackedTable[];
  readonly sequences: readonly SequenceState[];
}

/** Last member of a backup, `end.json`: without it the file is cut off. */
export interface BackupEnd {
  readonly rows: Readonly<Record<string, number>>;
  readonly files: number;
  /** SHA-256 of everything before this member. */
  readonly sha256: string;
}

export interface BackupSummary extends FileFaults {
  readonly file: string;
  readonly encrypted: boolean;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/** Rows in COPY's text form are cut into members of about this size, at any byte. */
const MEMBER_BYTES = 4 * 1024 * 1024;

/**
 * Writes all rows of one moment, and the file store, into one new file while the application goes on working, encrypted to
 * `recipients` unless there are none. The keys in `secrets/` are not part of it. Throws when the file exists or a row would
 * be missing; the name appears only when the backup is complete and on the disk.
 */
export async function backup(store: Store, file: string, recipients: Recipients): Promise<BackupSummary> {
  requireRecipients(recipients);
  if (existsSync(file)) throw new StoreError("restore-refused", `${file} exists already: choose another name.`);
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  const client = openClient(store.keeper, "minhxet backup");
  await client.connect();
  const tar = createTar(partial, recipients);
  try {
    await client.query("begin isolation level repeatable read read only");
    await requireEveryRow(client);
    const summary = await writeAll(client, tar, path.join(store.dataDir, "files"));
    await client.query("commit");
    await tar.end();
    renameDurably(partial, file);
    return { file, encrypted: recipients.length > 0, ...summary };
  } catch (error) {
    tar.abandon();
    rmSync(partial, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * Brings the schema to this program's step; a database that holds data is backed up into `backups/` first.
 * Throws what `migrate` and `backup` throw; a failed backup stops the migration before it begins.
 */
export async function prepareSchema(
  store: Store,
  notice: (line: string) => void = () => undefined,
  recipients: Recipients = [],
): Promise<number> {
  return migrate(store.migrator, {
    appRole: store.appRole,
    beforeChange: async (from, to) => {
      const moment = new Date().toISOString().replaceAll(/[-:]|\..*$/g, "");
      const file = path.join(
        store.dataDir,
        "backups",
        `before-step-${to}-${moment}.tar.gz${recipients.length > 0 ? ".age" : ""}`,
      );
      notice(`The database moves from step ${from} to ${to}; first a backup into ${file}.`);
      await backup(store, file, recipients);
    },
  });
}

async function writeAll(
  client: Client,
  tar: TarWriter,
  filesDir: string,
): Promise<Omit<BackupSummary, "file" | "encrypted">> {
  const header: BackupHeader = {
    format: 1,
    createdAt: new Date().toISOString(),
    migrations: await readApplied(client),
    tables: await backedTables(client),
    sequences: await sequenceStates(client),
  };
  await tar.add("backup.json", json(header));
  const rows: Record<string, number> = {};
  for (const table of header.tables) rows[table.name] = await writeTable(client, tar, table);
  const { files, missing, altered } = await writeFiles(tar, filesDir, await namedFiles(client));
  const end: BackupEnd = { rows, files, sha256: tar.digest() };
  await tar.add("end.json", json(end));
  return {
    tables: header.tables.length,
    rows: Object.values(rows).reduce((a, b) => a + b, 0),
    files,
    missing,
    altered,
  };
}

/** Returns the number of rows: in COPY's text form each one is a line. */
async function writeTable(client: Client, tar: TarWriter, { sql, name, columns }: BackedTable): Promise<number> {
  const stream = client.query(copyTo(`copy (select ${columns} from only ${sql}) to stdout`));
  // A stream that is given up half-way reports the end of its connection to nobody.
  stream.on("error", () => undefined);
  let held: Buffer[] = [];
  let bytes = 0;
  let rows = 0;
  let members = 0;
  const flush = async () => {
    members += 1;
    await tar.add(`tables/${name}/${String(members).padStart(6, "0")}`, Buffer.concat(held));
    held = [];
    bytes = 0;
  };
  for await (const part of stream as AsyncIterable<Buffer>) {
    held.push(part);
    bytes += part.length;
    rows += countLines(part);
    if (bytes >= MEMBER_BYTES) await flush();
  }
  if (bytes > 0) await flush();
  return rows;
}

function countLines(part: Buffer): number {
  let lines = 0;
  for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) lines += 1;
  return lines;
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`, "utf8");
