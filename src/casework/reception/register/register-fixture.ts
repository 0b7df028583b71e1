import { civilDate } from "../../../time/civil-date.ts";
import { recogniseColumns } from "./columns.ts";
import { parseRows } from "./parse-rows.ts";
import type { ParsedRegister } from "./register-row.ts";
import type { RegisterSheet, SheetCell } from "./sheet.ts";

export const TODAY = civilDate("2026-11-24");
export const AGENCY = "XA-LIEM-TUYEN";

export type Written = string | number | SheetCell | null;

const HEADER = [
  "STT",
  "Ngày tiếp",
  "Họ tên - Địa chỉ",
  "CCCD/CMND/Hộ chiếu",
  "Nội dung",
  "Loại đơn",
  "Số người cùng nội dung",
  "Cơ quan đã giải quyết",
  "Thuộc thẩm quyền",
  "Hướng dẫn đến cơ quan",
  "Cơ quan thụ lý",
  "Theo dõi kết quả",
  "Ghi chú",
];

/** A sheet for tests: the rows below a header in row 1, so that the first data row is row 2. */
export function sheetOf(rows: readonly (readonly Written[])[], header: readonly string[] = HEADER): RegisterSheet {
  const cell = (value: Written): SheetCell => {
    if (value === null || value === "") return { kind: "blank" };
    if (typeof value === "number") return { kind: "number", number: value };
    return typeof value === "string" ? { kind: "text", text: value } : value;
  };
  return {
    name: "Sổ",
    date1904: false,
    rows: [header, ...rows].map((row, index) => ({ number: index + 1, cells: row.map(cell) })),
  };
}

export function parsed(rows: readonly (readonly Written[])[], agency = AGENCY): ParsedRegister {
  const sheet = sheetOf(rows);
  return parseRows(sheet, recogniseColumns(sheet), { agency, today: TODAY });
}

/** One ordinary complaint of one person; a test replaces the columns it speaks of. */
export function visit(
  change: Partial<
    Record<
      | "no"
      | "date"
      | "person"
      | "id"
      | "content"
      | "kind"
      | "count"
      | "prior"
      | "within"
      | "guided"
      | "transferred"
      | "follow"
      | "note",
      Written
    >
  > = {},
): Written[] {
  const base = {
    no: 1,
    date: "03/7/2026",
    person: "Nguyễn Văn Bình\nthôn Đoài, xã Liêm Tuyền",
    id: "035123456789",
    content: "Khiếu nại Quyết định số 12/QĐ-UBND về thu hồi đất",
    kind: "KN",
    count: 1,
    prior: "",
    within: "x",
    guided: "",
    transferred: "",
    follow: "",
    note: "",
  };
  return Object.values({ ...base, ...change });
}
