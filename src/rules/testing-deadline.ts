import fc from "fast-check";
import { addDays, civilDate } from "../time/civil-date.ts";
import { buildCalendar, type CalendarDay, type CalendarYear } from "./calendar.ts";
import type { DeadlineRule, LawPack } from "./pack.ts";

const said = { vi: "thử", en: "test" };

export function rule(change: Partial<DeadlineRule>): DeadlineRule {
  return {
    id: "R",
    name: said,
    startEvent: said,
    article: "Điều 1",
    confidence: "text",
    actor: "head",
    direction: "forward",
    unit: "day",
    amount: 10,
    rollsOver: true,
    pausable: true,
    kind: "limit",
    ...change,
  };
}

export function packOf(each: DeadlineRule): LawPack {
  return {
    id: "test/2020-01-01",
    subject: "complaints",
    validFrom: civilDate("2020-01-01"),
    alias: "V0",
    basis: [],
    rules: [each],
    procedures: [],
    against: [],
    competence: [],
    transitions: [],
    duties: [],
    allowances: [],
    reportWindows: [],
    gaps: [],
    notEncoded: [],
  };
}

export const holiday = (on: string): CalendarDay => ({
  on: civilDate(on),
  kind: "holiday",
  name: { vi: "Lễ", en: "Holiday" },
  source: "test",
});
export const year = (n: number, days: readonly CalendarDay[] = [], verified = true): CalendarYear => ({
  year: n,
  verified,
  source: "test",
  days,
});
/** Days of 2025 that are off. */
export const holidays = fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 25 });
const daysOf = (offsets: readonly number[]) => offsets.map((n) => holiday(addDays(civilDate("2025-01-01"), n)));
export const calendarOf = (offsets: readonly number[]) =>
  buildCalendar([year(2024), year(2025, daysOf(offsets)), year(2026), year(2027), year(2028)]);
