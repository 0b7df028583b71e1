import { plainText, wordsOf } from "./words.ts";

/** A parcel of land by its number on its map sheet. */
export interface Parcel {
  readonly parcel: number;
  readonly sheet: number;
}

const parcelFirst =
  /\bthua(?: dat)?(?: so)?[ :.]*(\d{1,4})\b[ ,;.()-]*(?:(?:thuoc|cua|tai|o|cung) )?to(?: ban do)?(?: dia chinh)?(?: so)?[ :.]*(\d{1,4})\b/g;
const sheetFirst =
  /\bto(?: ban do)?(?: dia chinh)?(?: so)?[ :.]*(\d{1,4})\b[ ,;.()-]*(?:(?:thuoc|cua|tai|o|co) )?thua(?: dat)?(?: so)?[ :.]*(\d{1,4})\b/g;

/** Every parcel a text names: "thửa 12 tờ 7", "tờ bản đồ số 7, thửa đất số 12", "thua so 12 (TBĐ 7)". */
export function parcelsIn(text: string): readonly Parcel[] {
  const plain = plainText(text);
  const found = new Map<string, Parcel>();
  const keep = (parcel: number, sheet: number) => found.set(`${parcel}/${sheet}`, { parcel, sheet });
  for (const [, parcel, sheet] of plain.matchAll(parcelFirst)) keep(Number(parcel), Number(sheet));
  if (found.size === 0) for (const [, sheet, parcel] of plain.matchAll(sheetFirst)) keep(Number(parcel), Number(sheet));
  return [...found.values()];
}

const symbol = /\b(\d{1,5})(?: *\/ *(?:19|20)\d\d)? *\/ *(?:quyet dinh|qd)\b/g;
const named = /\bquyet dinh(?: [a-z]+){0,6}? so[ :.]*(\d{1,5})\b/g;

/** Numbers of the decisions a text names. Only the number compares: the year is often left out. */
export function decisionsIn(text: string): readonly number[] {
  const plain = plainText(text);
  const numbers = [...plain.matchAll(symbol), ...plain.matchAll(named)].map((each) => Number(each[1]));
  return [...new Set(numbers)];
}

const figuresMax = 40;

/** Areas, sums and counts a text gives: they stay when somebody tells the same in other words. Years are everybody's. */
export function figuresIn(text: string): readonly string[] {
  const figures = plainText(text).match(/\b\d{2,7}\b/g) ?? [];
  return [...new Set(figures.filter((figure) => !/^(19|20)\d\d$/.test(figure)))].slice(0, figuresMax);
}

const titles = new Set(["ong", "ba", "anh", "chi", "co", "chu", "bac"]);

/** A name as its syllables, without what one is called by. */
export function nameWords(name: string): readonly string[] {
  const words = wordsOf(name);
  const from = words.length > 2 && titles.has(words[0] ?? "") ? 1 : 0;
  return words.slice(from, from + 6);
}

const offices =
  /\b(?:uy ban|hoi dong|so|phong|ban|chi cuc|cong ti|cong an|trung tam|van phong|chi nhanh|thanh tra|toa an)\b/;

/** Whoever is complained of or accused: an office, or somebody by name. */
export function respondentIn(text: string): { readonly words: string; readonly person: boolean } | undefined {
  const plain = wordsOf(text).join(" ");
  const office = offices.exec(plain);
  if (office) return { words: plain.slice(office.index), person: false };
  const words = nameWords(plain.split(" ").slice(0, 6).join(" "));
  return words.length < 2 ? undefined : { words: words.join(" "), person: true };
}
