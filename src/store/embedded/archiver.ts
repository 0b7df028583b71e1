import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { errorMessage } from "../store-error.ts";
import type { Binaries } from "./binaries.ts";
import { type Layout, makePrivateFolder } from "./layout.ts";
import { type ArchiveWork, archiveOf, archivePass, archiveRecipients } from "./wal-archive.ts";

/** Acts of this many seconds at most are in the running segment alone. */
const SWITCH_SECONDS = 300;
const LOOK_MS = 1_000;

const spoolOf = (layout: Layout) => path.join(layout.baseDir, "wal-spool");

/** `basic_archive` comes with PostgreSQL: it copies, flushes and renames, and refuses other content under a name it has. */
export function canArchive({ nativeDir }: Binaries): boolean {
  return ["so", "dylib"].some((kind) => existsSync(path.join(nativeDir, "lib", "postgresql", `basic_archive.${kind}`)));
}

export function archiveSettings(layout: Layout, binaries: Binaries, durable: boolean): Record<string, string> {
  if (!durable || !canArchive(binaries)) return {};
  makePrivateFolder(spoolOf(layout), layout.identity);
  return { archive_mode: "on", "basic_archive.archive_directory": spoolOf(layout) };
}

/** Tells the running server to put its journal aside, or (until there is a base that it could follow) to let it go. */
export async function setArchiving(client: Client, on: boolean): Promise<void> {
  const settings = on
    ? { archive_command: "", archive_library: "basic_archive", archive_timeout: `${SWITCH_SECONDS}s` }
    : { archive_library: "", archive_command: "true", archive_timeout: "0" };
  for (const [name, value] of Object.entries(settings)) {
    await client.query(`alter system set ${name} = ${client.escapeLiteral(value)}`);
  }
  await client.query("select pg_reload_conf()");
}

export function archiveWork(layout: Layout): ArchiveWork {
  const { dataDir, clusterDir } = layout;
  const places = archiveOf(path.join(dataDir, "backups"), clusterDir);
  return { places, spool: spoolOf(layout), filesDir: path.join(dataDir, "files") };
}

export const isArchiving = (layout: Layout): boolean => archiveRecipients(archiveWork(layout).places) !== undefined;

export interface Archiver {
  /** Takes in what is left after the server has stopped. */
  finish(): Promise<void>;
}

/** Keeps taking the journal into the archive while the server runs; a fault is told once and tried again. */
export function startArchiver(layout: Layout, notice: (line: string) => void): Archiver {
  const work = archiveWork(layout);
  const stopping = new AbortController();
  let told = "";
  let since = 0;
  const pass = async () => {
    const started = Date.now();
    try {
      // Two seconds: what the clocks of file systems may lag behind.
      if ((await archivePass(work, since)) > 0) since = started - 2_000;
      told = "";
    } catch (error) {
      const line = `The journal for points in time cannot be kept: ${errorMessage(error)}`;
      if (line !== told) notice(line);
      told = line;
    }
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await pass();
      await sleep(LOOK_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  })();
  return {
    finish: async () => {
      stopping.abort();
      await running;
      await pass();
    },
  };
}
