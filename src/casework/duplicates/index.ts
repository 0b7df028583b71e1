export {
  duplicatesOf,
  type ElsewhereDuplicate,
  type FindDuplicatesInput,
  findDuplicates,
  findDuplicatesInput,
  type PossibleDuplicate,
  type SeenDuplicate,
  weighedCandidates,
} from "./find-duplicates.ts";
export { keyMissingPetitions } from "./key-missing.ts";
export { keyPetitions } from "./key-petitions.ts";
export { keySignatories } from "./key-signatories.ts";
export { type Reason, reasonKinds } from "./reasons.ts";
export { sameAsTracked } from "./same-as-tracked.ts";
