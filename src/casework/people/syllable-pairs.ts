import { foldVietnamese } from "./folded-name.ts";

/** Vietnamese words are mostly two syllables: pairs of neighbours, folded, tell more than syllables. */
export function syllablePairs(text: string): ReadonlySet<string> {
  const pairs = text.split(/[.,;:!?()\n"“”]+/u).flatMap((part) => {
    const syllables = foldVietnamese(part)
      .split(/[^\p{L}\d]+/u)
      .filter(Boolean);
    return syllables.slice(1).map((syllable, i) => `${syllables[i]} ${syllable}`);
  });
  return new Set(pairs);
}
