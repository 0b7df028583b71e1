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
  one: -7.38,
  identity: -0.2,
  phone: 0.07,
  name: 0.59,
  nameSlip: 5.34,
  nameAndPlace: 0.59,
  nameAndYear: 0.45,
  parcel: 3.61,
  parcelToday: -0.23,
  decision: 2.53,
  accused: 0,
  respondent: 2.07,
  similarity: 2.16,
  otherIdentity: -1.58,
  otherYear: -1.03,
  otherParcel: -2.62,
  person: 0.28,
  land: 3.38,
  personAndFigures: 0,
  slipAndFigures: 0,
  slipAndSimilar: 0,
  landAndFigures: 0,
  personAndSimilar: 5.56,
  personAndLand: 0.48,
  personAndDecision: 0.79,
  landAndSimilar: 2.29,
  decisionAndSimilar: 2.33,
  strangerAndSimilar: -3.4,
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
