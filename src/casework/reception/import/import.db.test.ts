import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../../server/testing.ts";
import { openClient } from "../../../store/pool.ts";
import type { Asker } from "../../setting.ts";
import { recogniseColumns } from "../register/columns.ts";
import { parseRows } from "../register/parse-rows.ts";
import { readRegister } from "../register/read-register.ts";
import { TODAY, visit } from "../register/register-fixture.ts";
import { cellText } from "../register/sheet.ts";
import { failDeadImports, type ImportResult, runImport, startImport, stopImports } from "./index.ts";
import { fileOf, manyVisits } from "./testing-file.ts";

const sample = readFileSync(new URL("../../../../demo/samples/so-tiep-cong-dan.xlsx", import.meta.url));
let office: TestOffice;
let officer: Asker;
let agencyId: string;

async function open() {
  office = await openTestOffice({ today: "2026-11-24" });
  officer = await office.as("reception-officer");
  agencyId = office.communeId;
}
const run = (bytes: Uint8Array, asker = officer, more: { signal?: AbortSignal; onProgress?: () => void } = {}) =>
  office.app.reception.runImport(asker, { agencyId, bytes, ...more });
const balance = (result: ImportResult) => result.imported + result.alreadyThere + result.rejected.length;

async function asOwner<T extends object>(query: string, values: unknown[] = []): Promise<T[]> {
  const client = openClient(office.app.setting.store.keeper, "test");
  await client.connect();
  try {
    return (await client.query<T>(query, values)).rows;
  } finally {
    await client.end();
  }
}
const countOf = async (table: string) =>
  (await asOwner<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? 0;

describe("the commune's register, imported by its reception officer", () => {
  let first: ImportResult;
  beforeAll(async () => {
    await open();
    first = await run(sample);
  });
  afterAll(() => office?.close());

  test("every one of the 140 rows is imported or refused with its reason", async () => {
    expect(first).toMatchObject({ state: "done", rows: 140, imported: 131, alreadyThere: 0, sealed: 46 });
    expect(balance(first)).toBe(140);
    expect(first.rejected[0]).toMatchObject({ row: 9, column: "Loại đơn (KN, TC, KN-PA)", value: "???" });
    expect(await countOf("visit")).toBe(131);
    expect(await office.app.reception.importRun(officer, first)).toMatchObject({
      state: "done",
      rows: 140,
      imported: 131,
      rejected: 9,
      sealed: 46,
      hint: null,
    });
    const listed = await office.app.reception.importRejections(officer, first);
    expect(listed).toEqual(first.rejected);
  });

  test("the visits have numbers without a gap and keep the register's own number where it differs", async () => {
    const rows = await asOwner<{ no: number; note: string | null }>(
      "select register_no as no, note from visit join visit_text on visit_id = id order by register_no",
    );
    expect(rows.map(({ no }) => no)).toEqual(Array.from({ length: 131 }, (_, index) => index + 1));
    expect(rows[0]?.note ?? "").not.toContain("STT");
    expect(rows[130]?.note).toContain("STT trong sổ gốc: 140");
  });

  test("every visit became a petition, a mixed one two that belong together", async () => {
    const split = await asOwner<{ same: boolean }>(
      "select a.visit_id = b.visit_id as same from petition a join petition b on b.id = a.origin_id",
    );
    expect(split).toEqual(Array.from({ length: 4 }, () => ({ same: true })));
    expect(await countOf("petition")).toBe(135);
    expect(await countOf("petition_event")).toBe(135);
  });

  test("again, it adds nothing", async () => {
    const tables = ["visit", "petition", "person", "deadline", "petition_event"];
    const before = await Promise.all(tables.map(countOf));
    const second = await run(sample);
    expect(second).toMatchObject({ rows: 140, imported: 0, alreadyThere: 131, sealed: 0 });
    expect(balance(second)).toBe(140);
    expect(await Promise.all(tables.map(countOf))).toEqual(before);
  });

  test("the rows with a denunciation are for the importing officer alone; a colleague's import still knows them", async () => {
    const sealed = await asOwner<{ to: string }>(
      "select distinct sealed_to as to from visit where pseudonym is not null",
    );
    expect(sealed).toEqual([{ to: await office.officerId("reception-officer") }]);
    expect(await run(sample, office.app.task)).toMatchObject({ imported: 0, alreadyThere: 131 });
    const colleague = await office.app.access.createOfficer(office.app.command, {
      username: "dong.nghiep",
      displayName: "Cán bộ khác",
      agencyId,
      role: "reception-officer",
    });
    const { secret } = await office.app.access.createToken(office.app.command, {
      officerId: colleague.officerId,
      label: "thử",
    });
    expect(await run(sample, { token: secret })).toMatchObject({ imported: 0, alreadyThere: 131 });
  });

  test("no name and no number of a denouncer is anywhere in the database or in the file to mend", async () => {
    const sheet = await readRegister(sample);
    const columns = recogniseColumns(sheet);
    const parsed = parseRows(sheet, columns, { agency: "TT.A", today: TODAY });
    const openRows = new Set(parsed.rows.filter((row) => !row.sealed).map((row) => row.row));
    const named = (text: string) => text.split(/\n|,| - /)[0]?.trim() ?? "";
    const traces = (isWanted: (row: number) => boolean) =>
      sheet.rows
        .filter((row) => row.number >= 7 && row.number <= 146 && isWanted(row.number))
        .flatMap((row) => [
          named(cellText(row.cells[2] ?? { kind: "blank" })),
          cellText(row.cells[3] ?? { kind: "blank" }),
        ])
        .filter((text) => text.length >= 6);
    const sealed = new Set([...parsed.rows, ...parsed.rejected].filter((row) => row.sealed).map((row) => row.row));
    const innocent = new Set(
      traces((row) => openRows.has(row) || !sealed.has(row)).map((text) => text.normalize("NFC").toLowerCase()),
    );
    const hunted = traces((row) => sealed.has(row)).filter(
      (text) => !innocent.has(text.normalize("NFC").toLowerCase()),
    );
    expect(hunted.length).toBeGreaterThan(80);
    const tables = await asOwner<{ name: string }>(
      "select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'app', 'auth')",
    );
    expect(tables.length).toBeGreaterThan(40);
    const tablesWith = async (texts: readonly string[]) => {
      const found: string[] = [];
      for (const { name } of tables) {
        const rows = await asOwner(
          `with kept as materialized (select app.fold(t::text) as row from ${name} t),
             hunted as materialized (select app.fold(x) as text from unnest($1::text[]) x)
           select from kept, hunted where strpos(kept.row, hunted.text) > 0 limit 1`,
          [texts],
        );
        if (rows.length > 0) found.push(name);
      }
      return found;
    };
    expect(await tablesWith(hunted)).toEqual([]);
    // The same search finds the people of an open row, so it would have found the others.
    expect(await tablesWith(["Hoàng Thúy Dũng", "035714870592"])).toEqual([
      "public.person_detail",
      "public.petition_search",
    ]);
    for (const locale of ["vi", "en"] as const) {
      const book = JSON.stringify(
        await readRegister(await office.app.reception.importErrors(officer, { ...first, locale })),
      );
      expect(hunted.filter((text) => book.includes(text))).toEqual([]);
    }
  });

  test("the mended file of rejected rows imports the rest", async () => {
    const bytes = await office.app.reception.importErrors(officer, { runId: first.runId, locale: "vi" });
    const mended = await run(await mend(bytes));
    expect(mended).toMatchObject({ rows: 9, imported: 9, rejected: [] });
    expect(await countOf("visit")).toBe(140);
    expect(await run(await mend(bytes))).toMatchObject({ imported: 0, alreadyThere: 9 });
    await expect(
      office.app.reception.importErrors(officer, { runId: mended.runId, locale: "vi" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("the preview says what each column was taken for and stores nothing", async () => {
    const shown = await office.app.reception.previewRegister(officer, { agencyId, bytes: sample, limit: 5 });
    expect(
      shown.columns
        .filter((column) => column.confidence === "certain")
        .map((column) => column.letter)
        .join(""),
    ).toBe("ABCDEFGHIJKLM");
    expect(shown).toMatchObject({
      missing: [],
      counts: { rows: 140, ready: 0, alreadyThere: 131, sealed: 46, rejected: 9 },
    });
    expect(shown.rows).toHaveLength(5);
    expect(shown.rows[0]).toMatchObject({
      sealed: true,
      people: [],
      pseudonym: expect.stringContaining("Người tố cáo 2026-"),
    });
    const other = await office.app.reception.previewRegister(officer, {
      agencyId,
      bytes: sample,
      columns: { content: null },
    });
    expect(other).toMatchObject({ missing: ["content"], rows: [] });
    await expect(
      office.app.reception.runImport(officer, { agencyId, bytes: sample, columns: { content: null } }),
    ).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ field: "columns.content" }] },
    });
  });

  test("who has not the role is refused, and sees no run of that agency", async () => {
    for (const asker of [
      await office.as("petition-officer"),
      await office.as("administrator"),
      await office.as("reception-officer", "elsewhere"),
    ]) {
      await expect(run(sample, asker)).rejects.toMatchObject({ code: "not-allowed" });
      await expect(office.app.reception.previewRegister(asker, { agencyId, bytes: sample })).rejects.toMatchObject({
        code: "not-allowed",
      });
      await expect(office.app.reception.importRun(asker, first)).rejects.toMatchObject({ code: "not-found" });
      await expect(office.app.reception.cancelImport(asker, first)).rejects.toMatchObject({ code: "not-found" });
      await expect(office.app.reception.importErrors(asker, { ...first, locale: "vi" })).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(office.app.reception.importRejections(asker, first)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(run(sample, "nobody")).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(run(new TextEncoder().encode("không phải sổ"))).rejects.toMatchObject({ code: "unreadable-file" });
  });
});

async function mend(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  workbook.worksheets[0]?.eachRow((row, number) => {
    if (number <= 4) return;
    if (!/^\d{2}\/\d{2}\/\d{4}$/.test(row.getCell(2).text)) row.getCell(2).value = "30/6/2026";
    if (row.getCell(6).text === "???") row.getCell(6).value = "KN-PA";
    if (row.getCell(5).text === "") row.getCell(5).value = "Tố cáo kế toán thu tiền sai";
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe("imports of another register", { timeout: 180_000 }, () => {
  beforeEach(async () => {
    await open();
    return () => office.close();
  });

  test("without a session, rows with a denunciation are refused until the agency has a head to keep them", async () => {
    const { task } = office.app;
    const before = await run(sample, task);
    expect(before).toMatchObject({ rows: 140, imported: 85, sealed: 0 });
    expect(balance(before)).toBe(140);
    expect(before.rejected.filter(({ reason }) => reason.vi.includes("thủ trưởng"))).toHaveLength(46);
    const headId = await office.officerId("head");
    const after = await run(sample, task);
    expect(after).toMatchObject({ imported: 46, alreadyThere: 85, sealed: 46 });
    expect(balance(after)).toBe(140);
    expect(
      await asOwner("select distinct sealed_to as to, officer_id as by from visit where pseudonym is not null"),
    ).toEqual([{ to: headId, by: null }]);
  });

  test("a person with the same paper and name is one person; guided and transferred rows start no clock", async () => {
    const bytes = await fileOf([
      visit({ no: 1 }),
      visit({ no: 2, content: "Khiếu nại lần nữa về bồi thường" }),
      visit({ no: 3, person: "Trần Thị Khác\nxóm 3", content: "Khiếu nại chuyện khác" }),
      visit({ no: 4, content: "Khiếu nại mốc giới", within: "", guided: "TAND khu vực 1, số 12/HD-UBND" }),
      visit({ no: 5, content: "Phản ánh điện", kind: "PA", within: "", transferred: "Điện lực, số 13/UBND" }),
      visit({
        no: 6,
        content: "Kiến nghị làm đường",
        kind: "KN-PA",
        person: "Tập thể 19 hộ dân thôn Đoài đại diện: Lê Thị Đại",
        id: "",
        count: 19,
      }),
    ]);
    expect(await run(bytes)).toMatchObject({ imported: 6 });
    const people = await asOwner<{ name: string; kind: string | null }>(
      'select full_name as name, id_kind as kind from person_detail order by full_name collate "C"',
    );
    expect(people).toEqual([
      { name: "Lê Thị Đại", kind: null },
      { name: "Nguyễn Văn Bình", kind: "citizen-card" },
      { name: "Trần Thị Khác", kind: "citizen-card" },
    ]);
    const petitions = await asOwner(
      "select state, next_due_on is null as still, people_count as people from petition order by code",
    );
    expect(petitions.slice(3)).toEqual([
      { state: "guided", still: true, people: 1 },
      { state: "transferred", still: true, people: 1 },
      { state: "screening", still: false, people: 19 },
    ]);
    expect(await office.app.people.findPeople(officer, { agencyId, query: "nguyen van binh" })).toHaveLength(1);
  });

  test("a cancelled import keeps what it has, and the second completes it with nothing twice", async () => {
    const bytes = await fileOf(manyVisits(700));
    const stop = new AbortController();
    const first = await run(bytes, officer, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(first).toMatchObject({ state: "cancelled", imported: 200, rows: 700 });
    expect((await office.app.reception.importRun(officer, first)).hint?.vi).toContain("nhập lại");
    const second = await run(bytes);
    expect(second).toMatchObject({ state: "done", imported: 500, alreadyThere: 200 });
    expect(await countOf("visit")).toBe(700);
  });

  test("started in the background it answers at once, can be polled, and can be cancelled by its id", async () => {
    const { runId } = await office.app.reception.startImport(officer, {
      agencyId,
      bytes: await fileOf(manyVisits(1_000)),
    });
    await office.app.reception.cancelImport(officer, { runId });
    await stopImports(office.app.setting);
    const ended = await office.app.reception.importRun(officer, { runId });
    expect(ended.state).toBe("cancelled");
    expect(ended.imported).toBeLessThan(1_000);
    expect(await countOf("visit")).toBe(ended.imported);
    const again = await startImport(office.app.setting, officer, { agencyId, bytes: sample });
    await expect
      .poll(async () => (await office.app.reception.importRun(officer, again)).state, { timeout: 50_000 })
      .toBe("done");
    expect(await office.app.reception.importRun(officer, again)).toMatchObject({ imported: 131, rejected: 9 });
  });

  test("when the officer's right ends in the middle, the run stops as failed and the rows stay whole", async () => {
    const officerId = await office.officerId("reception-officer");
    const { secret, tokenId } = await office.app.access.createToken(office.app.command, { officerId, label: "thử" });
    const bytes = await fileOf(manyVisits(600));
    const { runId } = await office.app.reception.startImport({ token: secret }, { agencyId, bytes });
    await office.app.access.revokeToken(office.app.command, { tokenId });
    await expect
      .poll(async () => (await office.app.reception.importRun(officer, { runId })).state, { timeout: 50_000 })
      .toBe("failed");
    const stopped = await office.app.reception.importRun(officer, { runId });
    expect(stopped.hint?.vi).toContain("nhập lại");
    expect(stopped.imported).toBeLessThan(600);
    expect(await countOf("visit")).toBe(stopped.imported);
    expect(await run(bytes)).toMatchObject({ state: "done", imported: 600 - stopped.imported });
  });

  test("a row that cannot be stored is refused alone, with its reason", async () => {
    // Cut at the longest text of a cell, the last sign is left half.
    const bytes = await fileOf([
      visit({ no: 1 }),
      visit({ no: 2, content: `Khiếu nại ${"😀".repeat(20_000)}` }),
      visit({ no: 3 }),
    ]);
    const result = await run(bytes);
    expect(result).toMatchObject({ state: "done", rows: 3, imported: 2 });
    expect(result.rejected).toEqual([
      {
        row: 3,
        column: "Nội dung",
        value: "",
        reason: expect.objectContaining({ vi: expect.stringContaining("không lưu được") }),
      },
    ]);
    expect(await office.app.reception.importErrors(officer, { runId: result.runId, locale: "en" })).toBeInstanceOf(
      Uint8Array,
    );
  });

  test("more imports at a time than the database has room for are asked to wait", async () => {
    const bytes = await fileOf(manyVisits(400));
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => run(bytes)));
    const refused = answers.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
    expect(refused).toEqual(["unavailable", "unavailable"]);
    expect(await countOf("visit")).toBe(400);
    expect(await run(bytes)).toMatchObject({ imported: 0, alreadyThere: 400 });
  });

  test("two imports of the same file at once store every row once", async () => {
    const bytes = await fileOf(manyVisits(300));
    const [a, b] = await Promise.all([run(bytes), run(bytes)]);
    expect([balance(a), balance(b), a.imported + b.imported]).toEqual([300, 300, 300]);
    expect(await countOf("visit")).toBe(300);
  });

  test("a process killed in the middle leaves whole batches; its run is failed, and the next import completes it", async () => {
    await office.officerId("head");
    const bytes = await fileOf(manyVisits(600));
    const folder = mkdtempSync(path.join(tmpdir(), "minhxet-import-"));
    const file = path.join(folder, "so.xlsx");
    writeFileSync(file, bytes);
    const { store } = office.app.setting;
    const { rows } = await store.appPool.query<{ name: string }>("select current_database() as name");
    const child = spawn(process.execPath, [fileURLToPath(new URL("./testing-child.ts", import.meta.url))], {
      env: {
        ...process.env,
        IMPORT_CHILD: JSON.stringify({
          server: inject("testServer"),
          database: rows[0]?.name,
          dataDir: store.dataDir,
          agencyId,
          file,
        }),
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    rmSync(folder, { recursive: true });
    const runId = String(line).split(" ")[0] ?? "";
    await expect
      .poll(async () => (await office.app.reception.importRun(officer, { runId })).state, { timeout: 50_000 })
      .toBe("failed");
    expect(await failDeadImports(office.app.setting, office.app.task)).toBe(1);
    const dead = await office.app.reception.importRun(officer, { runId });
    expect(dead).toMatchObject({ state: "failed", hint: { vi: expect.stringContaining("nhập lại") } });
    expect(dead.imported).toBeGreaterThanOrEqual(200);
    expect(dead.imported).toBeLessThan(600);
    expect(await countOf("visit")).toBe(dead.imported);
    const second = await run(bytes, office.app.task);
    expect(second).toMatchObject({ state: "done", imported: 600 - dead.imported, alreadyThere: dead.imported });
    expect(await countOf("visit")).toBe(600);
    expect((await office.app.audit.verifyTrail(office.app.command)).faults).toEqual([]);
  });

  test("a thousand rows take a number of statements that goes with the batches, not with the rows", {
    timeout: 180_000,
  }, async () => {
    const { setting } = office.app;
    let statements = 0;
    const counted = setting.store.kysely.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const result = await runImport({ ...setting, store: { ...setting.store, kysely: counted } }, officer, {
      agencyId,
      bytes: await fileOf(manyVisits(1_000)),
    });
    expect(result).toMatchObject({ state: "done", rows: 1_000, imported: 1_000, sealed: 250 });
    expect(statements).toBeGreaterThan(5 * 10);
    expect(statements).toBeLessThan(5 * 40);
    expect(
      await asOwner("select register_year as year, max(register_no)::int as last from visit group by 1 order by 1"),
    ).toEqual([
      { year: 2025, last: 500 },
      { year: 2026, last: 500 },
    ]);
  });
});
