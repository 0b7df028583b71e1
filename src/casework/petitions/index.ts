export { type AlarmLine, alarmsUntil, endAlarm } from "./alarm.ts";
export { type ClassifyInput, classifyPetition, type KindGiven, openSealedPetition } from "./classify.ts";
export {
  type CompetenceTable,
  competenceTable,
  type SettleCompetenceInput,
  type SettledCompetence,
  settleCompetence,
} from "./competence.ts";
export {
  type CorrectPetitionInput,
  correctPetition,
  correctPetitionsOfVisit,
  type IntakeCorrection,
  reindexPetitions,
} from "./correct.ts";
export { correctIntake } from "./correct-intake.ts";
export {
  type Correspondence,
  correspondence,
  type Letter,
  markLettersRead,
  type WriteByCodeInput,
  type WriteToPetitionerInput,
  writeByCode,
  writeToPetitioner,
} from "./correspondence.ts";
export { type ConflictGround, type ConflictInput, conflictGrounds, declareConflict } from "./declare-conflict.ts";
export { type DueLine, dueUntil } from "./due-soon.ts";
export {
  type FileAsDuplicateInput,
  fileAsDuplicate,
  type UndoDuplicateInput,
  undoDuplicate,
} from "./file-as-duplicate.ts";
export { type HandOverInput, handToHead } from "./hand-over.ts";
export { intakeClocks, type PetitionKind } from "./intake-clocks.ts";
export { type LeftLetter, leaveLetter, openLetterBox } from "./letter-box.ts";
export { type LiftConflictInput, liftConflict } from "./lift-conflict.ts";
export {
  countCap,
  countPetitions,
  type ListFilter,
  type ListView,
  listPetitions,
  type PetitionLine,
  type PetitionPage,
  views,
} from "./list.ts";
export { type ConflictLine, type ConflictSheet, listConflicts } from "./list-conflicts.ts";
export {
  followIntakeClocks,
  joinMatter,
  type NextDate,
  type NextStep,
  nextStepShown,
  showNextDates,
  showNextStep,
} from "./next-step.ts";
export { openPetition, type PetitionSheet } from "./open-petition.ts";
export { appendPetitionEvents, type NewPetitionEvent } from "./petition-events.ts";
export { lockPetition, notWhileMoving, type PetitionRow } from "./petition-row.ts";
export { type NewPetition, type RegisteredPetition, registerPetitions } from "./register-petitions.ts";
export { leaveAsReturned, type RouteInput, routePetition } from "./route.ts";
export { type SealedPetition, sealAsDenunciation } from "./seal-as-denunciation.ts";
export { plainStatus, type Tracking, trackPetition } from "./track.ts";
export {
  derivedTrackingSecret,
  hashTrackingSecret,
  newTrackingSecret,
  normaliseTrackingSecret,
  randomLetters,
} from "./tracking-secret.ts";
export {
  type AcceptTransferInput,
  type AnsweredTransfer,
  acceptTransfer,
  type DecideHandlerInput,
  decideHandler,
  type ReturnTransferInput,
  returnTransfer,
} from "./transfers/answer-transfer.ts";
export {
  listTransfers,
  type TransferLine,
  type TransferPage,
  type TransfersFilter,
  type TransferView,
  transferViews,
} from "./transfers/list-transfers.ts";
export { type Move, moveKinds } from "./transfers/moves.ts";
export { noteOutsideTransfer, refuseThirdOutside } from "./transfers/outside.ts";
export {
  type TransferPetitionInput,
  type TransferredPetition,
  transferPetition,
} from "./transfers/transfer-petition.ts";
export { type TransferSheet, transferSheet } from "./transfers/transfer-sheet.ts";
export type { VisitFollows } from "./visit-follows.ts";
