import type { Text } from "../../../rules/pack.ts";
import { foldVietnamese } from "../../people/index.ts";
import { tidyLine, tidyLines } from "./sheet.ts";

export interface NamedPerson {
  /** As written: NFC, spaces tidied, without "ông", "bà" or a list number. */
  readonly name: string;
  readonly address: string;
}

export interface PeopleReading {
  readonly people: readonly NamedPerson[];
  /** "Tập thể 19 hộ dân thôn Đoài": what stands before "đại diện:". */
  readonly group: string | null;
  /** The number that the cell itself gives for the group (people or households). */
  readonly groupSize: number | null;
  readonly warnings: readonly Text[];
}

const SURNAMES = new Set(
  "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan lam mai trinh dao luong luu phung ta to chu truong cao ha thai kieu bach tang quach la vuong ton nghiem chau hua tong giang lo long khuc khuat van an trieu cu nong ma be hau thach son danh kim cung quan dam lai".split(
    " ",
  ),
);
// Ngô and Tô are surnames, ngõ and tổ are places, Dương a surname, đường a street: accents decide where there are any.
const ADDRESS_WORD =
  /^(số( nhà)?|thôn|xóm|ấp|bản|làng|tổ|khu|khóm|đường|phố|ngõ|ngách|hẻm|kp|tdp|xã|phường|p\.|thị (trấn|xã)|tt\.?|tx\.?|huyện|quận|q\.|thành phố|tp\.?|tỉnh|đặc khu|cư trú|trú( tại)?|thường trú|địa chỉ|đ\/c|ở|hiện ở|nơi ở)(?=[\s.:\d]|$)/u;
const FOLDED_ADDRESS_WORD =
  /^((so nha|thon|xom|khom|xa|phuong|thi (tran|xa)|huyen|thanh pho|tinh|dac khu|to dan pho|tdp|kp|dia chi|cu tru|thuong tru)(?=[\s.:\d]|$)|(so|to|ngo|ngach|hem|ap|ban|khu|duong|quan)\s*\d)/;
const HONORIFIC =
  /^((?:hai )?(?:vợ chồng )?(?:ông|bà|anh|chị|cô|chú|bác|cụ|cháu|ô|b)\.?\s*(?:\/\s*(?:ông|bà)\s*)?[:.]?)\s+(?=\p{L})/iu;
const LIST_NUMBER = /(^|[\n;,]\s*)\(?\d{1,2}\s*[.)\-/]\s*(?=\p{L})/gu;
const SEPARATOR =
  /\n|\s+[-–—]\s*|\s*[-–—]\s+|,|;|\s*[:(]?\s*(?<!\p{L})(?:địa chỉ|đ\/c|trú tại|cư trú tại|thường trú|trú|hiện ở)(?!\p{L})\s*[:.]?\s*/iu;

/**
 * Reads column 3, "name, address", in the ways registers write it: on two lines, behind a dash or a comma, in a
 * numbered list, several names before one address, or a group with those who speak for it. `expected` is how
 * many people other columns speak of; it decides whether "A, Lê Hồng Phong" is a second person or a street.
 */
export function readPeopleCell(text: string, expected: number | null): PeopleReading {
  const tidy = tidyLines(text);
  if (tidy === "") return { people: [], group: null, groupSize: null, warnings: [] };
  const { group, groupSize, rest } = takeGroup(tidy);
  const entries = splitEntries(rest);
  const people = shareAddress(entries.flatMap((entry) => readEntry(entry, entries.length > 1 ? 1 : expected)));
  const named = people.filter((person) => person.name !== "");
  const warnings: Text[] = [];
  if (named.some((person) => !/^[\p{L}\p{M}.'’ ]+$/u.test(person.name) || !person.name.includes(" ")))
    warnings.push(oddName);
  if (named.some((person) => person.address === "")) warnings.push(noAddress);
  return { people: named, group, groupSize, warnings };
}

const GROUP =
  /^((?:tập thể|nhóm|các|những|một số|toàn thể|\d+)(?!\p{L})[^:]*?(?:hộ|người|công dân|nhân dân|bà con|dân)[^:]*?)[,;.\n\s-]*(?:do|người)?\s*đại diện\s*(?:là)?\s*[:-]?\s*/iu;
const GROUP_BEHIND =
  /[\s,;-]*\(?\s*(?:đại diện(?: cho)?|và|cùng)\s+((?:tập thể\s+)?(?:khoảng\s+)?(\d+)\s*(?:hộ|người|công dân)[^),;\n]*)\)?/iu;

/** The patterns above look back and forth: on a cell longer than any real group they would take too long. */
const GROUP_TEXT_MAX = 1_000;

function takeGroup(text: string): { group: string | null; groupSize: number | null; rest: string } {
  if (text.length > GROUP_TEXT_MAX) return { group: null, groupSize: null, rest: text };
  const ahead = GROUP.exec(text);
  if (ahead?.[1])
    return { group: tidyLine(ahead[1]), groupSize: firstNumber(ahead[1]), rest: text.slice(ahead[0].length) };
  const behind = GROUP_BEHIND.exec(text);
  if (!behind?.[1]) return { group: null, groupSize: null, rest: text };
  const also = /(và|cùng)\s/i.test(behind[0]) ? 1 : 0;
  const rest = `${text.slice(0, behind.index)}${text.slice(behind.index + behind[0].length)}`;
  return { group: tidyLine(behind[1]), groupSize: (firstNumber(behind[1]) ?? 0) + also, rest };
}

const firstNumber = (text: string): number | null => {
  const match = /\d{1,5}/.exec(text);
  return match ? Number(match[0]) : null;
};

/** One entry for each person who has a place of his own in the cell. */
function splitEntries(text: string): readonly string[] {
  const marks = [...text.matchAll(LIST_NUMBER)];
  if (marks.length >= 2 && text.slice(0, marks[0]?.index).trim() === "") {
    return text.split(LIST_NUMBER).filter((part) => part.replace(/[\s;,]/g, "") !== "");
  }
  const bySemicolon = text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (bySemicolon.length > 1 && bySemicolon.filter((part) => looksLikeName(firstPiece(part))).length > 1)
    return bySemicolon;
  const lines = text.split("\n");
  const starts = lines.filter((line) => looksLikeName(firstPiece(line)));
  if (starts.length > 1 && looksLikeName(firstPiece(lines[0] ?? ""))) {
    const entries: string[][] = [];
    for (const line of lines) {
      const last = entries.at(-1);
      if (last && !looksLikeName(firstPiece(line))) last.push(line);
      else entries.push([line]);
    }
    return entries.map((entry) => entry.join("\n"));
  }
  return [text];
}

const firstPiece = (text: string): string => text.split(SEPARATOR)[0] ?? "";

function readEntry(entry: string, expected: number | null): readonly NamedPerson[] {
  const pieces = entry
    .split(SEPARATOR)
    .map((piece) => tidyLine(piece ?? "").replace(/^[\s,;.:)(-]+|[\s,;:)(-]+$/g, ""))
    .filter((piece) => piece !== "");
  const names: string[] = [];
  const [first, ...rest] = pieces;
  if (first === undefined) return [];
  if (startsAddress(first)) return [{ name: "", address: pieces.join(", ") }];
  names.push(...splitJoined(first));
  while (rest[0] !== undefined && isFurtherName(rest[0], rest.slice(1), names.length, expected)) {
    names.push(...splitJoined(rest.shift() ?? ""));
  }
  const address = rest.join(", ");
  return names.map((name) => ({ name, address }));
}

/** "Trần Thị B" after a first name is a person; "Lê Hồng Phong" may as well be a street. */
function isFurtherName(piece: string, after: readonly string[], found: number, expected: number | null): boolean {
  if (HONORIFIC.test(piece)) return true;
  if (!looksLikeName(piece) || startsAddress(piece)) return false;
  if (expected !== null) return found < expected;
  return / (van|thi) /.test(` ${foldVietnamese(piece)} `) && (after.length === 0 || after.some(startsAddress));
}

function splitJoined(text: string): readonly string[] {
  const parts = text.split(/\s+(?:và|cùng|&)\s+/iu);
  const all = parts.length > 1 && parts.every((part) => looksLikeName(part)) ? parts : [text];
  return all
    .map((part) =>
      part
        .replace(HONORIFIC, "")
        .replace(/^\(?\d{1,2}\s*[.)\-/]\s*/, "")
        .trim(),
    )
    .filter((part) => part !== "");
}

function looksLikeName(text: string): boolean {
  if (HONORIFIC.test(text.trim())) return true;
  const words = foldVietnamese(text.replace(/^\(?\d{1,2}\s*[.)\-/]\s*/, "")).split(" ");
  const capital = text
    .trim()
    .split(/\s+/)
    .every((word) => /^[\p{Lu}(]/u.test(word.normalize("NFC")));
  return words.length >= 2 && words.length <= 5 && capital && SURNAMES.has(words[0] ?? "") && !/\d/.test(text);
}

const startsAddress = (text: string): boolean =>
  ADDRESS_WORD.test(text.normalize("NFC").toLowerCase().trim()) || FOLDED_ADDRESS_WORD.test(foldVietnamese(text));

/** Names without an address of their own live where the next address says ("A, B, thôn Đoài"). */
function shareAddress(people: readonly NamedPerson[]): readonly NamedPerson[] {
  const last = people.findLast((person) => person.address !== "")?.address ?? "";
  return people.map((person, index) =>
    person.address !== ""
      ? person
      : { ...person, address: people.slice(index).find((other) => other.address !== "")?.address ?? last },
  );
}

const oddName: Text = {
  vi: "Họ tên chỉ có một chữ hoặc lẫn chữ số, ký hiệu; cần kiểm tra.",
  en: "The name is a single word or holds digits or signs; it needs a look.",
};
const noAddress: Text = { vi: "Không thấy địa chỉ.", en: "No address was found." };
