import { fileTypeFromBuffer } from "file-type";
import type { Text } from "../../rules/pack.ts";
import { Refused } from "../refusal.ts";

export const fileBytesMax = 25 * 1024 * 1024;

/** By content, never by name: what a petition's papers and recordings come as. */
const allowed: ReadonlySet<string> = new Set([
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/tiff",
  "image/webp",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "audio/mpeg",
  "audio/mp4",
  "audio/x-m4a",
  "audio/wav",
]);

const sameThing: Readonly<Record<string, string>> = {
  "audio/x-m4a": "audio/mp4",
  "audio/vnd.wave": "audio/wav",
  "audio/x-wav": "audio/wav",
};

const accepted: Text = {
  vi: "Nhận tệp PDF, ảnh (JPEG, PNG, TIFF, WebP), Word (.docx), Excel (.xlsx), ghi âm (MP3, M4A, WAV) và văn bản thuần.",
  en: "PDF, pictures (JPEG, PNG, TIFF, WebP), Word (.docx), Excel (.xlsx), recordings (MP3, M4A, WAV) and plain text are taken.",
};

/** The media type by content. Throws "too-large" above 25 MB and "unreadable-file" for what is not on the list. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength > fileBytesMax) {
    throw new Refused({
      code: "too-large",
      message: {
        vi: "Tệp lớn hơn 25 MB. Hãy quét với độ phân giải thấp hơn (200 dpi là đủ) hoặc tách thành nhiều tệp.",
        en: "The file is larger than 25 MB. Scan at a lower resolution (200 dpi is enough) or split it.",
      },
    });
  }
  if (bytes.byteLength === 0) throw unreadable({ vi: "Tệp trống.", en: "The file is empty." });
  const found = await fileTypeFromBuffer(bytes);
  const mime =
    found === undefined ? (isPlainText(bytes) ? "text/plain" : undefined) : (sameThing[found.mime] ?? found.mime);
  if (mime !== undefined && (mime === "text/plain" || allowed.has(mime))) return mime;
  throw unreadable({
    vi: "Nội dung tệp không thuộc loại được nhận.",
    en: "By its content the file is of no kind that is taken.",
  });
}

function unreadable(reason: Text): Refused {
  return new Refused({
    code: "unreadable-file",
    message: { vi: `${reason.vi} ${accepted.vi}`, en: `${reason.en} ${accepted.en}` },
  });
}

/** UTF-8 without control characters; markup is not plain text, because browsers would run it. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (/[^\P{Cc}\t\r\n\f]/u.test(text)) return false;
    return !/<\s*(!doctype|html|script|svg|body|iframe|\?xml)/i.test(text);
  } catch {
    return false;
  }
}
