export { problemsOf } from "./check-filing.ts";
export { addDraftFiles, filesMax, type NewDraftFile, removeDraftFile } from "./draft-files.ts";
export {
  type Draft,
  type DraftAccess,
  forgetDraft,
  forgetOldDrafts,
  openDraft,
  saveStep,
  startDraft,
} from "./drafts.ts";
export { type EarlierPetition, earlierPetition } from "./earlier-petition.ts";
export { type Filing, field, kindOf, type Step, steps } from "./filing.ts";
export { filingWorld, type World } from "./filing-world.ts";
export { type FiledReceipt, filedReceipt, renderFiledReceipt } from "./receipt.ts";
export {
  isFiledText,
  type ReceiptFault,
  type ReceiptKey,
  signReceipt,
  type VerifiedReceipt,
  verifyReceipt,
} from "./receipt-statement.ts";
export { type Portal, sendDraft } from "./send-draft.ts";
export { type PublishedAnswer, similarAnswers } from "./similar-answers.ts";
export { type WhereItBelongs, whereItBelongs } from "./where-it-belongs.ts";
