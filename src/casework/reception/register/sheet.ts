/** One cell as it was saved. A formula counts by its saved value only; nothing is ever evaluated. */
export type SheetCell =
  | { readonly kind: "blank" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  /** A cell formatted as a date: days since 1899-12-30, as Excel counts. */
  | { readonly kind: "date"; readonly serial: number }
  /** #N/A and the like, or a formula saved without its value. */
  | { readonly kind: "unreadable"; readonly text: string };

export interface SheetRow {
  /** The number that Excel shows at the left of the row. */
  readonly number: number;
  /** Index 0 is column A. Columns beyond the last filled one are absent. */
  readonly cells: readonly SheetCell[];
}

/** The one sheet of a workbook that holds the register. Plain data: it can be stored between preview and import. */
export interface RegisterSheet {
  readonly name: string;
  /** Mac workbooks count days from 1904: bare numbers then stand for a date 1462 days later. */
  readonly date1904: boolean;
  /** Rows that hold something, in the order of the sheet. */
  readonly rows: readonly SheetRow[];
}

export const BLANK: SheetCell = { kind: "blank" };

export const cellAt = (row: SheetRow, column: number | null): SheetCell =>
  column === null ? BLANK : (row.cells[column] ?? BLANK);

/** What a reader sees in the cell: NFC, lines kept, other spaces tidied. Dates come as their serial number. */
export function cellText(cell: SheetCell): string {
  switch (cell.kind) {
    case "blank":
      return "";
    case "text":
    case "unreadable":
      return tidyLines(cell.text);
    case "number":
      return plainNumber(cell.number);
    case "date":
      return plainNumber(cell.serial);
  }
}

/** NFC; no control characters; runs of spaces become one; line breaks stay. */
export function tidyLines(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|\u2028|\u2029|_x000[dD]_/g, "\n")
    .replace(/[\p{Cc}\p{Cf}]/gu, (char) => (char === "\n" ? char : char === "\t" ? " " : ""))
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}

export const tidyLine = (text: string): string => tidyLines(text).replace(/\n/g, " ");

/** "A" for 0, "AA" for 26. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}

export const isBlankCell = (cell: SheetCell): boolean => cellText(cell) === "";

/** Digits in full: 35441981312, never 3.5E+10. */
function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return "";
  return Number.isInteger(value) && Math.abs(value) < 1e18 ? BigInt(value).toString() : String(value);
}
