import type { ActCommand, MatterFacts } from "../../src/rules/decide.ts";
import type { Conditions } from "../../src/rules/load-pack.ts";
import { parseCivilDate } from "../../src/time/civil-date.ts";

const date = (command: ActCommand | undefined, field: string) => {
  const value = command?.values[field];
  return typeof value === "string" ? parseCivilDate(value) : undefined;
};

/** What Điều 7.1 and 7.2 Nghị định 20/2008 ask of a reflection on regulations; of an opinion form 7.3 asks the language alone. */
const asked = (matter: MatterFacts) =>
  matter.facts.form === "questionnaire"
    ? ["inVietnamese"]
    : ["inVietnamese", "clearContent", "nameAndContact", "throughChannel"];

export const reflectionConditions: Conditions = {
  "own-competence": (matter) => matter.facts.route === "own",
  "other-competence": (matter) => matter.facts.route === "transferred",
  "notice-fits-route": (matter, command) => {
    const said = command?.values.result;
    return said === undefined || said === (matter.facts.route === "own" ? "accepted" : "transferred");
  },
  "ground-day-within-bounds": (matter, command, law) => {
    const on = date(command, "groundOn");
    return on === undefined || (on >= matter.receivedOn && on <= law.on);
  },
  "answered-in-writing-before": (_, command) => command === undefined || command.values.answeredBefore === true,
  "nothing-new": (_, command) => command === undefined || command.values.nothingNew === true,

  "meets-the-form": (matter) => asked(matter).every((each) => matter.facts[each] === true),
  "misses-the-form": (matter) => asked(matter).some((each) => matter.facts[each] !== true),
  "about-conduct": (matter) => matter.facts.about === "conduct",
  "about-regulation": (matter) => matter.facts.about === "regulation",
  "own-regulation": (matter) => matter.facts.about === "regulation" && matter.facts.ownCompetence === true,
  "to-be-transferred": (matter) => matter.facts.about === "conduct" || matter.facts.ownCompetence !== true,
  "by-other-means": (_, command) => Array.isArray(command?.values.means) && command.values.means.includes("other"),

  "corrects-date": (_, command) => command?.values.what === "received-on",
  "corrects-words": (_, command) => command !== undefined && command.values.what !== "received-on",
  "corrected-date-not-in-future": (_, command, law) => {
    const on = date(command, "newDate");
    return on === undefined || on <= law.today;
  },
};
