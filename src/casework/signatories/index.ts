export { type AddedSignatories, type AddSignatoriesInput, addSignatories } from "./add-signatories.ts";
export { type ChangeSignatoryInput, changeSignatory } from "./change-signatory.ts";
export { type GiveSlipsInput, giveSlips, slipsAtOnce } from "./give-slips.ts";
export {
  type ListRepliesInput,
  listReplies,
  type ReplyLine,
  type ReplyPage,
  type ReplyState,
  replyStates,
} from "./list-replies.ts";
export {
  type ListSignatoriesInput,
  listSignatories,
  type SignatoryLine,
  type SignatoryPage,
} from "./list-signatories.ts";
export { makeReplies, resumeReplies } from "./make-replies.ts";
export { openReply, type PrintRepliesInput, printedAtOnce, printReplies } from "./print-replies.ts";
export { type ListRejection, listRowsMax } from "./read-list.ts";
export { type RecordDeliveriesInput, type ReplyStep, recordDeliveries, replySteps } from "./record-deliveries.ts";
export type { SignatoriesSetting } from "./signatories-setting.ts";
export { type StartRepliesInput, startReplies, stopReplies } from "./start-replies.ts";
export {
  isSignatoryCode,
  replyByCode,
  type SignatoryCodes,
  type TrackedSignatory,
  trackSignatory,
} from "./track-signatory.ts";
