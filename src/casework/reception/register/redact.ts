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
  if (text === "") return text;
  const { folded, source, at } = foldAligned(text);
  const hidden = new Array<boolean>(folded.length).fill(false);
  for (const { start, end } of [...phrasesIn(folded, tracesOf(people, ids)), ...longNumbersIn(folded)])
    hidden.fill(true, start, end);
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

const TITLES = ["ong", "ba", "anh", "chi", "co", "chu", "bac", "cu", "ten", "ten la"];
const HAMLET = /^\s*(so( nha)?|ngo|ngach|hem|thon|xom|ap|ban|lang|to|khu|khom|tdp)\b/;
const PHRASE_WORDS_MAX = 12;

/** The word sequences to look for, folded. */
function tracesOf(people: readonly NamedPerson[], ids: readonly string[]): readonly (readonly string[])[] {
  const phrases: string[][] = [];
  for (const { name, address } of people) {
    const parts = wordsOf(foldVietnamese(name));
    const given = parts.at(-1);
    if (given === undefined) continue;
    phrases.push(parts, parts.slice(-2), ...TITLES.map((title) => [...title.split(" "), given]));
    const place = foldVietnamese(address);
    phrases.push(
      wordsOf(place),
      ...place
        .split(",")
        .filter((piece) => HAMLET.test(piece))
        .map(wordsOf),
    );
  }
  for (const id of ids) if (id.length >= 5) phrases.push(wordsOf(foldVietnamese(id)));
  const distinct = new Map(phrases.flatMap(inPieces).map((phrase) => [phrase.join(" "), phrase]));
  return [...distinct.values()].filter((phrase) => phrase.join("").length >= 2);
}

/** An address longer than any sentence is looked for piece by piece. */
function inPieces(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length <= PHRASE_WORDS_MAX) return [words];
  return Array.from({ length: Math.ceil(words.length / PHRASE_WORDS_MAX) }, (_, piece) =>
    words.slice(piece * PHRASE_WORDS_MAX, (piece + 1) * PHRASE_WORDS_MAX),
  );
}

const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

interface Span {
  readonly start: number;
  readonly end: number;
}

function phrasesIn(folded: string, phrases: readonly (readonly string[])[]): readonly Span[] {
  const words = [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const byFirst = Map.groupBy(phrases, (phrase) => phrase[0] ?? "");
  return words.flatMap((first, index) =>
    (byFirst.get(first.word) ?? [])
      .filter((phrase) => phrase.every((word, offset) => words[index + offset]?.word === word))
      .map((phrase) => ({ start: first.start, end: words[index + phrase.length - 1]?.end ?? first.end })),
  );
}

/** Decision numbers have a slash or few digits; nine and more digits in a row are a person's. */
const longNumbersIn = (folded: string): readonly Span[] =>
  [...folded.matchAll(/(?<![a-z0-9/])\d(?:[ .-]?\d){8,13}(?![a-z0-9/])/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Folds letter by letter and remembers where each folded letter came from. */
function foldAligned(text: string): { folded: string; source: string; at: readonly number[] } {
  const source = text.normalize("NFC");
  let folded = "";
  const at: number[] = [];
  let position = 0;
  for (const char of source) {
    const plain = /\s/.test(char) ? " " : char < "\u0080" ? char.toLowerCase() : foldVietnamese(char);
    for (const letter of plain) {
      folded += letter;
      for (let unit = 0; unit < letter.length; unit += 1) at.push(position);
    }
    position += char.length;
  }
  return { folded, source, at };
}
