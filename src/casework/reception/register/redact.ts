import { foldVietnamese } from "../../people/index.ts";
import type { NamedPerson } from "./people-cell.ts";

/** Stands where something was taken out of a text. */
export const HIDDEN_IN_TEXT = "[đã giấu]";
/** Stands for a whole value. */
export const HIDDEN_VALUE = "(đã giấu)";

/**
 * Takes a person's traces out of free text: full name (with or without diacritics), the last two words of it, the
 * given name behind "ông", "bà" …, the address and its hamlet, and every number as long as an identity paper or
 * a telephone. Names of communes stay: they tell which authority is meant.
 */
export function redact(text: string, people: readonly NamedPerson[], ids: readonly string[]): string {
  const { folded, source, at } = foldAligned(text);
  const hidden = new Array<boolean>(folded.length).fill(false);
  for (const pattern of patterns(people, ids)) {
    for (const match of folded.matchAll(pattern)) hidden.fill(true, match.index, match.index + match[0].length);
  }
  let out = "";
  let last = 0;
  for (let index = 0; index < folded.length; index += 1) {
    if (!hidden[index]) continue;
    const start = index;
    while (index + 1 < folded.length && hidden[index + 1]) index += 1;
    out += source.slice(last, at[start]) + HIDDEN_IN_TEXT;
    last = at[index + 1] ?? source.length;
  }
  return out + source.slice(last);
}

function patterns(people: readonly NamedPerson[], ids: readonly string[]): RegExp[] {
  const words = new Set<string>();
  for (const { name, address } of people) {
    const parts = foldVietnamese(name)
      .split(/[^a-z]+/)
      .filter((part) => part !== "");
    if (parts.length >= 2) words.add(parts.join(" ")).add(parts.slice(-2).join(" "));
    const given = parts.at(-1);
    if (given !== undefined)
      for (const title of ["ong", "ba", "anh", "chi", "co", "chu", "bac", "cu", "ten la", "ten"])
        words.add(`${title} ${given}`);
    if (parts.length === 1 && given !== undefined) words.add(given);
    const place = foldVietnamese(address);
    words.add(place.replace(/[^a-z0-9]+/g, " ").trim());
    for (const piece of place.split(",")) {
      if (/^\s*(so( nha)?|ngo|ngach|hem|thon|xom|ap|ban|lang|to|khu|khom|tdp)\b/.test(piece))
        words.add(piece.replace(/[^a-z0-9]+/g, " ").trim());
    }
  }
  for (const id of ids) if (id.length >= 5) words.add(foldVietnamese(id));
  const named = [...words].filter((word) => word.length >= 2).sort((a, b) => b.length - a.length);
  const asPattern = (word: string) =>
    new RegExp(`(?<![a-z0-9])${word.split(/[^a-z0-9]+/).join("[^a-z0-9]+")}(?![a-z0-9])`, "g");
  // Decision numbers have a slash or few digits; nine and more digits in a row are a person's.
  return [...named.map(asPattern), /(?<![a-z0-9/])\d(?:[ .-]?\d){8,13}(?![a-z0-9/])/g];
}

/** Folds letter by letter and remembers where each folded letter came from. */
function foldAligned(text: string): { folded: string; source: string; at: readonly number[] } {
  const source = text.normalize("NFC");
  let folded = "";
  const at: number[] = [];
  let position = 0;
  for (const char of source) {
    const plain = /\s/.test(char) ? " " : foldVietnamese(char);
    for (const letter of plain) {
      folded += letter;
      for (let unit = 0; unit < letter.length; unit += 1) at.push(position);
    }
    position += char.length;
  }
  return { folded, source, at };
}
