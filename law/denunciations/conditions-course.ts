import type { MatterFacts } from "../../src/rules/decide.ts";
import type { Conditions } from "../../src/rules/load-pack.ts";
import { answered, dateAnswer, fact, no, running, unlessFact, yes } from "./conditions-intake.ts";

/** How many times the settlement limit of the matter was extended. */
function extensions(matter: MatterFacts): number {
  return matter.clocks.findLast((each) => each.clock === "settlement")?.extensions?.length ?? 0;
}

const mustStillSettle = ["violationSigns", "forced", "slander"];

export const courseConditions: Conditions = {
  "team-of-two": (_, command) => {
    const members = command?.values.members;
    return !Array.isArray(members) || new Set(members).size >= 2;
  },
  "leader-in-team": (_, command) => {
    const members = command?.values.members;
    return !Array.isArray(members) || members.includes(command?.values.leader);
  },
  "no-relative-of-the-accused": yes("noRelative"),
  "denouncer-stripped": yes("stripped"),
  "accused-heard": fact("accusedHeard"),
  "verified-by-team": fact("verifiedBy", "team"),
  "verified-by-agency": fact("verifiedBy", "agency"),
  "reported-or-verified-personally": (matter) => matter.state === "REPORTED" || matter.facts.verifiedBy === "resolver",
  "expert-awaited": fact("expertAwaited"),
  "expert-not-awaited": unlessFact("expertAwaited"),
  "not-signed": answered("signed", false),

  "not-extended": (matter) => extensions(matter) === 0,
  "extended-once": (matter) => extensions(matter) === 1,
  "before-limit-ends": (_, __, law) => {
    const settlement = law.clock("settlement");
    return settlement === undefined || law.on <= settlement.dueOn;
  },
  "extension-within-thirty-days": (_, command) => {
    const days = Number(command?.values.days ?? 30);
    return days >= 1 && days <= 30;
  },
  "complexity-shown": (_, command) => {
    const criteria = command?.values.criteria;
    return command?.values.complexity !== "special" || !Array.isArray(criteria) || criteria.length >= 2;
  },
  "specially-complex": (_, command) => {
    const criteria = command?.values.criteria;
    if (command === undefined) return true;
    return Array.isArray(criteria) ? criteria.length >= 2 : command.values.speciallyComplex === true;
  },

  "suspension-to-send": running("suspension-sending"),
  "withdrawn-by-record": answered("way", "record"),
  "withdrawal-signed": yes("signed"),
  "withdrawal-between-receipt-and-entry": (matter, command, law) => {
    const on = dateAnswer(command, "withdrawnOn");
    return on === undefined || (on >= matter.receivedOn && on <= law.on);
  },
  // Điều 33.3: one of the three is enough to go on.
  "nothing-requires-settling": (_, command) =>
    command === undefined || mustStillSettle.every((field) => command.values[field] === false),
  "something-requires-settling": (_, command) =>
    command === undefined || mustStillSettle.some((field) => command.values[field] === true),

  "superior-report-due": running("superior-report"),
  "demand-between-receipt-and-entry": (matter, command, law) => {
    const on = dateAnswer(command, "demandedOn");
    return on === undefined || (on >= matter.receivedOn && on <= law.on);
  },
  "both-told": (_, command) =>
    command === undefined || (command.values.denouncerTold === true && command.values.accusedTold === true),
  "third-parties-not-named": no("namesDenouncer"),
};
