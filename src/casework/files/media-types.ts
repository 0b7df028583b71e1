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

/** What meetings are recorded as. */
const recordings: ReadonlySet<string> = new Set(["video/mp4", "video/webm", "audio/mpeg", "audio/mp4", "audio/ogg"]);
const headBytes = 64 * 1024;

/**
 * The pieces of a recording as they come, once their beginning says that they are one; `is` is told the media type.
 * Throws "unreadable-file" for any other content and "too-large" when more than `bytesMax` have come.
 */
export async function* piecesOfRecording(
  pieces: AsyncIterable<Uint8Array>,
  bytesMax: number,
  is: (mediaType: string) => void,
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.byteLength;
    if (bytes > bytesMax) throw recordingTooLarge(bytesMax);
    if (head === undefined) {
      yield piece;
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.byteLength < headBytes) continue;
    is(await recordingType(head));
    yield head;
    head = undefined;
  }
  if (head === undefined) return;
  is(await recordingType(head));
  yield head;
}

async function recordingType(head: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(head);
  const plain = found?.mime.split(";")[0] ?? "";
  const mime = { ...sameThing, "video/x-m4v": "video/mp4", "audio/opus": "audio/ogg" }[plain] ?? plain;
  if (recordings.has(mime)) return mime;
  throw new Refused({
    code: "unreadable-file",
    message: {
      vi: "Theo nội dung, tệp này không phải bản ghi được nhận. Hãy chọn tệp MP4, WebM (ghi hình) hoặc MP3, M4A, OGG (ghi âm).",
      en: "By its content this is no recording that is taken. Choose an MP4 or WebM (picture) or an MP3, M4A or OGG (sound).",
    },
  });
}

export function recordingTooLarge(bytesMax: number): Refused {
  const megabytes = Math.floor(bytesMax / 1_000_000);
  return new Refused({
    code: "too-large",
    message: {
      vi: `Tệp lớn hơn ${megabytes} MB. Hãy tách bản ghi thành nhiều tệp rồi tải lên từng tệp, hoặc nhờ quản trị viên nâng giới hạn.`,
      en: `The file is larger than ${megabytes} MB. Split the recording and upload each part, or have the administrator raise the limit.`,
    },
  });
}
