import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { errorCode, StoreError } from "../store-error.ts";
import { archiveSettings, canArchive, isArchiving, setArchiving, startArchiver } from "./archiver.ts";
import { type Binaries, findBinaries, reachableBinaries } from "./binaries.ts";
import { ensureCluster, lastLine, SUPERUSER, serverArguments, serverEnvironment } from "./cluster.ts";
import { type Layout, makePrivateFolder } from "./layout.ts";
import { clearAbandonedServer } from "./postmaster-file.ts";

export interface EmbeddedServer {
  readonly socketDir: string;
  /** The process id of the server that runs now; it changes when the server had to be started again. */
  pid(): number | undefined;
  /** Stops the server when its last client of another process has left (at most `patienceMs`), then for good. */
  stop(patienceMs?: number): Promise<void>;
}

export interface ServerOptions {
  readonly password: string;
  /** `false` only for databases that tests throw away. */
  readonly durable: boolean;
  readonly notice: (line: string) => void;
}

/**
 * Starts PostgreSQL as our child and keeps it running: whenever it dies before `stop()`, it is started again.
 * The caller holds the `database` lock.
 */
export async function startServer(layout: Layout, options: ServerOptions): Promise<EmbeddedServer> {
  const binaries = reachableBinaries(findBinaries(), layout.identity);
  await ensureCluster(layout, binaries, options.password);
  await clearAbandonedServer(layout.clusterDir, layout.socketDir);
  let child: ChildProcess | undefined;
  let stopping = false;

  const launch = async () => {
    makePrivateFolder(layout.socketDir, layout.identity);
    child = spawnServer(layout, binaries, options.durable);
    await untilReady(child, layout, options.password);
    if (hasEnded(child)) throw new StoreError("server-did-not-start", "The database ended as soon as it had started.");
    child.once("exit", revive);
  };
  let reviving: Promise<void> | undefined;
  const revive = () => {
    if (stopping) return;
    options.notice("The database process ended unexpectedly; starting it again.");
    reviving ??= keepTrying(launch, () => stopping, options.notice).finally(() => {
      reviving = undefined;
    });
  };

  await firstLaunch(launch);
  const archiver = await keepJournal(layout, binaries, options);
  const leaveNoneBehind = () => void child?.kill("SIGINT");
  process.once("exit", leaveNoneBehind);
  return {
    socketDir: layout.socketDir,
    pid: () => child?.pid,
    stop: async (patienceMs = 0) => {
      if (patienceMs > 0) await untilAlone(layout, options.password, patienceMs);
      stopping = true;
      await reviving;
      if (child) await stopServer(child);
      await archiver?.finish();
      if (!layout.socketDir.startsWith(layout.baseDir)) rmSync(layout.socketDir, { recursive: true, force: true });
      process.removeListener("exit", leaveNoneBehind);
    },
  };
}

function spawnServer(layout: Layout, binaries: Binaries, durable: boolean): ChildProcess {
  rotateLog(layout.logFile);
  const log = openSync(layout.logFile, "a", 0o600);
  try {
    // A group of its own: Ctrl-C at the terminal reaches us alone, and we stop the server after our work is done.
    return spawn(binaries.postgres, serverArguments(layout, durable, archiveSettings(layout, binaries, durable)), {
      ...layout.identity.spawn,
      cwd: "/",
      env: serverEnvironment(),
      stdio: ["ignore", log, log],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

/** Whether a base exists that the journal could follow is looked up at each start: a restored cluster begins without one. */
async function keepJournal(layout: Layout, binaries: Binaries, { password, durable, notice }: ServerOptions) {
  if (!durable || !canArchive(binaries)) return undefined;
  const client = superuserClient(layout.socketDir, password);
  await client.connect();
  try {
    await setArchiving(client, isArchiving(layout));
  } finally {
    await client.end();
  }
  return startArchiver(layout, notice);
}

const START_PATIENCE_MS = 120_000;

/** Resolves when the server answers; crash recovery may take a while, so only its exit or a long silence is an error. */
async function untilReady(child: ChildProcess, layout: Layout, password: string): Promise<void> {
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  for (const end = Date.now() + START_PATIENCE_MS; Date.now() < end; await sleep(15)) {
    if (failure || hasEnded(child)) {
      const reason = failure?.message ?? lastLine(readFileSync(layout.logFile, "utf8"));
      throw new StoreError("server-did-not-start", `The database did not start: ${reason} (see ${layout.logFile})`);
    }
    if (await answers(layout, password)) return;
  }
  child.kill("SIGQUIT");
  throw new StoreError("server-did-not-start", `The database did not answer (see ${layout.logFile}).`);
}

async function answers(layout: Layout, password: string): Promise<boolean> {
  const client = superuserClient(layout.socketDir, password);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === "28P01")
      throw new StoreError("data-folder-damaged", "The database refuses the password kept in the data folder.");
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** After a `kill -9` the old server's children may hold its shared memory for a moment; a new one is refused until then. */
async function firstLaunch(launch: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 20_000; ; await sleep(200)) {
    try {
      return await launch();
    } catch (error) {
      const held = error instanceof Error && error.message.includes("pre-existing shared memory block");
      if (!held || Date.now() >= end) throw error;
    }
  }
}

async function keepTrying(launch: () => Promise<void>, stopped: () => boolean, notice: (line: string) => void) {
  for (let waitMs = 50; !stopped(); waitMs = Math.min(waitMs * 2, 2_000)) {
    try {
      await launch();
      return notice("The database is running again.");
    } catch (error) {
      if (waitMs >= 2_000) notice(error instanceof Error ? error.message : "The database did not start.");
      await sleep(waitMs);
    }
  }
}

/** Waits until no client of another process is connected (commands that joined us). */
async function untilAlone(layout: Layout, password: string, patienceMs: number): Promise<void> {
  const client = superuserClient(layout.socketDir, password);
  try {
    await client.connect();
    for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(50)) {
      const others = "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";
      if ((await client.query(others)).rowCount === 0) return;
    }
  } catch {
    // A server that does not answer has no clients to wait for.
  } finally {
    await client.end().catch(() => undefined);
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function stopServer(child: ChildProcess): Promise<void> {
  for (const [signal, patienceMs] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (hasEnded(child)) return;
    const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill(signal);
    await Promise.race([exited, sleep(patienceMs, undefined, { ref: false })]);
  }
}

/** A client of the server's own superuser, for what no other role may do; every error of an idle connection is ignored. */
export function superuserClient(socketDir: string, password: string, database = "postgres"): Client {
  const client = new Client({
    host: socketDir,
    port: 5432,
    user: SUPERUSER,
    password,
    database,
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => undefined);
  return client;
}

const LOG_BYTES_MAX = 10 * 1024 * 1024;

function rotateLog(file: string): void {
  if (existsSync(file) && statSync(file).size > LOG_BYTES_MAX) renameSync(file, `${file}.1`);
}
