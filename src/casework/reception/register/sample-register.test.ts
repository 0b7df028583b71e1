import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { type RegisterColumns, recogniseColumns } from "./columns.ts";
import { errorWorkbook } from "./error-workbook.ts";
import { parseRows } from "./parse-rows.ts";
import { readRegister } from "./read-register.ts";
import { AGENCY, TODAY } from "./register-fixture.ts";
import type { ParsedRegister, RegisterRow } from "./register-row.ts";
import { cellText, type RegisterSheet } from "./sheet.ts";

const file = new URL("../../../../demo/samples/so-tiep-cong-dan.xlsx", import.meta.url);
let sheet: RegisterSheet;
let columns: RegisterColumns;
let register: ParsedRegister;
const at = (row: number): RegisterRow => {
  const found = register.rows.find((one) => one.row === row);
  if (!found) throw new Error(`row ${row} was not taken`);
  return found;
};
const rowsWhere = (holds: (row: RegisterRow) => boolean) => register.rows.filter(holds).map((row) => row.row);

beforeAll(async () => {
  sheet = await readRegister(await readFile(file));
  columns = recogniseColumns(sheet);
  register = parseRows(sheet, columns, { agency: AGENCY, today: TODAY });
});

describe("the commune's register, row by row", () => {
  test("all thirteen columns are recognised under the two header rows and the row of numbers", () => {
    const letters = Object.values(columns.fields)
      .map((one) => one.letter ?? "-")
      .join("");
    expect(letters).toBe("ABCDEFGHIJKLM-");
    expect(Object.values(columns.fields).filter((one) => one.confidence === "certain")).toHaveLength(13);
    expect(columns.headerEndsAt).toBe(6);
  });

  test("the 140 visits of rows 7 to 146 are each taken or refused, once", () => {
    expect(register.dataRows).toBe(140);
    const all = [...register.rows, ...register.rejected].map((one) => one.row).sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: 140 }, (_, index) => index + 7));
    expect(register.rows).toHaveLength(131);
  });

  test("title, header, total and signature are passed over with the reason; the total agrees", () => {
    expect(register.skipped.map((one) => [one.row, one.why])).toEqual([
      [1, "header"],
      [3, "header"],
      [4, "header"],
      [5, "header"],
      [6, "header"],
      [148, "total"],
      [149, "signature"],
    ]);
    expect(register.skipped.find((one) => one.row === 148)?.text.en).toContain("equal to the 140 rows");
  });

  test("refused: 31 June, the blank dates that repeat it, classes of “???”, and denunciations without content", () => {
    expect(register.rejected.map((one) => [one.row, one.column, one.value])).toEqual([
      [9, "Loại đơn (KN, TC, KN-PA)", "???"],
      [23, "Ngày tiếp", "31/6/2026"],
      [30, "Loại đơn (KN, TC, KN-PA)", "???"],
      [74, "Ngày tiếp", "31/6/2026"],
      [75, "Ngày tiếp", ""],
      [76, "Ngày tiếp", ""],
      [79, "Nội dung vụ việc", ""],
      [80, "Nội dung vụ việc", ""],
      [99, "Ngày tiếp", "31/6/2026"],
    ]);
    expect(register.rejected[1]?.reason.vi).toContain("tháng 6 năm 2026 chỉ có 30 ngày");
    expect(register.rejected[4]?.reason.vi).toContain("dòng 74");
    expect(register.rejected[0]?.reason.en).toContain("recommendation");
  });

  test("dates as dates, bare numbers, dashes, slashes and words are the same days", () => {
    expect([7, 16, 13, 15, 17, 47, 115].map((row) => at(row).receivedOn)).toEqual([
      "2026-07-01",
      "2026-07-08",
      "2026-07-06",
      "2026-07-07",
      "2026-07-09",
      "2026-08-04",
      "2026-10-01",
    ]);
  });

  test("a blank date is the day of the row above", () => {
    const blank = register.rows.filter((row) => row.dateNote?.en.includes("taken from row"));
    expect(blank.map((row) => [row.row, row.receivedOn])).toEqual([
      [32, "2026-07-21"],
      [45, "2026-08-01"],
      [108, "2026-09-24"],
      [121, "2026-10-05"],
      [130, "2026-10-13"],
      [145, "2026-10-26"],
    ]);
  });

  test("eleven-digit numbers got their zero back, spaced ones are joined, nine-digit cards stay", () => {
    const open = register.rows.filter((row) => !row.sealed);
    expect(at(17).people[0]?.idNumber).toBe("035441981312");
    expect(at(17).people[0]?.idNote?.en).toContain("leading zero");
    expect(at(40).people[0]?.idNumber).toBe("035709782333");
    expect(at(34).people[0]).toMatchObject({ idNumber: "168377334", idKind: "old-id" });
    expect(open.every((row) => row.people.length === 1 && /^(\d{12}|\d{9})$/.test(row.people[0]?.idNumber ?? ""))).toBe(
      true,
    );
  });

  test("names are composed Unicode, as written, each with its place", () => {
    expect(at(16).people[0]).toMatchObject({
      name: "Bùi Ngọc Lan".normalize("NFC"),
      foldedName: "bui ngoc lan",
      address: "thôn Thượng, xã Liêm Tuyền",
    });
    expect(at(18).people[0]).toMatchObject({ name: "DINH HUU QUYET", address: "xom 3, phuong Chau Son" });
    expect(at(14).people[0]).toMatchObject({ name: "Ngô Thúy Thủy", address: "thôn Thượng, xã Đinh Xá" });
    expect(JSON.stringify(register)).toBe(JSON.stringify(register).normalize("NFC"));
  });

  test("groups keep their number and the one who speaks for them", () => {
    expect(at(60)).toMatchObject({ group: "Tập thể 17 hộ dân xóm Chùa", peopleCount: 17, groupKind: "more-than-ten" });
    expect(at(60).people.map((person) => person.name)).toEqual(["Đinh Quang Sơn"]);
    expect(rowsWhere((row) => row.peopleCount > 1)).toEqual([26, 60, 66, 113, 123, 138]);
    expect(at(138)).toMatchObject({ groupKind: "five-to-ten", group: null, people: [] });
  });

  test("mixed petitions are read part by part: KN is kiến nghị where the content says so", () => {
    expect(rowsWhere((row) => row.mixed)).toEqual([20, 70, 78, 88]);
    expect(at(20).kinds).toEqual(["complaint", "denunciation"]);
    expect(at(70).kinds).toEqual(["denunciation", "recommendation"]);
    expect(at(88).kinds).toEqual(["denunciation", "recommendation"]);
    expect(
      at(78)
        .warnings.map((one) => one.text.en)
        .join(),
    ).toContain("no such part");
  });

  test("the second petition of the same person on another day is a visit of its own, marked as a repeat", () => {
    expect(at(54)).toMatchObject({ repeatsRow: 42, receivedOn: "2026-08-10" });
    expect(at(42).people[0]?.idNumber).toBe(at(54).people[0]?.idNumber);
    expect(rowsWhere((row) => row.repeatsRow !== null)).toEqual([54]);
  });

  test("46 rows with a denunciation come out under pseudonyms, and nothing of the denouncers comes out at all", () => {
    const sealed = register.rows.filter((row) => row.sealed);
    expect(sealed).toHaveLength(46);
    expect(new Set(sealed.map((row) => row.pseudonym)).size).toBe(46);
    const told = JSON.stringify([sealed, register.rejected.filter((row) => row.sealed), register.skipped]);
    const hidden = new Set([...sealed.map((row) => row.row), 74, 76]);
    for (const row of sheet.rows.filter((one) => hidden.has(one.number))) {
      const cell = (index: number) => cellText(row.cells[index] ?? { kind: "blank" });
      const name = /đại diện: ([^,]+)/.exec(cell(2))?.[1] ?? cell(2).split(/\n| - |,/)[0];
      if (name) expect(told).not.toContain(name);
      if (cell(3)) expect(told).not.toContain(cell(3));
    }
    expect(
      at(10)
        .warnings.map((one) => one.text.en)
        .join(),
    ).toContain("without a name");
  });

  test("every row has its own digest, the same on a second reading", () => {
    const again = parseRows(sheet, columns, { agency: AGENCY, today: TODAY });
    expect(new Set(register.rows.map((row) => row.digest)).size).toBe(131);
    expect(again).toEqual(register);
    const elsewhere = parseRows(sheet, columns, { agency: "XA-KHAC", today: TODAY });
    expect(elsewhere.rows.some((row) => register.rows.some((own) => own.digest === row.digest))).toBe(false);
  });

  test("the error workbook reads back to the same nine rows, and names no denouncer", async () => {
    const mended = await readRegister(await errorWorkbook(register.rejected));
    const second = parseRows(mended, recogniseColumns(mended), { agency: AGENCY, today: TODAY });
    expect(second.dataRows).toBe(9);
    expect(second.rejected.map((one) => [one.value, one.problems.length])).toEqual(
      register.rejected.map((one) => [one.value, one.problems.length]),
    );
    const text = JSON.stringify(mended);
    for (const name of ["Nguyễn Quang Yến", "168204138", "Lê Văn Dũng", "035129530678"])
      expect(text).not.toContain(name);
    expect(text).toContain("Đỗ Thúy Yến");
  });
});
