import type { ActCommand } from "../../src/rules/decide.ts";
import type { Condition, Conditions } from "../../src/rules/load-pack.ts";
import { type CivilDate, parseCivilDate } from "../../src/time/civil-date.ts";

/** A date answer of the form; undefined while it is not given. */
export function dateAnswer(command: ActCommand | undefined, field: string): CivilDate | undefined {
  const value = command?.values[field];
  return typeof value === "string" ? parseCivilDate(value) : undefined;
}

/** The officer has answered "yes"; holds while the act is only being considered. */
export const yes =
  (field: string): Condition =>
  (_, command) =>
    command === undefined || command.values[field] === true;

/** The officer has answered "no"; holds while the act is only being considered. */
export const no =
  (field: string): Condition =>
  (_, command) =>
    command === undefined || command.values[field] === false;

/** An answer that shows a further field: not while nothing is answered. */
export const answered =
  (field: string, ...values: readonly (string | boolean)[]): Condition =>
  (_, command) =>
    values.some((value) => command?.values[field] === value);

export const fact =
  (name: string, value: string | boolean = true): Condition =>
  (matter) =>
    matter.facts[name] === value;

export const unlessFact =
  (name: string, value: string | boolean = true): Condition =>
  (matter) =>
    matter.facts[name] !== value;

/** A clock of that name still waits for its act. */
export const running =
  (clock: string): Condition =>
  (matter) =>
    matter.clocks.some((each) => each.clock === clock && each.status === "running");

const threeConditions = ["clearSubject", "concreteEvidence", "verifiable"];
const allThree: Condition = (_, command) => threeConditions.every((field) => command?.values[field] === true);

export const intakeConditions: Conditions = {
  forwarded: fact("forwarded"),
  "outside-competence": fact("withinCompetence", false),
  "check-extended": fact("checkExtended"),
  "check-not-extended": unlessFact("checkExtended"),
  "check-is-delegated": answered("why", "delegated"),
  "denouncer-identified": fact("identified"),

  // Điều 25.2: all three together, and only together, lead to an inspection.
  "evidence-for-inspection": (matter, command, law) => command === undefined || allThree(matter, command, law),
  "no-evidence-for-inspection": (matter, command, law) => command === undefined || !allThree(matter, command, law),
  "inspected-elsewhere": answered("by", "other"),
  "stated-outside-competence": yes("outsideCompetence"),
  "about-party-rules": yes("partyMember"),
  // Thông tư 05/2021/TT-TTCP is in force from 15 November 2021.
  "not-transferred-before": (matter, command, law) =>
    law.on < "2021-11-15" || (matter.facts.transferredBefore !== true && no("transferredBefore")(matter, command, law)),
  "circular-05-in-force": (_, __, law) => law.on >= "2021-11-15",

  "made-as-law-asks": yes("madeAsLawAsks"),
  "denouncer-has-capacity": yes("capacity"),
  "within-competence": yes("competent"),
  "basis-to-identify": yes("basis"),
  "grew-out-of-complaint": answered("fromComplaint", true),
  "breach-shown-after-complaint": (_, command) =>
    command?.values.fromComplaint !== true || command.values.breachShown === true,

  "within-own-field": unlessFact("withinCompetence", false),
  "state-management": fact("violation", "state-management"),
  "clear-content": yes("clearContent"),
  "concrete-evidence": yes("concreteEvidence"),
  "can-be-handled-at-once": yes("immediate"),

  "acceptance-notice-due": running("notice-denouncer"),
  "accused-notice-due": running("notice-accused"),
  "refusal-notice-due": running("refusal-notice"),
  // Also where want of competence was found only after the matter was opened, and no clock was started.
  "transfer-notice-due": (matter, command, law) =>
    running("transfer-notice")(matter, command, law) || matter.facts.transferNotifiedOn === undefined,
};
