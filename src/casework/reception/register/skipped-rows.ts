import { foldVietnamese } from "../../people/index.ts";
import { looksLikeHeader, type RegisterColumns } from "./columns.ts";
import { cellAt, cellText, type SheetRow } from "./sheet.ts";

export type SkipReason = "header" | "blank" | "number-only" | "section" | "total" | "signature";

const TOTAL =
  /^(tong cong|tong so|tong|cong)( (thang|quy|nam|trang|don|luot|luy ke|chuyen|so|ca|[\d/]+)\b.*)?[\s:.]*$|^(luy ke|mang sang|chuyen trang)\b/;
const SIGNATURE =
  /^(nguoi (lap|ghi|giu|tiep|tong hop|kiem tra)|can bo (lap|ghi|tiep)|cong chuc (lap|tiep)|thu truong|chu tich|pho chu tich|truong ban|lanh dao|ke toan|van thu|xac nhan|xac thuc|da ky|ky ten|\(?ky\b|(tm|kt|tl|tuq|q)\. ?|noi nhan|-? ?luu\b)|\b(ky|ghi ro|dong dau)\b.*(ho ten|dong dau)/;
const PLACE_AND_DATE = /^[^;]{0,60}\bngay\b[\s.…\d]*\bthang\b[\s.…\d]*\bnam\b[\s.…\d]*$/;
const SECTION = /^(thang|quy|tuan|nam|muc|phan|[ivx]+\.|[a-e]\.)\s/;

/**
 * Why a row below the header is not a visit; null for a data row. Whatever holds a kind, or content beside a
 * person or a date, is data even below a total: a row is rather rejected with a reason than passed over.
 */
export function skipReason(row: SheetRow, columns: RegisterColumns, afterFooter: boolean): SkipReason | null {
  const filled = row.cells.map((cell) => cellText(cell)).filter((text) => text !== "");
  const distinct = [...new Set(filled.map((text) => foldVietnamese(text)))];
  if (filled.length === 0) return "blank";
  if (looksLikeHeader(row)) return "header";
  const has = (field: keyof RegisterColumns["fields"]) => cellText(cellAt(row, columns.fields[field].column)) !== "";
  const [registerNo, kind, date, person, content] = [
    has("registerNo"),
    has("kinds"),
    has("receivedOn"),
    has("person"),
    has("content"),
  ];
  if (registerNo && filled.length === 1 && /^\d/.test(filled[0] ?? "")) return "number-only";
  const isStory = kind || (content && (person || date)) || (date && person && !afterFooter);
  const words = distinct.filter((text) => !/^[\d.,\s]+$/.test(text));
  if (words.length > 0 && words.length <= 3 && !isVisit(row, columns) && words.some((text) => TOTAL.test(text)))
    return "total";
  if (isStory) return null;
  if (words.length > 0 && words.every((text) => SIGNATURE.test(text) || PLACE_AND_DATE.test(text))) return "signature";
  if (afterFooter && !registerNo && !date && !content && distinct.length <= 4) return "signature";
  if (distinct.length === 1 && SECTION.test(`${distinct[0]} `)) return "section";
  return null;
}

/** A total has neither an identity paper nor a date; "Công" as a first word may be a name. */
function isVisit(row: SheetRow, columns: RegisterColumns): boolean {
  const has = (field: keyof RegisterColumns["fields"]) => cellText(cellAt(row, columns.fields[field].column)) !== "";
  return (
    has("idNumber") ||
    (has("receivedOn") &&
      has("person") &&
      !TOTAL.test(foldVietnamese(cellText(cellAt(row, columns.fields.receivedOn.column)))))
  );
}
