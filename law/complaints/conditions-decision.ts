import type { MatterFacts } from "../../src/rules/decide.ts";
import type { Conditions, Law } from "../../src/rules/load-pack.ts";
import { type CivilDate, laterOf } from "../../src/time/civil-date.ts";
import { disciplinary } from "./2012-07-01/courses.ts";
import { dateAnswer } from "./conditions-course.ts";

/** The rule of the second-complaint window for this place. */
const windowRule = (matter: MatterFacts) => (matter.facts.remote === true ? "KN-33-1-remote" : "KN-33-1");

/** The last day of a first settlement that ran out without a decision. A suspension lets the limit stand still. */
function endedOn(matter: MatterFacts, law: Law, on: CivilDate): CivilDate | undefined {
  const due = law.clock("settlement")?.dueOn;
  const suspended = matter.pauses.find((pause) => pause.to === undefined);
  if (due === undefined || on <= due || (suspended && due >= suspended.from)) return undefined;
  return due;
}

/** The first settlement ran out without a decision, and no more than the window ago (KN-4-2). */
function overdueWindowOpen(matter: MatterFacts, law: Law, on: CivilDate): boolean {
  const ended = endedOn(matter, law, on);
  return ended !== undefined && on <= law.deadline(windowRule(matter), ended).dueOn;
}

/** max(issue + 30, receipt + 30); while the day of receipt is not known the window from receipt is still open. */
function decidedWindowOpen(law: Law, on: CivilDate): boolean {
  const fromIssue = law.clock("effect");
  const fromReceipt = law.clock("second-complaint");
  if (!fromIssue || !fromReceipt) return true;
  return on <= laterOf(fromIssue.dueOn, fromReceipt.dueOn);
}

const beforeDecision = new Set<string>([...disciplinary.inHand, "SUSPENDED"]);

/** The day of the decision that stands: an earlier one may have been set aside by a review. */
const decidedOn = (matter: MatterFacts) =>
  matter.clocks.findLast((clock) => clock.clock === "effect" && clock.status !== "cancelled")?.startOn;

/** Điều 48: ten days from receipt, thirty after dismissal; while nobody knows the receipt, nothing has run out. */
function disciplinarySecondOpen(matter: MatterFacts, law: Law, on: CivilDate): boolean {
  if (beforeDecision.has(matter.state)) return endedOn(matter, law, on) !== undefined;
  const fromReceipt = law.clock("second-complaint");
  return fromReceipt === undefined || on <= fromReceipt.dueOn;
}

export const decisionConditions: Conditions = {
  "complaint-right": (_, command) => command === undefined || command.values.complaintRight === true,
  "dialogue-held-or-not-needed": (matter) => matter.state !== "VERIFIED" || matter.facts.requestDiffers !== true,

  "receipt-after-decision": (matter, command, law) => {
    const on = dateAnswer(command, "receivedOn");
    const decided = decidedOn(matter);
    return on === undefined || ((decided === undefined || on >= decided) && on <= law.on);
  },
  "second-complaint-open": (matter, command, law) => {
    const on = dateAnswer(command, "filedOn") ?? law.on;
    return beforeDecision.has(matter.state) ? overdueWindowOpen(matter, law, on) : decidedWindowOpen(law, on);
  },

  "filed-between-receipt-and-entry": (matter, command, law) => {
    const on = dateAnswer(command, "filedOn");
    return on === undefined || (on > matter.receivedOn && on <= law.on);
  },
  "disciplinary-second-complaint-open": (matter, command, law) =>
    disciplinarySecondOpen(matter, law, dateAnswer(command, "filedOn") ?? law.on),
  dismissal: (matter) => matter.facts.dismissal === true,

  "measure-fits-conclusion": (_, command) =>
    command === undefined || (command.values.conclusion === "wrong") === (command.values.measure === "ask-comply"),
  "decision-to-send": (matter) => matter.clocks.some((each) => each.clock === "sending" && each.status === "running"),
  "decision-issued": (matter) => matter.facts.conclusion !== undefined,

  "by-meeting": (_, command) => command?.values.way === "meeting",
  "by-posting": (_, command) => command?.values.way === "posting",
  "by-media": (_, command) => command?.values.way === "media",
  "meeting-notice-in-time": (_, command, law) => {
    const noticed = dateAnswer(command, "noticeOn");
    const held = dateAnswer(command, "publishedOn");
    if (command?.values.way !== "meeting" || !noticed || !held) return true;
    return noticed <= law.deadline("KN-29-2", held).dueOn;
  },
  "published-between-decision-and-entry": (matter, command, law) => {
    const on = dateAnswer(command, "publishedOn");
    const decided = decidedOn(matter);
    return on === undefined || ((decided === undefined || on >= decided) && on <= law.on);
  },
  published: (matter) => matter.facts.published === true,
  "not-published": (matter) => matter.facts.published !== true,
  announced: (matter) => matter.facts.announced === true,
  "not-announced": (matter) => matter.facts.announced !== true,

  "in-legal-effect": (_, __, law) => {
    const effective = law.clock("effect")?.effectiveOn;
    return effective !== undefined && law.on >= effective;
  },
};
