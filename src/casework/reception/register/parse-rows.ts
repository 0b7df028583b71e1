import type { Text } from "../../../rules/pack.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { foldVietnamese } from "../../people/index.ts";
import type { RegisterColumns } from "./columns.ts";
import { type DateAbove, type RowReading, readRow } from "./read-row.ts";
import type { ParsedRegister, RegisterRow, RejectedRow, SkippedRow } from "./register-row.ts";
import { type Occurrences, openRow, rejectedRow, sealedRow } from "./row-outcome.ts";
import { cellText, type RegisterSheet, type SheetRow } from "./sheet.ts";
import { type SkipReason, skipReason } from "./skipped-rows.ts";

export interface ParseOptions {
  /** Code of the agency that keeps the register. */
  readonly agency: string;
  readonly today: CivilDate;
}

/**
 * Turns the sheet into visits. Every data row comes out exactly once, in `rows` or in `rejected`; every other row
 * with something in it comes out in `skipped` with the reason. Rows that hold a denunciation leave their personal
 * columns here and never come out with them, taken or rejected. Never throws.
 */
export function parseRows(sheet: RegisterSheet, columns: RegisterColumns, options: ParseOptions): ParsedRegister {
  const rows: RegisterRow[] = [];
  const rejected: RejectedRow[] = [];
  const skipped: SkippedRow[] = [];
  const occurrences: Occurrences = new Map();
  const seen = new Map<string, { row: number; content: string }>();
  let above: DateAbove = { kind: "none" };
  let latest: CivilDate | null = null;
  let afterFooter = false;
  let people = 0;
  for (const row of sheet.rows) {
    const why: SkipReason | null =
      row.number <= columns.headerEndsAt ? "header" : skipReason(row, columns, afterFooter);
    if (why !== null) {
      afterFooter ||= why === "total" || why === "signature";
      skipped.push({ row: row.number, why, text: skipText(why, row, rows.length + rejected.length, people) });
      continue;
    }
    const reading = readRow(row, { columns, date1904: sheet.date1904, today: options.today, above, latest });
    above = reading.above;
    if (reading.date !== null && (latest === null || reading.date > latest)) latest = reading.date;
    people += reading.peopleCount;
    const { date } = reading;
    if (date === null || reading.problems.length > 0) rejected.push(rejectedRow(reading, columns));
    else if (reading.kinds.sealed) rows.push(sealedRow({ ...reading, date }, columns, options.agency, occurrences));
    else rows.push(openRow({ ...reading, date }, columns, options.agency, occurrences, repeatOf(reading, seen)));
  }
  return { dataRows: rows.length + rejected.length, rows, rejected, skipped };
}

/** The earlier open row of the same person; sealed rows are never compared, so nobody can be found through them. */
function repeatOf(
  reading: RowReading,
  seen: Map<string, { row: number; content: string }>,
): { row: number; sameContent: boolean } | null {
  const content = reading.text.content;
  for (const id of reading.ids) {
    if (id.number === "" || id.doubtful) continue;
    const earlier = seen.get(id.number);
    seen.set(id.number, { row: reading.row, content });
    if (earlier) return { row: earlier.row, sameContent: sameWords(earlier.content, content) };
  }
  return null;
}

const sameWords = (a: string, b: string): boolean => plainWords(a) === plainWords(b);
const plainWords = (text: string): string => foldVietnamese(text).replace(/[^a-z0-9]/g, "");

const WHY: Readonly<Record<Exclude<SkipReason, "total">, Text>> = {
  header: { vi: "Tiêu đề của sổ", en: "Heading of the register" },
  blank: { vi: "Dòng trống", en: "Blank row" },
  "number-only": { vi: "Chỉ có số thứ tự, chưa ghi gì", en: "Only a number, nothing written yet" },
  section: { vi: "Dòng phân mục", en: "Section heading" },
  signature: { vi: "Phần ký ở cuối sổ", en: "Signatures at the foot" },
};

/** A total is compared with what was read: the clerk counted rows or people. */
function skipText(why: SkipReason, row: SheetRow, visits: number, people: number): Text {
  if (why !== "total") return WHY[why];
  const stated = row.cells.map((cell) => cellText(cell)).find((text) => /^\d+$/.test(text));
  if (stated === undefined) return { vi: "Dòng tổng cộng", en: "Total" };
  const counted = Number(stated);
  if (counted === visits)
    return {
      vi: `Dòng tổng cộng: ghi ${counted}, khớp với ${visits} dòng đã đọc`,
      en: `Total: says ${counted}, equal to the ${visits} rows read`,
    };
  if (counted === people)
    return {
      vi: `Dòng tổng cộng: ghi ${counted}, khớp với số người đã đọc`,
      en: `Total: says ${counted}, equal to the people read`,
    };
  return {
    vi: `Dòng tổng cộng: ghi ${counted}, khác với ${visits} dòng (${people} người) đã đọc; cần kiểm tra`,
    en: `Total: says ${counted}, but ${visits} rows (${people} people) were read; check it`,
  };
}
