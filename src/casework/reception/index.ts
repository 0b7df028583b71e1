export {
  bookCountCap,
  bookExportInput,
  bookKindNames,
  bookPageInput,
  bookWorkbook,
  inBatches,
} from "./book-workbook.ts";
export { type ClassifiedVisit, type ClassifyVisitInput, classifyVisit } from "./classify-visit.ts";
export { type CorrectVisitInput, correctVisit } from "./correct-visit.ts";
export { exportRegister } from "./export-register.ts";
export {
  type GroupClass,
  groupClassOf,
  representativesArticle,
  representativesMax,
  representativesProblem,
} from "./groups.ts";
export { type Hider, hideNothing, hiderOf, newPseudonym, type Traces } from "./hide-denouncer.ts";
export { sealedPerson, wordsBefore } from "./keep-denouncer.ts";
export {
  type ReceiptInput,
  type ReceiptSigner,
  type RenderReceiptInput,
  receiptInput,
  renderReceipt,
} from "./receipt.ts";
export { type RecordedPetition, type RecordedVisit, recordVisit } from "./record-visit.ts";
export { readSheets } from "./register/read-register.ts";
export { cellText, columnLetter, type SheetRow } from "./register/sheet.ts";
export {
  type ExportRegisterInput,
  type RefusalState,
  type RegisterInput,
  type RegisterLine,
  type RegisterPage,
  register,
} from "./register-page.ts";
export { visitFollows } from "./visit-follows.ts";
export { type Kind, parseVisit, type RecordVisitInput } from "./visit-input.ts";
export { type VisitCorrection, type VisitItem, type VisitPersonShown, type VisitSheet, visit } from "./visit-sheet.ts";
