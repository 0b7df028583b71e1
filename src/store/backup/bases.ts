import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { type ArchivePlaces, archivedNames, archivePlaces, pointInTimeFolder } from "../embedded/wal-archive.ts";
import { StoreError } from "../store-error.ts";

/** A whole base, as its name says. */
export interface Base {
  readonly file: string;
  readonly places: ArchivePlaces;
  readonly endedAt: Date;
  readonly startSegment: string;
}

/** `base-20261120T031500123Z-000000010000000000000004.tar.gz.age` */
export function baseName(endedAt: string, startSegment: string, sealed: boolean): string {
  return `base-${endedAt.replaceAll(/[-:.]/g, "")}-${startSegment}.tar.gz${sealed ? ".age" : ""}`;
}

const NAME = /^base-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([0-9A-F]{24})\.tar\.gz(\.age)?$/;

/** Oldest first. */
function basesOf(places: ArchivePlaces): Base[] {
  return readdirSync(places.folder)
    .sort()
    .flatMap((name) => {
      const match = NAME.exec(name);
      if (!match) return [];
      const [, year, month, day, hour, minute, second, ms, startSegment = ""] = match;
      const endedAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
      return [{ file: path.join(places.folder, name), places, endedAt, startSegment }];
    });
}

/** The newest base of a folder of backups that is not later than `to`. Throws "restore-refused" when there is none. */
export function findBase(backupsDir: string, to: Date | undefined): Base {
  const folder = pointInTimeFolder(backupsDir);
  const clusters = existsSync(folder)
    ? readdirSync(folder)
        .filter((each) => /^\d+$/.test(each))
        .map((each) => archivePlaces(path.join(folder, each)))
    : [];
  const bases = clusters.flatMap(basesOf).sort((a, b) => a.endedAt.getTime() - b.endedAt.getTime());
  const found = bases.findLast(({ endedAt }) => to === undefined || endedAt <= to);
  if (found) return found;
  const message = bases[0]
    ? `The earliest point that ${backupsDir} can be taken to is ${bases[0].endedAt.toISOString()}.`
    : `${folder} holds no base: minhxet backup without a FILE makes one.`;
  throw new StoreError("restore-refused", message);
}

/** The place of a segment in the journal, whatever its timeline. */
export const positionOf = (segment: string): string => segment.slice(8, 24);

/** Leaves the newest `keep` bases (all when not said) and the journal from the oldest of them on. */
export function pruneArchive(places: ArchivePlaces, keep: number | undefined): { kept: number; removed: number } {
  const bases = basesOf(places);
  const kept = keep === undefined ? bases : bases.slice(-keep);
  const gone = bases.slice(0, bases.length - kept.length);
  for (const { file } of gone) rmSync(file, { force: true });
  const from = kept.map(({ startSegment }) => positionOf(startSegment)).sort()[0] ?? "";
  for (const [name, file] of gone.length > 0 ? archivedNames(places) : []) {
    if (/^[0-9A-F]{24}/.test(name) && positionOf(name) < from) rmSync(file, { force: true });
  }
  return { kept: kept.length, removed: gone.length };
}
