import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";

/** Writes a file that is whole under its name or not there at all, also after a power cut. */
export function writeDurably(file: string, bytes: Uint8Array): void {
  const fresh = `${file}.partial`;
  writeFileSync(fresh, bytes, { mode: 0o600, flush: true });
  renameDurably(fresh, file);
}

/**
 * The same for what comes in pieces and is never whole in memory: nothing is left when they break off. Where two may write
 * the same file at once, each needs a `fresh` of its own.
 */
export async function writePiecesDurably(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  fresh = `${file}.partial`,
): Promise<void> {
  const handle = await open(fresh, "w", 0o600);
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
    await handle.close();
  } catch (error) {
    await handle.close();
    rmSync(fresh, { force: true });
    throw error;
  }
  renameDurably(fresh, file);
}

/** Gives a file that is on the disk its name; the name is on the disk when this returns. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  flushFolder(path.dirname(to));
}

export function flushFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
