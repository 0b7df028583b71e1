import { type Calendar, isWorkingDay, nextWorkingDay } from "../../../rules/calendar.ts";
import { addDays, type CivilDate, dayNumber, fromDayNumber, parseCivilDate } from "../../../time/civil-date.ts";

export interface MonthlyPattern {
  /** Days of the month, 1 to 31. */
  readonly days: readonly number[];
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** What to do when a day is a day off: the law says nothing, the office's calendar does. */
  readonly onDayOff: "next-working-day" | "skip" | "keep";
}

export interface PatternDays {
  readonly days: readonly CivilDate[];
  readonly moved: readonly { readonly from: CivilDate; readonly to: CivilDate }[];
  readonly skipped: readonly { readonly on: CivilDate; readonly why: "day-off" | "beyond-calendar" }[];
}

/** "The 5th and 20th of each month until …". A month without such a day has none. */
export function monthlyDays(calendar: Calendar, pattern: MonthlyPattern): PatternDays {
  const days = new Set<CivilDate>();
  const moved: { from: CivilDate; to: CivilDate }[] = [];
  const skipped: { on: CivilDate; why: "day-off" | "beyond-calendar" }[] = [];
  for (const day of named(pattern)) {
    if (pattern.onDayOff === "keep") days.add(day);
    else if (day < fromDayNumber(calendar.first) || addDays(day, 31) > fromDayNumber(calendar.last))
      skipped.push({ on: day, why: "beyond-calendar" });
    else if (isWorkingDay(calendar, dayNumber(day))) days.add(day);
    else if (pattern.onDayOff === "skip") skipped.push({ on: day, why: "day-off" });
    else {
      const to = fromDayNumber(nextWorkingDay(calendar, dayNumber(day)));
      days.add(to);
      moved.push({ from: day, to });
    }
  }
  return { days: [...days].toSorted(), moved, skipped };
}

function named({ days, from, until }: MonthlyPattern): readonly CivilDate[] {
  const found: CivilDate[] = [];
  for (let month = from.slice(0, 7); month <= until.slice(0, 7); month = monthAfter(month)) {
    for (const day of [...new Set(days)].toSorted((a, b) => a - b)) {
      const date = parseCivilDate(`${month}-${String(day).padStart(2, "0")}`);
      if (date && date >= from && date <= until) found.push(date);
    }
  }
  return found;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
