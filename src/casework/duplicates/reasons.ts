import type { Candidate } from "./candidates.ts";
import type { Evidence } from "./evidence.ts";

export const reasonKinds = [
  "same-identity-number",
  "same-phone",
  "same-name-and-year",
  "same-name-and-place",
  "same-name",
  "similar-name",
  "same-parcel",
  "same-parcel-after-merger",
  "same-decision",
  "same-accused",
  "same-respondent",
  "similar-content",
] as const;

/** Why a petition is shown. */
export interface Reason {
  readonly why: (typeof reasonKinds)[number];
  /** Of similar content: how much of the shorter text stands in the other. */
  readonly percent?: number;
}

/** What speaks for it, strongest first. Of another agency's petition only what speaks of the person. */
export function reasonsOf({ seen, evidence }: Pick<Candidate, "seen" | "evidence">): readonly Reason[] {
  return seen ? [...ofPerson(evidence), ...ofMatter(evidence)] : ofPerson(evidence);
}

function ofPerson(e: Evidence): readonly Reason[] {
  return [
    ...(e.identity ? [{ why: "same-identity-number" as const }] : []),
    ...(e.phone ? [{ why: "same-phone" as const }] : []),
    ...(e.nameAndYear
      ? [{ why: "same-name-and-year" as const }]
      : e.nameAndPlace
        ? [{ why: "same-name-and-place" as const }]
        : e.name
          ? [{ why: "same-name" as const }]
          : e.nameSlip
            ? [{ why: "similar-name" as const }]
            : []),
  ];
}

const percentMin = 0.25;

function ofMatter(e: Evidence): readonly Reason[] {
  return [
    ...(e.parcel ? [{ why: "same-parcel" as const }] : []),
    ...(e.parcelToday ? [{ why: "same-parcel-after-merger" as const }] : []),
    ...(e.decision ? [{ why: "same-decision" as const }] : []),
    ...(e.accused ? [{ why: "same-accused" as const }] : []),
    ...(e.respondent && !e.accused ? [{ why: "same-respondent" as const }] : []),
    ...(e.similarity >= percentMin
      ? [{ why: "similar-content" as const, percent: Math.round(e.similarity * 100) }]
      : []),
  ];
}
