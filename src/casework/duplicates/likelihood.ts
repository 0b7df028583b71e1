import { type Evidence, samePerson } from "./evidence.ts";

/** What goes into the sum: the evidence, and where two pieces together say more or less than each alone. Figures alone say nothing: neighbours have the same. */
export function factors({ figures, ...e }: Evidence) {
  const person = samePerson(e) ? 1 : 0;
  const land = e.parcel || e.parcelToday ? 1 : 0;
  return {
    one: 1,
    ...e,
    person,
    land,
    personAndFigures: person * figures,
    slipAndFigures: e.nameSlip * figures,
    slipAndSimilar: e.nameSlip * e.similarity,
    landAndFigures: land * figures,
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
  one: -6.54,
  identity: -0.09,
  phone: 0.18,
  name: 0.26,
  nameSlip: 3.26,
  nameAndPlace: 0.26,
  nameAndYear: 0.56,
  parcel: 2.71,
  parcelToday: -0.7,
  decision: 2.39,
  accused: 0,
  respondent: 2.01,
  similarity: 1.59,
  otherIdentity: -1.73,
  otherYear: -0.97,
  otherParcel: -2.6,
  person: -0.08,
  land: 2.01,
  personAndFigures: 5.72,
  slipAndFigures: 1.54,
  slipAndSimilar: 3.59,
  landAndFigures: 3.34,
  personAndSimilar: 5.01,
  personAndLand: 0.02,
  personAndDecision: 0.14,
  landAndSimilar: 1.52,
  decisionAndSimilar: 2.88,
  strangerAndSimilar: -3.42,
};

/**
 * Where one of the two is a denunciation nobody is compared, so that no set of repeats by person fits: chosen by hand, not
 * tuned. Whoever may see both wants to know of every one against the same accused.
 */
const blindWeights = {
  accused: 6.2,
  respondent: 1,
  decision: 2,
  parcel: 3,
  parcelToday: 2.5,
  similarity: 7,
  otherParcel: -2,
} as const satisfies Partial<Record<keyof Evidence, number>>;

/** How likely it is that two petitions are about the same matter, from 0 to 1. */
export function likelihood(evidence: Evidence, blind = false): number {
  const given = factors(evidence);
  const used: Partial<Record<Factor, number>> = blind ? { one: -6, ...blindWeights } : weights;
  const sum = Object.entries(used).reduce((so, [name, weight]) => so + weight * given[name as Factor], 0);
  return 1 / (1 + Math.exp(-sum));
}

/** From here on a petition is shown as a possible duplicate. */
export const shownFrom = 0.5;
