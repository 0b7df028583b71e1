import type { ActCommand } from "../../src/rules/decide.ts";
import type { Conditions } from "../../src/rules/load-pack.ts";
import { type CivilDate, parseCivilDate } from "../../src/time/civil-date.ts";

/** A date answer of the form; undefined while it is not given. */
export function dateAnswer(command: ActCommand | undefined, field: string): CivilDate | undefined {
  const value = command?.values[field];
  return typeof value === "string" ? parseCivilDate(value) : undefined;
}

export const courseConditions: Conditions = {
  "signature-refused": (_, command) => command?.values.signatureRefused === true,

  "request-differs": (matter) => matter.facts.requestDiffers === true,
  "dialogue-after-notice": (_, command, law) => {
    const on = dateAnswer(command, "dialogueOn");
    return on === undefined || on > law.on;
  },
  "dialogue-notice-in-time": (_, command, law) => {
    const on = dateAnswer(command, "dialogueOn");
    return on === undefined || law.on <= law.deadline("KN-30-1", on).dueOn;
  },
  "dialogue-notice-in-time-under-new-rules": (_, command, law) => {
    const on = dateAnswer(command, "dialogueOn");
    return on === undefined || law.on < "2026-07-01" || law.on <= law.deadline("KN-30-1", on).dueOn;
  },
  "dialogue-day-reached": (matter, _, law) => {
    const on = matter.facts.dialogueOn;
    return typeof on !== "string" || law.on >= on;
  },
  attended: (_, command) => command?.values.attendance === "attended",
  absent: (_, command) => command !== undefined && command.values.attendance !== "attended",
  "absent-with-reason": (_, command) => command?.values.attendance === "absent-with-reason",
  "no-good-reason-for-absence": (_, command) => command?.values.attendance !== "absent-with-reason",

  "chaired-by-resolver": (_, command) => command === undefined || command.values.chaired === true,
  // Điều 28 NĐ 124: a delegate may chair for a Minister or province chair, unless the case asks for them in person.
  "chaired-as-law-says": (matter, command) => {
    if (command === undefined || command.values.chair === "resolver") return true;
    const reasons = command.values.inPerson;
    const asksForThem = Number(matter.facts.peopleCount ?? 1) > 1 || (Array.isArray(reasons) && reasons.length > 0);
    return matter.facts.resolver === "minister-or-province-chair" && !asksForThem;
  },
  "respondent-heard": (matter) => matter.facts.respondentHeard === true,
  "issuer-report-asked": (matter) => matter.facts.issuerReportAsked === true,
  "advice-asked": (matter) => matter.facts.adviceAsked === true,

  "execution-suspended": (matter) => matter.facts.executionSuspended === true,
  "execution-not-suspended": (matter) => matter.facts.executionSuspended !== true,
  "within-remaining-limit": (_, command, law) => {
    const until = dateAnswer(command, "until");
    const settlement = law.clock("settlement");
    return until === undefined || settlement === undefined || (until >= law.on && until <= settlement.dueOn);
  },

  "suspension-to-send": (matter) =>
    matter.clocks.some((clock) => clock.clock === "suspension-sending" && clock.status === "running"),
  "ground-is-obstacle": (_, command) => command?.values.ground === "a",
  "ground-is-withdrawal": (_, command) => command?.values.ground === "a",
  "withdrawal-signed": (_, command) => command === undefined || command.values.signed !== false,
  "withdrawal-signed-if-withdrawn": (_, command) => command?.values.ground !== "a" || command.values.signed === true,
  "withdrawal-not-before-receipt": (matter, command, law) => {
    const on = dateAnswer(command, "withdrawnOn");
    return on === undefined || (on >= matter.receivedOn && on <= law.on);
  },
  // VER-2: Điều 22.1 NĐ 155/2026 opens these acts to older matters from 1 July 2026.
  "new-rules-apply": (_, __, law) => law.on >= "2026-07-01",

  "revoked-by-entry": (_, command, law) => {
    const on = dateAnswer(command, "revokedOn");
    return on === undefined || on <= law.on;
  },
  "by-letter-before-new-rules": (_, command, law) => law.on >= "2026-07-01" || command?.values.way !== "record",

  "corrects-received": (_, command) => command?.values.what === "received-on",
  "corrects-accepted": (_, command) => command?.values.what === "accepted-on",
  "corrects-decision": (_, command) => command?.values.what === "decision-on",
  "corrects-receipt": (_, command) => command?.values.what === "receipt-on",
  "corrects-date": (_, command) =>
    ["received-on", "accepted-on", "decision-on", "receipt-on"].includes(String(command?.values.what)),
  "corrects-remote": (_, command) => command?.values.what === "remote",
  "corrects-people": (_, command) => command?.values.what === "people",
  "corrects-first-settlement": (_, command) => command?.values.what === "first-settlement",
  "corrects-discipline": (_, command) => command?.values.what === "discipline",
  "corrects-authorisation": (_, command) => command?.values.what === "authorisation",
  "corrects-words": (_, command) => ["name", "address", "class", "other"].includes(String(command?.values.what)),
  "corrected-date-not-in-future": (_, command, law) => {
    const on = dateAnswer(command, "newDate");
    return on === undefined || on <= law.today;
  },
};
