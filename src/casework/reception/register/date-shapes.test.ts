import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CivilDate, civilDate, dayNumber, fromDayNumber } from "../../../time/civil-date.ts";
import { readDateCell } from "./date-shapes.ts";
import type { SheetCell } from "./sheet.ts";

const today = civilDate("2026-11-24");
const read = (cell: SheetCell, above: CivilDate | null = null) => {
  const reading = readDateCell(cell, { date1904: false, above, today });
  return reading.kind === "date"
    ? reading.date
    : reading.kind === "unreadable"
      ? `✗ ${reading.reason.en}`
      : reading.kind;
};
const text = (written: string, above?: CivilDate) => read({ kind: "text", text: written }, above);

describe("a date in a register", () => {
  test.each([
    ["3/7/2026", "2026-07-03"],
    ["03.07.26", "2026-07-03"],
    ["3-7-2026", "2026-07-03"],
    ["3 / 7 / 2026", "2026-07-03"],
    ["ngày 3 tháng 7 năm 2026", "2026-07-03"],
    ["Ngày 03 tháng 07 năm 2026", "2026-07-03"],
    ["3 tháng 7, 2026", "2026-07-03"],
    ["2026-07-03", "2026-07-03"],
    ["2026/7/3", "2026-07-03"],
    ["2026-07-03T00:00:00.000Z", "2026-07-03"],
    ["Thứ sáu, 3/7/2026", "2026-07-03"],
    ["8h30 ngày 3/7/2026", "2026-07-03"],
    ["3/7/2026 08:30", "2026-07-03"],
    ["46206", "2026-07-03"],
    ["20260703", "2026-07-03"],
    ["03072026", "2026-07-03"],
    ["29/2/2024", "2024-02-29"],
  ])("%s is %s", (written, date) => expect(text(written)).toBe(date));

  test("without a year it takes the year of the rows above, over New Year too", () => {
    expect(text("ngày 3 tháng 7", civilDate("2026-07-01"))).toBe("2026-07-03");
    expect(text("5/1", civilDate("2025-12-30"))).toBe("2026-01-05");
    expect(text("3/7")).toBe("2026-07-03");
  });

  test.each([
    ["31/6/2026", "30 days"],
    ["29/2/2026", "28 days"],
    ["7/13/2026", "swapped"],
    ["0/7/2026", "no day"],
    ["hôm qua", "cannot be read"],
    ["6.7.8.9", "cannot be read"],
  ])("%s is refused and says why", (written, why) => expect(text(written)).toContain(why));

  test("blank cells and ditto marks stand for the date above", () => {
    for (const mark of ["", '"', "nt", "-nt-", "như trên", "''"]) expect(text(mark)).toBe("as-above");
  });

  test("a small number, a number as long as an identity number and a broken formula are no dates", () => {
    expect(read({ kind: "number", number: 6.7 })).toContain("no date");
    expect(read({ kind: "number", number: 35123456789 })).toBe(
      "✗ This number is no date; write day/month/year, for example 03/7/2026.",
    );
    expect(read({ kind: "unreadable", text: "#N/A" })).toContain("formula");
  });

  test("bare numbers of a Mac workbook count from 1904", () => {
    expect(
      readDateCell({ kind: "number", number: 46206 - 1462 }, { date1904: true, above: null, today }),
    ).toMatchObject({ kind: "date", date: "2026-07-03" });
  });

  test("every day written in every shape reads back as that day", () => {
    const day = fc.integer({ min: dayNumber(civilDate("2014-07-01")), max: dayNumber(civilDate("2068-12-31")) });
    fc.assert(
      fc.property(day, (number) => {
        const date = fromDayNumber(number);
        const [y, m, d] = date.split("-").map(Number);
        const two = (value: number | undefined) => String(value).padStart(2, "0");
        const shapes = [
          `${d}/${m}/${y}`,
          `${two(d)}/${two(m)}/${y}`,
          `${d}-${m}-${y}`,
          `${d}.${m}.${two((y ?? 0) % 100)}`,
          `ngày ${d} tháng ${m} năm ${y}`,
          `NGÀY ${two(d)} THÁNG ${two(m)} NĂM ${y}`.normalize("NFD"),
          date,
        ];
        for (const shape of shapes) expect(text(shape)).toBe(date);
        expect(read({ kind: "number", number: number + 25_569 })).toBe(date);
        expect(read({ kind: "date", serial: number + 25_569.354 })).toBe(date);
      }),
    );
  });
});
