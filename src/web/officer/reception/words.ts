import { m } from "../../paraglide/messages.js";
import { copyTypes, idKinds, kinds } from "./visit-form.ts";

const kindNames: Readonly<Record<string, () => string>> = {
  complaint: m.reception_kind_complaint,
  denunciation: m.reception_kind_denunciation,
  recommendation: m.reception_kind_recommendation,
};
const idKindNames: Readonly<Record<string, () => string>> = {
  "citizen-card": m.reception_id_citizen_card,
  "id-certificate": m.reception_id_certificate,
  "personal-number": m.reception_id_personal_number,
  "old-id": m.reception_id_old,
  passport: m.reception_id_passport,
};
const copyTypeNames: Readonly<Record<string, () => string>> = {
  original: m.reception_copy_original,
  photocopy: m.reception_copy_photocopy,
  "certified-copy": m.reception_copy_certified,
};

export const kindName = (kind: string): string => kindNames[kind]?.() ?? kind;
export const idKindName = (kind: string): string => idKindNames[kind]?.() ?? kind;
export const copyTypeName = (type: string): string => copyTypeNames[type]?.() ?? type;
export const kindsName = (given: readonly string[]): string =>
  given.length === 0 ? m.reception_kind_none() : given.map(kindName).join(", ");

export const kindOptions = () => kinds.map((value) => ({ value, label: kindName(value) }));
export const idKindOptions = () => [
  { value: "", label: m.reception_by_number() },
  ...idKinds.map((value) => ({ value, label: idKindName(value) })),
];
export const copyTypeOptions = () => [
  { value: "", label: "–" },
  ...copyTypes.map((value) => ({ value, label: copyTypeName(value) })),
];

/** What the law says of a group of that size; undefined for one person. */
export function groupHint(peopleCount: number): string | undefined {
  if (peopleCount <= 1) return undefined;
  if (peopleCount <= 4) return m.reception_group_small();
  return peopleCount <= 10 ? m.reception_group_middle() : m.reception_group_large();
}

/** What becomes of who denounces: sealed for so many custodians, or nothing is kept. */
export const identityTitle = (custodians: number): string =>
  custodians > 0 ? m.reception_identity_sealed({ count: custodians }) : m.reception_identity_none();
export const identityText = (custodians: number): string =>
  custodians > 0 ? m.reception_identity_sealed_text() : m.reception_identity_none_text();
