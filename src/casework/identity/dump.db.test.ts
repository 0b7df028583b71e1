import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { newTestKey, opened } from "../../server/testing-custodian.ts";
import { superuserClient } from "../../store/embedded/supervisor.ts";
import { backup } from "../../store/index.ts";
import { openClient } from "../../store/pool.ts";
import { openTestDatabase } from "../../store/testing.ts";
import { foldVietnamese } from "../people/index.ts";
import { fileOf } from "../reception/import/testing-file.ts";
import { visit } from "../reception/register/register-fixture.ts";
import type { Asker } from "../setting.ts";

/** Each door has a denouncer of its own, whom nothing else resembles. */
const doors = {
  counter: {
    name: "Tôn Nữ Quyzzơ Lạ",
    address: "Số 77 ngõ Kỳ Lân Vàng",
    idNumber: "079388123457",
    phone: "0988776655",
  },
  classification: {
    name: "Đặng Wyrrễ Khuya",
    address: "Số 9 ngách Phượng Zin",
    idNumber: "001177445566",
    phone: "0977445566",
  },
  import: { name: "Khuất Jaxxừ Đoan", address: "thôn Bạch Xà Đỏ", idNumber: "035299887766", phone: "0966332211" },
} as const;
const scanned = "%PDF-1.4\n% chữ viết tay của Đặng Wyrrễ Khuya, 0977445566\n%%EOF\n";

let office: TestOffice;
let client: Client;
let folder: string;
let recovery: { readonly recipient: string; readonly key: string };
let custodian: Asker;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "minhxet-dump-"));
  office = await openTestOffice({ today: "2026-11-24", store: await openTestDatabase({ dataDir: folder }) });
  const { app, communeId: agencyId } = office;
  recovery = await app.identity.makeRecoveryKey(app.command);
  custodian = await office.as("custodian");
  const { recipient, sealedKey } = await newTestKey();
  await app.identity.becomeCustodian(custodian, { agencyId, recipient, sealedKey });
  const taker = await office.as("reception-officer");

  const said = (one: { name: string; address: string; idNumber: string; phone: string }) =>
    `Tôi là ${one.name}, trú tại ${one.address}, số căn cước ${one.idNumber}, điện thoại ${one.phone}, tố cáo trưởng thôn`;
  const record = (
    kinds: "denunciation"[],
    visitor: (typeof doors)[keyof typeof doors],
    items: { title: string; fileId: string }[],
  ) =>
    app.reception.recordVisit(taker, {
      key: randomUUID(),
      agencyId,
      visitor,
      kinds,
      content: said(visitor),
      note: `Gọi ${visitor.phone}`,
      items,
      readBack: true,
    });
  const scan = (name: string, text: string) =>
    app.files.addFile(taker, { agencyId, name: `Đơn của ${name}.pdf`, bytes: new TextEncoder().encode(text) });
  const { fileId: first } = await scan(doors.counter.name, scanned.replaceAll("Đặng Wyrrễ Khuya", doors.counter.name));
  await record(["denunciation"], doors.counter, [{ title: `Đơn của ${doors.counter.name}`, fileId: first }]);
  const { fileId } = await scan(doors.classification.name, scanned);
  const unclassified = await record([], doors.classification, [{ title: "Đơn", fileId }]);
  expect(await found(readStore(), [doors.classification.phone]), "before it is known, the scan lies there").not.toEqual(
    [],
  );
  await app.reception.classifyVisit(taker, {
    key: randomUUID(),
    visitId: unclassified.visitId,
    kinds: ["denunciation"],
  });
  const bytes = await fileOf([
    visit({
      no: 1,
      date: "02/07/2026",
      person: `${doors.import.name}\n${doors.import.address}, xã An Thử`,
      id: doors.import.idNumber,
      content: `${said(doors.import)} nhận tiền`,
      kind: "TC",
    }),
  ]);
  expect(await app.reception.runImport(taker, { agencyId, bytes })).toMatchObject({ imported: 1, sealed: 1, kept: 1 });

  const { socketDir, secrets } = inject("testServer");
  client = superuserClient(socketDir, secrets.superuser, app.setting.store.migrator.database);
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await office?.close();
  rmSync(folder, { recursive: true, force: true });
});

const canaries = Object.values(doors).flatMap((one) => [
  one.name,
  one.name.split(" ").slice(-2).join(" "),
  one.address,
  one.idNumber,
  one.phone,
]);

/** A canary as it might have been written: as it is, lower-cased, folded, in UTF-16, and each of these in base64 at any offset. */
function disguises(canary: string): readonly Buffer[] {
  const plain = [canary, canary.normalize("NFD"), canary.toLowerCase(), foldVietnamese(canary), canary.toUpperCase()];
  const bytes = plain.flatMap((text) => [
    Buffer.from(text, "utf8"),
    Buffer.from(text, "utf16le"),
    Buffer.from(text, "utf16le").swap16(),
  ]);
  const encoded = bytes.flatMap((each) =>
    [0, 1, 2].map((shift) => {
      const text = Buffer.concat([Buffer.alloc(shift), each])
        .toString("base64")
        .replace(/=+$/, "");
      return Buffer.from(text.slice(shift === 0 ? 0 : shift + 1, -1));
    }),
  );
  return [...bytes, ...encoded, ...bytes.map((each) => Buffer.from(each.toString("hex")))];
}

interface Place {
  readonly where: string;
  readonly bytes: Buffer;
}

/** Where a canary stands in any disguise, as "place: canary". */
async function found(places: readonly Place[], sought: readonly string[] = canaries): Promise<readonly string[]> {
  return places.flatMap(({ where, bytes }) =>
    sought
      .filter((canary) => disguises(canary).some((each) => bytes.includes(each)))
      .map((canary) => `${where}: ${canary}`),
  );
}

/** Every row of every table of every schema, in PostgreSQL's text form, as the superuser sees it. */
async function dumped(): Promise<readonly Place[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  expect(rows.length).toBeGreaterThan(60);
  const places: Place[] = [];
  for (const { name } of rows) {
    // The search's words are folded by PostgreSQL: they are compared as text, bytea also as what it holds.
    const { rows: texts } = await client.query<{ row: Record<string, unknown>; text: string }>(
      `select to_jsonb(t) as row, t::text as text from ${name} t`,
    );
    const held = texts.flatMap(({ row, text }) => [
      text,
      ...Object.values(row).map((value) =>
        typeof value === "string" && value.startsWith("\\x") ? Buffer.from(value.slice(2), "hex") : String(value),
      ),
    ]);
    places.push({
      where: name,
      bytes: Buffer.concat(held.flatMap((each) => [Buffer.from(each as string), Buffer.from("\n")])),
    });
  }
  return places;
}

function readStore(): readonly Place[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && path.relative(folder, entry.parentPath).split(path.sep)[0] === "files")
    .map((entry) => ({ where: `files/${entry.name}`, bytes: readFileSync(path.join(entry.parentPath, entry.name)) }));
}

describe("whoever steals", () => {
  test("a dump of the whole database finds no denouncer in it", async () => {
    expect(await found(await dumped())).toEqual([]);
    const { rows } = await client.query<{ origin: string; n: number }>(
      "select origin, count(*)::int as n from vault.identity group by 1 order by 1",
    );
    expect(rows).toEqual([
      { origin: "classification", n: 1 },
      { origin: "counter", n: 1 },
      { origin: "import", n: 1 },
    ]);
  });

  test("the file store finds only sealed scans", async () => {
    const stored = readStore();
    expect(stored).toHaveLength(2);
    expect(await found(stored)).toEqual([]);
    for (const { bytes } of stored) expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
    expect((await client.query("select from vault.erasure")).rowCount).toBe(0);
  });

  test("a backup finds none either, nor the key of the blind look-up", async () => {
    const file = path.join(folder, "backup.tar.gz");
    await backup(office.app.setting.store, file, []);
    const bytes = gunzipSync(readFileSync(file));
    expect(await found([{ where: "backup", bytes }])).toEqual([]);
    const key = readFileSync(path.join(folder, "secrets/vault-lookup"), "utf8").trim();
    const raw = Buffer.from(key, "base64url");
    for (const part of [Buffer.from(key), raw, Buffer.from(raw.toString("hex")), Buffer.from(raw.toString("base64"))])
      expect(bytes.includes(part)).toBe(false);
    expect(bytes.includes("vault-lookup")).toBe(false);
  });

  test("the password of the application's role reads no row of the vault", async () => {
    const thief = openClient(office.app.setting.store.app, "thief");
    await thief.connect();
    try {
      const { rows } = await thief.query<{ name: string }>(
        "select relname as name from pg_class where relnamespace = 'vault'::regnamespace and relkind = 'r'",
      );
      expect(rows.length).toBeGreaterThan(10);
      for (const { name } of rows) {
        const seen = await thief
          .query(`select * from vault.${name}`)
          .catch((error: { code?: string }) => ({ rowCount: error.code === "42501" ? 0 : -1 }));
        expect(seen.rowCount, name).toBe(0);
      }
      for (const name of ["person_detail", "visit_text", "petition_text", "file_name"])
        expect((await thief.query(`select * from ${name}`)).rowCount, name).toBe(0);
      await expect(thief.query("update vault.ledger set what = 'x'")).rejects.toMatchObject({ code: "42501" });
      expect((await thief.query("select * from vault.recipients($1)", [office.communeId])).rowCount).toBe(0);
    } finally {
      await thief.end();
    }
  });
});

test("with the recovery key every name comes back, and the ledger says so", async () => {
  const names: string[] = [];
  const wanted = { keys: [recovery.key], purpose: "Diễn tập khôi phục danh tính" };
  for await (const line of office.app.identity.recover(office.app.command, wanted))
    names.push(JSON.stringify(line.identity));
  for (const one of Object.values(doors))
    expect(names.some((text) => text.includes(one.name) && text.includes(one.idNumber))).toBe(true);
  const { rows } = await office.app.identity.ledger(custodian, { agencyId: office.communeId });
  expect(rows.filter((line) => line.what === "recovered" && line.purpose === wanted.purpose)).toHaveLength(3);
  const { rows: files } = await client.query<{ sha256: Buffer }>(
    "select sha256 from vault.sealed_file order by id desc limit 1",
  );
  const sealed = await office.app.setting.files.get(files[0]?.sha256.toString("hex") ?? "");
  expect((await opened(recovery.key, sealed)).toString()).toBe(scanned);
});

describe("the search itself", () => {
  test("finds a canary that is planted, in every disguise", async () => {
    const { name, phone } = doors.counter;
    for (const [column, value] of [
      ["text", name],
      ["text", foldVietnamese(name)],
      ["text", Buffer.from(`xx${name}`).toString("base64")],
      ["bytea", Buffer.from(`sđt ${phone}`, "utf16le")],
    ] as const) {
      await client.query(`create table vault.planted (it ${column})`);
      await client.query("insert into vault.planted values ($1)", [value]);
      const hits = await found(await dumped());
      await client.query("drop table vault.planted");
      expect(hits.length, String(value)).toBeGreaterThan(0);
      expect(hits.every((hit) => hit.startsWith("vault.planted"))).toBe(true);
    }
    await office.app.setting.files.put(new TextEncoder().encode(`Đơn của ${name}`));
    expect(await found(readStore())).not.toEqual([]);
  });
});
