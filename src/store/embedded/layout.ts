import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { errorCode, StoreError } from "../store-error.ts";
import { mayReach, type ServerIdentity, serverIdentity } from "./identity.ts";

/** Where everything of one installation lies. */
export interface Layout {
  readonly dataDir: string;
  readonly identity: ServerIdentity;
  /** The data folder, or a folder the database's user can reach when a parent of the data folder is closed to it. */
  readonly baseDir: string;
  readonly clusterDir: string;
  readonly socketDir: string;
  readonly logFile: string;
}

/** Where root puts what the database's user must reach when the project or the data folder is closed to it. */
export const SHARED_FOLDER = "/var/lib/minhxet";

const SOCKET_NAME = ".s.PGSQL.5432";
/** `sun_path` holds 108 bytes on Linux and 104 on macOS, with the closing zero. */
const SOCKET_PATH_MAX = process.platform === "linux" ? 107 : 103;

/** Makes the data folder if need be. One clear line when it cannot be written. */
export function prepareDataFolder(dataDir: string): string {
  const folder = path.resolve(dataDir);
  try {
    if (!existsSync(folder)) {
      makeFolder(folder);
      chmodSync(folder, 0o700);
    }
    letThrough(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    for (const part of ["secrets", "backups", "files", "log"]) {
      const place = path.join(folder, part);
      if (!existsSync(place)) mkdirSync(place, { mode: 0o700 });
      accessSync(place, constants.R_OK | constants.W_OK | constants.X_OK);
    }
    return realpathSync(folder);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

/** Node's own recursive making never ends where the system denies it as "not found", as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** Root's database process runs as another user, who must be able to walk through; what is inside is closed by itself. */
function letThrough(folder: string): void {
  const { uid, mode } = statSync(folder);
  if (process.getuid?.() === 0 && uid === 0) chmodSync(folder, (mode & 0o7777) | 0o011);
}

/** Decides where the database's files go and makes their folders. `dataDir` is already prepared. */
export function prepareLayout(dataDir: string): Layout {
  const redirect = readRedirect(dataDir);
  const identity = serverIdentity([path.join(redirect ?? dataDir, "cluster"), dataDir]);
  try {
    const baseDir = redirect ?? (mayReach(dataDir, identity) ? dataDir : redirectElsewhere(dataDir));
    if (baseDir !== dataDir && existsSync(path.join(dataDir, "cluster"))) {
      throw new StoreError("data-folder-damaged", `A folder above ${dataDir} is closed to the user of its database.`);
    }
    const clusterDir = path.join(baseDir, "cluster");
    if (existsSync(clusterDir)) accessSync(clusterDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const socketDir = prepareSocketFolder(baseDir, identity);
    return { dataDir, identity, baseDir, clusterDir, socketDir, logFile: path.join(dataDir, "log", "database.log") };
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw unwritable(dataDir, cause);
  }
}

/** Makes a folder that belongs to the database's user and is closed to everybody else. */
export function makePrivateFolder(folder: string, { spawn }: ServerIdentity): void {
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  if (spawn.uid === undefined || spawn.gid === undefined) return;
  chownSync(folder, spawn.uid, spawn.gid);
  chmodSync(folder, 0o700);
}

const redirectFile = (dataDir: string) => path.join(dataDir, "database-folder");

function readRedirect(dataDir: string): string | undefined {
  if (!existsSync(redirectFile(dataDir))) return undefined;
  const folder = readFileSync(redirectFile(dataDir), "utf8").trim();
  if (existsSync(folder)) return folder;
  throw new StoreError(
    "data-folder-damaged",
    `The database's folder ${folder} is gone (named in ${redirectFile(dataDir)}).`,
  );
}

function redirectElsewhere(dataDir: string): string {
  const folder = path.join(SHARED_FOLDER, shortHash(dataDir));
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  writeFileSync(redirectFile(dataDir), `${folder}\n`, { mode: 0o600 });
  return folder;
}

function prepareSocketFolder(baseDir: string, identity: ServerIdentity): string {
  const near = path.join(baseDir, "run");
  const fits = Buffer.byteLength(path.join(near, SOCKET_NAME)) <= SOCKET_PATH_MAX;
  const folder = fits ? near : path.join("/tmp", `minhxet-${shortHash(baseDir)}`);
  makePrivateFolder(folder, identity);
  const stat = lstatSync(folder);
  const owner = identity.spawn.uid ?? process.getuid?.();
  if (!stat.isDirectory() || stat.uid !== owner || (stat.mode & 0o077) !== 0) {
    throw new StoreError(
      "data-folder-damaged",
      `The folder ${folder} for the database's socket belongs to somebody else.`,
    );
  }
  return folder;
}

const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

function unwritable(folder: string, cause: unknown): StoreError {
  const reason = errorCode(cause) ?? "unknown reason";
  const message = `The data folder ${folder} cannot be written (${reason}): set MINHXET_DATA to a folder that you may write.`;
  return new StoreError("data-folder-unwritable", message, { cause });
}
