export { type GroupClass, groupClassOf, representativesArticle, representativesMax } from "./groups.ts";
export { type RecordedPetition, type RecordedVisit, recordVisit } from "./record-visit.ts";
export {
  type RegisterInput,
  type RegisterLine,
  type RegisterPage,
  register,
  registerCountCap,
} from "./register-page.ts";
export type { Kind, RecordVisitInput } from "./visit-input.ts";
export { type VisitCorrection, type VisitItem, type VisitPersonShown, type VisitSheet, visit } from "./visit-sheet.ts";
