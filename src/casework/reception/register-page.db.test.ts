import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { civilDate } from "../../time/civil-date.ts";
import type { Asker } from "../setting.ts";
import type { RecordVisitInput } from "./index.ts";
import { recogniseColumns } from "./register/columns.ts";
import { parseRows } from "./register/parse-rows.ts";
import { readRegister } from "./register/read-register.ts";
import { openCounter, people } from "./testing-counter.ts";

const { office, officer, head, elsewhere, record } = await openCounter();
afterAll(() => office.close());
const page = (asker: Asker, from: string, to: string, more: { after?: string; limit?: number } = {}) =>
  office.app.reception.register(asker, { agencyId: office.communeId, from, to, ...more });

describe("a refusal of reception", () => {
  async function refuse(act: string, values: Readonly<Record<string, string>>) {
    const done = await record({ receivedOn: "2026-11-23" });
    const { app } = office;
    const { matterId } = await app.matters.openMatter(officer, {
      key: randomUUID(),
      petitionId: done.petitions[0]?.id ?? "",
      procedure: "reception",
    });
    const { seq } = await app.matters.openMatterSheet(officer, { matterId });
    await app.matters.performAct(officer, { key: randomUUID(), matterId, seq, act, on: "2026-11-24", values });
    const { lines } = await page(officer, "2026-11-23", "2026-11-23");
    const sheet = await app.matters.openMatterSheet(officer, { matterId });
    return { line: lines.find(({ visitId }) => visitId === done.visitId), sheet };
  }

  test("on the spot stands in the register of the day, also as it is exported", async () => {
    const { line } = await refuse("refuse-oral", { ground: "2", explanation: "Gây rối trật tự tại nơi tiếp" });
    expect(line).toMatchObject({ refusal: { state: "REFUSED_ORAL", number: null } });
    const bytes = await office.app.reception.exportRegister(officer, {
      agencyId: office.communeId,
      from: "2026-11-23",
      to: "2026-11-23",
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    const said = book.worksheets[0]?.getSheetValues().flatMap((row) => (Array.isArray(row) ? row.map(String) : []));
    expect(said).toContain("Từ chối tiếp, đã giải thích tại chỗ");
  });

  test("in writing is due within three working days from the day of the ground, and the register says that it is due", async () => {
    const { line, sheet } = await refuse("establish-refusal", {
      ground: "3",
      groundOn: "2026-11-24",
      reason: "Đã giải quyết đúng pháp luật, đã thông báo bằng văn bản",
    });
    expect(line).toMatchObject({ refusal: { state: "REFUSAL_DUE", number: null } });
    expect(sheet.clocks).toContainEqual(
      expect.objectContaining({ clock: "refusal-notice", dueOn: "2026-11-27", rule: "TCD-9-2" }),
    );
  });
});

describe("two agencies", () => {
  test("do not see each other's visits, registers and receipts", async () => {
    const done = await record();
    await expect(office.app.reception.visit(elsewhere, { visitId: done.visitId })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(page(elsewhere, "2026-01-01", "2026-12-31")).rejects.toMatchObject({ code: "not-allowed" });
    await expect(office.app.reception.receiptInput(elsewhere, { visitId: done.visitId })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(record({}, elsewhere)).rejects.toMatchObject({ code: "not-allowed" });
    const there = await record({}, elsewhere, office.otherCommuneId);
    await expect(office.app.reception.visit(head, { visitId: there.visitId })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("know the same person apart: an id from elsewhere opens nothing", async () => {
    const there = await record({}, elsewhere, office.otherCommuneId);
    const sheet = await office.app.reception.visit(elsewhere, { visitId: there.visitId });
    await expect(record({ visitor: { personId: sheet.people[0]?.personId ?? "" } })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("a file of another agency cannot be hung on a visit", async () => {
    const { fileId } = await office.app.files.addFile(elsewhere, {
      agencyId: office.otherCommuneId,
      name: "don.txt",
      bytes: new TextEncoder().encode("Đơn của xã Bình Thử"),
    });
    await expect(record({ items: [{ title: "Đơn", fileId }] })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("groups (Điều 29)", () => {
  test("five to ten people appoint at most two; more than ten at most five", async () => {
    const three = { peopleCount: 7, representatives: [people[1], people[2]] };
    await expect(record(three)).rejects.toMatchObject({ details: { fields: [{ field: "representatives" }] } });
    const done = await record({ ...three, peopleCount: 11, appointmentPaper: true });
    expect(await office.app.reception.visit(head, { visitId: done.visitId })).toMatchObject({
      groupClass: "more-than-ten",
      peopleCount: 11,
      people: [
        { role: "visitor", name: "Nguyễn Văn Thử" },
        { role: "representative", name: "Trần Thị Thử" },
        { role: "representative", name: "Lê Thử" },
      ],
    });
  });

  test("the same person is not named twice", async () => {
    await expect(record({ peopleCount: 2, representatives: [people[0]] })).rejects.toMatchObject({
      code: "invalid-input",
    });
  });
});

describe("what the law asks before a visit is saved", () => {
  const fieldsOf = (overrides: Partial<RecordVisitInput>) =>
    record(overrides).then(
      () => [],
      (error) => error.details.fields.map((one: { field: string }) => one.field),
    );

  test("is named field by field", async () => {
    expect(await fieldsOf({ readBack: false, visitor: {} })).toEqual([
      "readBack",
      "visitor.name",
      "visitor.address",
      "visitor.idNumber",
    ]);
    expect(await fieldsOf({ receivedOn: "2026-11-25" })).toEqual(["receivedOn"]);
    expect(await fieldsOf({ kinds: [], guidedTo: "UBND tỉnh" })).toEqual(["guidedTo"]);
    // Before 1 July 2026 no identity number was asked for.
    expect(await fieldsOf({ receivedOn: "2026-06-30", visitor: { name: "Phạm Thử", address: "thôn Một" } })).toEqual(
      [],
    );
  });

  test("a petition guided elsewhere at the counter is done, without a clock", async () => {
    const done = await record({ withinCompetence: false, guidedTo: "UBND tỉnh Thử Nghiệm", guidanceNumber: "12/HD" });
    const petition = await office.app.petitions.openPetition(head, { petitionId: done.petitions[0]?.id ?? "" });
    expect(petition).toMatchObject({ state: "guided", clocks: [] });
  });
});

describe("the register", () => {
  test("pages from the newest to the oldest, each visit once", async () => {
    for (const day of ["01", "02", "02", "03", "04"]) await record({ receivedOn: `2026-08-${day}` });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const part = await page(head, "2026-08-01", "2026-08-31", { limit: 2, ...(after ? { after } : {}) });
      expect(part).toMatchObject({ count: 5, countCapped: false });
      seen.push(...part.lines.map((line) => `${line.receivedOn} ${line.registerNo}`));
      after = part.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(5);
    expect(seen).toEqual([...new Set(seen)].toSorted().toReversed());
  });

  test("keeps both kinds of a mixed visit when one of its petitions is classified anew", async () => {
    const done = await record({ kinds: ["complaint", "recommendation"], receivedOn: "2026-09-15" });
    await office.app.petitions.classifyPetition(head, {
      key: randomUUID(),
      petitionId: done.petitions[0]?.id ?? "",
      kind: "complaint",
    });
    const [line] = (await page(head, "2026-09-15", "2026-09-15")).lines;
    expect(line?.kinds).toEqual(["complaint", "recommendation"]);
    await office.app.petitions.routePetition(head, {
      key: randomUUID(),
      petitionId: done.petitions[1]?.id ?? "",
      route: "transfer",
      to: "Sở Nông nghiệp và Môi trường",
      number: "15/CV",
      reason: "Không thuộc thẩm quyền",
      on: "2026-09-20",
    });
    expect((await page(head, "2026-09-15", "2026-09-15")).lines[0]).toMatchObject({
      transferredTo: "Sở Nông nghiệp và Môi trường",
      transferNumber: "15/CV",
    });
  });
});

describe("the exported register", () => {
  const period = { from: "2026-10-01", to: "2026-10-31" };
  let bytes: Uint8Array;

  beforeAll(async () => {
    await record({ receivedOn: "2026-10-05", withinCompetence: true });
    await record({
      receivedOn: "2026-10-06",
      kinds: ["recommendation"],
      visitor: people[1],
      content: '=HYPERLINK("http://evil.example","Kiến nghị làm đường")',
      note: "+84",
    });
    await record({ receivedOn: "2026-10-07", kinds: ["denunciation"], content: "Tố cáo kế toán thôn thu sai quỹ" });
    bytes = await office.app.reception.exportRegister(officer, { agencyId: office.communeId, ...period });
  });

  async function sheetOf() {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const [sheet] = workbook.worksheets;
    if (!sheet) throw new Error("no sheet");
    return sheet;
  }

  test("has the thirteen columns of Mẫu 03/TCD, numbered, and prints on landscape A4 with them on every page", async () => {
    const sheet = await sheetOf();
    const cells = (row: number) => (sheet.getRow(row).values as unknown[]).slice(1);
    expect(cells(5)).toEqual([
      "STT",
      "Ngày tiếp",
      "Họ tên, địa chỉ",
      "CCCD/CMND/Hộ chiếu",
      "Nội dung đơn",
      "Loại đơn (KN/TC/KN/PA)",
      "Số người cùng nội dung",
      "Cơ quan đã giải quyết",
      "Thuộc thẩm quyền (x)",
      "Hướng dẫn công dân đến cơ quan có thẩm quyền",
      "Cơ quan, đơn vị thụ lý",
      "Theo dõi kết quả giải quyết",
      "Ghi chú",
    ]);
    expect(cells(6)).toEqual(Array.from({ length: 13 }, (_, index) => String(index + 1)));
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", printTitlesRow: "5:6" });
  });

  test("reads in again as the same visits", async () => {
    const sheet = await readRegister(bytes);
    const again = parseRows(sheet, recogniseColumns(sheet), { agency: "TT.A", today: civilDate("2026-11-24") });
    expect(again.rejected).toEqual([]);
    const { lines } = await page(officer, period.from, period.to);
    expect(
      again.rows.map((row) => [row.receivedOn, row.kinds, row.people.map((one) => one.name), row.peopleCount]),
    ).toEqual(
      lines
        .toReversed()
        .map((line) => [line.receivedOn, line.kinds, line.people.map((one) => one.name), line.peopleCount]),
    );
  });

  test("holds no formula, whatever the visitor dictated", async () => {
    const sheet = await sheetOf();
    const row = sheet.getRow(8);
    expect(row.getCell(5).type).toBe(ExcelJS.ValueType.String);
    expect(row.getCell(5).value).toContain("=HYPERLINK");
    expect([row.getCell(5).numFmt, row.getCell(13).numFmt, row.getCell(13).value]).toEqual(["@", "@", "+84"]);
  });

  test("leaves out of the head's copy what is sealed to an officer, and is refused to a clerk", async () => {
    const copy = await readRegister(
      await office.app.reception.exportRegister(head, { agencyId: office.communeId, ...period }),
    );
    expect(JSON.stringify(copy)).not.toContain("kế toán thôn");
    await expect(
      office.app.reception.exportRegister(await office.as("clerk"), { agencyId: office.communeId, ...period }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });
});
