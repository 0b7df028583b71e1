import { createHash, randomBytes } from "node:crypto";
import { chmodSync, createReadStream, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { appendFile, rename } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mirrorFiles, restoreMirror } from "../embedded/mirror-files.ts";
import { backup, makeBackupKey, restore, type Store } from "../index.ts";
import { openTestDatabase } from "../testing.ts";

const megabyte = 1024 * 1024;
const megabytes = 240;
/** Measured: 12 MB at most. What is garbage already counts too. */
const grownBytesMax = 80 * megabyte;

let folder: string;
let store: Store;
let name: string;
let key: Awaited<ReturnType<typeof makeBackupKey>>;

beforeAll(async () => {
  folder = mkdtempSync("/tmp/minhxet-long-");
  chmodSync(folder, 0o711);
  key = await makeBackupKey();
  store = await openTestDatabase({ dataDir: folder });
  name = await longFile(path.join(folder, "files"));
});
afterAll(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Noise, under the digest of its content, as the file store keeps it. */
async function longFile(filesDir: string): Promise<string> {
  mkdirSync(filesDir, { recursive: true });
  const draft = path.join(filesDir, "dai.part");
  const noise = randomBytes(megabyte);
  for (let written = 0; written < megabytes; written += 1) await appendFile(draft, noise);
  const digest = await digestOf(draft);
  const made = path.join(digest.slice(0, 2), digest.slice(2, 4), digest);
  mkdirSync(path.join(filesDir, path.dirname(made)), { recursive: true });
  await rename(draft, path.join(filesDir, made));
  return made;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** By how many bytes the process grew at most meanwhile. */
async function grownBy(work: () => Promise<unknown>): Promise<number> {
  let most = 0;
  const before = process.memoryUsage.rss();
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss() - before);
  }, 20);
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return most;
}

test("a file of 240 MB goes into an encrypted backup and comes back the same, never whole in memory", async () => {
  const file = path.join(folder, "long.tar.gz.age");
  expect(await grownBy(() => backup(store, file, [key.recipient]))).toBeLessThan(grownBytesMax);
  expect(statSync(file).size).toBeGreaterThan(megabytes * megabyte);
  const dataDir = mkdtempSync(path.join(folder, "target-"));
  const back = () => restore({ file, identities: [key.identity] }, { dataDir, durable: false });
  expect(await grownBy(back)).toBeLessThan(grownBytesMax);
  expect(await digestOf(path.join(dataDir, "files", name))).toBe(path.basename(name));
}, 300_000);

test("the copies for points in time are made and brought back in pieces too", async () => {
  const mirror = path.join(folder, "mirror");
  const made = () => mirrorFiles(path.join(folder, "files"), mirror, [key.recipient]);
  expect(await grownBy(made)).toBeLessThan(grownBytesMax);
  expect(readdirSync(path.join(mirror, path.dirname(name)))).toEqual([`${path.basename(name)}.age`]);
  const filesDir = path.join(folder, "again");
  expect(await grownBy(() => restoreMirror(mirror, filesDir, [key.identity]))).toBeLessThan(grownBytesMax);
  expect(await digestOf(path.join(filesDir, name))).toBe(path.basename(name));
}, 300_000);
