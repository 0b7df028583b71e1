import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lawPacks } from "../../law/index.ts";
import { addDays, civilDate, dayNumber, fromDayNumber } from "../time/civil-date.ts";
import { type DutyDay, dutyFulfilment } from "./duty.ts";

const held = (...days: readonly string[]): readonly DutyDay[] =>
  days.map((on) => ({ on: civilDate(on), how: "in-person" }));
const ask = (position: string, from: string, to: string, days: readonly DutyDay[] = []) =>
  dutyFulfilment(lawPacks, { position, from: civilDate(from), to: civilDate(to), days });

describe("a commune chair", () => {
  test("owes a day each ISO week until 30 June 2026", () => {
    const answer = ask("commune-chair", "2026-06-01", "2026-06-28", held("2026-06-03", "2026-06-04", "2026-06-24"));
    expect(answer).toMatchObject({ required: 4, counted: 3, missing: 2 });
    expect(answer.periods.map((each) => [each.from, each.to, each.missing])).toEqual([
      ["2026-06-01", "2026-06-07", 0],
      ["2026-06-08", "2026-06-14", 1],
      ["2026-06-15", "2026-06-21", 1],
      ["2026-06-22", "2026-06-28", 0],
    ]);
    expect(answer.periods[0]?.duty).toMatchObject({ id: "TCD-15-1", gap: "GAP-9" });
  });

  test("owes two days a month from 1 July 2026", () => {
    expect(
      ask("commune-chair", "2026-07-01", "2026-08-31", held("2026-07-06", "2026-07-20", "2026-08-03")),
    ).toMatchObject({ required: 4, counted: 3, missing: 1 });
  });

  test("owes by each law for its part, when the week is cut by the new law", () => {
    const answer = ask("commune-chair", "2026-06-22", "2026-07-31");
    expect(answer.periods.map((each) => [each.from, each.to, each.cut, each.required, each.version])).toEqual([
      ["2026-06-22", "2026-06-28", false, 1, "2025-11-23"],
      ["2026-06-29", "2026-06-30", true, 0, "2025-11-23"],
      ["2026-07-01", "2026-07-31", false, 2, "2026-07-01"],
    ]);
  });

  test("is not asked twice because a new version left the duty alone", () => {
    const answer = ask("commune-chair", "2025-06-30", "2025-07-06");
    expect(answer.periods).toHaveLength(1);
    expect(answer.required).toBe(1);
  });
});

test("a month under a new text of the same duty cites the new text", () => {
  expect(ask("public-unit-head", "2026-06-01", "2026-07-31").periods.map((each) => each.duty.article)).toEqual([
    "Khoản 2 Điều 4 Nghị định 64/2014/NĐ-CP",
    "Khoản 2 Điều 10 Nghị định 154/2026/NĐ-CP",
  ]);
});

describe("a day of reception", () => {
  const july = (days: readonly DutyDay[]) => ask("province-chair", "2026-07-01", "2026-07-31", days);

  test("counts when it was announced and nobody came", () => {
    const answer = july([{ on: civilDate("2026-07-15"), how: "announced-without-visitor" }]);
    expect(answer).toMatchObject({ required: 1, counted: 1, missing: 0 });
    expect(answer.periods[0]?.reasons.map((each) => each.en).join(" ")).toContain("without a visitor");
  });

  test("does not count when a deputy took it: the law says in person", () => {
    const answer = july([{ on: civilDate("2026-07-15"), how: "delegated" }]);
    expect(answer).toMatchObject({ counted: 0, delegated: 1, missing: 1 });
    expect(answer.periods[0]?.reasons.map((each) => each.vi).join(" ")).toContain("ủy quyền");
  });

  test("that was postponed counts on its new date only", () => {
    expect(july([{ on: civilDate("2026-07-15"), how: "postponed" }]).missing).toBe(1);
    expect(july([{ on: civilDate("2026-07-15"), how: "postponed" }, ...held("2026-07-22")])).toMatchObject({
      counted: 1,
      missing: 0,
    });
  });

  test("entered twice counts once, and in person weighs more than a delegation", () => {
    const answer = july([...held("2026-07-15", "2026-07-15"), { on: civilDate("2026-07-15"), how: "delegated" }]);
    expect(answer).toMatchObject({ counted: 1, delegated: 0 });
  });
});

describe("other heads", () => {
  test("a district chair owed two days a month, until the districts ended", () => {
    const answer = ask("district-chair", "2025-06-01", "2025-07-31");
    expect(answer.required).toBe(2);
    expect(answer.withoutDuty).toEqual([{ from: "2025-07-01", to: "2025-07-31" }]);
  });

  test("heads of agencies and public units owe one day a month, the latter since Decree 64/2014", () => {
    expect(ask("agency-head", "2014-07-01", "2014-07-31").required).toBe(1);
    expect(ask("public-unit-head", "2014-07-01", "2014-08-14")).toMatchObject({ required: 0, periods: [] });
    expect(ask("public-unit-head", "2026-07-01", "2026-07-31").required).toBe(1);
  });

  test("Party heads owe by their own rule, marked as read in a secondary source", () => {
    const answer = ask("commune-party-head", "2026-07-01", "2026-07-31");
    expect(answer).toMatchObject({
      required: 2,
      periods: [{ duty: { id: "R2-05-commune", confidence: "secondary" } }],
    });
    expect(ask("commune-party-head", "2018-01-01", "2018-12-31").required).toBe(0);
  });

  test("nothing is said of a day before the law of 2013, nor of a period that ends before it begins", () => {
    expect(() => ask("commune-chair", "2014-06-01", "2014-07-31")).toThrow("1 July 2014");
    expect(() => ask("commune-chair", "2026-07-02", "2026-07-01")).toThrow("before");
  });
});

describe("for any position, period and days", () => {
  const first = dayNumber(civilDate("2014-07-01"));
  const last = dayNumber(civilDate("2027-12-31"));
  const position = fc.constantFrom("commune-chair", "province-chair", "district-chair", "public-unit-head");
  const day = fc.integer({ min: first, max: last });
  const how = fc.constantFrom<DutyDay["how"]>("in-person", "delegated", "announced-without-visitor", "postponed");
  const days = fc.array(fc.record({ on: day.map(fromDayNumber), how }), { maxLength: 40 });
  const period = fc.tuple(day, fc.integer({ min: 0, max: 400 })).map(([from, length]) => ({
    from: fromDayNumber(from),
    to: fromDayNumber(Math.min(last, from + length)),
  }));

  test("the parts lie end to end, and nothing is counted outside of them", () => {
    fc.assert(
      fc.property(position, period, days, (who, { from, to }, all) => {
        const answer = dutyFulfilment(lawPacks, { position: who, from, to, days: all });
        const parts = [...answer.periods, ...answer.withoutDuty].toSorted((a, b) => (a.from < b.from ? -1 : 1));
        expect(parts[0]?.from).toBe(from);
        expect(parts.at(-1)?.to).toBe(to);
        for (const [i, part] of parts.slice(1).entries()) expect(part.from).toBe(addDays(parts[i]?.to ?? to, 1));
        expect(answer.counted).toBeLessThanOrEqual(all.length);
        expect(answer.missing).toBeGreaterThanOrEqual(answer.required - answer.counted);
        expect(answer.missing).toBeLessThanOrEqual(answer.required);
      }),
    );
  });

  test("one more day in person never leaves more missing, and a delegation changes nothing that is missing", () => {
    fc.assert(
      fc.property(position, period, days, day.map(fromDayNumber), (who, { from, to }, all, on) => {
        const missing = (more: readonly DutyDay[]) =>
          dutyFulfilment(lawPacks, { position: who, from, to, days: [...all, ...more] }).missing;
        expect(missing([{ on, how: "in-person" }])).toBeLessThanOrEqual(missing([]));
        expect(missing([{ on, how: "delegated" }])).toBe(missing([]));
      }),
    );
  });

  test("cutting a period in two never asks for more", () => {
    fc.assert(
      fc.property(position, period, fc.double({ min: 0, max: 1, noNaN: true }), (who, { from, to }, where) => {
        const required = (a: typeof from, b: typeof to) =>
          dutyFulfilment(lawPacks, { position: who, from: a, to: b, days: [] }).required;
        const cut = fromDayNumber(dayNumber(from) + Math.floor((dayNumber(to) - dayNumber(from)) * where));
        const rest = cut < to ? required(addDays(cut, 1), to) : 0;
        expect(required(from, cut) + rest).toBeLessThanOrEqual(required(from, to));
      }),
    );
  });
});
