import type { MatterFacts } from "../../src/rules/decide.ts";
import type { Conditions } from "../../src/rules/load-pack.ts";

function count(matter: MatterFacts, fact: string): number | undefined {
  const value = matter.facts[fact];
  if (value === undefined || value === "" || typeof value === "boolean") return undefined;
  const n = Number(value);
  return Number.isFinite(n) ? n : undefined;
}

const people = (matter: MatterFacts) => count(matter, "peopleCount") ?? 1;
const representatives = (matter: MatterFacts) => count(matter, "representativesCount");

export const acceptanceConditions: Conditions = {
  remote: (matter) => matter.facts.remote === true,
  complex: (matter) => matter.facts.complex === true,
  "not-complex": (matter) => matter.facts.complex !== true,
  "remote-and-complex": (matter) => matter.facts.remote === true && matter.facts.complex === true,
  forwarded: (matter) => matter.facts.forwarded === true,

  "several-people": (matter) => people(matter) > 1,
  // One person: a missing signature is ground 5 of Điều 11, which the officer judges; several: Điều 16.1 NĐ 124.
  "signatures-complete": (matter) => people(matter) < 2 || matter.facts.signaturesComplete === true,
  "representative-paper": (matter) => people(matter) < 2 || matter.facts.representativePaper === true,
  "representatives-within-law": (matter) => {
    const chosen = representatives(matter);
    if (chosen === undefined || people(matter) < 5) return true;
    return chosen >= 1 && chosen <= (people(matter) <= 10 ? 2 : 5);
  },
  "small-group-one-representative": (matter) => {
    const chosen = representatives(matter);
    return chosen === undefined || people(matter) < 2 || people(matter) > 4 || chosen === 1;
  },
  eligible: (_, command) => command === undefined || command.values.eligible === true,
  "outside-competence-stated": (_, command) => command === undefined || command.values.outsideCompetence === true,
  "ground-one": (_, command) => command?.values.ground === "1",

  "before-normal-limit": (_, __, law) => {
    const settlement = law.clock("settlement");
    return settlement === undefined || law.on <= settlement.dueOn;
  },
};
