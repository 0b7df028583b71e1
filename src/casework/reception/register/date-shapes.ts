import type { Text } from "../../../rules/pack.ts";
import { type CivilDate, formatCivilDate, fromDayNumber, parseCivilDate } from "../../../time/civil-date.ts";
import { foldVietnamese } from "../../people/index.ts";
import { cellText, type SheetCell } from "./sheet.ts";

export type DateReading =
  | { readonly kind: "date"; readonly date: CivilDate; readonly note?: Text }
  /** Blank, or a ditto mark: the date of the row above. */
  | { readonly kind: "as-above" }
  | { readonly kind: "unreadable"; readonly reason: Text };

export interface DateContext {
  readonly date1904: boolean;
  /** The last date read above; gives the year where the register left it out. */
  readonly above: CivilDate | null;
  readonly today: CivilDate;
}

const DITTO = /^(["”“'’〃]+|-?\s*(nt|n\/t|nhu tren)\s*-?|\/\/|-)$/;

/** Reads a date cell in any shape that registers use; day before month always. Never throws. */
export function readDateCell(cell: SheetCell, context: DateContext): DateReading {
  if (cell.kind === "blank") return { kind: "as-above" };
  if (cell.kind === "date") return fromSerial(cell.serial, false);
  if (cell.kind === "number") return fromNumber(cell.number, context);
  if (cell.kind === "unreadable")
    return unreadable(
      "Ô là công thức lỗi hoặc không có giá trị lưu.",
      "The cell is a formula in error or without a saved value.",
    );
  const text = foldVietnamese(cellText(cell));
  if (text === "" || DITTO.test(text)) return { kind: "as-above" };
  return fromText(text, context);
}

const isoShape = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/;
const dayShape = /^(\d{1,2})\s*[-/.,\s]\s*(\d{1,2})\s*[-/.,\s]\s*(\d{4}|\d{2})$/;
const wordShape = /^(\d{1,2})\s*(?:thang|[-/.])\s*(\d{1,2})\s*[-/.,]?\s*(?:nam\s*)?(\d{4}|\d{2})$/;
const noYearShape = /^(\d{1,2})\s*(?:thang|[-/.])\s*(\d{1,2})$/;

function fromText(folded: string, context: DateContext): DateReading {
  const text = folded
    .replace(/^(\d{4}-\d{2}-\d{2})t[\d:.]+z?$/, "$1")
    .replace(/\b\d{1,2}\s*(?:h|:|gio)\s*(?:\d{1,2}(?:\s*phut)?)?(?::\d{1,2})?\b/g, " ")
    .replace(/\b(thu (hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7]|buoi|sang|chieu)\b/g, " ")
    .replace(/\bngay\b/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,.;:]+|[\s,.;:]+$/g, "");
  const iso = isoShape.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const full = dayShape.exec(text) ?? wordShape.exec(text);
  if (full) return checked(fullYear(full[3] ?? ""), Number(full[2]), Number(full[1]));
  const short = noYearShape.exec(text);
  if (short) return withoutYear(Number(short[1]), Number(short[2]), context);
  if (/^\d+([.]\d+)?$/.test(text)) return fromNumber(Number(text), context, text);
  return unreadable(
    "Không đọc được ngày; hãy ghi dạng ngày/tháng/năm, ví dụ 03/7/2026.",
    "The date cannot be read; write day/month/year, for example 03/7/2026.",
  );
}

function fromNumber(value: number, context: DateContext, written = String(value)): DateReading {
  if (/^\d{8}$/.test(written)) {
    const yearFirst = civilDate(Number(written.slice(0, 4)), Number(written.slice(4, 6)), Number(written.slice(6)));
    if (yearFirst) return { kind: "date", date: yearFirst };
    return checked(Number(written.slice(4)), Number(written.slice(2, 4)), Number(written.slice(0, 2)));
  }
  if (value >= 20_000 && value < 80_000) return fromSerial(value + (context.date1904 ? 1462 : 0), true);
  // A longer number may be somebody's identity number in the wrong column: it is not repeated in the reason.
  if (written.length > 8)
    return unreadable(
      "Số này không phải là ngày; hãy ghi dạng ngày/tháng/năm, ví dụ 03/7/2026.",
      "This number is no date; write day/month/year, for example 03/7/2026.",
    );
  return unreadable(
    `Số ${written} không phải là ngày; hãy ghi dạng ngày/tháng/năm, ví dụ 03/7/2026.`,
    `The number ${written} is no date; write day/month/year, for example 03/7/2026.`,
  );
}

function fromSerial(serial: number, bare: boolean): DateReading {
  // Excel keeps times as fractions that fall a hair short of midnight.
  const days = Math.floor(serial + 1e-6);
  if (!(days >= 1 && days < 1_000_000)) return unreadable("Ngày nằm ngoài lịch.", "The date is outside the calendar.");
  const date = fromDayNumber(days - 25_569);
  if (!bare) return { kind: "date", date };
  return {
    kind: "date",
    date,
    note: {
      vi: `Số ${days} được đọc là ngày ${formatCivilDate(date, "vi")} theo cách đếm ngày của Excel.`,
      en: `The number ${days} was read as ${formatCivilDate(date, "en")}, as Excel counts days.`,
    },
  };
}

function checked(year: number, month: number, day: number): DateReading {
  const date = civilDate(year, month, day);
  if (date) return { kind: "date", date };
  if (month >= 1 && month <= 12 && day > 28 && day <= 31) {
    const last = daysInMonth(year, month);
    return unreadable(
      `Không có ngày ${day}/${month}/${year}: tháng ${month} năm ${year} chỉ có ${last} ngày.`,
      `There is no ${day}/${month}/${year}: month ${month} of ${year} has ${last} days.`,
    );
  }
  if (month > 12 && month <= 31 && day <= 12) {
    return unreadable(
      `Không có tháng ${month}; có thể ngày và tháng bị đảo (${month}/${day}/${year}).`,
      `There is no month ${month}; day and month may be swapped (${month}/${day}/${year}).`,
    );
  }
  return unreadable(
    `Không có ngày ${day}/${month}/${year} trong lịch.`,
    `There is no day ${day}/${month}/${year} in the calendar.`,
  );
}

/** "3/7": the year of the date above; the next year where December runs over into January. */
function withoutYear(day: number, month: number, { above, today }: DateContext): DateReading {
  const base = Number((above ?? today).slice(0, 4));
  const aboveMonth = above ? Number(above.slice(5, 7)) : 0;
  const reading = checked(above && aboveMonth >= 11 && month <= 2 ? base + 1 : base, month, day);
  if (reading.kind !== "date") return reading;
  return {
    ...reading,
    note: {
      vi: `Ngày ghi không có năm; lấy năm ${reading.date.slice(0, 4)}${above ? " theo dòng trên" : ""}.`,
      en: `The date has no year; ${reading.date.slice(0, 4)} was taken${above ? " from the rows above" : ""}.`,
    },
  };
}

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

const unreadable = (vi: string, en: string): DateReading => ({ kind: "unreadable", reason: { vi, en } });

function daysInMonth(year: number, month: number): number {
  return [31, 30, 29, 28].find((day) => civilDate(year, month, day) !== undefined) ?? 0;
}

const civilDate = (year: number, month: number, day: number): CivilDate | undefined =>
  parseCivilDate(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
