import type { ActCommand, MatterFacts } from "../../src/rules/decide.ts";
import type { Conditions } from "../../src/rules/load-pack.ts";
import { parseCivilDate } from "../../src/time/civil-date.ts";

/** What a petition must show to be processed (khoản 2 Điều 6 Thông tư 07/2014). */
const needed = ["vietnamese", "dated", "nameAndAddress", "signed", "contentStated", "legible", "firstTime"];

const isTrue = (matter: MatterFacts, fact: string) => matter.facts[fact] === true;
const isClass = (matter: MatterFacts, ...classes: readonly string[]) => classes.includes(String(matter.facts.class));

function eligible(matter: MatterFacts): boolean {
  return (
    needed.every((each) => isTrue(matter, each)) &&
    !isTrue(matter, "sentToCompetentToo") &&
    !isTrue(matter, "guidedBefore")
  );
}

/** Whether the reason given for filing is what was found when the petition was checked. */
function filingFits(matter: MatterFacts, ground: unknown): boolean {
  switch (ground) {
    case "not-eligible":
      return !eligible(matter);
    case "sent-to-competent":
      return isTrue(matter, "sentToCompetentToo");
    case "guided-once":
      return isTrue(matter, "guidedBefore");
    case "illegible":
      return !isTrue(matter, "legible");
    case "expired":
      return isClass(matter, "complaint");
    case "final-decision":
      return isClass(matter, "complaint", "denunciation");
    case "anonymous":
      return isClass(matter, "denunciation") && !isTrue(matter, "nameAndAddress");
    case "transferred-once":
      return isClass(matter, "denunciation") && isTrue(matter, "transferredBefore");
    default:
      return true;
  }
}

const date = (command: ActCommand | undefined, field: string) => {
  const value = command?.values[field];
  return typeof value === "string" ? parseCivilDate(value) : undefined;
};

export const petitionConditions: Conditions = {
  "is-eligible": eligible,
  "is-not-eligible": (matter) => !eligible(matter),
  "within-competence": (matter) => isTrue(matter, "withinCompetence"),
  "outside-competence": (matter) => !isTrue(matter, "withinCompetence"),
  "one-content": (matter) => !isClass(matter, "mixed"),
  "several-contents": (matter) => isClass(matter, "mixed"),
  "is-complaint": (matter) => isClass(matter, "complaint"),
  "is-denunciation": (matter) => isClass(matter, "denunciation"),
  "is-recommendation": (matter) => isClass(matter, "recommendation"),
  "may-be-settled-below": (matter) => isClass(matter, "complaint", "denunciation"),
  // A denunciation that came by post is transferred; who comes in person is guided (Điều 24.2 Luật Tố cáo).
  "may-be-guided": (matter) =>
    isClass(matter, "complaint") || (isClass(matter, "denunciation") && isTrue(matter, "inPerson")),
  "not-guided-before": (matter) => !isTrue(matter, "guidedBefore"),
  "not-transferred-before": (matter) => !isTrue(matter, "transferredBefore"),
  "not-sent-to-competent": (matter) => !isTrue(matter, "sentToCompetentToo"),
  forwarded: (matter) => isTrue(matter, "forwarded"),
  "has-originals": (matter) => isTrue(matter, "originals"),
  "filing-fits": (matter, command) => filingFits(matter, command?.values.ground),
  // Điều 14.2 Thông tư 05/2021 asks that a denunciation be overdue; of a complaint Điều 26.1b says "chưa được giải quyết".
  "overdue-below": (matter, command, law) => {
    const on = date(command, "dueBelowOn");
    return on === undefined || isClass(matter, "complaint") || on < law.on;
  },
  "in-person": (matter) => isTrue(matter, "inPerson"),
  "told-when-in-person": (matter, command) =>
    command === undefined || !isTrue(matter, "inPerson") || command.values.told === true,
  "sender-unknown": (matter) => !isTrue(matter, "nameAndAddress"),
  "may-be-inspected": (_, command) =>
    command === undefined ||
    ["namesViolator", "concreteEvidence", "checkable"].every((each) => command.values[each] === true),
  "reply-date-not-past": (_, command, law) => {
    const on = date(command, "replyBy");
    return on === undefined || on >= law.on;
  },
  "corrects-received": (_, command) => command?.values.what === "received-on",
  "corrects-words": (_, command) => command !== undefined && command.values.what !== "received-on",
  "corrected-date-not-in-future": (_, command, law) => {
    const on = date(command, "newDate");
    return on === undefined || on <= law.today;
  },
};
