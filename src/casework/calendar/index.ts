export { announcedCalendar } from "./announcements.ts";
export {
  applyClockChanges,
  type ClockSubject,
  type ExplainedClock,
  explainedClocks,
  handClocksToMatter,
  type NewClock,
  type StoredClock,
} from "./deadlines.ts";
