import ExcelJS from "exceljs";
import { REGISTER_FIELDS, type RegisterField } from "./columns.ts";
import type { RejectedRow } from "./register-row.ts";

const WIDTHS: Readonly<Partial<Record<RegisterField, number>>> = {
  registerNo: 6,
  receivedOn: 13,
  person: 34,
  idNumber: 17,
  content: 48,
  kinds: 14,
  note: 18,
};
const FORM_FIELDS = REGISTER_FIELDS.filter((rule) => rule.field !== "address");

const WORDS = {
  vi: {
    title: "CÁC DÒNG CẦN SỬA - SỔ TIẾP CÔNG DÂN",
    guide:
      "Sửa ngay trong bảng này theo cột “Lý do cần sửa”, lưu lại và nhập tệp này. Dòng đã nhập không có ở đây và sẽ không bị nhập lần hai.",
    sealed:
      "Dòng có tố cáo: không ghi họ tên, địa chỉ, số giấy tờ. Đừng điền lại; hệ thống không cần và không nhập các ô đó.",
    reasons: "Lý do cần sửa",
    row: "Dòng trong tệp gốc",
    sheet: "Dong can sua",
  },
  en: {
    title: "ROWS TO MEND - RECEPTION REGISTER",
    guide:
      "Mend the rows here as the column “Reason” says, save, and import this file. Rows already imported are not here and are not imported twice.",
    sealed:
      "Contains a denunciation: name, address and identity number are left out. Do not fill them in; they are neither needed nor imported.",
    reasons: "Reason",
    row: "Row in the original file",
    sheet: "Rows to mend",
  },
} as const;

/**
 * The rejected rows as an .xlsx in the columns of Mẫu 03/TCD, with reasons and original row numbers behind them, to be
 * mended and imported again by `readRegister`. Every cell is text, so nothing written in a register becomes a formula
 * and no number loses its zeros. Rows with a denunciation come without personal columns and say so.
 */
export async function errorWorkbook(
  rejected: readonly RejectedRow[],
  language: "vi" | "en" = "vi",
): Promise<Uint8Array> {
  const words = WORDS[language];
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(words.sheet, { views: [{ state: "frozen", ySplit: 4 }] });
  sheet.addRow([words.title]).font = { bold: true, size: 13 };
  sheet.addRow([words.guide]);
  const header = sheet.addRow([...FORM_FIELDS.map((rule) => rule.name.vi), words.reasons, words.row]);
  const numbers = sheet.addRow(FORM_FIELDS.map((_, index) => `(${index + 1})`));
  for (const row of [header, numbers]) {
    row.font = { bold: true };
    row.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
  }
  for (const one of rejected) {
    const reason = one.sealed ? `${one.reason[language]}\n${words.sealed}` : one.reason[language];
    const row = sheet.addRow([...FORM_FIELDS.map((rule) => one.cells[rule.field]), reason, String(one.row)]);
    row.alignment = { wrapText: true, vertical: "top" };
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.numFmt = "@";
    });
    for (const problem of one.problems) markCell(row, problem.field);
  }
  for (const [index, rule] of FORM_FIELDS.entries()) sheet.getColumn(index + 1).width = WIDTHS[rule.field] ?? 16;
  sheet.getColumn(FORM_FIELDS.length + 1).width = 60;
  sheet.getColumn(FORM_FIELDS.length + 2).width = 12;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function markCell(row: ExcelJS.Row, field: RegisterField): void {
  const index = FORM_FIELDS.findIndex((rule) => rule.field === (field === "address" ? "person" : field));
  if (index < 0) return;
  row.getCell(index + 1).fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFBE3E0" } };
}
