import { setTimeout as sleep } from "node:timers/promises";
import { errorCode, StoreError } from "../store-error.ts";
import { clusterExists } from "./cluster.ts";
import { type FolderLock, lockFolder, tryLock } from "./folder-lock.ts";
import { type Layout, prepareLayout } from "./layout.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { type DatabaseSecrets, databaseSecrets } from "./secrets.ts";
import { type EmbeddedServer, startServer, superuserClient } from "./supervisor.ts";

/** The embedded database, running: our own child, or one that we joined. */
export interface OpenEmbedded {
  readonly socketDir: string;
  readonly secrets: DatabaseSecrets;
  /** `false` when the server belongs to another process, which keeps it running. */
  readonly ours: boolean;
  /** The server's process id when it is our child. */
  pid(): number | undefined;
  close(): Promise<void>;
}

export interface OpenEmbeddedOptions {
  /** `serve`: alone on the data folder, else refused. `join`: use the running server, or start one for ourselves. */
  readonly mode: "serve" | "join";
  readonly durable: boolean;
  readonly notice: (line: string) => void;
}

const COMMAND_PATIENCE_MS = 60_000;
const JOIN_PATIENCE_MS = 30_000;

/** Opens the database of a prepared data folder. Throws `StoreError` with one clear line. */
export async function openEmbedded(dataDir: string, options: OpenEmbeddedOptions): Promise<OpenEmbedded> {
  return options.mode === "serve" ? serve(dataDir, options) : join(dataDir, options);
}

async function serve(dataDir: string, options: OpenEmbeddedOptions): Promise<OpenEmbedded> {
  const serving = await lockFolder(dataDir, "serve", 0);
  try {
    const parent = tryLock(dataDir, "database") ?? (await waitForCommand(dataDir, options));
    return await startOurs(dataDir, options, [parent, serving]);
  } catch (error) {
    serving.release();
    throw error;
  }
}

async function waitForCommand(dataDir: string, options: OpenEmbeddedOptions): Promise<FolderLock> {
  options.notice("Waiting for a command that is still working on this data folder.");
  return lockFolder(dataDir, "database", COMMAND_PATIENCE_MS);
}

async function join(dataDir: string, options: OpenEmbeddedOptions): Promise<OpenEmbedded> {
  for (const end = Date.now() + JOIN_PATIENCE_MS; ; await sleep(50)) {
    const parent = tryLock(dataDir, "database");
    if (parent) return startOurs(dataDir, options, [parent]);
    const running = await joinRunning(prepareLayout(dataDir));
    if (running) return running;
    if (Date.now() >= end) {
      throw new StoreError("data-folder-in-use", `The database on ${dataDir} is starting or stopping; try again.`);
    }
  }
}

/** Holds the locks until the server has stopped; gives them back when it does not start. */
async function startOurs(dataDir: string, options: OpenEmbeddedOptions, locks: FolderLock[]): Promise<OpenEmbedded> {
  const release = () => {
    for (const lock of locks) lock.release();
  };
  let server: EmbeddedServer;
  let secrets: DatabaseSecrets;
  try {
    const layout = prepareLayout(dataDir);
    if (layout.baseDir !== dataDir) {
      options.notice(`A folder above ${dataDir} is closed to the database's user: its files are in ${layout.baseDir}.`);
    }
    secrets = databaseSecrets(dataDir, clusterExists(layout));
    server = await startServer(layout, { ...options, password: secrets.superuser });
  } catch (error) {
    release();
    throw error;
  }
  const close = async () => {
    await server.stop(options.mode === "join" ? COMMAND_PATIENCE_MS : 0);
    release();
  };
  return { socketDir: server.socketDir, secrets, ours: true, pid: server.pid, close };
}

async function joinRunning(layout: Layout): Promise<OpenEmbedded | undefined> {
  const running = readPostmasterFile(layout.clusterDir);
  if (!running?.ready || !clusterExists(layout)) return undefined;
  const secrets = databaseSecrets(layout.dataDir, true);
  const client = superuserClient(running.socketDir, secrets.superuser);
  try {
    await client.connect();
  } catch (error) {
    if (errorCode(error) === "28P01") throw error;
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
  return { socketDir: running.socketDir, secrets, ours: false, pid: () => undefined, close: async () => undefined };
}
