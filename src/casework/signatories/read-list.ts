import { createHash } from "node:crypto";
import type { Text } from "../../rules/pack.ts";
import { foldVietnamese, idNumberRule, numbersLike, type PaperKind, parseIdentityPaper } from "../people/index.ts";
import { cellText, columnLetter, readSheets, type SheetRow } from "../reception/index.ts";
import { Refused } from "../refusal.ts";

/** One person of a list, as it was read. */
export interface ReadSignatory {
  readonly name: string;
  readonly address: string;
  readonly idKind: PaperKind | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly digest: string;
}

export interface ListRejection {
  readonly row: number;
  /** The letter of the column in the sheet, or its place in a pasted line. */
  readonly column: string;
  readonly value: string;
  readonly reason: Text;
}

export interface ReadList {
  readonly rows: number;
  readonly people: readonly ReadSignatory[];
  readonly rejected: readonly ListRejection[];
  /** Rows that repeat a person of the same list. */
  readonly repeated: number;
}

export const listRowsMax = 5_000;

type Field = "name" | "address" | "idNumber" | "phone";
const fields: readonly Field[] = ["name", "address", "idNumber", "phone"];
const headers: Readonly<Record<Field, RegExp>> = {
  name: /\bho( va)?( chu dem va)? ?ten\b|^ten\b|\bfull name\b|^name\b/,
  address: /dia chi|noi o|cho o|thuong tru|\baddress\b/,
  idNumber: /\b(cccd|cmnd|cmt)\b|can cuoc|dinh danh|ho chieu|giay to|\bid\b/,
  phone: /dien thoai|\bsdt\b|so dt|\bphone\b/,
};

type Columns = Readonly<Record<Field, number | undefined>>;

/** Reads a list in .xlsx: the first sheet with a header that names the people. Throws "unreadable-file", "too-large". */
export async function readWorkbookList(bytes: Uint8Array): Promise<ReadList> {
  for (const sheet of await readSheets(bytes)) {
    const at = sheet.rows.slice(0, 20).findIndex((row) => columnsOf(textsOf(row)).name !== undefined);
    const header = sheet.rows[at];
    if (!header) continue;
    const columns = columnsOf(textsOf(header));
    const rows = sheet.rows.slice(at + 1).map((row) => ({ number: row.number, texts: textsOf(row) }));
    return readRows(rows, columns);
  }
  throw new Refused({
    code: "unreadable-file",
    message: {
      vi: "Không nhận ra hàng tiêu đề của danh sách: cần ít nhất cột “Họ và tên” và cột “Địa chỉ”; nên có “Số CCCD” và “Điện thoại”.",
      en: "No header row of a list was recognised: at least the columns “Họ và tên” (name) and “Địa chỉ” (address) are needed, better also “Số CCCD” and “Điện thoại”.",
    },
  });
}

/** Reads lines copied from a sheet: name, address, number of the paper, telephone, parted by tabs or semicolons. */
export function readPastedList(text: string): ReadList {
  const lines = text.split(/\r?\n/).map((line, i) => ({ number: i + 1, texts: line.split(/\t|;/).map(tidy) }));
  const first = lines.find(({ texts }) => texts.some(Boolean));
  const named = first && columnsOf(first.texts).name !== undefined ? columnsOf(first.texts) : undefined;
  const rows = named ? lines.filter((line) => line !== first) : lines;
  return readRows(rows, named ?? { name: 0, address: 1, idNumber: 2, phone: 3 });
}

const textsOf = (row: SheetRow): readonly string[] => row.cells.map((cell) => tidy(cellText(cell)));
const tidy = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

function columnsOf(texts: readonly string[]): Columns {
  const folded = texts.map(foldVietnamese);
  const find = (field: Field): number | undefined => {
    const at = folded.findIndex((text) => text.length < 60 && headers[field].test(text));
    return at < 0 ? undefined : at;
  };
  return { name: find("name"), address: find("address"), idNumber: find("idNumber"), phone: find("phone") };
}

function readRows(
  lines: readonly { readonly number: number; readonly texts: readonly string[] }[],
  columns: Columns,
): ReadList {
  const at = (texts: readonly string[], field: Field): string =>
    columns[field] === undefined ? "" : (texts[columns[field]] ?? "");
  const rows = lines.filter(({ texts }) => fields.some((field) => at(texts, field) !== ""));
  if (rows.length > listRowsMax) throw tooLong();
  const rejected: ListRejection[] = [];
  const people = new Map<string, ReadSignatory>();
  let repeated = 0;
  for (const { number, texts } of rows) {
    const given = Object.fromEntries(fields.map((field) => [field, at(texts, field)])) as Record<Field, string>;
    const read = readPerson(given);
    if ("field" in read) {
      const column = columns[read.field];
      rejected.push({
        row: number,
        column: column === undefined ? "–" : columnLetter(column),
        value: given[read.field].slice(0, 200),
        reason: read.reason,
      });
    } else if (people.has(read.digest)) repeated += 1;
    else people.set(read.digest, read);
  }
  return { rows: rows.length, people: [...people.values()], rejected, repeated };
}

/** One person, or the field that cannot stand and why. */
export function readPerson(
  given: Readonly<Record<Field, string>>,
): ReadSignatory | { readonly field: Field; readonly reason: Text } {
  const [name, address, phone] = [tidy(given.name), tidy(given.address), given.phone.replace(/[\s.\-()]/g, "")];
  if (!/\p{L}.*\p{L}/u.test(name) || name.length > 200 || /\d/.test(name)) return { field: "name", reason: badName };
  if (address.length < 2 || address.length > 500) return { field: "address", reason: badAddress };
  const typed = given.idNumber.trim();
  const paper = typed === "" ? null : readNumber(typed);
  if (paper === undefined) return { field: "idNumber", reason: idNumberRule };
  if (phone !== "" && !/^\+?\d{8,12}$/.test(phone)) return { field: "phone", reason: badPhone };
  const person = {
    name,
    address,
    idKind: paper?.idKind ?? null,
    idNumber: paper?.idNumber ?? null,
    phone: phone === "" ? null : phone,
  };
  return { ...person, digest: digestOf(person) };
}

/** Sheets drop the zero before a number. */
function readNumber(typed: string) {
  for (const each of [typed, ...numbersLike(typed)]) {
    const paper = parseIdentityPaper(each);
    if (paper) return paper;
  }
  return undefined;
}

/** The same person on the list: the same number, or without one the same name at the same address. */
export function digestOf(person: Pick<ReadSignatory, "name" | "address" | "idNumber">): string {
  const key = person.idNumber ?? `${foldVietnamese(person.name)}|${foldVietnamese(person.address)}`;
  return createHash("sha256").update(key).digest("hex");
}

const badName: Text = {
  vi: "Cần họ và tên đầy đủ, không có chữ số.",
  en: "The full name is needed, without digits.",
};
const badAddress: Text = {
  vi: "Cần địa chỉ của từng người (Điều 8 Luật Khiếu nại).",
  en: "The address of each person is needed (Article 8 of the Law on Complaints).",
};
const badPhone: Text = { vi: "Số điện thoại có 8 đến 12 chữ số.", en: "A telephone number has 8 to 12 digits." };

const tooLong = (): Refused =>
  new Refused({
    code: "too-large",
    message: {
      vi: `Danh sách có quá ${listRowsMax} dòng. Hãy tách thành nhiều danh sách.`,
      en: `The list has more than ${listRowsMax} rows. Split it.`,
    },
  });
