import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeKeyFile, trailKeyFile } from "./trail-key.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "minhxet-key-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("without a setting the key is made in the data folder, closed to others, with a warning beside an embedded database", () => {
  const key = trailKeyFile(undefined, folder, true);
  expect(key.warning?.vi).toContain("MINHXET_TRAIL_KEY");
  const made = key.read();
  expect(made?.publicKey.equals(key.read()?.publicKey ?? made.privateKey)).toBe(true);
  expect(statSync(key.file).mode & 0o077).toBe(0);
  expect(trailKeyFile(undefined, folder, false).warning).toBeNull();
});

test("a key that was named and is not there is not made in silence", () => {
  const named = trailKeyFile(path.join(folder, "elsewhere"), folder, true);
  expect(named.read()).toBeNull();
  expect(named.warning).toBeNull();
  expect(makeKeyFile(named.file)).toBe(true);
  const pem = readFileSync(named.file, "utf8");
  expect(makeKeyFile(named.file)).toBe(false);
  expect(readFileSync(named.file, "utf8")).toBe(pem);
  expect(named.read()).not.toBeNull();
});
