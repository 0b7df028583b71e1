import type { CivilDate } from "../time/civil-date.ts";
import { lawRangeError } from "./law-range-error.ts";
import type { ActRule, CompetenceRule, LawPack, ProcedureRule, Text } from "./pack.ts";
import { holdsOn } from "./periods.ts";
import { allowanceInWords, dutyInWords, limitInWords } from "./rule-in-words.ts";

/** One thing that a later version has and the earlier has not, the other way round, or has otherwise. */
export interface Change {
  readonly change: "added" | "removed" | "changed";
  readonly id: string;
  /** Of acts, states and documents. */
  readonly procedure?: string;
  readonly name: Text;
  /** What it was worth before and after, where it has a value that can be said. */
  readonly before: Text | null;
  readonly after: Text | null;
  readonly articleBefore: string | null;
  readonly article: string | null;
  /** The properties that differ, by their names in the pack. */
  readonly parts: readonly string[];
}

type Side = Pick<LawPack, "id" | "alias" | "validFrom">;

export interface PackDifference {
  readonly subject: LawPack["subject"];
  readonly from: Side;
  readonly to: Side;
  readonly rules: readonly Change[];
  readonly procedures: readonly Change[];
  readonly states: readonly Change[];
  readonly acts: readonly Change[];
  readonly documents: readonly Change[];
  readonly competence: readonly Change[];
  readonly duties: readonly Change[];
  readonly allowances: readonly Change[];
  readonly reportWindows: readonly Change[];
}

/** What the later of two versions of a subject changes. Pure; both are plain data. */
export function comparePacks(earlier: LawPack, later: LawPack): PackDifference {
  const side = ({ id, alias, validFrom }: LawPack): Side => ({ id, alias, validFrom });
  return {
    subject: later.subject,
    from: side(earlier),
    to: side(later),
    rules: changes(earlier.rules, later.rules, { key: idOf, name: nameOf, value: limitInWords }),
    procedures: changes(earlier.procedures, later.procedures, { key: idOf, name: nameOf }, [
      "name",
      "opens",
      "opening",
    ]),
    states: inProcedures(earlier, later, ({ states }) => states, { key: idOf, name: nameOf }),
    acts: inProcedures(earlier, later, ({ acts }) => acts, { key: idOf, name: nameOf, value: way }),
    documents: inProcedures(earlier, later, ({ documents }) => documents, {
      key: ({ key }) => key,
      name: nameOf,
      value: ({ form }) => (form === null ? null : { vi: `Mẫu số ${form}`, en: `Form ${form}` }),
    }),
    competence: changes(earlier.competence, later.competence, {
      key: idOf,
      name: ({ first }) => first.name,
      value: holders,
    }),
    duties: changes(earlier.duties, later.duties, {
      key: idOf,
      name: ({ positionName }) => positionName,
      value: dutyInWords,
    }),
    allowances: changes(earlier.allowances, later.allowances, { key: idOf, name: nameOf, value: allowanceInWords }),
    reportWindows: changes(earlier.reportWindows, later.reportWindows, { key: idOf, name: nameOf }),
  };
}

/** Whether nothing but the dates differs. */
export function isSame(difference: PackDifference): boolean {
  return Object.values(difference).every((part) => !Array.isArray(part) || part.length === 0);
}

const idOf = ({ id }: { readonly id: string }): string => id;
const nameOf = ({ name }: { readonly name: Text }): Text => name;

const way = ({ from, to }: ActRule): Text => {
  const words = `${from.join(", ")} → ${to}`;
  return { vi: words, en: words };
};

const holders = ({ first, second }: CompetenceRule): Text => ({
  vi: second ? `${first.name.vi}; lần hai: ${second.name.vi}` : first.name.vi,
  en: second ? `${first.name.en}; second: ${second.name.en}` : first.name.en,
});

interface Reading<Item> {
  key(item: Item): string;
  name(item: Item): Text;
  value?(item: Item): Text | null;
}

function inProcedures<Item extends object>(
  earlier: LawPack,
  later: LawPack,
  pick: (procedure: ProcedureRule) => readonly Item[],
  reading: Reading<NoInfer<Item>>,
): readonly Change[] {
  const ids = new Set([...earlier.procedures, ...later.procedures].map(idOf));
  const of = (pack: LawPack, id: string) => pack.procedures.filter((each) => each.id === id).flatMap(pick);
  return [...ids].flatMap((id) =>
    changes(of(earlier, id), of(later, id), reading).map((change) => ({ ...change, procedure: id })),
  );
}

/** Compares by key; `only` names the properties to look at, all when absent. */
function changes<Item extends object>(
  earlier: readonly Item[],
  later: readonly Item[],
  reading: Reading<NoInfer<Item>>,
  only?: readonly string[],
): readonly Change[] {
  const before = new Map(earlier.map((item) => [reading.key(item), item]));
  const after = new Map(later.map((item) => [reading.key(item), item]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): readonly Change[] => {
    const [old, now] = [before.get(key), after.get(key)];
    const item = now ?? old;
    if (!item) return [];
    const parts = old && now ? differingParts(old, now, only) : [];
    if (old && now && parts.length === 0) return [];
    return [
      {
        change: !old ? "added" : !now ? "removed" : "changed",
        id: key,
        name: reading.name(item),
        before: old ? (reading.value?.(old) ?? null) : null,
        after: now ? (reading.value?.(now) ?? null) : null,
        articleBefore: articleOf(old),
        article: articleOf(now),
        parts,
      },
    ];
  });
}

function articleOf(item: object | undefined): string | null {
  if (item === undefined) return null;
  if ("article" in item && typeof item.article === "string") return item.article;
  if ("opens" in item && typeof item.opens === "object" && item.opens !== null) return articleOf(item.opens);
  return null;
}

function differingParts(old: object, now: object, only?: readonly string[]): readonly string[] {
  const [before, after] = [new Map(Object.entries(old)), new Map(Object.entries(now))];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.filter(
    (name) => (only?.includes(name) ?? true) && ordered(before.get(name)) !== ordered(after.get(name)),
  );
}

/** Equal text for equal plain data, in whatever order its properties were written. */
function ordered(value: unknown): string {
  return (
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === "object" && each !== null && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : each,
    ) ?? ""
  );
}

/**
 * The two versions to compare for each subject: a version is named by its pack, by its alias ("V1") or by a day. An alias
 * that a subject has no folder for means the version in force on the first day of that alias elsewhere.
 * Throws `LawRangeError` "unknown-version".
 */
export function versionsToCompare<Pack extends LawPack>(
  packs: readonly Pack[],
  names: readonly [string, string],
  subject?: string,
): readonly (readonly [Pack, Pack])[] {
  const [earlier, later] = names.map((name) => versionsNamed(packs, name));
  const subjects = new Set(packs.map((pack) => pack.subject));
  const pairs = [...subjects].flatMap((each): readonly (readonly [Pack, Pack])[] => {
    const [a, b] = [earlier?.get(each), later?.get(each)];
    return a && b && (subject === undefined || subject === each) ? [[a, b]] : [];
  });
  if (pairs.length > 0) return pairs;
  throw lawRangeError("unknown-version", {
    vi: `Không có cùng một lĩnh vực nào${subject ? ` “${subject}”` : ""} ở cả hai phiên bản ${names[0]} và ${names[1]}. Các lĩnh vực: ${[...subjects].join(", ")}.`,
    en: `No subject${subject ? ` “${subject}”` : ""} is found in both ${names[0]} and ${names[1]}. The subjects: ${[...subjects].join(", ")}.`,
  });
}

function versionsNamed<Pack extends LawPack>(packs: readonly Pack[], name: string): ReadonlyMap<string, Pack> {
  const sorted = packs.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const on = (day: string) =>
    sorted.filter((pack) => holdsOn(pack, day as CivilDate)).map((pack) => [pack.subject, pack] as const);
  const byId = sorted.filter((pack) => pack.id === name);
  if (byId.length > 0) return new Map(byId.map((pack) => [pack.subject, pack]));
  if (/^\d{4}-\d{2}-\d{2}$/.test(name) && on(name).length > 0) return new Map(on(name));
  const byAlias = sorted.filter((pack) => pack.alias.toLowerCase() === name.toLowerCase());
  const start = byAlias.at(-1)?.validFrom;
  if (start !== undefined) return new Map([...on(start), ...byAlias.map((pack) => [pack.subject, pack] as const)]);
  throw lawRangeError("unknown-version", {
    vi: `Không có phiên bản ${name}. Các phiên bản: ${known(sorted)}.`,
    en: `There is no version ${name}. The versions: ${known(sorted)}.`,
  });
}

const known = (packs: readonly LawPack[]): string =>
  [...new Set(packs.map(({ alias }) => alias)), ...packs.map(({ id }) => id)].join(", ");
