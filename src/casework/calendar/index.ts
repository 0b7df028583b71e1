export { announce, type NoticePreview, previewNotice } from "./announce.ts";
export { announcedCalendar } from "./announcements.ts";
export {
  applyClockChanges,
  type ClockSubject,
  type ExplainedClock,
  explainedClocks,
  handClocksToMatter,
  type MovedClock,
  type NewClock,
  type StoredClock,
} from "./deadlines.ts";
export type { CalendarSetting, NoticeInput } from "./notice-input.ts";
export { type ClocksFollow, type Recounted, recountDeadlines } from "./recount-deadlines.ts";
export { type NoticeLine, type YearSheet, yearSheet } from "./year-sheet.ts";
