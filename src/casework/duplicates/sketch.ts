import { wordsOfPlain } from "./words.ts";

const bins = 64;
const bandCount = 16;
/** With three, texts of the same stock phrases met far too often: 230 of 20,000 generated petitions for each band. */
const bandRows = 4;
const empty = 0x7fffffff;

/** What every petition says, whatever it is about. */
const said = new Set(
  "cong hoa xa hoi chu nghia viet nam doc lap tu do hanh phuc kinh gui toi ten la xin cam on de nghi xem xet".split(
    " ",
  ),
);

/** Content as the smallest keyed hash of its word pairs in each of 64 parts of the range, and how many pairs there are. */
export interface Sketch {
  readonly pairs: number;
  readonly least: readonly number[];
}

/** Seeds come from the key: without it nobody can try words against a sketch. */
export function sketchOf(plain: string, seeds: readonly [number, number]): Sketch {
  const words = wordsOfPlain(plain).filter((word) => !/^\d+$/.test(word));
  const least = new Array<number>(bins).fill(empty);
  const seen = new Set<number>();
  for (let i = 0; i + 1 < words.length; i++) {
    const [a, b] = [words[i] ?? "", words[i + 1] ?? ""];
    if (said.has(a) && said.has(b)) continue;
    const [place, value] = hash(`${a} ${b}`, seeds);
    seen.add(value);
    const bin = place % bins;
    if (value < (least[bin] ?? empty)) least[bin] = value;
  }
  return { pairs: seen.size, least };
}

/** How much of the shorter text stands in the other: 0 to 1, within about 0.1. */
export function similarity(a: Sketch, b: Sketch): number {
  let equal = 0;
  let filled = 0;
  for (let i = 0; i < bins; i++) {
    const [x, y] = [a.least[i] ?? empty, b.least[i] ?? empty];
    if (x === empty && y === empty) continue;
    filled++;
    if (x === y) equal++;
  }
  // Three equal bins of unequal texts are chance.
  if (equal < 3) return 0;
  const jaccard = equal / filled;
  const shorter = Math.max(1, Math.min(a.pairs, b.pairs));
  return Math.min(1, ((jaccard / (1 + jaccard)) * (a.pairs + b.pairs)) / shorter);
}

/** Keys under which near copies meet: two texts with two thirds of their pairs in common share one of 16 nearly always. */
export function bandsOf({ least, pairs }: Sketch): readonly string[] {
  if (pairs < 8) return [];
  return Array.from({ length: bandCount }, (_, band) => {
    const rows = Array.from({ length: bandRows }, (_, row) => filledFrom(least, band * bandRows + row));
    return `${band}:${rows.join(":")}`;
  });
}

/** An empty part borrows from the next filled one. */
function filledFrom(least: readonly number[], at: number): number {
  for (let step = 0; step < bins; step++) {
    const value = least[(at + step) % bins] ?? empty;
    if (value !== empty) return value;
  }
  return empty;
}

/** Two 31-bit hashes of a word pair. */
function hash(text: string, [s1, s2]: readonly [number, number]): readonly [number, number] {
  let a = 0xdeadbeef ^ s1;
  let b = 0x41c6ce57 ^ s2;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 1, b >>> 1];
}
