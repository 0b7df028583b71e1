import type { Text } from "../../../rules/pack.ts";
import { cellText, type SheetCell } from "./sheet.ts";

export type IdKind = "citizen-id" | "old-id" | "passport" | "other";

export interface IdReading {
  /** Digits without spaces; letters in capitals for a passport; as written for other papers. */
  readonly number: string;
  readonly kind: IdKind;
  /** What was mended, for the clerk to look at. Holds no digit of the number. */
  readonly note?: Text;
  readonly doubtful?: true;
}

const restored: Text = {
  vi: "Đã thêm lại số 0 ở đầu mà Excel làm mất.",
  en: "The leading zero that Excel dropped was restored.",
};
const wrongLength: Text = {
  vi: "Số giấy tờ không đủ 9 hoặc 12 chữ số; được giữ nguyên như ghi trong sổ, cần kiểm tra.",
  en: "The number has neither 9 nor 12 digits; it is kept as the register has it and needs a look.",
};
const lost: Text = {
  vi: "Số giấy tờ đã bị Excel rút gọn thành dạng 3,5E+10 nên không còn đủ chữ số; hãy nhập lại từ bản giấy.",
  en: "Excel shortened the number to the form 3.5E+10 and its digits are lost; take it from the paper register.",
};

/** Reads the identity column: one entry for each paper in the cell; empty when none is written. Never throws. */
export function readIdCell(cell: SheetCell): readonly IdReading[] {
  const text = cellText(cell);
  if (text === "" || /^[-–—.?/\s]+$|^(không|ko|k)( có)?$/i.test(text)) return [];
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text.replace(/\s/g, "")))
    return [{ number: "", kind: "other", note: lost, doubtful: true }];
  return splitPapers(text).map((part) => readPaper(part, cell.kind === "number"));
}

/** Papers stand on lines of their own or behind ";" or ","; spaces and dots inside a number belong to it. */
function splitPapers(text: string): readonly string[] {
  const parts = text
    .split(/[\n;,]|\s+và\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const dated = /ngày|cấp|nơi/i.test(text);
  return dated ? [text] : parts;
}

function readPaper(text: string, wasNumber: boolean): IdReading {
  const bare = text.replace(
    /^(số\s*)?(cccd|cmnd|cmtnd|cmt|cc|căn cước( công dân)?|hộ chiếu|hc)?\s*(số)?\s*[:.]?\s*/i,
    "",
  );
  const tight = bare.replace(/[\s.\-'’]/g, "");
  if (/^\d+$/.test(tight)) return readDigits(tight, wasNumber);
  if (/^[A-Za-z]\d{7,8}$/.test(tight)) return { number: tight.toUpperCase(), kind: "passport" };
  const long = /(?:^|\D)(\d{12}|\d{9})(?!\d)/.exec(bare.replace(/(\d)[ .](?=\d)/g, "$1"));
  if (long?.[1]) return readDigits(long[1], false);
  return { number: text.replace(/\n/g, " "), kind: "other" };
}

/**
 * A citizen number has 12 digits and begins with its province code, 001 to 096; an old identity card has 9.
 * A number cell cannot hold leading zeros, so 11 or 10 digits there lost one or two, and 8 digits lost one.
 */
function readDigits(digits: string, wasNumber: boolean): IdReading {
  if (digits.length === 12) return { number: digits, kind: "citizen-id" };
  if (digits.length === 9) return { number: digits, kind: "old-id" };
  const padded = digits.padStart(12, "0");
  const province = Number(padded.slice(0, 3));
  const lostOne = digits.length === 11 && !digits.startsWith("0") && province <= 96;
  const lostTwo = wasNumber && digits.length === 10;
  if (lostOne || lostTwo) return { number: padded, kind: "citizen-id", note: restored };
  if (wasNumber && digits.length === 8) return { number: padded.slice(3), kind: "old-id", note: restored };
  return { number: digits, kind: "other", note: wrongLength, doubtful: true };
}
