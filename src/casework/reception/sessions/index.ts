export { type AnnounceSessionsInput, announceSessions, announceSessionsInput } from "./announce-sessions.ts";
export { type CorrectSessionInput, correctSession, correctSessionInput } from "./correct-session.ts";
export { type DraftSessionPaperInput, draftSessionPaper, draftSessionPaperInput } from "./draft-session-paper.ts";
export {
  type DutyPart,
  type HeadDuties,
  type HeadDutiesInput,
  type HeadDuty,
  headDuties,
  headDutiesInput,
} from "./head-duties.ts";
export {
  type HeadSession,
  type ListSessionsInput,
  listSessions,
  listSessionsInput,
  openSession,
  type SessionChangeShown,
  type SessionSheet,
  type SessionsOfAgency,
} from "./list-sessions.ts";
export { type PlannedSessions, type PlanSessionsInput, planSessions, planSessionsInput } from "./plan-sessions.ts";
export {
  nextSessions,
  type PublishedCalendarInput,
  type PublishedSession,
  publishedCalendar,
  publishedCalendarInput,
} from "./published-calendar.ts";
export { type RecordSessionInput, recordSession, recordSessionInput } from "./record-outcome.ts";
export {
  type AddCaseInput,
  addCase,
  addCaseInput,
  type RemoveCaseInput,
  removeCase,
  removeCaseInput,
} from "./session-cases.ts";
export { type SessionCase, type SessionFile, sessionFile } from "./session-file.ts";
export {
  type SessionPaper,
  type SessionPaperLine,
  type SessionPapers,
  type SessionTemplate,
  sessionPapers,
  sessionTemplates,
} from "./session-papers.ts";
export type { Outcome, SessionKind, SessionState } from "./session-rows.ts";
export { setPlaces } from "./set-places.ts";
