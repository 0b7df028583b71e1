import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { errorCode, StoreError } from "../store-error.ts";
import { flushFolder, writeDurably } from "./durable.ts";
import { mirrorFiles } from "./mirror-files.ts";
import { type Identities, type Recipients, seal, unseal } from "./sealing.ts";

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];

/** Where one cluster's bases, journal (WAL) and copies of files lie. */
export interface ArchivePlaces {
  /** `backups/point-in-time/<system identifier>` */
  readonly folder: string;
  readonly wal: string;
  readonly files: string;
}

export function archivePlaces(folder: string): ArchivePlaces {
  return { folder, wal: path.join(folder, "wal"), files: path.join(folder, "files") };
}

export const pointInTimeFolder = (backupsDir: string) => path.join(backupsDir, "point-in-time");

export function archiveOf(backupsDir: string, clusterDir: string): ArchivePlaces {
  return archivePlaces(path.join(pointInTimeFolder(backupsDir), systemIdentifier(clusterDir)));
}

/** The number that PostgreSQL gave the cluster when it was made: the first eight bytes of `pg_control`. */
export function systemIdentifier(clusterDir: string): string {
  const file = openSync(path.join(clusterDir, "global", "pg_control"), "r");
  try {
    const bytes = Buffer.alloc(8);
    readSync(file, bytes, 0, 8, 0);
    return bytes.readBigUInt64LE().toString();
  } finally {
    closeSync(file);
  }
}

const recipientsFile = ({ folder }: ArchivePlaces) => path.join(folder, "recipients");

/** From this on the journal is kept, encrypted to these keys (in clear when there are none). */
export function beginArchive(places: ArchivePlaces, recipients: Recipients): void {
  for (const folder of [places.folder, places.wal, places.files]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeDurably(recipientsFile(places), Buffer.from(recipients.map((each) => `${each}\n`).join("")));
  flushFolder(path.dirname(places.folder));
}

/** The keys that the journal is encrypted to; `undefined` until the first base: nothing is kept before it. */
export function archiveRecipients(places: ArchivePlaces): Recipients | undefined {
  try {
    return readFileSync(recipientsFile(places), "utf8").split("\n").filter(Boolean);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Segments, timeline histories and marks of base backups, by PostgreSQL's own names. */
const WAL_FILE = /^([0-9A-F]{24}(\.partial|\.[0-9A-F]{8}\.backup)?|[0-9A-F]{8}\.history)$/;

export interface ArchiveWork {
  readonly places: ArchivePlaces;
  /** Where PostgreSQL's archiver puts whole, flushed copies. */
  readonly spool: string;
  readonly filesDir: string;
}

/**
 * Takes what PostgreSQL has put aside into the archive: compressed, sealed, flushed, renamed, and only then removed from
 * where it lay. Files come first, so that whatever a kept segment names is there. A segment that is kept already is
 * compared by the digest in its name and never overwritten: other content under the same name is an error. Files of
 * folders that did not change after `since` (milliseconds) are not looked at again. Returns how many were taken.
 */
export async function archivePass({ places, spool, filesDir }: ArchiveWork, since = 0): Promise<number> {
  const waiting = readdirSync(spool)
    .filter((name) => WAL_FILE.test(name))
    .sort();
  if (waiting.length === 0) return 0;
  const recipients = archiveRecipients(places);
  if (recipients === undefined) {
    for (const name of waiting) rmSync(path.join(spool, name), { force: true });
    return 0;
  }
  await mirrorFiles(filesDir, places.files, recipients, since);
  const kept = new Map(readdirSync(places.wal).map((each) => [originalName(each), each]));
  for (const name of waiting) {
    await archiveOne(places, path.join(spool, name), kept.get(name), recipients);
  }
  return waiting.length;
}

async function archiveOne(places: ArchivePlaces, file: string, kept: string | undefined, recipients: Recipients) {
  const name = path.basename(file);
  const bytes = readFileSync(file);
  const archived = `${name}-${digestOf(bytes)}`;
  if (kept !== undefined && !kept.startsWith(archived)) {
    throw new StoreError(
      "backup-refused",
      `The archive holds another ${name}: the journal is not kept until ${places.wal} is looked at.`,
    );
  }
  if (kept === undefined) {
    const ending = recipients.length === 0 ? ".gz" : ".gz.age";
    writeDurably(path.join(places.wal, `${archived}${ending}`), await seal(await zip(bytes), recipients));
  }
  rmSync(file, { force: true });
}

const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex").slice(0, 32);
const originalName = (archived: string) => archived.slice(0, archived.lastIndexOf("-"));

/** What the archive holds, by PostgreSQL's names. */
export function archivedNames({ wal }: ArchivePlaces): ReadonlyMap<string, string> {
  if (!existsSync(wal)) return new Map();
  const whole = readdirSync(wal).filter((name) => /-[0-9a-f]{32}\.gz(\.age)?$/.test(name));
  return new Map(whole.map((name) => [originalName(name), path.join(wal, name)]));
}

/** A file of the archive in clear. Rejects when it no longer has the content that it was kept with. */
export async function readArchived(file: string, identities: Identities): Promise<Buffer> {
  let bytes: Buffer;
  try {
    bytes = await unzip(await unseal(file, identities));
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw damagedArchive(file, cause);
  }
  if (!path.basename(file).includes(`-${digestOf(bytes)}.`)) throw damagedArchive(file);
  return bytes;
}

const damagedArchive = (file: string, cause?: unknown) =>
  new StoreError("backup-damaged", `${file} was altered or cut off: nothing was restored.`, { cause });
