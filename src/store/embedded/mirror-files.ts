import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import { errorCode, StoreError } from "../store-error.ts";
import { flushFolder, writePiecesDurably } from "./durable.ts";
import { type Identities, type Recipients, sealStream, unsealPieces } from "./sealing.ts";

/** A stored file lies under the digest of its content; what is still being written has another kind of name. */
const isStored = (name: string) => !name.startsWith(".") && !/\.(part|partial|restoring)$/.test(name);

/** Relative paths, with `/`, of the stored files in folders that changed after `since` (milliseconds). */
export const storedFiles = (root: string, since = 0): Generator<string> => filesIn(root, isStored, since);

function* filesIn(root: string, wanted: (name: string) => boolean, since = 0, under = ""): Generator<string> {
  const folder = path.join(root, under);
  if (!existsSync(folder)) return;
  const changed = since === 0 || statSync(folder).mtimeMs >= since;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(root, wanted, since, name);
    else if (changed && entry.isFile() && wanted(entry.name)) yield name;
  }
}

/** Copies what the mirror lacks, sealed. A stored file never changes, so that its name is enough to know it. */
export async function mirrorFiles(
  filesDir: string,
  mirror: string,
  recipients: Recipients,
  since = 0,
): Promise<number> {
  let copied = 0;
  for (const name of storedFiles(filesDir, since)) {
    const place = path.join(mirror, name);
    if (existsSync(place) || existsSync(`${place}.age`)) continue;
    const file = await openIfThere(path.join(filesDir, name));
    if (!file) continue;
    makeFolders(mirror, path.dirname(place));
    const pieces = file.createReadStream();
    // The application and a command may be copying the same file.
    const fresh = `${place}.${randomUUID().slice(0, 8)}.partial`;
    if (recipients.length === 0) await writePiecesDurably(place, pieces, fresh);
    else await writePiecesDurably(`${place}.age`, sealStream(pieces, recipients), fresh);
    copied += 1;
  }
  return copied;
}

/** Files that were erased from the store leave the mirror too, unless a row still names them (then they are lost, not erased). */
export function dropErased(filesDir: string, mirror: string, stillNamed: ReadonlySet<string>): number {
  let dropped = 0;
  for (const name of storedFiles(mirror)) {
    const original = name.replace(/\.age$/, "");
    if (existsSync(path.join(filesDir, original)) || stillNamed.has(path.posix.basename(original))) continue;
    rmSync(path.join(mirror, name), { force: true });
    dropped += 1;
  }
  dropBrokenOff(mirror);
  return dropped;
}

const DAY_MS = 86_400_000;

/** Copies that broke off with their process. */
function dropBrokenOff(mirror: string): void {
  for (const name of filesIn(mirror, (each) => each.endsWith(".partial"))) {
    const place = path.join(mirror, name);
    const last = statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (last < Date.now() - DAY_MS) rmSync(place, { force: true });
  }
}

/** Brings the mirror's files back; one that is there already stays. Rejects when a file has not its content any more. */
export async function restoreMirror(mirror: string, filesDir: string, identities: Identities): Promise<number> {
  let restored = 0;
  for (const name of storedFiles(mirror)) {
    const original = name.replace(/\.age$/, "");
    const place = path.join(filesDir, original);
    restored += 1;
    if (existsSync(place)) continue;
    const kept = path.join(mirror, name);
    makeFolders(filesDir, path.dirname(place));
    const pieces = watched(original, unsealPieces(kept, identities), () => {
      throw new StoreError("backup-damaged", `${kept} was altered: the restore was given up.`);
    });
    await writePiecesDurably(place, pieces);
  }
  return restored;
}

/** Pieces as they come; `altered` is told at their end when they are not what their name says. A name that is no digest says nothing. */
export async function* watched(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
  altered: () => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  const digest = path.posix.basename(name);
  if (/^[0-9a-f]{64}$/.test(digest) && hash.digest("hex") !== digest) altered();
}

/** Whoever holds it open reads it to its end, also when it is erased meanwhile. */
export async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, "r");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Folders on the way to a file, each flushed into the one above it. */
function makeFolders(root: string, folder: string): void {
  if (existsSync(folder)) return;
  if (folder !== root) makeFolders(root, path.dirname(folder));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  flushFolder(path.dirname(folder));
}
