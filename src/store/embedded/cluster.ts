import { spawn } from "node:child_process";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { freemem, totalmem } from "node:os";
import path from "node:path";
import { StoreError } from "../store-error.ts";
import type { Binaries } from "./binaries.ts";
import { type Layout, makePrivateFolder } from "./layout.ts";

export const SUPERUSER = "postgres";

export const clusterExists = ({ clusterDir }: Layout): boolean => existsSync(path.join(clusterDir, "PG_VERSION"));

/** Makes the database's folder when there is none. It appears under its name only when it is complete. */
export async function ensureCluster(layout: Layout, binaries: Binaries, password: string): Promise<void> {
  if (clusterExists(layout)) return refuseOtherMajor(layout, binaries);
  const fresh = `${layout.clusterDir}.new`;
  const passwordFile = path.join(layout.baseDir, "first-password");
  rmSync(fresh, { recursive: true, force: true });
  makePrivateFolder(fresh, layout.identity);
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    const { uid, gid } = layout.identity.spawn;
    if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);
    await initdb(layout, binaries, fresh, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, layout.clusterDir);
}

async function initdb(layout: Layout, binaries: Binaries, folder: string, passwordFile: string): Promise<void> {
  const args = ["-D", folder, "-U", SUPERUSER, `--pwfile=${passwordFile}`, "--encoding=UTF8", "--data-checksums"];
  args.push("--auth-local=scram-sha-256", "--auth-host=reject");
  args.push("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions");
  const child = spawn(binaries.initdb, args, {
    ...layout.identity.spawn,
    cwd: "/",
    env: serverEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint += chunk.toString("utf8");
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("close", resolve).once("error", reject),
  );
  if (code !== 0) {
    throw new StoreError("server-did-not-start", `The database's folder could not be made: ${lastLine(complaint)}`);
  }
}

function refuseOtherMajor(layout: Layout, binaries: Binaries): void {
  const found = readFileSync(path.join(layout.clusterDir, "PG_VERSION"), "utf8").trim();
  if (found === binaries.major) return;
  const message = `The data folder was made by PostgreSQL ${found}, this release has ${binaries.major}: restore a backup into a new data folder.`;
  throw new StoreError(Number(found) > Number(binaries.major) ? "database-newer" : "data-folder-damaged", message);
}

const MB = 1024 * 1024;

/** What the server is started with; nothing is kept in its configuration files. */
export function serverArguments(
  layout: Layout,
  durable: boolean,
  more: Readonly<Record<string, string>> = {},
): string[] {
  const memory = Math.min(totalmem(), Math.max(freemem(), 1024 * MB));
  const settings: Record<string, string | number> = {
    listen_addresses: "",
    port: 5432,
    unix_socket_directories: layout.socketDir,
    unix_socket_permissions: "0700",
    max_connections: 120,
    shared_buffers: `${clamp(memory / 4 / MB, 128, 1024)}MB`,
    effective_cache_size: `${clamp(memory / 2 / MB, 256, 8192)}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    random_page_cost: 1.1,
    max_wal_size: "2GB",
    wal_compression: "on",
    jit: "off",
    timezone: "Asia/Ho_Chi_Minh",
    log_timezone: "Asia/Ho_Chi_Minh",
    log_line_prefix: "%m [%p] %q%u@%d ",
    // No statement, parameter or DETAIL in the log: they hold names, numbers and addresses of people.
    log_min_error_statement: "panic",
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_error_verbosity: "terse",
    log_checkpoints: "off",
  };
  if (!durable) Object.assign(settings, { fsync: "off", synchronous_commit: "off", full_page_writes: "off" });
  Object.assign(settings, more);
  return ["-D", layout.clusterDir, ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])];
}

/** The server's surroundings: no `PG…` variable of the caller may change where it writes or what it loads. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG") && !name.startsWith("LC_"));
  return { ...Object.fromEntries(kept), LANG: "C", LC_ALL: "C" };
}

export const lastLine = (text: string): string => text.trim().split("\n").at(-1) ?? "";

const clamp = (value: number, low: number, high: number) => Math.round(Math.min(high, Math.max(low, value)));
