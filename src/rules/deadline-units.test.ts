import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, civilDate, dayNumber, daysBetween } from "../time/civil-date.ts";
import { isWorkingDay } from "./calendar.ts";
import { checkPack } from "./check-pack.ts";
import { computeDeadline } from "./deadline.ts";
import type { DeadlineRule } from "./pack.ts";
import { calendarOf, holidays, packOf, rule } from "./testing-deadline.ts";

const unit = fc.constantFrom<DeadlineRule["unit"]>("day", "working-day", "week", "month", "year");
const start = fc.integer({ min: 0, max: 330 }).map((n) => addDays(civilDate("2025-01-01"), n));
const extra = fc.integer({ min: 0, max: 364 });

/** A rule in that unit, of a length that stays within the calendar. */
const ruleIn = (kind: DeadlineRule["unit"], n: number, change: Partial<DeadlineRule> = {}): DeadlineRule =>
  rule({
    unit: kind,
    amount: Math.min(n, { day: 60, "working-day": 60, week: 8, month: 4, year: 1, immediately: 0 }[kind]),
    pausable: false,
    extension: { amount: kind === "year" ? 1 : 2, times: 1 },
    ...change,
  });
const length = fc.integer({ min: 1, max: 60 });
const longer = fc.integer({ min: 0, max: 1 });

function due(each: DeadlineRule, startOn: string, off: readonly number[] = [], extensions = 0) {
  const input = { rule: "R", startOn: civilDate(startOn), extensions };
  return computeDeadline(packOf(each), input, calendarOf(off));
}

describe("a limit in weeks, months and years (Điều 148.2–4 Bộ luật Dân sự)", () => {
  const plain = (kind: DeadlineRule["unit"], amount: number, change: Partial<DeadlineRule> = {}) =>
    ruleIn(kind, amount, { rollsOver: false, ...change });

  test("in weeks ends on the same weekday", () => {
    expect(due(plain("week", 2), "2025-03-05").dueOn).toBe("2025-03-19");
  });

  test("in months ends on the same date, or on the last day of a month that has none such", () => {
    expect(due(plain("month", 1), "2025-03-05").dueOn).toBe("2025-04-05");
    const short = due(plain("month", 1), "2025-01-31");
    expect(short.dueOn).toBe("2025-02-28");
    expect(short.steps[1]?.text.vi).toBe(
      "Tính 1 tháng, đến ngày cuối tháng (tháng này không có ngày tương ứng) 28/02/2025",
    );
  });

  test("in years ends on the same date of the last year; 29 February becomes 28 February", () => {
    expect(due(plain("year", 1), "2025-03-05").dueOn).toBe("2026-03-05");
    expect(due(plain("year", 1), "2024-02-29").dueOn).toBe("2025-02-28");
  });

  test("moves to the next working day when the last day is off", () => {
    const answer = due(ruleIn("month", 1), "2025-03-06");
    expect([answer.rawOn, answer.dueOn]).toEqual(["2025-04-06", "2025-04-07"]);
  });

  test("is extended from the end of the running limit, before it rolls over (TIME-13)", () => {
    expect(due(plain("month", 1, { extension: { amount: 1, times: 1 } }), "2025-01-31", [], 1).rawOn).toBe(
      "2025-03-28",
    );
    expect(due(plain("week", 1, { extension: { amount: 1, times: 1 } }), "2025-01-31", [], 1).rawOn).toBe("2025-02-14");
  });

  test("in weeks stands still while suspended, counted in days", () => {
    const each = ruleIn("week", 1, { pausable: true, rollsOver: false });
    const pauses = [{ from: civilDate("2025-03-07"), to: civilDate("2025-03-10") }];
    const answer = computeDeadline(
      packOf(each),
      { rule: "R", startOn: civilDate("2025-03-05"), pauses },
      calendarOf([]),
    );
    expect(answer.dueOn).toBe("2025-03-15");
  });

  test("in months or years cannot pause: the pack is faulty", () => {
    for (const kind of ["month", "year"] as const) {
      const faulty = packOf(ruleIn(kind, 1, { pausable: true }));
      expect(checkPack(faulty, {})).toContainEqual(expect.stringContaining(`counts in ${kind}s and pauses`));
    }
    expect(checkPack(packOf(ruleIn("week", 1, { pausable: true })), {})).toEqual([]);
  });
});

describe("a forward deadline in any unit", () => {
  test("is never before its start and never ends on a day off when it rolls over", () => {
    fc.assert(
      fc.property(start, unit, length, longer, holidays, (from, kind, n, more, off) => {
        const answer = due(ruleIn(kind, n), from, off, more);
        expect(answer.rawOn > from && answer.dueOn >= answer.rawOn).toBe(true);
        expect(isWorkingDay(calendarOf(off), dayNumber(answer.dueOn))).toBe(true);
      }),
    );
  });

  test("is not earlier when it starts later", () => {
    fc.assert(
      fc.property(start, unit, length, longer, holidays, (from, kind, n, more, off) => {
        const each = ruleIn(kind, n);
        expect(due(each, addDays(from, 1), off, more).dueOn >= due(each, from, off, more).dueOn).toBe(true);
      }),
    );
  });

  test("is never shortened by one more holiday", () => {
    fc.assert(
      fc.property(start, unit, length, longer, holidays, extra, (from, kind, n, more, off, one) => {
        const each = ruleIn(kind, n);
        const later = due(each, from, [...new Set([...off, one])], more).dueOn;
        expect(later >= due(each, from, off, more).dueOn).toBe(true);
      }),
    );
  });

  test("is explained by steps that cover every day once and lead to the date, and survives JSON", () => {
    fc.assert(
      fc.property(start, unit, length, longer, holidays, (from, kind, n, more, off) => {
        const answer = due(ruleIn(kind, n), from, off, more);
        const covering = answer.steps.filter((step) => step.kind !== "due");
        covering.forEach((step, i) => {
          const before = covering[i - 1];
          if (before) expect(step.from).toBe(addDays(before.to, 1));
        });
        expect(covering.at(-1)?.to).toBe(answer.dueOn);
        const counted = answer.steps.reduce((sum, step) => sum + step.counted, 0);
        if (kind !== "working-day") expect(addDays(from, counted)).toBe(answer.rawOn);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      }),
    );
  });
});

describe("a backward deadline in any unit", () => {
  const back = (kind: DeadlineRule["unit"], n: number) =>
    ruleIn(kind, n, { direction: "backward", rollsOver: false, extension: undefined });

  test("is the mirror image: counted forward from it, the period is over by the day itself", () => {
    fc.assert(
      fc.property(start, unit, length, holidays, (from, kind, n, off) => {
        const each = back(kind, n);
        const answer = due(each, from, off);
        expect(answer.dueOn < from).toBe(true);
        if (kind === "month" || kind === "year") {
          const months = each.amount * (kind === "year" ? 12 : 1);
          expect(answer.dueOn).toBe(addMonths(from, -months));
          expect(addMonths(answer.dueOn, months) <= from).toBe(true);
        } else if (kind !== "working-day") {
          expect(daysBetween(answer.dueOn, from)).toBe(each.amount * (kind === "week" ? 7 : 1));
        }
        const counted = answer.steps.reduce((sum, step) => sum + step.counted, 0);
        expect(counted).toBe(kind === "working-day" ? each.amount : daysBetween(answer.dueOn, from));
      }),
    );
  });

  test("is not earlier when the day itself is later, and never later for one more holiday", () => {
    fc.assert(
      fc.property(start, unit, length, holidays, extra, (from, kind, n, off, one) => {
        const each = back(kind, n);
        const on = due(each, from, off).dueOn;
        expect(due(each, addDays(from, 1), off).dueOn >= on).toBe(true);
        expect(due(each, from, [...new Set([...off, one])]).dueOn <= on).toBe(true);
      }),
    );
  });
});
