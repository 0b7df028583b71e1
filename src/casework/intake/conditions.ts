import type { Calendar } from "../../rules/calendar.ts";
import { type MatterFacts, possibleActs } from "../../rules/decide.ts";
import type { LoadedPack } from "../../rules/load-pack.ts";
import type { DocumentRule, Text } from "../../rules/pack.ts";
import { selectVersion } from "../../rules/select-version.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Setting } from "../setting.ts";

/** What a letter must show to be processed, as the questions of the first check have it; the others are known to the post book. */
export const conditionFacts = [
  "vietnamese",
  "dated",
  "nameAndAddress",
  "signed",
  "contentStated",
  "legible",
  "firstTime",
] as const;
export type ConditionFact = (typeof conditionFacts)[number];

/** What speaks against taking it up although every condition is met. */
export const obstacleFacts = ["sentToCompetentToo", "guidedBefore"] as const;
export type ObstacleFact = (typeof obstacleFacts)[number];

export interface Question {
  readonly fact: ConditionFact | ObstacleFact;
  readonly label: Text;
  readonly help: Text | null;
}

export interface WayOn {
  readonly act: string;
  readonly name: Text;
  readonly article: string;
  readonly letters: readonly { readonly form: string | null; readonly name: Text }[];
}

export interface Checklist {
  readonly article: string;
  readonly lawPack: string;
  readonly conditions: readonly Question[];
  readonly obstacles: readonly Question[];
}

const actors = ["petition-officer", "head"] as const;
const procedureId = "petition-processing";

/** The questions of the day on which a letter was received; null before the covered law. */
export function intakeChecklist(setting: Pick<Setting, "law">, receivedOn: CivilDate): Checklist | null {
  const found = processingOn(setting, receivedOn);
  const check = found?.procedure.acts.find((act) => act.id === "check");
  if (!found || !check) return null;
  const ask = (fact: ConditionFact | ObstacleFact): Question[] => {
    const field = check.fields.find((each) => each.id === fact);
    return field ? [{ fact, label: field.label, help: field.help ?? null }] : [];
  };
  return {
    article: check.article,
    lawPack: found.pack.id,
    conditions: conditionFacts.flatMap(ask),
    obstacles: obstacleFacts.flatMap(ask),
  };
}

/** Where the law has an act of petition processing on that day; "" before the covered law. */
export function articleOf(setting: Pick<Setting, "law">, receivedOn: CivilDate, actId: string): string {
  return processingOn(setting, receivedOn)?.procedure.acts.find((act) => act.id === actId)?.article ?? "";
}

export interface Found {
  readonly receivedOn: CivilDate;
  readonly kinds: readonly string[];
  /** Conditions that are not met and obstacles that stand. */
  readonly unmet: readonly string[];
  readonly forwarded: boolean;
  readonly originals: boolean;
}

/** What the law lets the office do with a letter so found, each with its letters; the officer decides on competence later. */
export function waysOn(setting: Pick<Setting, "law" | "today">, calendar: Calendar, found: Found): readonly WayOn[] {
  const processing = processingOn(setting, found.receivedOn);
  if (!processing || found.kinds.length === 0) return [];
  const { pack, procedure } = processing;
  const ways = [true, false].flatMap((withinCompetence) =>
    possibleActs(pack, matterOf(found, withinCompetence), actors, calendar, setting.today()).flatMap(
      ({ act, refusal }) => (refusal || !leads.has(act.id) ? [] : [act]),
    ),
  );
  return [...new Map(ways.map((act) => [act.id, act])).values()].map((act) => ({
    act: act.id,
    name: act.name,
    article: act.article,
    letters: act.documents.flatMap((key) => letterOf(procedure.documents, key)),
  }));
}

/** Acts that answer whoever sent the letter, or say why nothing is done with it. */
const leads = new Set([
  "ask-to-complete",
  "notify-ineligible",
  "file",
  "guide",
  "guide-to-split",
  "return-to-forwarder",
  "return-originals",
  "propose",
  "transfer-denunciation",
  "transfer-recommendation",
  "to-inspection",
]);

function letterOf(documents: readonly DocumentRule[], key: string) {
  const found = documents.find((each) => each.key === key);
  return found ? [{ form: found.form, name: found.name }] : [];
}

function matterOf({ receivedOn, kinds, unmet, forwarded, originals }: Found, withinCompetence: boolean): MatterFacts {
  const facts: Record<string, string | boolean> = {
    class: kinds.length > 1 ? "mixed" : (kinds[0] ?? ""),
    withinCompetence,
    forwarded,
    originals,
    inPerson: false,
    transferredBefore: false,
  };
  for (const fact of conditionFacts) facts[fact] = !unmet.includes(fact);
  for (const fact of obstacleFacts) facts[fact] = unmet.includes(fact);
  return {
    procedure: procedureId,
    state: "CHECKED",
    openedOn: receivedOn,
    receivedOn,
    facts,
    clocks: [],
    pauses: [],
    history: [],
  };
}

function processingOn(setting: Pick<Setting, "law">, on: CivilDate): { pack: LoadedPack; procedure: Procedure } | null {
  try {
    const pack = selectVersion(setting.law.packs, "petitions", on);
    const procedure = pack.procedures.find((each) => each.id === procedureId);
    return procedure ? { pack, procedure } : null;
  } catch (error) {
    if (error instanceof Error && error.name === "LawRangeError") return null;
    throw error;
  }
}

type Procedure = LoadedPack["procedures"][number];
