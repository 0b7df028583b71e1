import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeBackupKey } from "../embedded/sealing.ts";
import { openStore, type Store } from "../open-store.ts";
import { openClient } from "../pool.ts";
import { backupBase, prepareSchema, restoreTo } from "./index.ts";

// Whole clusters are copied and brought forward here, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let folder: string;
let source: string;
let key: { identity: string; recipient: string };
let between: Date;

const notice = () => undefined;

beforeAll(async () => {
  folder = mkdtempSync("/tmp/minhxet-points-");
  chmodSync(folder, 0o711);
  source = mkdtempSync(path.join(folder, "source-"));
  key = await makeBackupKey();
  const store = await openStore({ dataDir: source, mode: "serve" });
  await prepareSchema(store);
  await addPlace(store, "TRƯỚC");
  putFile("bản quét trước");
  await backupBase(store, { recipients: [key.recipient] });
  await addPlace(store, "GIỮA");
  putFile("bản quét giữa");
  await sleep(20);
  between = await now(store);
  await sleep(20);
  await addPlace(store, "SAU");
  putFile("bản quét sau");
  await store.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function query<T extends object>(store: Store, text: string): Promise<T[]> {
  const client = openClient(store.keeper, "test");
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

let places = 0;
async function addPlace(store: Store, code: string): Promise<void> {
  places += 1;
  const id = `01890000-0000-7000-8000-${String(places).padStart(12, "0")}`;
  await query(store, `insert into place (id, code) values ('${id}', '${code}')`);
}

async function now(store: Store): Promise<Date> {
  return (await query<{ at: Date }>(store, "select clock_timestamp() as at"))[0]?.at ?? new Date(0);
}

function putFile(text: string): void {
  const sha256 = createHash("sha256").update(text).digest("hex");
  const place = path.join(source, "files", sha256.slice(0, 2), sha256.slice(2, 4));
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, sha256), text);
}

const texts = (dataDir: string) =>
  readdirSync(path.join(dataDir, "files"), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(path.join(each.parentPath, each.name), "utf8"))
    .sort();

async function codesIn(dataDir: string): Promise<string[]> {
  const store = await openStore({ dataDir, mode: "serve" });
  try {
    const rows = await query<{ code: string }>(store, "select code from place order by id");
    return rows.map(({ code }) => code);
  } finally {
    await store.close();
  }
}

const newFolder = () => mkdtempSync(path.join(folder, "target-"));
const from = () => path.join(source, "backups");
const restoreAs = (dataDir: string, to?: Date, more: object = {}) =>
  restoreTo({ from: from(), dataDir, ...(to ? { to } : {}), identities: [key.identity], notice, ...more });

test("a point between two acts has the earlier act and not the later one; the files of both are there", async () => {
  const dataDir = newFolder();
  await restoreAs(dataDir, between);
  expect(await codesIn(dataDir)).toEqual(["TRƯỚC", "GIỮA"]);
  expect(texts(dataDir)).toEqual(expect.arrayContaining(["bản quét giữa", "bản quét trước"]));
});

test("without a point everything that was acknowledged before the stop is there", async () => {
  const dataDir = newFolder();
  await restoreAs(dataDir);
  expect(await codesIn(dataDir)).toEqual(["TRƯỚC", "GIỮA", "SAU"]);
  expect(texts(dataDir)).toEqual(texts(source));
});

test("a moment before the first base, and one that the journal does not reach, are refused with the reason", async () => {
  const dataDir = newFolder();
  await expect(restoreAs(dataDir, new Date("2020-01-01T00:00:00Z"))).rejects.toThrow(/earliest point/);
  await expect(restoreAs(dataDir, new Date(Date.now() + 3_600_000))).rejects.toThrow(/ends before that moment/);
  expect(existsSync(path.join(dataDir, "cluster"))).toBe(false);
  await restoreAs(dataDir, between);
  await expect(restoreAs(dataDir, between)).rejects.toThrow(/new, empty folder/);
});

test("without its key, and with another, nothing of it can be opened", async () => {
  const other = await makeBackupKey();
  const dataDir = newFolder();
  for (const identities of [[], [other.identity]])
    await expect(restoreAs(dataDir, between, { identities })).rejects.toMatchObject({ code: "backup-locked" });
  expect(existsSync(path.join(dataDir, "cluster"))).toBe(false);
});

test("what the archive holds shows nothing to who has only the archive: no code, no file, no key of the installation", () => {
  const secrets = readdirSync(path.join(source, "secrets")).map((name) =>
    readFileSync(path.join(source, "secrets", name), "utf8"),
  );
  for (const entry of readdirSync(from(), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(path.join(entry.parentPath, entry.name));
    if (entry.name === "recipients") expect(bytes.toString("utf8")).toBe(`${key.recipient}\n`);
    else expect(bytes.subarray(0, 21).toString("latin1"), entry.name).toBe("age-encryption.org/v1");
    for (const secret of [...secrets, "TRƯỚC", "bản quét"]) expect(bytes.includes(secret)).toBe(false);
  }
});

test.each([
  ["a base with one byte changed", "base-", /damaged|altered|checksum|cannot be read/],
  ["a segment of the journal with one byte changed", "wal", /altered|cut off/],
])("%s is refused and the folder stays empty", async (_, what, message) => {
  const all = readdirSync(from(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const file = all
    .filter((each) =>
      what === "wal" ? each.parentPath.endsWith("wal") && /^[0-9A-F]{24}-/.test(each.name) : each.name.startsWith(what),
    )
    .at(-1);
  const place = path.join(file?.parentPath ?? "", file?.name ?? "");
  const before = readFileSync(place);
  const bytes = Buffer.from(before);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
  writeFileSync(place, bytes);
  const dataDir = newFolder();
  try {
    await expect(restoreAs(dataDir)).rejects.toThrow(message);
  } finally {
    writeFileSync(place, before);
  }
  expect(existsSync(path.join(dataDir, "cluster"))).toBe(false);
  await restoreAs(dataDir);
  expect(await codesIn(dataDir)).toHaveLength(3);
});
