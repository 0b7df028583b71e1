import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, civilDate, dayNumber, fromDayNumber } from "../time/civil-date.ts";
import { buildCalendar, isWorkingDay } from "./calendar.ts";
import { computeDeadline } from "./deadline.ts";
import { isLawRangeError } from "./law-range-error.ts";
import { calendarOf, holiday, holidays, packOf, rule, year } from "./testing-deadline.ts";

const startDay = fc.integer({ min: 0, max: 330 }).map((n) => addDays(civilDate("2025-01-01"), n));
const unit = fc.constantFrom("day" as const, "working-day" as const);
const amount = fc.integer({ min: 1, max: 60 });
const pauses = fc.array(fc.tuple(fc.integer({ min: -10, max: 60 }), fc.integer({ min: 1, max: 20 })), { maxLength: 3 });

describe("a deadline", () => {
  test("is never before its start and never ends on a day off when it rolls over", () => {
    fc.assert(
      fc.property(startDay, unit, amount, holidays, (start, kind, n, off) => {
        const calendar = calendarOf(off);
        const answer = computeDeadline(
          packOf(rule({ unit: kind, amount: n })),
          { rule: "R", startOn: start },
          calendar,
        );
        expect(answer.rawOn > start && answer.dueOn >= answer.rawOn).toBe(true);
        expect(isWorkingDay(calendar, dayNumber(answer.dueOn))).toBe(true);
      }),
    );
  });

  test("is not earlier when it starts later", () => {
    fc.assert(
      fc.property(startDay, unit, amount, holidays, (start, kind, n, off) => {
        const pack = packOf(rule({ unit: kind, amount: n }));
        const due = (on: typeof start) => computeDeadline(pack, { rule: "R", startOn: on }, calendarOf(off)).dueOn;
        expect(due(addDays(start, 1)) >= due(start)).toBe(true);
      }),
    );
  });

  test("is never shortened by one more holiday", () => {
    fc.assert(
      fc.property(startDay, unit, amount, holidays, fc.integer({ min: 0, max: 364 }), (start, kind, n, off, extra) => {
        const pack = packOf(rule({ unit: kind, amount: n }));
        const due = (days: readonly number[]) =>
          computeDeadline(pack, { rule: "R", startOn: start }, calendarOf(days)).dueOn;
        expect(due([...new Set([...off, extra])]) >= due(off)).toBe(true);
      }),
    );
  });

  test("is explained by steps that cover every day once and add up", () => {
    fc.assert(
      fc.property(
        startDay,
        unit,
        amount,
        holidays,
        pauses,
        fc.integer({ min: 0, max: 2 }),
        (start, kind, n, off, gaps, extensions) => {
          const extended = rule({ unit: kind, amount: n, extension: { amount: 7, times: 2 } });
          const paused = gaps.map(([from, length]) => ({
            from: addDays(start, from),
            to: addDays(start, from + length),
          }));
          const answer = computeDeadline(
            packOf(extended),
            { rule: "R", startOn: start, pauses: paused, extensions },
            calendarOf(off),
          );
          const covering = answer.steps.filter((step) => !["due", "effect", "provisional"].includes(step.kind));
          covering.forEach((step, i) => {
            const before = covering[i - 1];
            if (before) expect(step.from).toBe(addDays(before.to, 1));
          });
          expect(covering.at(-1)?.to).toBe(answer.dueOn);
          expect(covering.reduce((sum, step) => sum + step.counted, 0)).toBe(n + extensions * 7);
        },
      ),
    );
  });

  test("counted backward is the mirror image of one counted forward", () => {
    fc.assert(
      fc.property(startDay, unit, amount, holidays, (start, kind, n, off) => {
        const calendar = calendarOf(off);
        const back = computeDeadline(
          packOf(rule({ unit: kind, amount: n, direction: "backward", rollsOver: false, pausable: false })),
          { rule: "R", startOn: start },
          calendar,
        );
        const between: number[] = [];
        for (let day = dayNumber(back.dueOn); day < dayNumber(start); day++)
          if (kind === "day" || isWorkingDay(calendar, day)) between.push(day);
        expect(between.length).toBe(n);
        expect(between[0]).toBe(dayNumber(back.dueOn));
        expect(back.steps.reduce((sum, step) => sum + step.counted, 0)).toBe(n);
      }),
    );
  });

  test("stands still while suspended: the days of the pause come on top", () => {
    const pack = packOf(rule({ rollsOver: false }));
    const input = { rule: "R", startOn: civilDate("2025-03-03") };
    const calendar = calendarOf([]);
    const paused = computeDeadline(
      pack,
      { ...input, pauses: [{ from: civilDate("2025-03-05"), to: civilDate("2025-03-08") }] },
      calendar,
    );
    expect(paused.dueOn).toBe("2025-03-16");
    const late = computeDeadline(
      pack,
      { ...input, pauses: [{ from: civilDate("2025-03-14"), to: civilDate("2025-03-20") }] },
      calendar,
    );
    expect(late.dueOn).toBe("2025-03-13");
    const open = computeDeadline(pack, { ...input, pauses: [{ from: civilDate("2025-03-05") }] }, calendar);
    expect(open.steps.some((step) => step.kind === "pause")).toBe(true);
  });

  test("names each skipped day with its reason in both languages", () => {
    const calendar = buildCalendar([year(2025, [holiday("2025-03-05")])]);
    const { steps } = computeDeadline(
      packOf(rule({ unit: "working-day", amount: 5 })),
      { rule: "R", startOn: civilDate("2025-03-03") },
      calendar,
    );
    expect(steps.filter((step) => step.kind === "skip").map((step) => [step.from, step.text.vi, step.text.en])).toEqual(
      [
        ["2025-03-05", "Không tính: Lễ", "Not counted: Holiday"],
        ["2025-03-08", "Không tính: Thứ Bảy, nghỉ hằng tuần", "Not counted: Saturday, weekly rest day"],
        ["2025-03-09", "Không tính: Chủ nhật, nghỉ hằng tuần", "Not counted: Sunday, weekly rest day"],
      ],
    );
  });

  test("is refused outside verified years and provisional when that is accepted", () => {
    const calendar = buildCalendar([year(2025), year(2026, [], false)]);
    const pack = packOf(rule({ unit: "working-day", amount: 5 }));
    const input = { rule: "R", startOn: civilDate("2025-12-30") };
    const refused = () => computeDeadline(pack, input, calendar);
    expect(refused).toThrow(RangeError);
    try {
      refused();
    } catch (error) {
      expect(isLawRangeError(error) && error.code).toBe("outside-verified-calendar");
    }
    const answer = computeDeadline(pack, { ...input, allowProvisional: true }, calendar);
    expect(answer.provisional).toBe(true);
    expect(answer.steps.some((step) => step.kind === "provisional")).toBe(true);
    expect(fromDayNumber(dayNumber(answer.dueOn))).toBe(answer.dueOn);
  });

  test("is not extended where the law knows no extension", () => {
    expect(() =>
      computeDeadline(packOf(rule({})), { rule: "R", startOn: civilDate("2025-03-03"), extensions: 1 }, calendarOf([])),
    ).toThrow("allows no extension");
  });
});
