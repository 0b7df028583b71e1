import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode, StoreError } from "../store-error.ts";

/** What a running server writes about itself into `postmaster.pid`. */
export interface PostmasterFile {
  readonly pid: number;
  readonly socketDir: string;
  readonly ready: boolean;
}

export function readPostmasterFile(clusterDir: string): PostmasterFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(path.join(clusterDir, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, socketDir: lines[4]?.trim() ?? "", ready: lines[7]?.trim() === "ready" };
}

/**
 * Clears away what a killed supervisor left: a server still running on our folder is stopped, its socket removed.
 * Only for the holder of the `database` lock.
 *
 * `postmaster.pid` stays: by it a new server sees that children of the old one still live. It goes only when its process
 * id has meanwhile been given to another program, because the server would then refuse for ever.
 */
export async function clearAbandonedServer(clusterDir: string, socketDir: string): Promise<void> {
  const left = readPostmasterFile(clusterDir);
  if (left && isServerOf(left.pid, clusterDir)) {
    await stopProcess(left.pid, () => isServerOf(left.pid, clusterDir));
  } else if (left && isAlive(left.pid)) {
    for (const pid of childrenLeftIn(clusterDir))
      await stopProcess(pid, () => childrenLeftIn(clusterDir).includes(pid));
    rmSync(path.join(clusterDir, "postmaster.pid"), { force: true });
  }
  if (!existsSync(socketDir)) return;
  for (const name of readdirSync(socketDir)) {
    if (name.startsWith(".s.PGSQL.")) rmSync(path.join(socketDir, name), { force: true });
  }
}

async function stopProcess(pid: number, alive: () => boolean): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ["SIGINT", 20_000],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 5_000],
  ];
  for (const [signal, patienceMs] of steps) {
    if (!alive()) return;
    process.kill(pid, signal);
    for (const end = Date.now() + patienceMs; alive() && Date.now() < end; ) await sleep(20);
  }
  if (alive()) throw new StoreError("server-did-not-start", `An earlier database process (${pid}) cannot be stopped.`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** Every process of a PostgreSQL server works in its data folder. */
function childrenLeftIn(clusterDir: string): number[] {
  if (process.platform !== "linux") return [];
  const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
  return pids.filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === clusterDir;
    } catch {
      return false;
    }
  });
}

/** A process id may have been given to another program since: its command line must name our folder. */
function isServerOf(pid: number, clusterDir: string): boolean {
  try {
    if (process.platform === "linux") {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(clusterDir);
    }
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(clusterDir);
  } catch {
    return false;
  }
}
