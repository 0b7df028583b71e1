import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, stat, unlink } from "node:fs/promises";
import path from "node:path";
import type { FileStore } from "../casework/files/index.ts";

/**
 * Files in a folder, by content: `ab/cd/<sha256>`. A file is written beside its place, flushed, renamed and the folder
 * flushed before `put` resolves, so that a power cut leaves the whole file or none.
 */
export function fileFolder(root: string): FileStore {
  return {
    put: async (bytes) => {
      const sha256 = digestOf(bytes);
      const place = placeOf(root, sha256);
      if (!(await isWhole(place, bytes.byteLength, sha256))) await write(root, place, bytes);
      return { sha256, bytes: bytes.byteLength };
    },
    putStream: async (pieces, look) => {
      const hash = createHash("sha256");
      let size = 0;
      const draft = await drafted(root, async (file, place) => {
        for await (const piece of pieces) {
          hash.update(piece);
          size += piece.byteLength;
          await file.writeFile(piece);
        }
        await file.sync();
        await look(createReadStream(place));
      });
      const sha256 = hash.digest("hex");
      await moveIn(root, draft, placeOf(root, sha256));
      return { sha256, bytes: size };
    },
    get: async (sha256) => {
      const bytes = new Uint8Array(await readFile(placeOf(root, sha256)));
      if (digestOf(bytes) !== sha256) throw new Error("a stored file no longer has the content it was stored with");
      return bytes;
    },
    open: async (sha256) => {
      const place = placeOf(root, sha256);
      await stat(place);
      return verified(createReadStream(place), sha256);
    },
    remove: async (sha256) => {
      const place = placeOf(root, sha256);
      try {
        await unlink(place);
      } catch (error) {
        if (isMissing(error)) return;
        throw error;
      }
      await flushFolder(path.dirname(place));
    },
    dropUnfinished: (before) => dropUnfinished(root, before),
  };
}

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function placeOf(root: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError("not a SHA-256 digest in lower-case hex");
  return path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

async function isWhole(place: string, size: number, sha256: string): Promise<boolean> {
  try {
    if ((await stat(place)).size !== size) return false;
    return digestOf(await readFile(place)) === sha256;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function write(root: string, place: string, bytes: Uint8Array): Promise<void> {
  const draft = await drafted(root, async (file) => {
    await file.writeFile(bytes);
    await file.sync();
  });
  await moveIn(root, draft, place);
}

const unfinished = ".part";

/** Of a process that ended half-way: whoever writes still has just written. */
async function dropUnfinished(root: string, before: Date): Promise<number> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  let dropped = 0;
  for (const name of await readdir(root)) {
    if (!name.startsWith(".") || !name.endsWith(unfinished)) continue;
    const place = path.join(root, name);
    const last = await stat(place).catch(() => undefined);
    if (last === undefined || last.mtime >= before) continue;
    await unlink(place).catch(() => undefined);
    dropped += 1;
  }
  return dropped;
}

/** A file of its own until all of it is there; nothing is left of what fails. */
async function drafted(root: string, fill: (file: FileHandle, place: string) => Promise<void>): Promise<string> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  const draft = path.join(root, `.${randomUUID()}${unfinished}`);
  const file = await open(draft, "wx", 0o600);
  try {
    await fill(file, draft);
  } catch (error) {
    await file.close();
    await unlink(draft).catch(() => undefined);
    throw error;
  }
  await file.close();
  return draft;
}

async function moveIn(root: string, draft: string, place: string): Promise<void> {
  const folder = path.dirname(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(draft, place);
  // The name is durable only when every folder on the way to it is.
  for (const each of [folder, path.dirname(folder), root]) await flushFolder(each);
}

async function* verified(pieces: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let last: Uint8Array | undefined;
  for await (const piece of pieces) {
    if (last) yield last;
    hash.update(piece);
    last = piece;
  }
  if (hash.digest("hex") !== sha256) throw new Error("a stored file no longer has the content it was stored with");
  if (last) yield last;
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";
