import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lawPacks } from "../../law/index.ts";
import { civilDate, dayNumber, fromDayNumber } from "../time/civil-date.ts";
import { allowanceFor } from "./allowance.ts";

const ask = (rule: string, on: string, minutes: number, more: { decided?: number; standardMinutes?: number } = {}) =>
  allowanceFor(lawPacks, { rule, on: civilDate(on), minutes, ...more });

describe("the amount for a day", () => {
  test.each([
    ["R1-50", 100_000, 200_000],
    ["R1-51", 80_000, 150_000],
    ["R1-52", 150_000, 250_000],
    ["R1-52-allowance", 120_000, 200_000],
    ["R1-53", 50_000, 100_000],
  ])("%s is %i đồng until 26 July 2026 and %i from the 27th", (rule, before, after) => {
    expect(ask(rule, "2026-07-26", 480)).toMatchObject({ amount: before, version: "2017-02-01" });
    expect(ask(rule, "2026-07-27", 480)).toMatchObject({ amount: after, version: "2026-07-27" });
  });

  test("is whole from half of a standard day on, and half below it", () => {
    expect(ask("R1-50-summoned", "2026-08-03", 240)).toMatchObject({ amount: 200_000, share: "whole" });
    expect(ask("R1-50-summoned", "2026-08-03", 239)).toMatchObject({ amount: 100_000, share: "half" });
    expect(ask("R1-53", "2026-08-03", 100)).toMatchObject({ amount: 50_000, share: "half" });
    expect(ask("R1-53", "2026-08-03", 210, { standardMinutes: 420 }).share).toBe("whole");
    expect(ask("R1-53", "2026-08-03", 0)).toMatchObject({ amount: 0, share: "none" });
  });

  test("is paid by the working day to who is assigned: no half day", () => {
    const answer = ask("R1-50", "2026-08-03", 60);
    expect(answer).toMatchObject({ amount: 200_000, share: "whole" });
    expect(answer.steps.at(-1)).toEqual({ vi: "Được chi 200.000 đồng.", en: "200,000 đồng are paid." });
  });

  test("may be what the council decided, up to 20 % above the circular", () => {
    expect(ask("R1-50", "2026-08-03", 480, { decided: 240_000 }).amount).toBe(240_000);
    expect(() => ask("R1-50", "2026-08-03", 480, { decided: 240_001 })).toThrow("120 %");
    expect(ask("R1-53", "2026-08-03", 60, { decided: 75_001 }).amount).toBe(37_500);
  });

  test("is not answered before 1 February 2017, for an unknown rule, or for impossible minutes", () => {
    expect(() => ask("R1-50", "2017-01-31", 480)).toThrow("1 February 2017");
    expect(() => ask("R1-99", "2026-08-03", 480)).toThrow("no allowance R1-99");
    expect(() => ask("R1-50", "2026-08-03", 1441)).toThrow("minutes");
    expect(() => ask("R1-50", "2026-08-03", 1, { standardMinutes: 0 })).toThrow("standard day");
  });
});

test("never more than the daily amount, never less for more time, and half of it is the least for any duty", () => {
  const first = dayNumber(civilDate("2017-02-01"));
  const rule = fc.constantFrom("R1-50", "R1-50-summoned", "R1-51-summoned", "R1-52", "R1-53");
  const on = fc.integer({ min: first, max: first + 5000 }).map(fromDayNumber);
  const minutes = fc.integer({ min: 1, max: 720 });
  fc.assert(
    fc.property(rule, on, minutes, minutes, (id, day, a, b) => {
      const less = allowanceFor(lawPacks, { rule: id, on: day, minutes: Math.min(a, b) });
      const more = allowanceFor(lawPacks, { rule: id, on: day, minutes: Math.max(a, b) });
      expect(less.amount).toBeLessThanOrEqual(more.amount);
      expect(more.amount).toBeLessThanOrEqual(more.rule.amount);
      expect(less.amount * 2).toBeGreaterThanOrEqual(less.rule.amount);
    }),
  );
});
