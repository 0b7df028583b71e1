import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, closeSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StoreError } from "../store-error.ts";
import type { Binaries } from "./binaries.ts";
import { lastLine, SUPERUSER, serverArguments, serverEnvironment } from "./cluster.ts";
import type { Layout } from "./layout.ts";
import { readPostmasterFile } from "./postmaster-file.ts";

export interface RecoverOptions {
  /** Where the server asks for a segment (`want-NAME`) and finds it (`have-NAME`) or not (`none-NAME`). */
  readonly folder: string;
  readonly to?: Date;
  /** Rejects when no more can be given. */
  readonly failed: Promise<never>;
}

/** In words that every POSIX shell knows; it ends by itself when the folder goes away. */
const RESTORE_COMMAND = [
  `touch "$MINHXET_JOURNAL/want-%f" || exit 1`,
  `while [ -d "$MINHXET_JOURNAL" ] && [ ! -e "$MINHXET_JOURNAL/have-%f" ] && [ ! -e "$MINHXET_JOURNAL/none-%f" ]; do sleep 0.01 2>/dev/null || sleep 1; done`,
  `if [ -e "$MINHXET_JOURNAL/have-%f" ]; then mv "$MINHXET_JOURNAL/have-%f" "%p"; else rm -f "$MINHXET_JOURNAL/none-%f"; exit 1; fi`,
].join("; ");

/** Replays the journal into an unpacked base until the moment, and leaves the cluster stopped cleanly. */
export async function recover(layout: Layout, binaries: Binaries, options: RecoverOptions): Promise<void> {
  const signal = path.join(layout.clusterDir, "recovery.signal");
  writeFileSync(signal, "", { mode: 0o600 });
  const { uid, gid } = layout.identity.spawn;
  if (uid !== undefined && gid !== undefined) chownSync(signal, uid, gid);
  rmSync(layout.logFile, { force: true });
  const log = openSync(layout.logFile, "a", 0o600);
  const child = spawn(binaries.postgres, serverArguments(layout, true, recoverySettings(options.to)), {
    ...layout.identity.spawn,
    cwd: "/",
    env: { ...serverEnvironment(), MINHXET_JOURNAL: options.folder },
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  const exited = once(child, "exit");
  const interrupt = () => void child.kill("SIGINT");
  process.once("exit", interrupt);
  let fault: unknown;
  options.failed.catch((error: unknown) => {
    fault = error;
  });
  try {
    while (!readPostmasterFile(layout.clusterDir)?.ready) {
      if (fault) throw fault;
      if (child.exitCode !== null || child.signalCode !== null) throw notReached(layout.logFile);
      await sleep(20);
    }
  } finally {
    child.kill("SIGINT");
    await exited;
    process.removeListener("exit", interrupt);
  }
}

function recoverySettings(to: Date | undefined): Record<string, string> {
  return {
    archive_mode: "off",
    archive_library: "",
    archive_command: "",
    hot_standby: "off",
    restore_command: RESTORE_COMMAND,
    recovery_target_timeline: "latest",
    ...(to
      ? {
          recovery_target_time: to.toISOString().replace("T", " ").replace("Z", "+00"),
          recovery_target_action: "promote",
        }
      : {}),
  };
}

function notReached(logFile: string): StoreError {
  const log = readFileSync(logFile, "utf8");
  if (log.includes("recovery ended before configured recovery target was reached")) {
    const message =
      "The journal that was kept ends before that moment: name an earlier one, or --latest for all there is.";
    return new StoreError("restore-refused", message);
  }
  return new StoreError(
    "server-did-not-start",
    `The base could not be brought forward: ${lastLine(log)} (see ${logFile})`,
  );
}

/** The passwords of an installation are not in its backups: the restored cluster gets this folder's, by the server's single-user mode. */
export async function setSuperuserPassword(layout: Layout, binaries: Binaries, password: string): Promise<void> {
  const settings = ["archive_mode=off", "archive_library=", "archive_command=", "log_min_error_statement=panic"];
  const args = ["--single", "-D", layout.clusterDir, ...settings.flatMap((each) => ["-c", each]), "postgres"];
  const child = spawn(binaries.postgres, args, {
    ...layout.identity.spawn,
    cwd: "/",
    env: serverEnvironment(),
    stdio: ["pipe", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  const exited = once(child, "exit");
  // The password is base64url, made by us: no quote can be in it.
  child.stdin.end(`alter role ${SUPERUSER} with password '${password}';\n`);
  const [code] = await exited;
  if (code !== 0 || /ERROR|FATAL/.test(said)) {
    throw new StoreError(
      "server-did-not-start",
      `The restored database could not be given its password: ${lastLine(said)}`,
    );
  }
}
