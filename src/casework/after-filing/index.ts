export { type AddDocumentsInput, addDocuments, type NewDocument } from "./add-documents.ts";
export { type FollowUp, followUp } from "./follow-up.ts";
export { changeNoticeWish, readNoticeWish, type SetNoticeWishInput } from "./notice-wish.ts";
export { listOutcomes, type Outcome, type OutcomesFilter, type ReadOutcomeInput, readOutcome } from "./outcomes.ts";
export { type RateOutcomeInput, rateOutcome } from "./rate.ts";
export type { ReceiptCodes } from "./receipt-holder.ts";
export type { SecondComplaint } from "./second-complaint.ts";
export { type AskWithdrawalInput, askWithdrawal, type Withdrawal } from "./withdrawal.ts";
