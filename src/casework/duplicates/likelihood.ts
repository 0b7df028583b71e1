import { type Evidence, samePerson } from "./evidence.ts";

/** What goes into the sum: the evidence, and where two pieces together say more or less than each alone. */
export function factors(e: Evidence) {
  const person = samePerson(e) ? 1 : 0;
  const land = e.parcel || e.parcelToday ? 1 : 0;
  return {
    one: 1,
    ...e,
    person,
    land,
    personAndSimilar: person * e.similarity,
    personAndLand: person * land,
    personAndDecision: person * e.decision,
    landAndSimilar: land * e.similarity,
    decisionAndSimilar: e.decision * e.similarity,
    strangerAndSimilar: (1 - person) * e.similarity,
  };
}
export type Factor = keyof ReturnType<typeof factors>;

/** Tuned by `npm run bench -- --ops tune` on the set of the seed "tuning"; what comes of them is reported on another. */
export const weights: Readonly<Record<Factor, number>> = {
  one: -6,
  identity: 1,
  phone: 1,
  name: 0.5,
  nameSlip: 1,
  nameAndPlace: 1,
  nameAndYear: 1,
  parcel: 3,
  parcelToday: 2.5,
  decision: 2,
  accused: 1,
  respondent: 0.5,
  similarity: 2,
  otherIdentity: -1,
  otherYear: -1,
  otherParcel: -2,
  person: 1,
  land: 1,
  personAndSimilar: 4,
  personAndLand: 3,
  personAndDecision: 3,
  landAndSimilar: 3,
  decisionAndSimilar: 2,
  strangerAndSimilar: 0,
};

/** How likely it is that two petitions are about the same matter, from 0 to 1. */
export function likelihood(evidence: Evidence): number {
  const sum = Object.entries(factors(evidence)).reduce((so, [name, value]) => so + value * weights[name as Factor], 0);
  return 1 / (1 + Math.exp(-sum));
}

/** From here on a petition is shown as a possible duplicate. */
export const shownFrom = 0.5;
