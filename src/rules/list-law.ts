import type { CivilDate } from "../time/civil-date.ts";
import { lawRangeError } from "./law-range-error.ts";
import type { Actor, Cited, Confidence, DeadlineRule, DutyRule, LawPack, Text } from "./pack.ts";
import { holdsOn } from "./periods.ts";
import { dutyInWords, limitInWords } from "./rule-in-words.ts";

type Subject = LawPack["subject"];

/** The citation as the answers carry it. */
export function citation({ article, confidence, source, gap }: Cited) {
  return { article, confidence, ...(source ? { source } : {}), ...(gap ? { gap } : {}) };
}

/** The versions in force on a day. Throws `LawRangeError` "before-coverage" when there is none of any subject. */
export function packsOn<Pack extends LawPack>(packs: readonly Pack[], on: CivilDate): readonly Pack[] {
  const found = packs.filter((pack) => holdsOn(pack, on));
  if (found.length > 0) return found;
  throw lawRangeError("before-coverage", {
    vi: `Hệ thống không có quy định nào có hiệu lực vào ngày ${on}.`,
    en: `No law that the system knows is in force on ${on}.`,
  });
}

export interface ListedRule {
  readonly rule: string;
  readonly subject: Subject;
  readonly version: CivilDate;
  readonly name: Text;
  readonly startEvent: Text;
  /** "7 ngày làm việc" */
  readonly limit: Text;
  readonly amount: number;
  readonly unit: DeadlineRule["unit"];
  readonly direction: DeadlineRule["direction"];
  readonly kind: DeadlineRule["kind"];
  readonly actor: Actor;
  readonly extensionsMax: number;
  readonly article: string;
  readonly confidence: Confidence;
  readonly source?: string;
  readonly gap?: string;
}

/** The deadline rules in force on a day. */
export function rulesOn(packs: readonly LawPack[], on: CivilDate): readonly ListedRule[] {
  return packsOn(packs, on).flatMap((pack) => pack.rules.map((rule) => listed(pack, rule)));
}

/** Every deadline rule of every version once, by its newest version; `validTo` is the last day of one that has ended. */
export function everyRule(packs: readonly LawPack[]): readonly (ListedRule & { readonly validTo?: CivilDate })[] {
  const newest = new Map<string, { pack: LawPack; rule: DeadlineRule }>();
  for (const pack of packs.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)))
    for (const rule of pack.rules) newest.set(`${pack.subject} ${rule.id}`, { pack, rule });
  return [...newest.values()].map(({ pack, rule }) => ({
    ...listed(pack, rule),
    ...(pack.validTo ? { validTo: pack.validTo } : {}),
  }));
}

function listed(pack: LawPack, rule: DeadlineRule): ListedRule {
  return {
    rule: rule.id,
    subject: pack.subject,
    version: pack.validFrom,
    name: rule.name,
    startEvent: rule.startEvent,
    limit: limitInWords(rule),
    amount: rule.amount,
    unit: rule.unit,
    direction: rule.direction,
    kind: rule.kind,
    actor: rule.actor,
    extensionsMax: rule.extension?.times ?? 0,
    ...citation(rule),
  };
}

export interface ListedDuty extends Cited, Omit<DutyRule, "id" | keyof Cited> {
  readonly rule: string;
  readonly version: CivilDate;
  readonly often: Text;
}

export function dutiesOn(packs: readonly LawPack[], on: CivilDate): readonly ListedDuty[] {
  return packsOn(packs, on).flatMap((pack) =>
    pack.duties.map(({ id, ...duty }) => ({
      rule: id,
      version: pack.validFrom,
      ...duty,
      often: dutyInWords({ id, ...duty }),
    })),
  );
}

/** What each new version says of the matters before it. */
export function transitionsOf(packs: readonly LawPack[]) {
  return packs.flatMap((pack) =>
    pack.transitions.map(({ id, ...rule }) => ({ rule: id, into: pack.id, version: pack.validFrom, ...rule })),
  );
}
