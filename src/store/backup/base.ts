import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import path from "node:path";
import type { Client } from "pg";
import { setArchiving } from "../embedded/archiver.ts";
import { renameDurably } from "../embedded/durable.ts";
import { lockFolder } from "../embedded/folder-lock.ts";
import { prepareLayout } from "../embedded/layout.ts";
import { dropErased, mirrorFiles } from "../embedded/mirror-files.ts";
import { type Recipients, requireRecipients } from "../embedded/sealing.ts";
import { type ArchivePlaces, archiveOf, beginArchive } from "../embedded/wal-archive.ts";
import type { Store } from "../open-store.ts";
import { openClient } from "../pool.ts";
import { errorCode, StoreError } from "../store-error.ts";
import { baseName, pruneArchive } from "./bases.ts";
import { namedFiles } from "./files.ts";
import { createTar, type TarWriter } from "./tar.ts";

/** First member of a base, `base.json`. */
export interface BaseHeader {
  readonly format: 2;
  /** Major version of PostgreSQL. */
  readonly major: string;
  readonly startSegment: string;
  /** Every folder of the cluster, the empty ones too. */
  readonly folders: readonly string[];
}

/** Last member of a base, `end.json`. */
export interface BaseEnd {
  /** The moment from which on the journal can take it anywhere. ISO 8601. */
  readonly endedAt: string;
  /** SHA-256 of everything before this member. */
  readonly sha256: string;
}

export interface BaseSummary {
  readonly file: string;
  readonly encrypted: boolean;
  /** The earliest point that this base can be taken to. ISO 8601. */
  readonly from: string;
  /** Stored files that were copied now; the others were there. */
  readonly filesCopied: number;
  readonly filesErased: number;
  /** Digests of files that rows name and nobody has. */
  readonly missing: readonly string[];
  readonly basesKept: number;
  readonly basesRemoved: number;
}

/**
 * Copies the embedded server's files while it works, into `backups/point-in-time/`; from then on its journal is kept there
 * too, and so are new stored files, so that `restoreTo` can go to any later moment. `keep`: so many bases stay, older ones
 * go with the journal that only they need.
 */
export async function backupBase(
  store: Store,
  options: { readonly recipients: Recipients; readonly keep?: number },
): Promise<BaseSummary> {
  const { recipients, keep } = options;
  if (!store.embedded) {
    throw new StoreError(
      "backup-refused",
      "Points in time are for the embedded database: name a FILE for a backup of DATABASE_URL, and see docs/backup.md.",
    );
  }
  requireRecipients(recipients);
  const lock = await lockFolder(store.dataDir, "backup", 0);
  const client = openClient(store.keeper, "minhxet base");
  try {
    await client.connect();
    const { clusterDir } = prepareLayout(store.dataDir);
    const places = archiveOf(path.join(store.dataDir, "backups"), clusterDir);
    await startJournal(client, places, recipients);
    for (const left of readdirSync(places.folder)) {
      if (left.endsWith(".partial")) rmSync(path.join(places.folder, left), { force: true });
    }
    const { file, endedAt } = await writeBase(client, clusterDir, places, recipients);
    const filesDir = path.join(store.dataDir, "files");
    const filesCopied = await mirrorFiles(filesDir, places.files, recipients);
    const named = await namedFiles(client);
    const missing = [...named].filter((digest) => !isThere(places.files, digest) && !isThere(filesDir, digest));
    const filesErased = dropErased(filesDir, places.files, named);
    const { kept, removed } = pruneArchive(places, keep);
    return {
      file,
      encrypted: recipients.length > 0,
      from: endedAt,
      filesCopied,
      filesErased,
      missing,
      basesKept: kept,
      basesRemoved: removed,
    };
  } finally {
    await client.end();
    lock.release();
  }
}

async function startJournal(client: Client, places: ArchivePlaces, recipients: Recipients): Promise<void> {
  const { rows } = await client.query<{ mode: string }>("select current_setting('archive_mode') as mode");
  if (rows[0]?.mode !== "on") {
    throw new StoreError(
      "backup-refused",
      "The running database keeps no journal: stop the application and start it again.",
    );
  }
  // The mark first: from now on nothing that PostgreSQL puts aside is thrown away.
  beginArchive(places, recipients);
  await setArchiving(client, true);
}

function isThere(root: string, digest: string): boolean {
  const place = path.join(root, digest.slice(0, 2), digest.slice(2, 4), digest);
  return existsSync(place) || existsSync(`${place}.age`);
}

async function writeBase(client: Client, clusterDir: string, places: ArchivePlaces, recipients: Recipients) {
  const partial = path.join(places.folder, `${process.pid}.partial`);
  const tar = createTar(partial, recipients);
  try {
    const { startSegment, endedAt } = await copyCluster(client, clusterDir, tar);
    await tar.end();
    const file = path.join(places.folder, baseName(endedAt, startSegment, recipients.length > 0));
    renameDurably(partial, file);
    return { file, endedAt };
  } catch (error) {
    tar.abandon();
    rmSync(partial, { force: true });
    throw error;
  }
}

/** PostgreSQL's own protocol for copying a running cluster: start, copy in any order, stop, and the journal in between. */
async function copyCluster(client: Client, clusterDir: string, tar: TarWriter) {
  // The slot holds the journal of the copy back from being recycled; it goes with this connection.
  await client.query("select pg_create_physical_replication_slot('minhxet_base_' || pg_backend_pid(), true, true)");
  const started = await client.query<{ segment: string; major: string }>(
    `select pg_walfile_name(pg_backup_start('minhxet', true)) as segment, (current_setting('server_version_num')::int / 10000)::text as major`,
  );
  const { segment: startSegment = "", major = "" } = started.rows[0] ?? {};
  const { folders, files } = await clusterTree(clusterDir);
  const header: BaseHeader = { format: 2, major, startSegment, folders };
  await tar.add("base.json", json(header));
  for (const file of files) await addInPieces(tar, clusterDir, file);
  await tar.add("cluster/global/pg_control", readControl(clusterDir));
  const stopped = await client.query<{ segment: string; label: string; map: string | null; endedAt: Date }>(
    `select pg_walfile_name(lsn) as segment, labelfile as label, spcmapfile as map, clock_timestamp() as "endedAt" from pg_backup_stop(true)`,
  );
  const end = stopped.rows[0];
  if (!end) throw new StoreError("backup-refused", "PostgreSQL did not end the copy.");
  if (end.map?.trim())
    throw new StoreError(
      "backup-refused",
      "The database has tablespaces outside its folder: use PostgreSQL's own tools.",
    );
  for (const segment of readdirSync(path.join(clusterDir, "pg_wal")).sort()) {
    if (/^[0-9A-F]{24}$/.test(segment) && segment >= startSegment && segment <= end.segment)
      await addInPieces(tar, clusterDir, `pg_wal/${segment}`);
    else if (/^[0-9A-F]{8}\.history$/.test(segment)) await addInPieces(tar, clusterDir, `pg_wal/${segment}`);
  }
  await tar.add("cluster/backup_label", Buffer.from(end.label));
  const endedAt = new Date(end.endedAt).toISOString();
  await tar.add("end.json", json({ endedAt, sha256: tar.digest() } satisfies BaseEnd));
  return { startSegment, endedAt };
}

/** What PostgreSQL's own base backups leave out: the state of this very server process. */
const EMPTIED = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//;
const LEFT_OUT =
  /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label(\.old)?|tablespace_map(\.old)?|recovery\.signal|.*\.tmp)$/;

async function clusterTree(clusterDir: string): Promise<{ folders: string[]; files: string[] }> {
  const folders: string[] = [];
  const files: string[] = [];
  for (const entry of await readdir(clusterDir, { recursive: true, withFileTypes: true })) {
    const name = path.relative(clusterDir, path.join(entry.parentPath, entry.name)).split(path.sep).join("/");
    if (LEFT_OUT.test(name)) continue;
    if (entry.isDirectory()) {
      if (!/^pg_replslot\//.test(name)) folders.push(name);
    } else if (entry.isFile() && !EMPTIED.test(name) && name !== "global/pg_control") files.push(name);
  }
  return { folders: folders.sort(), files: files.sort() };
}

const PIECE_BYTES = 4 * 1024 * 1024;

/** A file in members of at most 4 MB: `cluster/<path>`, then `cluster/<path>+<offset>`. One that is gone meanwhile is left out. */
async function addInPieces(tar: TarWriter, clusterDir: string, name: string): Promise<void> {
  const file = await open(path.join(clusterDir, name), "r").catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  });
  if (!file) return;
  try {
    for (let offset = 0; ; ) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(PIECE_BYTES), 0, PIECE_BYTES, offset);
      if (bytesRead === 0 && offset > 0) return;
      await tar.add(`cluster/${name}${offset === 0 ? "" : `+${offset}`}`, buffer.subarray(0, bytesRead));
      if (bytesRead === 0) return;
      offset += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** Last, as PostgreSQL wants it; read until it is the same twice, so that no half-written one is taken. */
function readControl(clusterDir: string): Buffer {
  const read = () => readFileSync(path.join(clusterDir, "global", "pg_control"));
  for (let [before, now] = [read(), read()]; ; [before, now] = [now, read()]) if (before.equals(now)) return now;
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`, "utf8");
