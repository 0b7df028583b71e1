import { inflateRawSync } from "node:zlib";
import type { Text } from "../../../rules/pack.ts";
import { Refused } from "../../refusal.ts";

const FILE_BYTES_MAX = 20 * 1024 * 1024;
const INFLATED_BYTES_MAX = 96 * 1024 * 1024;
const ENTRIES_MAX = 500;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

const notXlsx: Text = {
  vi: "Tệp này không phải sổ Excel dạng .xlsx. Hãy mở sổ bằng Excel, chọn Lưu thành (Save As) loại Excel Workbook (.xlsx) rồi nhập lại.",
  en: "This file is not an .xlsx workbook. Open the register in Excel, save it as Excel Workbook (.xlsx) and import it again.",
};
const encrypted: Text = {
  vi: "Tệp được đặt mật khẩu, hoặc là dạng .xls cũ. Hãy bỏ mật khẩu và lưu lại thành .xlsx rồi nhập lại.",
  en: "The file has a password or is in the old .xls format. Remove the password, save it as .xlsx and import it again.",
};
const damaged: Text = {
  vi: "Tệp .xlsx bị hỏng, không đọc được. Hãy mở bằng Excel, lưu lại thành tệp mới rồi nhập lại.",
  en: "The .xlsx file is damaged and cannot be read. Open it in Excel, save it as a new file and import it again.",
};
const tooLarge: Text = {
  vi: "Tệp quá lớn so với một quyển sổ (quá 20 MB, hoặc bung ra quá 96 MB). Hãy bỏ hình ảnh, trang tính thừa hoặc tách sổ theo năm.",
  en: "The file is too large for a register (over 20 MB, or over 96 MB unpacked). Remove pictures and spare sheets, or split it by year.",
};

export const damagedWorkbook = (): Refused => new Refused({ code: "unreadable-file", message: damaged });
const refuse = (message: Text): Refused => new Refused({ code: "unreadable-file", message });

/**
 * Refuses what is not a sound .xlsx before any library unpacks it: another format, a password, too many
 * entries, or more bytes unpacked than a register has. Every entry is really inflated under the limit,
 * because the sizes that an archive declares are the sender's words. Throws `Refused`.
 */
export function checkArchive(bytes: Uint8Array): void {
  if (bytes.byteLength > FILE_BYTES_MAX) throw new Refused({ code: "too-large", message: tooLarge });
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length >= 8 && file.readUInt32BE(0) === 0xd0cf11e0) throw refuse(encrypted);
  if (file.length < 22 || file.readUInt32LE(0) !== LOCAL_ENTRY) throw refuse(notXlsx);
  const names = new Set<string>();
  let left = INFLATED_BYTES_MAX;
  for (const entry of directory(file)) {
    if (names.has(entry.name)) throw damagedWorkbook();
    names.add(entry.name);
    left -= inflatedLength(file, entry, left);
  }
  if (names.has("EncryptedPackage")) throw refuse(encrypted);
  if (!names.has("xl/workbook.xml") || !names.has("[Content_Types].xml")) throw refuse(notXlsx);
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

type Numbers = [number, number, number, number];

function directory(file: Buffer): readonly Entry[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END_OF_DIRECTORY) throw damagedWorkbook();
  const [disk, firstDisk, here, count] = [4, 6, 8, 10].map((at) => file.readUInt16LE(end + at)) as Numbers;
  const [size, start] = [file.readUInt32LE(end + 12), file.readUInt32LE(end + 16)];
  // By any of these the library looks for another directory, of which nothing here would have been checked.
  if (disk !== 0 || firstDisk !== 0 || here !== count || start + size !== end) throw damagedWorkbook();
  if (count > ENTRIES_MAX) throw new Refused({ code: "too-large", message: tooLarge });
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damagedWorkbook();
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString("utf8", at + 46, at + 46 + nameLength),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  // An archive that goes on after the entries it counted would show the next reader more than was checked.
  if (at !== end) throw damagedWorkbook();
  return entries;
}

function inflatedLength(file: Buffer, entry: Entry, left: number): number {
  if ((entry.flags & 1) !== 0) throw refuse(encrypted);
  if (entry.offset + 30 > file.length || file.readUInt32LE(entry.offset) !== LOCAL_ENTRY) throw damagedWorkbook();
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  if (start + entry.packed > file.length) throw damagedWorkbook();
  const data = file.subarray(start, start + entry.packed);
  if (entry.method !== 0 && entry.method !== 8) throw damagedWorkbook();
  if (entry.method === 0 || data.length === 0) {
    if (data.length > left) throw new Refused({ code: "too-large", message: tooLarge });
    return data.length;
  }
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(left, 1) }).length;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw code === "ERR_BUFFER_TOO_LARGE" ? new Refused({ code: "too-large", message: tooLarge }) : damagedWorkbook();
  }
}
