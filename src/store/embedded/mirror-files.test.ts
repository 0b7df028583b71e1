import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dropErased, mirrorFiles, restoreMirror } from "./mirror-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "minhxet-mirror-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...names: string[]) => path.join(folder, ...names);

/** Stores bytes under their digest, as the file store does; returns the relative name. */
function stored(bytes: Uint8Array): string {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const name = `${digest.slice(0, 2)}/${digest}`;
  mkdirSync(path.dirname(at("files", name)), { recursive: true });
  writeFileSync(at("files", name), bytes);
  return name;
}

test("what was stored comes back from its copy byte for byte, and nothing is copied twice", async () => {
  const bytes = randomBytes(300_000);
  const name = stored(bytes);
  expect(await mirrorFiles(at("files"), at("mirror"), [])).toBe(1);
  expect(await mirrorFiles(at("files"), at("mirror"), [])).toBe(0);
  expect(await restoreMirror(at("mirror"), at("back"), [])).toBe(1);
  expect(readFileSync(at("back", name))).toEqual(bytes);
});

test("a copy that is not what its name says is refused, and nothing of it is left where files are stored", async () => {
  const name = stored(randomBytes(300_000));
  await mirrorFiles(at("files"), at("mirror"), []);
  const copy = readFileSync(at("mirror", name));
  copy[150_000] = (copy[150_000] ?? 0) ^ 1;
  writeFileSync(at("mirror", name), copy);
  await expect(restoreMirror(at("mirror"), at("back"), [])).rejects.toMatchObject({ code: "backup-damaged" });
  expect(readdirSync(path.dirname(at("back", name)))).toEqual([]);
});

test("what was erased is dropped from the mirror; a copy that broke off is taken away after a day, not while it may be written", async () => {
  const [kept, erased] = [stored(Buffer.from("còn")), stored(Buffer.from("đã xóa"))];
  await mirrorFiles(at("files"), at("mirror"), []);
  rmSync(at("files", erased));
  const [old, fresh] = [`${at("mirror", kept)}.1.partial`, `${at("mirror", kept)}.2.partial`];
  for (const each of [old, fresh]) writeFileSync(each, "một nửa");
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  utimesSync(old, yesterday, yesterday);
  expect(dropErased(at("files"), at("mirror"), new Set())).toBe(1);
  expect([kept, erased].map((name) => existsSync(at("mirror", name)))).toEqual([true, false]);
  expect([old, fresh].map((file) => existsSync(file))).toEqual([false, true]);
});
