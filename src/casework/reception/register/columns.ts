import type { Text } from "../../../rules/pack.ts";
import { foldVietnamese } from "../../people/index.ts";
import { cellText, columnLetter, type RegisterSheet, type SheetRow } from "./sheet.ts";

/** The 13 columns of Mẫu 03/TCD (NĐ 154/2026), and the address where a register keeps it in a column of its own. */
export type RegisterField =
  | "registerNo"
  | "receivedOn"
  | "person"
  | "idNumber"
  | "content"
  | "kinds"
  | "peopleCount"
  | "priorAuthority"
  | "withinCompetence"
  | "guidedTo"
  | "transferredTo"
  | "followUp"
  | "note"
  | "address";

interface FieldRule {
  readonly field: RegisterField;
  readonly name: Text;
  /** Tried on the folded header, first match wins. */
  readonly header: RegExp;
  readonly not?: RegExp;
  readonly required?: true;
}

/** In the order of the form; the first 13 answer to the numbers (1) to (13) under the header. */
export const REGISTER_FIELDS: readonly FieldRule[] = [
  { field: "registerNo", name: { vi: "STT", en: "No." }, header: /^(stt|tt|so tt|so thu tu)\b/ },
  {
    field: "receivedOn",
    name: { vi: "Ngày tiếp", en: "Date received" },
    header: /^(ngay|thoi gian)\b|\bngay (tiep|den|nhan)/,
    not: /ngay (cap|sinh|chuyen)/,
    required: true,
  },
  {
    field: "person",
    name: { vi: "Họ tên - Địa chỉ", en: "Name, address" },
    header: /\bho( va)?( chu dem va)? ?ten\b|\bten (cong dan|nguoi)|^(cong dan|nguoi (den|duoc tiep))/,
    required: true,
  },
  {
    field: "idNumber",
    name: { vi: "CCCD/CMND/Hộ chiếu", en: "Identity paper" },
    header: /\b(cccd|cmnd|cmtnd|cmt)\b|ho chieu|can cuoc|dinh danh|giay to tuy than/,
  },
  {
    field: "content",
    name: { vi: "Nội dung vụ việc", en: "Content" },
    header: /noi dung|tom tat/,
    not: /cung (mot )?noi dung|so (nguoi|cong dan|luong)/,
    required: true,
  },
  { field: "kinds", name: { vi: "Loại đơn", en: "Kind of petition" }, header: /loai don|phan loai|loai vu viec/ },
  {
    field: "peopleCount",
    name: { vi: "Số người có cùng nội dung", en: "People with the same content" },
    header: /so (luong )?(nguoi|cong dan|ho)\b|cung (mot )?noi dung/,
  },
  {
    field: "priorAuthority",
    name: { vi: "Cơ quan đã giải quyết", en: "Authority that settled it before" },
    header: /da (duoc )?(giai quyet|tra loi)/,
  },
  {
    field: "withinCompetence",
    name: { vi: "Thuộc thẩm quyền", en: "Within competence" },
    header: /thuoc tham quyen/,
    not: /khong thuoc|huong dan/,
  },
  {
    field: "guidedTo",
    name: { vi: "Hướng dẫn đến cơ quan, số văn bản", en: "Guided to, letter no." },
    header: /huong dan/,
  },
  {
    field: "transferredTo",
    name: { vi: "Cơ quan thụ lý, số văn bản chuyển", en: "Transferred to, letter no." },
    header: /thu ly|(van ban |don )?chuyen( don)?\b/,
  },
  { field: "followUp", name: { vi: "Theo dõi kết quả giải quyết", en: "Follow-up" }, header: /theo doi|ket qua/ },
  { field: "note", name: { vi: "Ghi chú", en: "Note" }, header: /ghi chu/ },
  { field: "address", name: { vi: "Địa chỉ", en: "Address" }, header: /^(dia chi|noi (o|cu tru|thuong tru))/ },
];

export type Confidence = "certain" | "likely" | "by-number" | "chosen" | "missing";

export interface ColumnChoice {
  readonly field: RegisterField;
  readonly name: Text;
  /** 0-based column of the sheet; null when the register has no such column. */
  readonly column: number | null;
  readonly letter: string | null;
  /** The header it was taken from, as written. */
  readonly header: string;
  /** certain: its own header says so; likely: only the header above does; by-number: from "(8)"; chosen: by the user. */
  readonly confidence: Confidence;
}

export interface RegisterColumns {
  /** Sheet row number of the last header row (the row of numbers included); data begin below. */
  readonly headerEndsAt: number;
  readonly fields: Readonly<Record<RegisterField, ColumnChoice>>;
  /** Columns that have a header but were taken for nothing; they are not imported. */
  readonly unused: readonly { readonly letter: string; readonly header: string }[];
  /** Required fields without a column; parsing needs this empty. */
  readonly missing: readonly RegisterField[];
}

/** The user's correction: a column letter ("C"), or null for "the register has none". */
export type ColumnOverrides = Readonly<Partial<Record<RegisterField, string | null>>>;

const HEADER_SEARCH_ROWS = 40;

interface HeaderGuess {
  readonly endsAt: number;
  readonly score: number;
  readonly headers: readonly { readonly leaf: string; readonly full: string; readonly number: number | null }[];
  readonly taken: ReadonlyMap<RegisterField, { readonly column: number; readonly confidence: Confidence }>;
}

/** How much a sheet looks like the register: 0 when nothing was recognised. */
export const headerScore = (sheet: RegisterSheet): number => bestGuess(sheet)?.score ?? 0;

/** Says for each of the 13 columns which column of the sheet it was taken from, and how surely. Never throws. */
export function recogniseColumns(sheet: RegisterSheet, overrides: ColumnOverrides = {}): RegisterColumns {
  const guess = bestGuess(sheet);
  const chosen = new Map<RegisterField, { column: number | null; confidence: Confidence }>(guess?.taken ?? []);
  for (const { field } of REGISTER_FIELDS) {
    const wanted = overrides[field];
    if (wanted === undefined) continue;
    const column = wanted === null ? null : columnIndex(wanted);
    for (const [other, taken] of chosen) if (column !== null && taken.column === column) chosen.delete(other);
    chosen.set(field, { column, confidence: column === null ? "missing" : "chosen" });
  }
  const headers = guess?.headers ?? [];
  const choice = ({ field, name }: FieldRule): ColumnChoice => {
    const taken = chosen.get(field);
    const column = taken?.column ?? null;
    const header = column === null ? "" : (headers[column]?.full ?? "");
    const letter = column === null ? null : columnLetter(column);
    return {
      field,
      name,
      column,
      letter,
      header,
      confidence: column === null ? "missing" : (taken?.confidence ?? "missing"),
    };
  };
  const fields = Object.fromEntries(REGISTER_FIELDS.map((rule) => [rule.field, choice(rule)])) as Record<
    RegisterField,
    ColumnChoice
  >;
  const used = new Set(Object.values(fields).map((one) => one.column));
  return {
    headerEndsAt: guess?.endsAt ?? 0,
    fields,
    unused: headers.flatMap((header, column) =>
      header.full === "" || used.has(column) ? [] : [{ letter: columnLetter(column), header: header.full }],
    ),
    missing: REGISTER_FIELDS.filter((rule) => rule.required && fields[rule.field].column === null).map(
      (rule) => rule.field,
    ),
  };
}

/** True for a row that repeats the header on a later page, or its row of numbers. */
export function looksLikeHeader(row: SheetRow): boolean {
  const texts = row.cells.map((cell) => cellText(cell)).filter((text) => text !== "");
  if (isNumberRow(row)) return true;
  const words = texts.filter((text) => text.length < 80).map(headerWords);
  const matches = words.filter((header) => REGISTER_FIELDS.some((rule) => matchesRule(rule, header)));
  return texts.length >= 3 && matches.length >= 3 && matches.length >= texts.length * 0.6;
}

function bestGuess(sheet: RegisterSheet): HeaderGuess | null {
  let best: HeaderGuess | null = null;
  const rows = sheet.rows.slice(0, HEADER_SEARCH_ROWS);
  for (let last = 0; last < rows.length; last += 1) {
    for (let height = 1; height <= 3 && height <= last + 1; height += 1) {
      const window = rows.slice(last - height + 1, last + 1);
      if (!window.every(isHeaderLike)) break;
      const numbers = rows[last + 1];
      const guess = readHeader(window, numbers && isNumberRow(numbers) ? numbers : null);
      if (guess.taken.size >= 3 && (!best || guess.score > best.score)) best = guess;
    }
  }
  return best;
}

/** Header cells are short text; a row with a date, a number or a long story is not a header. */
const isHeaderLike = (row: SheetRow): boolean =>
  !isNumberRow(row) &&
  row.cells.every((cell) => cell.kind === "blank" || (cell.kind === "text" && cell.text.length <= 160));

/** "(1) (2) (3) …" or "1 2 3 …" under the header. */
function isNumberRow(row: SheetRow): boolean {
  const numbers = row.cells.map(formNumber);
  const filled = row.cells.filter((cell) => cellText(cell) !== "");
  const rising = numbers.filter(
    (number, index) => number !== null && number === (numbers[index - 1] ?? number - 1) + 1,
  );
  return (
    filled.length >= 5 &&
    numbers.filter((number) => number !== null).length === filled.length &&
    rising.length >= filled.length - 1
  );
}

function formNumber(cell: SheetRow["cells"][number]): number | null {
  const match = /^\(?\s*(\d{1,2})\s*\)?$/.exec(cellText(cell));
  return match ? Number(match[1]) : null;
}

function readHeader(window: readonly SheetRow[], numbers: SheetRow | null): HeaderGuess {
  const width = Math.max(...window.map((row) => row.cells.length), numbers?.cells.length ?? 0);
  const headers = Array.from({ length: width }, (_, column) => {
    const texts = window
      .map((row, level) => headerText(row, window.slice(level + 1), column))
      .filter((text) => text !== "");
    const cell = numbers?.cells[column];
    return { leaf: texts.at(-1) ?? "", full: [...new Set(texts)].join(" / "), number: cell ? formNumber(cell) : null };
  });
  const taken = new Map<RegisterField, { column: number; confidence: Confidence }>();
  const free = new Set(headers.keys());
  const take = (confidence: Confidence, matches: (rule: FieldRule, column: number, index: number) => boolean) => {
    for (const [index, rule] of REGISTER_FIELDS.entries()) {
      if (taken.has(rule.field)) continue;
      const column = [...free].find((candidate) => matches(rule, candidate, index));
      if (column === undefined) continue;
      taken.set(rule.field, { column, confidence });
      free.delete(column);
    }
  };
  take("certain", (rule, column) => matchesRule(rule, headerWords(headers[column]?.leaf ?? "")));
  take("likely", (rule, column) => matchesRule(rule, headerWords(headers[column]?.full ?? "")));
  take("by-number", (rule, column, index) => rule.field !== "address" && headers[column]?.number === index + 1);
  const sure = [...taken.values()].filter((one) => one.confidence === "certain").length;
  const endsAt = (numbers ?? window.at(-1))?.number ?? 0;
  return { endsAt, score: taken.size * 10 + sure * 2 - window.length, headers, taken };
}

/** A merged group header is saved in its first cell only: it also stands over the sub-headers at its right. */
function headerText(row: SheetRow, below: readonly SheetRow[], column: number): string {
  const own = headerCell(row, column);
  if (own !== "" || !below.some((lower) => headerCell(lower, column) !== "")) return own;
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = headerCell(row, left);
    if (text !== "") return below.some((lower) => headerCell(lower, left) !== "") ? text : "";
  }
  return "";
}

const headerCell = (row: SheetRow, column: number): string => {
  const cell = row.cells[column];
  return cell ? cellText(cell).replace(/\n/g, " ") : "";
};

const headerWords = (header: string): string =>
  foldVietnamese(header)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** `header` as its folded words: a row has each of its texts asked about by every rule. */
const matchesRule = (rule: FieldRule, header: string): boolean =>
  header !== "" && rule.header.test(header) && !(rule.not?.test(header) ?? false);

function columnIndex(letter: string): number | null {
  if (!/^[A-Za-z]{1,2}$/.test(letter)) return null;
  return [...letter.toUpperCase()].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1;
}
