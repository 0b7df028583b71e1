import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, stat, unlink } from "node:fs/promises";
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
    get: async (sha256) => {
      const bytes = new Uint8Array(await readFile(placeOf(root, sha256)));
      if (digestOf(bytes) !== sha256) throw new Error("a stored file no longer has the content it was stored with");
      return bytes;
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
  const folder = path.dirname(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = path.join(folder, `.${randomUUID()}.part`);
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await file.close();
    await unlink(draft).catch(() => undefined);
    throw error;
  }
  await file.close();
  await rename(draft, place);
  // The name is durable only when every folder on the way to it is.
  for (const each of [folder, path.dirname(folder), root]) await flushFolder(each);
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
