import { foldVietnamese } from "../people/index.ts";

/** What offices write short, as it stands after folding. Only what means one thing. */
const abbreviations: Readonly<Record<string, string>> = {
  ubnd: "uy ban nhan dan",
  hdnd: "hoi dong nhan dan",
  mttq: "mat tran to quoc",
  qsdd: "quyen su dung dat",
  qsd: "quyen su dung",
  gcn: "giay chung nhan",
  gcnqsdd: "giay chung nhan quyen su dung dat",
  gcnqsd: "giay chung nhan quyen su dung",
  gpmb: "giai phong mat bang",
  tdc: "tai dinh cu",
  tnmt: "tai nguyen moi truong",
  nnmt: "nong nghiep moi truong",
  nnptnt: "nong nghiep phat trien nong thon",
  cmnd: "chung minh nhan dan",
  cccd: "can cuoc cong dan",
  tbd: "to ban do",
  qd: "quyet dinh",
  kn: "khieu nai",
  tc: "to cao",
  ko: "khong",
  dc: "duoc",
};

/** Single letters stand for a unit only before a dot: "P. Mây Hạ". */
const dotted: readonly (readonly [RegExp, string])[] = [
  [/\btt\s*\.\s*(?=[a-z0-9])/g, "thi tran "],
  [/\btp\s*\.\s*(?=[a-z0-9])/g, "thanh pho "],
  [/\btx\s*\.\s*(?=[a-z0-9])/g, "thi xa "],
  [/\bp\s*\.\s*(?=[a-z0-9])/g, "phuong "],
  [/\bx\s*\.\s*(?=[a-z0-9])/g, "xa "],
  [/\bh\s*\.\s*(?=[a-z0-9])/g, "huyen "],
  [/\bq\s*\.\s*(?=[a-z0-9])/g, "quan "],
];

/** Letters that stand for a digit where the rest of the word is digits, as scans read them. */
const digitLike: Readonly<Record<string, string>> = { o: "0", l: "1", i: "1" };

/**
 * Vietnamese text as one line that compares: no marks (so neither their absence nor their place matters), đ as d, units
 * and abbreviations written out, a final y after a lone consonant as i ("Mỹ", "Mĩ"). Applied twice it changes nothing more.
 */
export function plainText(text: string): string {
  let plain = foldVietnamese(text);
  for (const [shape, full] of dotted) plain = plain.replace(shape, full);
  return plain.replace(/[a-z0-9]+/g, plainWord);
}

export function wordsOf(text: string): readonly string[] {
  return plainText(text).match(/[a-z0-9]+/g) ?? [];
}

function plainWord(word: string): string {
  const full = abbreviations[word];
  if (full) return full;
  if (/^[0-9oli]*[0-9][0-9oli]*$/.test(word)) return word.replace(/[oli]/g, (letter) => digitLike[letter] ?? letter);
  return word.replace(/^((?:[bcdghklmnpqrstvx]|qu|th)?)y$/, "$1i");
}
