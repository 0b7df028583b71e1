import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import JSZip from "jszip";

const header = [
  "STT",
  "Ngày tiếp",
  "Họ tên - Địa chỉ",
  "Số định danh cá nhân/CCCD",
  "Nội dung vụ việc",
  "Phân loại đơn",
  "Số người",
];

/** A register of reception with one ordinary visit, whose content may be chosen. */
export async function registerWorkbook(content = "Khiếu nại việc đo đất", person = "Lê Thị Sổ\nthôn Đoài") {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Sổ");
  sheet.addRow(header);
  sheet.addRow([1, "03/7/2026", person, "035123456789", content, "KN", 1]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The same workbook with one part changed by hand. */
export async function withPart(workbook: Uint8Array, part: string, change: (xml: string) => string) {
  const zip = await JSZip.loadAsync(workbook);
  const xml = await zip.file(part)?.async("string");
  if (xml === undefined) throw new Error(`no part ${part}`);
  zip.file(part, change(xml));
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** An archive whose entries, so many megabytes of nothing each, unpack to far more than they weigh. */
export function bomb(entries: Readonly<Record<string, number>>): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(entries).map(([name, megabytes]) => {
    const body = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 1 });
    return { name, body, length: megabytes * 1024 * 1024 };
  });
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, body, length } of parts) {
    const local = Buffer.concat([localHeader(name, body.length, length), body]);
    locals.push(local);
    directory.push(directoryEntry({ name, packed: body.length, length, offset: at }));
    at += local.length;
  }
  const entriesBytes = Buffer.concat(directory);
  return new Uint8Array(Buffer.concat([...locals, entriesBytes, tailOf(parts.length, entriesBytes.length, at)]));
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * An archive with two directories: whoever walks the directory that its end names finds two harmless parts; whoever
 * believes the end's size of the directory (`size`), or its hint that a larger end exists (`zip64`), finds `hidden`.
 */
export function twoFaced(hidden: Uint8Array, way: "size" | "zip64"): Uint8Array<ArrayBuffer> {
  const inner = Buffer.from(hidden);
  const end = inner.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const innerCount = inner.readUInt16LE(end + 10);
  const [innerSize, innerStart] = [inner.readUInt32LE(end + 12), inner.readUInt32LE(end + 16)];
  const shown = ["xl/workbook.xml", "[Content_Types].xml", "blob"];
  const bodies = [Buffer.from("<a/>"), Buffer.from("<a/>"), inner.subarray(0, innerStart)];
  const offsets: number[] = [];
  const locals: Buffer[] = [];
  let at = 0;
  for (const [i, name] of shown.entries()) {
    offsets.push(at);
    const local = Buffer.concat([localHeader(name, bodies[i]?.length ?? 0), bodies[i] ?? Buffer.alloc(0)]);
    locals.push(local);
    at += local.length;
  }
  const innerAt = (offsets[2] ?? 0) + 30 + "blob".length;
  const start = at;
  // The hidden directory lies in the extra field of the first harmless entry.
  const lead = 46 + (shown[0]?.length ?? 0);
  const shift = way === "size" ? lead : 0;
  const second = Buffer.from(inner.subarray(innerStart, innerStart + innerSize));
  for (let p = 0; p < second.length; ) {
    second.writeUInt32LE(second.readUInt32LE(p + 42) + innerAt - shift, p + 42);
    p += 46 + [28, 30, 32].reduce((sum, at) => sum + second.readUInt16LE(p + at), 0);
  }
  const zip64 = way === "zip64" ? zip64End(innerCount, start + lead) : Buffer.alloc(0);
  // Zeros end the hidden directory.
  const extra = Buffer.concat([second, Buffer.alloc(4), zip64]);
  const directory = Buffer.concat(
    shown.map((name, i) => {
      const length = bodies[i]?.length ?? 0;
      return directoryEntry(
        { name, packed: length, length, offset: offsets[i] ?? 0 },
        i === 0 ? extra : Buffer.alloc(0),
      );
    }),
  );
  const endAt = start + directory.length;
  const tail = tailOf(shown.length, directory.length - shift, start);
  if (way === "zip64") tail.writeUInt16LE(0xffff, 4);
  const all = Buffer.concat([...locals, directory, tail]);
  if (way === "zip64") {
    // A size of the directory with which the larger end seems to stand where it should.
    const record = all.indexOf(Buffer.from([0x50, 0x4b, 0x06, 0x06]));
    all.writeBigUInt64LE(BigInt(endAt - (start + lead) - 20 - 12 - 44), record + 40);
    all.writeBigUInt64LE(BigInt(record), all.indexOf(Buffer.from([0x50, 0x4b, 0x06, 0x07])) + 8);
  }
  return new Uint8Array(all);
}

function tailOf(count: number, size: number, start: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(END, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(start, 16);
  return bytes;
}

const methodOf = (packed: number, length: number) => (packed === length ? 0 : 8);

function localHeader(name: string, packed: number, length = packed): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(LOCAL, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(methodOf(packed, length), 8);
  bytes.writeUInt32LE(packed, 18);
  bytes.writeUInt32LE(length, 22);
  bytes.writeUInt16LE(name.length, 26);
  return Buffer.concat([bytes, Buffer.from(name)]);
}

interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly length: number;
  readonly offset: number;
}

function directoryEntry({ name, packed, length, offset }: Entry, extra = Buffer.alloc(0)): Buffer {
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(ENTRY, 0);
  bytes.writeUInt16LE(20, 6);
  bytes.writeUInt16LE(methodOf(packed, length), 10);
  bytes.writeUInt32LE(packed, 20);
  bytes.writeUInt32LE(length, 24);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt16LE(extra.length, 30);
  bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, Buffer.from(name), extra]);
}

/** The larger end and its locator, with the entries of the hidden directory; the sizes are filled in afterwards. */
function zip64End(count: number, start: number): Buffer {
  const bytes = Buffer.alloc(56 + 20);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeBigUInt64LE(BigInt(count), 24);
  bytes.writeBigUInt64LE(BigInt(count), 32);
  bytes.writeBigUInt64LE(BigInt(start), 48);
  bytes.writeUInt32LE(0x07064b50, 56);
  bytes.writeUInt32LE(1, 72);
  return bytes;
}
