import type { ActCommand, MatterFacts } from "../../src/rules/decide.ts";
import type { Conditions } from "../../src/rules/load-pack.ts";
import { type CivilDate, parseCivilDate } from "../../src/time/civil-date.ts";

function dateAnswer(command: ActCommand | undefined, field: string): CivilDate | undefined {
  const value = command?.values[field];
  return typeof value === "string" ? parseCivilDate(value) : undefined;
}

function dateFact(matter: MatterFacts, fact: string): CivilDate | undefined {
  const value = matter.facts[fact];
  return typeof value === "string" ? parseCivilDate(value) : undefined;
}

function numberAnswer(command: ActCommand | undefined, field: string): number | undefined {
  const value = command?.values[field];
  return typeof value === "string" && value !== "" ? Number(value) : undefined;
}

/** The people of the visit: as answered in the form, otherwise as stated when the matter was opened. */
function people(matter: MatterFacts, command: ActCommand | undefined): number {
  const stated = Number(matter.facts.peopleCount ?? 1);
  return numberAnswer(command, "peopleCount") ?? (Number.isFinite(stated) ? stated : 1);
}

const saidYes = (command: ActCommand | undefined, field: string) =>
  command === undefined || command.values[field] === true;

/** The days from which a clock of a visit runs. */
const days = ["taken-in-on", "ground-on", "result-on"];

const visitConditions: Conditions = {
  // Điều 28.1 speaks of "more time" and "refused" for complaints and denunciations only.
  "answer-fits-class": (matter, command) => {
    const result = command?.values.result;
    return matter.facts.class !== "reflection" || (result !== "more-time" && result !== "refused");
  },
  "result-is-owed": (matter) => matter.facts.class !== "reflection",
  "result-asked-for": (matter) => matter.facts.resultAsked === true,
  "result-not-asked-for": (matter) => matter.facts.resultAsked !== true,

  "several-people": (matter, command) => people(matter, command) > 1,
  "representatives-appointed": (matter, command) =>
    people(matter, command) < 2 || saidYes(command, "representativePaper"),
  "representatives-within-law": (matter, command) => {
    const chosen = numberAnswer(command, "representativesCount");
    const all = people(matter, command);
    if (chosen === undefined || all < 2) return true;
    return chosen >= 1 && chosen <= (all < 5 ? all : all <= 10 ? 2 : 5);
  },
  "identity-given": (_, command) => saidYes(command, "identityGiven"),
  "lawfully-authorised": (_, command) => command?.values.capacity !== "without-paper",
  "taken-in-within-bounds": (matter, command, law) => {
    const on = dateAnswer(command, "takenInOn");
    return on === undefined || (on >= matter.receivedOn && on <= law.on);
  },
  "mixed-content": (_, command) => command?.values.mixed === true,
  "mixed-content-split": (_, command) => command?.values.mixed !== true || command.values.splitGuided === true,
  "reply-date-not-past": (_, command, law) => {
    const on = dateAnswer(command, "doBy");
    return on === undefined || on >= law.on;
  },
  "result-day-not-in-future": (_, command, law) => {
    const on = dateAnswer(command, "resultOn");
    return on === undefined || on <= law.on;
  },
  "ground-day-within-bounds": (matter, command, law) => {
    const on = dateAnswer(command, "groundOn");
    return on === undefined || (on >= matter.receivedOn && on <= law.on);
  },
  "conclusion-given": (matter) => typeof matter.facts.conclusionDueOn === "string",
  "corrects-taken-in": (_, command) => command?.values.what === "taken-in-on",
  "corrects-ground-day": (_, command) => command?.values.what === "ground-on",
  "corrects-result-day": (_, command) => command?.values.what === "result-on",
  "corrects-a-day": (_, command) => days.includes(String(command?.values.what)),
  "corrects-words": (_, command) => command !== undefined && !days.includes(String(command.values.what)),
  "corrected-date-not-in-future": (_, command, law) => {
    const on = dateAnswer(command, "newDate");
    return on === undefined || on <= law.today;
  },
};

const sessionConditions: Conditions = {
  "periodic-session": (_, command) => command?.values.session === "periodic",
  "session-not-past": (_, command, law) => {
    const on = dateAnswer(command, "sessionOn");
    return on === undefined || on >= law.on;
  },
  // An ad hoc reception (Điều 18.3) has no schedule that could be posted before.
  "schedule-posted-in-time": (_, command, law) => {
    const session = dateAnswer(command, "sessionOn");
    const posted = dateAnswer(command, "postedOn");
    if (command?.values.session !== "periodic" || session === undefined || posted === undefined) return true;
    return posted <= law.on && posted <= law.deadline("TCD-24-1", session).dueOn;
  },
  "new-day-announced": (_, command) => saidYes(command, "announced"),
  "session-day-reached": (matter, _, law) => {
    const on = dateFact(matter, "sessionOn");
    return on === undefined || law.on >= on;
  },

  "held-online": (matter) => matter.facts.online === true,
  "recording-kept": (matter, command) =>
    command === undefined ||
    matter.facts.recordingKept === true ||
    (typeof command.values.where === "string" && command.values.where.trim() !== ""),
  "online-conditions-met": (_, command) =>
    ["networkStable", "equipmentFit", "recordingPossible"].every((each) => saidYes(command, each)),
  "online-denunciation": (_, command) => command?.values.onlineGround === "4",
  "online-denunciation-safe": (_, command) =>
    command?.values.onlineGround !== "4" ||
    (command.values.noProtectionAsked === true && command.values.secrecyAssured === true),
  "online-notice-in-time": (_, command, law) => {
    const session = dateAnswer(command, "sessionOn");
    const noticed = dateAnswer(command, "noticedOn");
    if (session === undefined || noticed === undefined) return true;
    return noticed <= law.on && noticed <= law.deadline("TCD-23-1", session).dueOn;
  },
  "connection-tested-in-time": (matter, _, law) => {
    const session = dateFact(matter, "sessionOn");
    return session === undefined || law.on <= law.deadline("TCD-23-2", session).dueOn;
  },
  "test-succeeded": (_, command) => saidYes(command, "succeeded"),
  "connected-an-hour-before": (_, command) => saidYes(command, "hourBefore"),
  "online-points-connected": (matter) =>
    matter.facts.online !== true || (matter.facts.connectionTested === true && matter.facts.pointsConnected === true),
  "recorded-when-online": (matter, command) => matter.facts.online !== true || saidYes(command, "recorded"),
};

export const receptionConditions: Conditions = { ...visitConditions, ...sessionConditions };
