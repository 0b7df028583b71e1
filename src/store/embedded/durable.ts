import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes a file that is whole under its name or not there at all, also after a power cut. */
export function writeDurably(file: string, bytes: Uint8Array): void {
  const fresh = `${file}.partial`;
  writeFileSync(fresh, bytes, { mode: 0o600, flush: true });
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
