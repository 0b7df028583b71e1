import ExcelJS from "exceljs";
import { sheetOf, visit, type Written } from "../register/register-fixture.ts";
import { cellText } from "../register/sheet.ts";

const HEADER = sheetOf([]).rows[0]?.cells.map((cell) => cellText(cell)) ?? [];

/** A register as .xlsx: the header of the form and these rows. */
export async function fileOf(rows: readonly (readonly Written[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Sổ");
  sheet.addRow(HEADER);
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const KINDS = [
  ["KN", "Khiếu nại Quyết định số 12/QĐ-UBND về thu hồi đất"],
  ["KN-PA", "Phản ánh đường liên thôn bị ngập"],
  ["TC", "Tố cáo cán bộ địa chính nhận tiền"],
  ["KN + PA", "Khiếu nại việc thu hồi đất và phản ánh đường ngập"],
] as const;

/** So many invented visits from July 2025 on, a quarter of them denunciations; every tenth person comes again. */
export function manyVisits(count: number): Written[][] {
  return Array.from({ length: count }, (_, index) => {
    const [kind, content] = KINDS[index % KINDS.length] as (typeof KINDS)[number];
    const person = index % 10 === 9 ? index - 9 : index;
    return visit({
      no: index + 1,
      date: `${String((index % 28) + 1).padStart(2, "0")}/${index < count / 2 ? "7/2025" : "8/2026"}`,
      person: `Nguyễn Văn Thử ${"ABCDEĐGHIK"[person % 10]}\nthôn Đoài, xã Liêm Tuyền`,
      id: `035${String(100_000_000 + person)}`,
      content: `${content}, hồ sơ ${index + 1}`,
      kind,
    });
  });
}
