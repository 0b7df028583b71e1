export { type FindPeopleInput, findPeople, type PersonFound, type SealedLookUp } from "./find-people.ts";
export { foldVietnamese } from "./folded-name.ts";
export {
  type IdentityPaper,
  identityArticle,
  idKinds,
  idNumberRule,
  numbersLike,
  type PaperKind,
  parseIdentityPaper,
} from "./identity-paper.ts";
export {
  type EarlierPetition,
  type EarlierVisit,
  type PersonHistory,
  type PersonHistoryInput,
  personHistory,
} from "./person-history.ts";
export {
  addPeople,
  changePerson,
  erasePeople,
  type KnownPerson,
  knownPeople,
  type NewPerson,
  type PersonChange,
  peopleByNumber,
  unsealPeople,
} from "./store-people.ts";
export { syllablePairs } from "./syllable-pairs.ts";
