export { type DraftSheet, openDraft, papersWaiting, type WaitingPaper } from "./desk-papers.ts";
export { fillPaper, type PaperSource } from "./fill-paper.ts";
export { issuingOffice } from "./issuing-office.ts";
export { type LetterSheet, letterSheet } from "./letter-sheet.ts";
export type {
  PaperAgency,
  PaperFiled,
  PaperFormat,
  PaperInput,
  PaperItem,
  PaperMatter,
  PaperParty,
  PaperSession,
  PaperVisit,
  PersonalCopy,
} from "./paper-input.ts";
export {
  draftPaper,
  lockPaper,
  markSent,
  type PaperBody,
  type PaperRow,
  type PaperState,
  type PaperStep,
  paperSteps,
  putAside,
  rewriteDraft,
  sendBack,
  stepRules,
  takeStep,
} from "./paper-steps.ts";
export { type PaperLine, papersOfMatter, renderPaper } from "./read-papers.ts";
export type { PaperRenderer } from "./renderer.ts";
export { refuseSameHand, refuseSentBack, signatureNames } from "./signatures.ts";
export type { Slip } from "./slip.ts";
