import type { PaperInput, PaperParty } from "./paper.ts";

const hiddenInText = "[đã giấu]";
const titles = ["ong", "ba", "anh", "chi", "co", "chu", "bac", "cu"];
const hamlet = /^(?:so|ngo|ngach|hem|thon|xom|ap|ban|lang|to|khu|khom|tdp)\b/u;

// One folded letter for each letter of the text, so that a place in the one is the same place in the other.
const fold = (char: string): string => {
  const plain = char.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replace("đ", "d");
  return Array.from(plain)[0] ?? char;
};

const folded = (text: string): string[] => Array.from(text.normalize("NFC"), fold);
const wordsOf = (text: string | undefined): string[] =>
  (text ? folded(text).join("") : "").match(/[\p{L}\p{N}]+/gu) ?? [];

/** Name, its last two words, the given name behind a title, the hamlet or the whole address, the numbers. */
const tracesOf = (party: PaperParty): string[][] => {
  const name = wordsOf(party.name);
  const given = name.at(-1);
  const pieces = (party.address ?? "").split(",").filter((piece) => hamlet.test(folded(piece.trim()).join("")));
  return [
    name,
    ...(name.length > 2 ? [name.slice(-2)] : []),
    ...(given ? titles.map((title) => [title, given]) : []),
    ...(pieces.length > 0 ? [wordsOf(party.address)] : []),
    ...pieces.map(wordsOf),
    wordsOf(party.idNumber),
    wordsOf(party.phone),
  ].filter((words) => words.length > 0);
};

const hiding = (people: readonly PaperParty[]): ((text: string) => string) => {
  const traces = people.flatMap(tracesOf).toSorted((a, b) => b.join(" ").length - a.join(" ").length);
  if (traces.length === 0) return (text) => text;
  const pattern = new RegExp(
    traces.map((words) => `(?<![\\p{L}\\p{N}])${words.join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])`).join("|"),
    "gu",
  );
  return (text) => {
    const chars = Array.from(text.normalize("NFC"));
    const plain = chars.map(fold);
    // Offsets of a match count code units; the letters are counted one by one.
    const start = new Map<number, number>();
    let units = 0;
    for (const [index, char] of plain.entries()) {
      start.set(units, index);
      units += char.length;
    }
    start.set(units, plain.length);
    let out = "";
    let last = 0;
    for (const match of plain.join("").matchAll(pattern)) {
      out += chars.slice(last, start.get(match.index)).join("") + hiddenInText;
      last = start.get(match.index + match[0].length) ?? last;
    }
    return out + chars.slice(last).join("");
  };
};

const hideAll = (values: Readonly<Record<string, string>>, hide: (text: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, hide(value)]));

/**
 * The same input without who sent the petition: no parties, no visit, and what names them taken out of every text.
 * For papers on which a denouncer must not stand (Điều 56 Luật Tố cáo).
 */
export const withoutSender = (input: PaperInput): PaperInput => {
  const matter = input.matter;
  const hide = hiding([
    ...(matter?.petitioners ?? []),
    ...(matter?.representatives ?? []),
    ...(input.visit ? [input.visit.giver] : []),
  ]);
  const hideMaybe = (text: string | undefined): string | undefined => (text === undefined ? undefined : hide(text));
  return {
    ...input,
    visit: undefined,
    matter: matter && {
      ...matter,
      petitioners: [],
      representatives: [],
      peopleCount: 0,
      content: hide(matter.content),
      respondent: hideMaybe(matter.respondent),
      contestedAct: hideMaybe(matter.contestedAct),
      request: hideMaybe(matter.request),
    },
    fields: hideAll(input.fields, hide),
    recipients: input.recipients.map(hide),
  };
};
