import { pick } from "../words.ts";

/** Ways in which the same words come a second time. Pure functions of a stream of random numbers. */
export const withoutMarks = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

const oldTones: readonly (readonly [RegExp, string])[] = [
  [/òa\b/gu, "oà"],
  [/óa\b/gu, "oá"],
  [/ỏa\b/gu, "oả"],
  [/ọa\b/gu, "oạ"],
  [/òe\b/gu, "oè"],
  [/óe\b/gu, "oé"],
  [/ỏe\b/gu, "oẻ"],
  [/ùy\b/gu, "uỳ"],
  [/úy\b/gu, "uý"],
  [/ủy\b/gu, "uỷ"],
  [/ụy\b/gu, "uỵ"],
  [/\b([klmtsh])ý\b/giu, "$1í"],
  [/\b([klmtsh])ỹ\b/giu, "$1ĩ"],
];

export function inOldTones(text: string): string {
  let changed = text;
  // JavaScript's \b knows no Vietnamese letters: what follows must be no letter.
  for (const [shape, to] of oldTones)
    changed = changed.replace(
      new RegExp(shape.source.replace(/\\b$/, "(?!\\p{L})").replace(/^\\b/, "(?<!\\p{L})"), shape.flags),
      to,
    );
  return changed;
}

const shorts: readonly (readonly [RegExp, string])[] = [
  [/Ủy ban nhân dân|ủy ban nhân dân/g, "UBND"],
  [/giấy chứng nhận quyền sử dụng đất/gi, "GCNQSDĐ"],
  [/quyền sử dụng đất/gi, "QSDĐ"],
  [/giải phóng mặt bằng/gi, "GPMB"],
  [/tái định cư/gi, "TĐC"],
  [/Quyết định số/gi, "QĐ số"],
  [/tờ bản đồ số/gi, "TBĐ"],
  [/thửa đất số/gi, "thửa"],
  [/\bxã (?=\p{Lu})/gu, "X. "],
  [/phường (?=\p{Lu})/gu, "P. "],
  [/thị trấn (?=\p{Lu})/gu, "TT. "],
  [/được/g, "đc"],
  [/không/g, "ko"],
];

export const abbreviated = (text: string): string => shorts.reduce((so, [shape, to]) => so.replace(shape, to), text);

const letters = "abcdeghiklmnopqrstuvxy";

/** Some words with a letter doubled, dropped, changed or swapped with the next, as quick fingers do. */
export function withSlips(random: () => number, text: string, share: number): string {
  return text.replace(/\p{L}{3,}/gu, (word) => (random() < share ? slip(random, word) : word));
}

export function slip(random: () => number, word: string): string {
  const at = 1 + Math.floor(random() * (word.length - 1));
  const kind = random();
  if (kind < 0.25) return word.slice(0, at) + word.slice(at + 1);
  if (kind < 0.5) return word.slice(0, at) + word.charAt(at) + word.slice(at);
  if (kind < 0.75)
    return word.slice(0, at) + letters.charAt(Math.floor(random() * letters.length)) + word.slice(at + 1);
  return word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
}

const misread: Readonly<Record<string, string>> = {
  ô: "õ",
  ơ: "o",
  ư: "u",
  ă: "â",
  đ: "d",
  n: "ri",
  m: "rn",
  l: "1",
  "0": "O",
  "1": "l",
  h: "b",
  c: "e",
  ế: "é",
  ệ: "ẹ",
  ậ: "ạ",
  ữ: "ũ",
  ừ: "ù",
};

/** A scan as it is read: letters taken for others, blanks lost and found. */
export function asScanned(random: () => number, text: string, share: number): string {
  return Array.from(text, (letter) => {
    if (random() >= share) return letter;
    if (letter === " ") return random() < 0.5 ? "" : "  ";
    return misread[letter] ?? (random() < 0.3 ? pick(random, Array.from(letters)) : letter);
  }).join("");
}
