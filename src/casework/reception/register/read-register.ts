import ExcelJS from "exceljs";
import { Refused } from "../../refusal.ts";
import { checkArchive, damagedWorkbook } from "./check-archive.ts";
import { headerScore, recogniseColumns } from "./columns.ts";
import { BLANK, type RegisterSheet, type SheetCell, type SheetRow } from "./sheet.ts";

const ROWS_MAX = 50_000;
const COLUMNS_MAX = 64;
/** Excel's own limit for a cell. */
const CELL_TEXT_MAX = 32_767;

/**
 * What a register does not need. exceljs expands merged areas and data validations cell by cell: one
 * `A1:XFD1048576` would take all memory, so they are never read.
 */
const IGNORED_NODES = [
  "mergeCells",
  "dataValidations",
  "conditionalFormatting",
  "cols",
  "hyperlinks",
  "drawing",
  "legacyDrawing",
  "picture",
  "tableParts",
  "autoFilter",
  "rowBreaks",
  "colBreaks",
  "extLst",
  "sheetProtection",
  "headerFooter",
];

/**
 * Reads the register out of an .xlsx file: the sheet whose header looks most like Mẫu 03/TCD. Formulas are
 * never evaluated. Throws `Refused` ("unreadable-file", "too-large") in words a clerk can act on.
 */
export async function readRegister(bytes: Uint8Array): Promise<RegisterSheet> {
  const sheets = await readSheets(bytes);
  if (sheets.some((sheet) => sheet.rows.length > ROWS_MAX)) {
    throw new Refused({
      code: "too-large",
      message: {
        vi: `Một trang tính có quá ${ROWS_MAX} dòng. Hãy tách sổ theo năm rồi nhập từng tệp.`,
        en: `A sheet has more than ${ROWS_MAX} rows. Split the register by year and import file by file.`,
      },
    });
  }
  const ranked = sheets.map((sheet) => ({ sheet, score: headerScore(sheet) })).sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (!best || recogniseColumns(best.sheet).missing.length > 0) throw noHeader(best?.sheet.name);
  return best.sheet;
}

/** Every visible sheet of an .xlsx file that holds something. Throws `Refused` ("unreadable-file", "too-large"). */
export async function readSheets(bytes: Uint8Array): Promise<readonly RegisterSheet[]> {
  checkArchive(bytes);
  return (await loadSheets(bytes)).filter((sheet) => sheet.rows.length > 0);
}

async function loadSheets(bytes: Uint8Array): Promise<RegisterSheet[]> {
  const workbook = new ExcelJS.Workbook();
  try {
    // A Buffer is a window on a shared pool: the library needs bytes of their own.
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: IGNORED_NODES });
  } catch {
    throw damagedWorkbook();
  }
  const date1904 = workbook.properties.date1904 === true;
  // A hidden sheet is what somebody put away: it is read only when no other sheet is there.
  const visible = workbook.worksheets.filter((sheet) => sheet.state === "visible");
  return (visible.length > 0 ? visible : workbook.worksheets).map((sheet) => ({
    name: sheet.name,
    date1904,
    rows: sheetRows(sheet, date1904),
  }));
}

function sheetRows(sheet: ExcelJS.Worksheet, date1904: boolean): SheetRow[] {
  const rows: SheetRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (rows.length > ROWS_MAX) return;
    const cells: SheetCell[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > COLUMNS_MAX) return;
      while (cells.length < column - 1) cells.push(BLANK);
      cells[column - 1] = savedValue(cell.value, date1904);
    });
    if (cells.some((cell) => cell.kind !== "blank")) rows.push({ number, cells });
  });
  return rows;
}

function savedValue(value: ExcelJS.CellValue, date1904: boolean): SheetCell {
  if (value === null || value === undefined) return BLANK;
  if (typeof value === "string")
    return value.trim() === "" ? BLANK : { kind: "text", text: value.slice(0, CELL_TEXT_MAX) };
  if (typeof value === "number") return { kind: "number", number: value };
  if (typeof value === "boolean") return { kind: "text", text: value ? "x" : "không" };
  if (value instanceof Date) return dateValue(value);
  if ("richText" in value) return savedValue(value.richText.map((run) => run.text).join(""), date1904);
  if ("error" in value) return { kind: "unreadable", text: value.error };
  if ("hyperlink" in value) return savedValue(value.text as ExcelJS.CellValue, date1904);
  if ("formula" in value || "sharedFormula" in value) {
    return value.result === undefined ? { kind: "unreadable", text: "=…" } : savedValue(value.result, date1904);
  }
  return { kind: "unreadable", text: "?" };
}

function dateValue(value: Date): SheetCell {
  const serial = value.getTime() / 86_400_000 + 25_569;
  return Number.isFinite(serial) ? { kind: "date", serial } : { kind: "unreadable", text: "#DATE" };
}

function noHeader(sheet: string | undefined): Refused {
  return new Refused({
    code: "unreadable-file",
    message: {
      vi: `Không nhận ra hàng tiêu đề của sổ tiếp công dân${sheet ? ` ở trang “${sheet}”` : ""}: cần ít nhất các cột “Ngày tiếp”, “Họ tên - Địa chỉ” và “Nội dung” như Mẫu 03/TCD.`,
      en: `No header row of a reception register was recognised${sheet ? ` on sheet “${sheet}”` : ""}: at least the columns “Ngày tiếp” (date), “Họ tên - Địa chỉ” (name, address) and “Nội dung” (content) of form 03/TCD are needed.`,
    },
  });
}
