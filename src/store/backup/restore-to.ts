import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { findBinaries, reachableBinaries } from "../embedded/binaries.ts";
import { clusterExists } from "../embedded/cluster.ts";
import { flushFolder } from "../embedded/durable.ts";
import { lockFolder } from "../embedded/folder-lock.ts";
import { type Layout, makePrivateFolder, prepareDataFolder, prepareLayout } from "../embedded/layout.ts";
import { restoreMirror } from "../embedded/mirror-files.ts";
import { clearAbandonedServer } from "../embedded/postmaster-file.ts";
import { recover, setSuperuserPassword } from "../embedded/recover.ts";
import type { Identities } from "../embedded/sealing.ts";
import { databaseSecrets } from "../embedded/secrets.ts";
import { StoreError } from "../store-error.ts";
import type { BaseEnd, BaseHeader } from "./base.ts";
import { type Base, findBase } from "./bases.ts";
import { feedJournal } from "./feed-journal.ts";
import { bodyOf, damaged, readTar } from "./tar.ts";

export interface RestoreToOptions {
  /** The folder `backups` of a data folder, or a copy of it. */
  readonly from: string;
  /** The moment to go to, whatever was committed then included; without it, to the end of the journal. */
  readonly to?: Date;
  readonly identities: Identities;
  /** A data folder without a database. */
  readonly dataDir: string;
  readonly notice: (line: string) => void;
}

export interface RestoreToSummary {
  readonly base: string;
  readonly files: number;
  /** Segments of the journal that were replayed. */
  readonly segments: number;
}

/**
 * Makes the database of an empty data folder as it was at a moment: a base, then the journal up to there, then the stored
 * files. It works beside the place and takes its name last: when anything fails or the power goes, the folder is as empty
 * as before and the same command begins again. The backups are only read.
 */
export async function restoreTo(options: RestoreToOptions): Promise<RestoreToSummary> {
  const base = findBase(path.resolve(options.from), options.to);
  const { header } = await checkBase(base, options.identities);
  const dataDir = prepareDataFolder(options.dataDir);
  const locks = [await lockFolder(dataDir, "serve", 0), await lockFolder(dataDir, "database", 0)];
  try {
    return await intoEmpty(prepareLayout(dataDir), base, header, options);
  } finally {
    for (const lock of locks) lock.release();
  }
}

async function intoEmpty(place: Layout, base: Base, header: BaseHeader, options: RestoreToOptions) {
  if (clusterExists(place)) {
    const message = `${place.dataDir} holds a database: set MINHXET_DATA to a new, empty folder.`;
    throw new StoreError("restore-refused", message);
  }
  const binaries = reachableBinaries(findBinaries(), place.identity);
  if (binaries.major !== header.major) {
    const message = `The base was made by PostgreSQL ${header.major}, this release has ${binaries.major}.`;
    throw new StoreError("restore-refused", message);
  }
  const layout: Layout = {
    ...place,
    clusterDir: `${place.clusterDir}.restoring`,
    logFile: path.join(path.dirname(place.logFile), "restore.log"),
  };
  const secrets = databaseSecrets(place.dataDir, false);
  await clearAbandonedServer(layout.clusterDir, layout.socketDir);
  rmSync(layout.clusterDir, { recursive: true, force: true });
  try {
    const segments = await bringForward(layout, base, header, options);
    await setSuperuserPassword(layout, binaries, secrets.superuser);
    const files = await restoreMirror(base.places.files, path.join(place.dataDir, "files"), options.identities);
    renameSync(layout.clusterDir, place.clusterDir);
    flushFolder(path.dirname(place.clusterDir));
    return { base: base.file, files, segments };
  } catch (error) {
    // What was opened does not stay in clear.
    rmSync(layout.clusterDir, { recursive: true, force: true });
    throw error;
  }
}

/** The base and the journal after it, up to the moment. */
async function bringForward(
  layout: Layout,
  base: Base,
  header: BaseHeader,
  options: RestoreToOptions,
): Promise<number> {
  await unpack(base, header, layout, options.identities);
  const feed = feedJournal(base.places, `${layout.clusterDir}.journal`, layout.identity, options.identities);
  try {
    const binaries = reachableBinaries(findBinaries(), layout.identity);
    await recover(layout, binaries, { folder: feed.folder, failed: feed.failed, to: options.to });
    feed.requireNoHole();
    return feed.segments();
  } finally {
    feed.end();
  }
}

/** Reads a base to its end before anything is touched. */
async function checkBase({ file }: Base, identities: Identities): Promise<{ header: BaseHeader; end: BaseEnd }> {
  let header: BaseHeader | undefined;
  let end: BaseEnd | undefined;
  for await (const member of readTar({ file, identities })) {
    const { name, digestBefore } = member;
    header ??= headerOf(name, await bodyOf(member));
    if (name === "end.json") {
      end = JSON.parse((await bodyOf(member)).toString("utf8")) as BaseEnd;
      if (end.sha256 !== digestBefore) throw damaged("does not match its checksum");
    }
  }
  if (!header || !end) throw damaged("is cut off");
  return { header, end };
}

function headerOf(name: string, body: Buffer): BaseHeader {
  if (name !== "base.json") throw damaged("is not one of ours");
  const header = JSON.parse(body.toString("utf8")) as BaseHeader;
  if (header.format !== 2) throw damaged("has a form that this program does not know");
  return header;
}

async function unpack({ file }: Base, header: BaseHeader, layout: Layout, identities: Identities): Promise<void> {
  makePrivateFolder(layout.clusterDir, layout.identity);
  for (const folder of header.folders) makePrivateFolder(inside(layout.clusterDir, folder), layout.identity);
  for await (const member of readTar({ file, identities })) {
    if (member.name.startsWith("cluster/")) await writePiece(layout, member.name, await bodyOf(member));
  }
}

/** Not flushed one by one: PostgreSQL flushes the whole folder before it begins to replay. */
async function writePiece({ clusterDir, identity }: Layout, name: string, body: Buffer): Promise<void> {
  const [, relative = "", offset = "0"] = /^cluster\/(.*?)(?:\+(\d+))?$/.exec(name) ?? [];
  const target = inside(clusterDir, relative);
  if (!existsSync(path.dirname(target))) mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  const file = await open(target, offset === "0" ? "w" : "r+", 0o600);
  try {
    const { uid, gid } = identity.spawn;
    if (uid !== undefined && gid !== undefined) await file.chown(uid, gid);
    await file.write(body, 0, body.length, Number(offset));
  } finally {
    await file.close();
  }
}

function inside(root: string, relative: string): string {
  const place = path.resolve(root, relative);
  if (!place.startsWith(root + path.sep)) throw damaged("holds a file with a name that leads outside");
  return place;
}
