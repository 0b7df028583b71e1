import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { StoreError } from "../store-error.ts";

/**
 * `serve`: one running application. `database`: the one process that is the parent of the database.
 * A command that finds nobody serving takes only the second. `backup`: the one who writes a base for points in time.
 */
export type LockName = "serve" | "database" | "backup";

export interface FolderLock {
  release(): void;
}

/**
 * Takes a lock on the data folder, or answers `undefined` when a living process has it.
 * It is SQLite's file lock: the operating system drops it with its process, so none is ever stale, no process id is
 * trusted, and it holds between containers that share a folder.
 */
export function tryLock(dataDir: string, name: LockName): FolderLock | undefined {
  const file = new DatabaseSync(path.join(dataDir, `${name}.lock`), { timeout: 0 });
  try {
    file.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return { release: () => file.isOpen && file.close() };
}

/** Takes a lock, waiting up to `patienceMs`; refuses with one line saying who is in the way. */
export async function lockFolder(dataDir: string, name: LockName, patienceMs: number): Promise<FolderLock> {
  for (const end = Date.now() + patienceMs; ; await sleep(50)) {
    const lock = tryLock(dataDir, name);
    if (lock) return lock;
    if (Date.now() >= end) throw inUse(dataDir, name);
  }
}

function inUse(dataDir: string, name: LockName): StoreError {
  const who = name === "serve" ? "Minh Xét is already running on" : "A command is still working on";
  return new StoreError("data-folder-in-use", `${who} the data folder ${dataDir}: stop it first, or set MINHXET_DATA.`);
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return typeof error === "object" && error !== null && "errcode" in error && error.errcode === SQLITE_BUSY;
}
