export { type ClassifiedPost, type ClassifyPostInput, classifyPost } from "./classify-post.ts";
export { collectMail, type MailSetting } from "./collect-mail.ts";
export {
  type Checklist,
  type ConditionFact,
  intakeChecklist,
  type ObstacleFact,
  type Question,
  type WayOn,
} from "./conditions.ts";
export {
  type Draft,
  type DraftLine,
  draftPicture,
  giveUpDraft,
  listDrafts,
  openDraft,
  type StartDraftsInput,
  startDrafts,
  stopReading,
  takeDraft,
} from "./drafts.ts";
export { exportPostBook } from "./export-post-book.ts";
export { type GiveBackInput, giveBack } from "./give-back.ts";
export type { Mailbox, MailLetter } from "./mailbox.ts";
export { originalsReceipt } from "./originals-receipt.ts";
export {
  type DoorBalance,
  type ExportPostInput,
  type PostBookInput,
  type PostBookPage,
  type PostLine,
  postBook,
} from "./post-book.ts";
export { openPostEntry, type PostEntrySheet } from "./post-entry.ts";
export type { Forwarder, PostKind, PostSource, RecordPostInput } from "./post-input.ts";
export { forwarderNames, sourceNames } from "./post-words.ts";
export { readScan } from "./read-scan.ts";
export { type RecordedPost, recordPost } from "./record-post.ts";
export type { SuggestedField, Suggestion } from "./suggest.ts";
export type { Place, ReadLine, ReadScan, TextReader } from "./text-reader.ts";
