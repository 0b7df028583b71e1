export { type ActFormInput, actFields } from "./act-form.ts";
export { followClocks } from "./follow-clocks.ts";
export { indexMatter } from "./index-matter.ts";
export {
  type DeliveryReceiptInput,
  type PaperStepInput,
  type RewritePaperInput,
  recordDeliveryReceipt,
  rewritePaper,
  type SteppedPaper,
  stepPaper,
} from "./issue-paper.ts";
export { knownAnswers } from "./known-answers.ts";
export { type MatterSheet, openMatterSheet } from "./matter-sheet.ts";
export type { TimelineEntry } from "./matter-timeline.ts";
export { matterStates, type NextIds, nextInWords } from "./next-in-words.ts";
export { type OpenedMatter, type OpenMatterInput, openMatter } from "./open-matter.ts";
export { type OpeningForm, type OpeningFormInput, openingForm } from "./opening-form.ts";
export { type ActInput, type PerformedAct, performAct } from "./perform-act.ts";
export {
  type AddedRecording,
  type AddRecordingInput,
  addRecording,
  asksForRecording,
  type OpenedRecording,
  openRecording,
} from "./recordings.ts";
export { type ReturnPaperInput, returnPaper } from "./return-paper.ts";
export { type SubordinateMatters, type SubordinatesFilter, subordinateMatters } from "./subordinates.ts";
