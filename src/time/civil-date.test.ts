import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  civilDate,
  dayNumber,
  dayOfWeek,
  daysBetween,
  formatCivilDate,
  fromDayNumber,
  parseCivilDate,
} from "./civil-date.ts";
import { civilDateOf, fixedClock } from "./clock.ts";

const days = fc.integer({ min: -200_000, max: 200_000 });

describe("a civil date", () => {
  test("keeps its day through numbers and back", () => {
    fc.assert(
      fc.property(days, (n) => {
        expect(dayNumber(fromDayNumber(n))).toBe(n);
      }),
    );
  });

  test("agrees with the proleptic Gregorian calendar of Temporal", () => {
    fc.assert(
      fc.property(days, (n) => {
        const plain = Temporal.PlainDate.from("1970-01-01").add({ days: n });
        expect(fromDayNumber(n)).toBe(plain.toString());
        expect(dayOfWeek(fromDayNumber(n))).toBe(plain.dayOfWeek % 7);
      }),
    );
  });

  test("adds and subtracts the same days, and sorts as text", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (n, more) => {
        const date = fromDayNumber(n);
        const other = addDays(date, more);
        expect(daysBetween(date, other)).toBe(more);
        expect(other < date).toBe(more < 0);
      }),
    );
  });

  test("moves by months to the same day, or to the last day of a month that has none such", () => {
    expect(addMonths(civilDate("2026-01-31"), 1)).toBe("2026-02-28");
    expect(addMonths(civilDate("2024-02-29"), 12)).toBe("2025-02-28");
    expect(addMonths(civilDate("2026-03-31"), -13)).toBe("2025-02-28");
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (n, months) => {
        const date = fromDayNumber(n);
        expect(addMonths(date, months)).toBe(Temporal.PlainDate.from(date).add({ months }).toString());
      }),
    );
  });

  test("is read only from YYYY-MM-DD of a day that exists", () => {
    for (const text of [
      "2026-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-1-1",
      "02/07/2026",
      " 2026-07-02",
      "2026-07-02T00:00",
      "",
    ]) {
      expect(parseCivilDate(text)).toBeUndefined();
    }
    expect(parseCivilDate("2024-02-29")).toBe("2024-02-29");
    expect(() => civilDate("2026-02-30")).toThrow(RangeError);
  });

  test("is written as Vietnamese and English readers write it", () => {
    const date = civilDate("2026-07-02");
    expect(formatCivilDate(date, "vi")).toBe("02/07/2026");
    expect(formatCivilDate(date, "en")).toBe("2 July 2026");
    expect(formatCivilDate(date, "vi-long")).toBe("ngày 02 tháng 7 năm 2026");
    expect(formatCivilDate(civilDate("2026-02-12"), "vi-long")).toBe("ngày 12 tháng 02 năm 2026");
    expect(formatCivilDate(date, "vi-weekday")).toBe("Thứ Năm 02/07/2026");
  });

  test("of an instant is the day in Vietnam, not in Greenwich", () => {
    expect(civilDateOf(new Date("2026-07-01T17:00:00Z"))).toBe("2026-07-02");
    expect(civilDateOf(new Date("2026-07-01T16:59:59Z"))).toBe("2026-07-01");
    expect(civilDateOf(fixedClock(civilDate("2026-07-02")).now())).toBe("2026-07-02");
  });
});
