export { announcedCalendar } from "./announcements.ts";
export { type ClockSubject, type ExplainedClock, applyClockChanges, explainedClocks, handClocksToMatter, type NewClock, type StoredClock } from "./deadlines.ts";
