import { templates } from "../documents/templates.ts";
import { type Calendar, workedUpTo } from "../rules/calendar.ts";
import { checkLaw, type LawCheck } from "../rules/check-law.ts";
import { comparePacks, type PackDifference, versionsToCompare } from "../rules/compare-packs.ts";
import { type CompetenceMatter, competenceOn, kindsOn } from "../rules/competence.ts";
import type { DeadlineReport } from "../rules/deadline-report.ts";
import { describeProcedure, proceduresOn } from "../rules/describe-procedure.ts";
import { isLawRangeError, type LawRangeCode, lawRangeError } from "../rules/law-range-error.ts";
import { citation, dutiesOn, everyRule, rulesOn, transitionsOf } from "../rules/list-law.ts";
import type { LoadedPack } from "../rules/load-pack.ts";
import { notEncodedOf, questionsOf, unverifiedOf } from "../rules/open-questions.ts";
import type { Text } from "../rules/pack.ts";
import type { Language } from "../rules/procedure-diagram.ts";
import { subjectNames } from "../rules/select-version.ts";
import { type CivilDate, civilDate, dayNumber } from "../time/civil-date.ts";
import { answerDeadline, type TypedDeadlineQuestion } from "./law-deadline.ts";

export interface LawOfTheDesk {
  readonly packs: readonly LoadedPack[];
  /** The law's own calendar, or the installation's with what was announced. */
  calendar(): Calendar | Promise<Calendar>;
}

export type LawDesk = ReturnType<typeof openLawDesk>;

/** What anyone may ask of the law: the same answers for the command line, the API and the public pages. */
export function openLawDesk({ packs, calendar }: LawOfTheDesk) {
  let checked: LawCheck | undefined;
  return {
    deadline: async (question: TypedDeadlineQuestion) =>
      answerDeadline({ packs, calendar: await calendar() }, question),
    /** The same for a form: what cannot be answered comes back as a sentence at its field. Provisional where it must be. */
    askDeadline: async (question: TypedDeadlineQuestion): Promise<AskedDeadline> => {
      try {
        return { answer: answerDeadline({ packs, calendar: await calendar() }, { ...question, provisional: true }) };
      } catch (error) {
        if (!isLawRangeError(error)) throw error;
        return { problem: { field: fieldOf[error.code] ?? "start", message: error.text } };
      }
    },
    rules: (on: CivilDate) => rulesOn(packs, on),
    everyRule: () => everyRule(packs),
    kinds: (on: CivilDate, matter?: CompetenceMatter) => kindsOn(packs, on, matter),
    competence: (question: CompetenceQuestion) => competence(packs, question),
    procedures: (on: CivilDate) => proceduresOn(packs, on),
    procedure: (question: { readonly procedure: string; readonly on: CivilDate; readonly language?: Language }) =>
      describeProcedure(packs, question),
    /** The same for pages: nothing instead of a refusal. */
    proceduresOrNone: (on: CivilDate) => orNothing(() => proceduresOn(packs, on)) ?? [],
    procedureIfAny: (question: { readonly procedure: string; readonly on: CivilDate }) =>
      orNothing(() => describeProcedure(packs, question)),
    /** What a procedure of any version is called; undefined when none has it. */
    procedureName: (id: string): Text | undefined =>
      packs.flatMap(({ procedures }) => procedures).findLast((each) => each.id === id)?.name,
    gaps: () => ({
      questions: questionsOf(packs),
      unverified: unverifiedOf(packs),
      notEncoded: notEncodedOf(packs),
    }),
    versions: () =>
      packs.map(({ id, alias, subject, validFrom, validTo, basis }) => ({
        id,
        alias,
        subject,
        validFrom,
        validTo: validTo ?? null,
        basis,
      })),
    subjects: subjectNames,
    /** The packs do not change while the program runs: they are checked once. */
    check: (): LawCheck => {
      checked ??= checkLaw(packs, new Set(templates.map(({ key }) => key)));
      return checked;
    },
    diff: (names: readonly [string, string], subject?: string): readonly PackDifference[] =>
      versionsToCompare(packs, names, subject).map(([earlier, later]) => comparePacks(earlier, later)),
    duties: (on: CivilDate) => dutiesOn(packs, on),
    transitions: () => transitionsOf(packs),
    calendarYear: async (year: number) => calendarYear(await calendar(), year),
    calendarYears: async () =>
      (await calendar()).years.map(({ year, verified, source }) => ({ year, verified, source })),
  };
}

export type AskedDeadline =
  | { readonly answer: DeadlineReport }
  | { readonly problem: { readonly field: "rule" | "start" | "extended"; readonly message: Text } };

const fieldOf: Partial<Record<LawRangeCode, "rule" | "extended">> = {
  "unknown-rule": "rule",
  "no-extension": "extended",
};

export interface CompetenceQuestion {
  readonly matter: CompetenceMatter;
  readonly against: string;
  readonly on: CivilDate;
}

function orNothing<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch (error) {
    if (isLawRangeError(error)) return undefined;
    throw error;
  }
}

function competence(packs: readonly LoadedPack[], question: CompetenceQuestion) {
  const { pack, rule, against } = competenceOn(packs, question);
  const gap = pack.gaps.find((each) => each.id === rule.gap);
  return {
    matter: question.matter,
    against: question.against,
    againstLabel: against,
    asOf: question.on,
    first: rule.first.name.vi,
    firstEn: rule.first.name.en,
    firstAt: rule.first.at,
    /** null: no second instance; the court remains. */
    second: rule.second?.name.vi ?? null,
    secondEn: rule.second?.name.en ?? null,
    secondAt: rule.second?.at ?? null,
    rule: rule.id,
    ...citation(rule),
    ...(gap ? { openQuestion: { question: gap.question, default: gap.default } } : {}),
    ...(rule.note ? { note: rule.note } : {}),
    version: pack.validFrom,
    pack: pack.id,
  };
}

function calendarYear(calendar: Calendar, year: number) {
  const found = calendar.years.find((each) => each.year === year);
  const [first, last] = [calendar.years[0]?.year, calendar.years.at(-1)?.year];
  if (!found)
    throw lawRangeError("outside-calendar", {
      vi: `Lịch làm việc chỉ có từ năm ${first} đến năm ${last}.`,
      en: `The working calendar covers only ${first} to ${last}.`,
    });
  const until = workedUpTo(calendar, dayNumber(civilDate(`${year}-12-31`)));
  const before = year === first ? 0 : workedUpTo(calendar, dayNumber(civilDate(`${year - 1}-12-31`)));
  return { ...found, workingDays: until - before };
}
