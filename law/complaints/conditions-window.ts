import type { ActCommand, MatterFacts } from "../../src/rules/decide.ts";
import type { Conditions, Law } from "../../src/rules/load-pack.ts";
import { type CivilDate, parseCivilDate } from "../../src/time/civil-date.ts";

function dateFact(matter: MatterFacts, fact: string): CivilDate | undefined {
  const value = matter.facts[fact];
  return typeof value === "string" ? parseCivilDate(value) : undefined;
}

/** A yes-or-no that is a fact already, or an answer of the form in which it becomes one. */
function stated(
  matter: MatterFacts,
  command: ActCommand | undefined,
  id: string,
): string | boolean | number | undefined {
  const answer = command?.values[id];
  return typeof answer === "boolean" || typeof answer === "string" ? answer : matter.facts[id];
}

const firstOverdue = (matter: MatterFacts) => matter.facts.firstOverdue === true;

/** Late by what is known; an unknown day is late for nothing. */
function late(matter: MatterFacts, law: Law, rule: string, from: CivilDate | undefined): boolean {
  return from !== undefined && matter.receivedOn > law.deadline(rule, from).dueOn;
}

/** Khoản 1 Điều 33: from the end of the first limit, or from the receipt of the first decision. */
function lateSecond(matter: MatterFacts, law: Law): boolean {
  const from = dateFact(matter, firstOverdue(matter) ? "firstLimitEndedOn" : "firstDecisionReceivedOn");
  return late(matter, law, matter.facts.remote === true ? "KN-33-1-remote" : "KN-33-1", from);
}

/** Điều 48 gives no day for a second complaint when the first was never settled. */
function lateDisciplinary(matter: MatterFacts, law: Law): boolean {
  if (matter.procedure === "complaint-disciplinary")
    return late(matter, law, "KN-48-1", dateFact(matter, "disciplineReceivedOn"));
  if (firstOverdue(matter)) return false;
  const rule = matter.facts.dismissal === true ? "KN-48-3" : "KN-48-2";
  return late(matter, law, rule, dateFact(matter, "firstDecisionReceivedOn"));
}

const excused = (command: ActCommand | undefined) => command === undefined || command.values.lateForGoodReason === true;

export const windowConditions: Conditions = {
  "first-overdue": (matter, command) => stated(matter, command, "firstOverdue") === true,
  "first-decided": (matter, command) => stated(matter, command, "firstOverdue") === false,
  "first-limit-has-passed": (matter) => {
    const ended = dateFact(matter, "firstLimitEndedOn");
    return !firstOverdue(matter) || ended === undefined || matter.receivedOn > ended;
  },

  "outside-second-window": (matter, _, law) => lateSecond(matter, law),
  "within-second-window": (matter, command, law) => excused(command) || !lateSecond(matter, law),
  "outside-disciplinary-window": (matter, _, law) => lateDisciplinary(matter, law),
  "within-disciplinary-window": (matter, command, law) => excused(command) || !lateDisciplinary(matter, law),

  "authorisation-in-form": (matter) => matter.facts.authorisation !== "no-form",
  notarised: (matter, command) => stated(matter, command, "authorisation") === "notarised",
  // VER-6: Điều 21.2 NĐ 155/2026 ends notarisation on 1 January 2027.
  "notarised-before-2027": (matter) => {
    const on = dateFact(matter, "authorisedOn");
    return matter.facts.authorisation !== "notarised" || on === undefined || on < "2027-01-01";
  },
};
