import { wordsOf } from "./words.ts";

export interface PlaceVersion {
  readonly id: string;
  readonly name: string;
  readonly level: "province" | "district" | "commune";
  /** No version of the place holds today. */
  readonly gone: boolean;
}
export interface PlaceSuccession {
  readonly fromId: string;
  readonly toId: string;
}

/** A commune as a text names it. Old and new communes often share a name. */
export interface NamedPlace {
  readonly name: string;
  /** The communes that stand there today: several where an old one was divided, or the name was used twice. */
  readonly today: readonly string[];
  /** Only communes that no longer exist had this name. */
  readonly gone: boolean;
}

export interface PlaceBook {
  /** Communes named in a text after "xã", "phường" or "thị trấn", or as a part of an address between commas. */
  namedIn(text: string): readonly NamedPlace[];
  /** What stands today where this place was. */
  today(placeId: string): readonly string[];
}

const nameWordsMax = 5;

/** Reads the dated tree once; looking a text through takes microseconds. */
export function placeBook(versions: readonly PlaceVersion[], successions: readonly PlaceSuccession[]): PlaceBook {
  const after = new Map<string, string[]>();
  for (const { fromId, toId } of successions) after.set(fromId, [...(after.get(fromId) ?? []), toId]);
  const today = (placeId: string) => lastOf(after, placeId, new Set());
  const named = new Map<string, NamedPlace>();
  for (const { id, name, gone, level } of versions) {
    if (level !== "commune") continue;
    const bare = bareName(wordsOf(name));
    const known = named.get(bare);
    named.set(bare, {
      name: bare,
      today: [...new Set([...(known?.today ?? []), ...today(id)])],
      gone: (known?.gone ?? true) && gone,
    });
  }
  const slips = slipsOf(named);
  const find = (words: readonly string[]): NamedPlace | undefined => {
    const name = words.join(" ");
    return named.get(name) ?? (name.length >= slipLengthMin ? closest(slips, name) : undefined);
  };
  return { today, namedIn: (text) => namedPlaces(find, text) };
}

function lastOf(after: ReadonlyMap<string, readonly string[]>, id: string, passed: Set<string>): readonly string[] {
  const next = (after.get(id) ?? []).filter((each) => !passed.has(each));
  if (next.length === 0) return [id];
  passed.add(id);
  return [...new Set(next.flatMap((each) => lastOf(after, each, passed)))];
}

function bareName(words: readonly string[]): string {
  const [first, second] = words;
  if (first === "xa" || first === "phuong") return words.slice(1).join(" ");
  return first === "thi" && second === "tran" ? words.slice(2).join(" ") : words.join(" ");
}

function namedPlaces(find: (words: readonly string[]) => NamedPlace | undefined, text: string): readonly NamedPlace[] {
  const found = new Map<string, NamedPlace>();
  const keep = (place: NamedPlace | undefined) => place && found.set(place.name, place);
  for (const part of text.split(/[,;\n]/)) {
    const words = wordsOf(part);
    if (words.length <= nameWordsMax) keep(find(words));
    words.forEach((word, i) => {
      const from = word === "xa" || word === "phuong" ? i + 1 : word === "tran" && words[i - 1] === "thi" ? i + 1 : 0;
      if (from > 0) keep(longest(find, words.slice(from, from + nameWordsMax)));
    });
  }
  return [...found.values()];
}

function longest(
  find: (words: readonly string[]) => NamedPlace | undefined,
  words: readonly string[],
): NamedPlace | undefined {
  for (let n = words.length; n > 0; n--) {
    const place = find(words.slice(0, n));
    if (place) return place;
  }
  return undefined;
}

/** Shorter names differ by one letter too often to be told apart from a slip. */
const slipLengthMin = 7;

const without = (name: string): readonly string[] => [
  name,
  ...Array.from(name, (_, i) => name.slice(0, i) + name.slice(i + 1)),
];

/** Names by what is left of them when a letter falls out: two names with one slip between them share such a rest. */
function slipsOf(named: ReadonlyMap<string, NamedPlace>): ReadonlyMap<string, readonly NamedPlace[]> {
  const slips = new Map<string, NamedPlace[]>();
  for (const place of named.values()) {
    if (place.name.length < slipLengthMin) continue;
    for (const rest of without(place.name)) slips.set(rest, [...(slips.get(rest) ?? []), place]);
  }
  return slips;
}

/** The one place whose name differs by a letter; none when there are several. */
function closest(slips: ReadonlyMap<string, readonly NamedPlace[]>, name: string): NamedPlace | undefined {
  const near = new Set(without(name).flatMap((rest) => slips.get(rest) ?? []));
  return near.size === 1 ? [...near][0] : undefined;
}
