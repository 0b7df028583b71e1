import { chownSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServerIdentity } from "../embedded/identity.ts";
import { makePrivateFolder } from "../embedded/layout.ts";
import type { Identities } from "../embedded/sealing.ts";
import { type ArchivePlaces, archivedNames, readArchived } from "../embedded/wal-archive.ts";
import { StoreError } from "../store-error.ts";
import { positionOf } from "./bases.ts";

export interface JournalFeed {
  /** Where PostgreSQL asks for a segment by name and finds it. */
  readonly folder: string;
  /** Rejects when a segment cannot be read; never resolves. */
  readonly failed: Promise<never>;
  segments(): number;
  /** Throws when a later segment is there than the one that PostgreSQL did not get. */
  requireNoHole(): void;
  end(): void;
}

/**
 * Gives PostgreSQL one segment after the other, opened by this process alone: the private key never leaves it, and no more
 * than one segment lies in clear at a time.
 */
export function feedJournal(
  places: ArchivePlaces,
  folder: string,
  identity: ServerIdentity,
  keys: Identities,
): JournalFeed {
  rmSync(folder, { recursive: true, force: true });
  makePrivateFolder(folder, identity);
  const kept = archivedNames(places);
  const missed = new Set<string>();
  let given = 0;
  let ended = false;
  const answer = async (name: string) => {
    const file = kept.get(name);
    const reply = path.join(folder, `${file ? "have" : "none"}-${name}`);
    writeFileSync(`${reply}.new`, file ? await readArchived(file, keys) : "", { mode: 0o600 });
    const { uid, gid } = identity.spawn;
    if (uid !== undefined && gid !== undefined) chownSync(`${reply}.new`, uid, gid);
    rmSync(path.join(folder, `want-${name}`), { force: true });
    renameSync(`${reply}.new`, reply);
    if (!file) missed.add(name);
    else if (/^[0-9A-F]{24}$/.test(name)) given += 1;
  };
  const failed = new Promise<never>((_, reject) => {
    const serve = async () => {
      for (; !ended; await sleep(5)) {
        for (const asked of readdirSync(folder)) if (asked.startsWith("want-")) await answer(asked.slice(5));
      }
    };
    serve().catch((error: unknown) => ended || reject(error));
  });
  failed.catch(() => undefined);
  return {
    folder,
    failed,
    segments: () => given,
    requireNoHole: () => requireNoHole(kept, missed),
    end: () => {
      ended = true;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A segment is asked for on each timeline; it is a hole only when none has it and a later one is there. */
function requireNoHole(kept: ReadonlyMap<string, string>, missed: ReadonlySet<string>): void {
  const positions = [...kept.keys()].filter((name) => /^[0-9A-F]{24}$/.test(name)).map(positionOf);
  const last = positions.sort().at(-1) ?? "";
  const there = new Set(positions);
  for (const name of missed) {
    if (!/^[0-9A-F]{24}$/.test(name) || there.has(positionOf(name)) || positionOf(name) > last) continue;
    throw new StoreError(
      "backup-damaged",
      `The journal lacks the segment ${name} though later ones are there: nothing was restored.`,
    );
  }
}
