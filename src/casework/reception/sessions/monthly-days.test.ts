import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarYears } from "../../../../law/index.ts";
import { buildCalendar, isWorkingDay } from "../../../rules/calendar.ts";
import { addDays, civilDate, dayNumber, fromDayNumber } from "../../../time/civil-date.ts";
import { type MonthlyPattern, monthlyDays } from "./monthly-days.ts";

const calendar = buildCalendar(calendarYears);
const pattern = (days: readonly number[], from: string, until: string, rest: Partial<MonthlyPattern> = {}) =>
  monthlyDays(calendar, {
    days,
    from: civilDate(from),
    until: civilDate(until),
    onDayOff: "next-working-day",
    ...rest,
  });

describe("the 5th and 20th of each month", () => {
  test("move to the next working day when nobody works, and say so", () => {
    expect(pattern([20, 5], "2026-07-01", "2026-09-30")).toEqual({
      days: ["2026-07-06", "2026-07-20", "2026-08-05", "2026-08-20", "2026-09-07", "2026-09-21"],
      moved: [
        { from: "2026-07-05", to: "2026-07-06" },
        { from: "2026-09-05", to: "2026-09-07" },
        { from: "2026-09-20", to: "2026-09-21" },
      ],
      skipped: [],
    });
  });

  test("stay away on days off, or are kept, as the office wishes", () => {
    expect(pattern([5], "2026-07-01", "2026-07-31", { onDayOff: "skip" })).toMatchObject({
      days: [],
      skipped: [{ on: "2026-07-05", why: "day-off" }],
    });
    expect(pattern([5], "2026-07-01", "2026-07-31", { onDayOff: "keep" }).days).toEqual(["2026-07-05"]);
  });

  test("a month without such a day has none", () => {
    expect(pattern([31], "2026-03-01", "2026-05-31").days).toEqual(["2026-03-31", "2026-06-01"]);
  });
});

test("every day lies at or after a day of the pattern, and on a working day", () => {
  const first = dayNumber(civilDate("2024-01-01"));
  const someDays = fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(someDays, fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 400 }), (days, start, length) => {
      const from = fromDayNumber(first + start);
      const answer = monthlyDays(calendar, { days, from, until: addDays(from, length), onDayOff: "next-working-day" });
      for (const day of answer.days) {
        expect(isWorkingDay(calendar, dayNumber(day))).toBe(true);
        expect(day >= from).toBe(true);
      }
      expect(answer.days).toEqual([...new Set(answer.days)].toSorted());
    }),
  );
});
