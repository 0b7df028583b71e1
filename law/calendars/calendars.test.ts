import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOffReason, isWorkingDay } from "../../src/rules/calendar.ts";
import { addDays, civilDate, dayNumber, dayOfWeek, daysBetween } from "../../src/time/civil-date.ts";
import { calendarYears, lawCalendar } from "../index.ts";
import { fromLunar } from "./lunar.ts";

/** Tết as published, 2012 to 2030. */
const tet: Readonly<Record<number, string>> = {
  2012: "2012-01-23",
  2013: "2013-02-10",
  2014: "2014-01-31",
  2015: "2015-02-19",
  2016: "2016-02-08",
  2017: "2017-01-28",
  2018: "2018-02-16",
  2019: "2019-02-05",
  2020: "2020-01-25",
  2021: "2021-02-12",
  2022: "2022-02-01",
  2023: "2023-01-22",
  2024: "2024-02-10",
  2025: "2025-01-29",
  2026: "2026-02-17",
  2027: "2027-02-06",
  2028: "2028-01-26",
  2029: "2029-02-13",
  2030: "2030-02-02",
};
const hungKings: Readonly<Record<number, string>> = {
  2012: "2012-03-31",
  2013: "2013-04-19",
  2014: "2014-04-09",
  2015: "2015-04-28",
  2016: "2016-04-16",
  2017: "2017-04-06",
  2018: "2018-04-25",
  2019: "2019-04-14",
  2020: "2020-04-02",
  2021: "2021-04-21",
  2022: "2022-04-10",
  2023: "2023-04-29",
  2024: "2024-04-18",
  2025: "2025-04-07",
  2026: "2026-04-26",
  2027: "2027-04-16",
  2028: "2028-04-04",
  2029: "2029-04-23",
  2030: "2030-04-12",
};
const years = Object.keys(tet).map(Number);
const verified = calendarYears.filter((each) => each.verified);
const rests = (date: string) => !isWorkingDay(lawCalendar, dayNumber(civilDate(date)));

describe("the lunar calendar at UTC+7", () => {
  test.each(years)("gives Tết and Giỗ Tổ of %i as published", (year) => {
    expect(fromLunar(year, 1, 1)).toBe(tet[year]);
    expect(fromLunar(year, 3, 10)).toBe(hungKings[year]);
  });

  test("a lunar year has 353 to 355 days, or 383 to 385 with a leap month, and begins between 20 January and 21 February", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1970, max: 2100 }), (year) => {
        const start = fromLunar(year, 1, 1);
        const days = daysBetween(start, fromLunar(year + 1, 1, 1));
        expect([353, 354, 355, 383, 384, 385]).toContain(days);
        expect(start.slice(5) >= "01-20" && start.slice(5) <= "02-21").toBe(true);
      }),
    );
  });

  test("every month follows the one before by 29 or 30 days, or by a leap month more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1970, max: 2100 }), fc.integer({ min: 1, max: 11 }), (year, month) => {
        const days = daysBetween(fromLunar(year, month, 1), fromLunar(year, month + 1, 1));
        expect([29, 30, 58, 59, 60]).toContain(days);
      }),
    );
  });
});

describe("the calendars of 2012 to 2026", () => {
  test("are verified, say on which day and by which source; 2027 is not", () => {
    expect(verified.map((each) => each.year)).toEqual(Array.from({ length: 15 }, (_, i) => 2012 + i));
    for (const each of verified) {
      expect(each.verifiedOn).toMatch(/^2026-/);
      expect(each.source).not.toBe("");
      for (const day of each.days) expect(day.source).not.toBe("");
    }
    expect(calendarYears.find((each) => each.year === 2027)).toMatchObject({ verified: false });
  });

  test.each(verified.map((each) => each.year))("%i rests on the eve of Tết and on its first days", (year) => {
    const first = fromLunar(year, 1, 1);
    for (const offset of [-1, 0, 1, 2]) expect(rests(addDays(first, offset))).toBe(true);
  });

  test.each(verified.map((each) => each.year))(
    "%i gives five working weekdays to Tết, four before the Code of 2012",
    (year) => {
      const days = calendarYears.find((each) => each.year === year)?.days ?? [];
      expect(days.filter((day) => day.name.vi === "Nghỉ Tết Nguyên đán")).toHaveLength(year < 2014 ? 4 : 5);
    },
  );

  test.each(verified.map((each) => each.year))(
    "%i rests on Giỗ Tổ, in lieu on a working weekday when it falls on a weekend",
    (year) => {
      const on = fromLunar(year, 3, 10);
      expect(rests(on)).toBe(true);
      const days = calendarYears.find((each) => each.year === year)?.days ?? [];
      const given = days.find((day) => day.name.vi.includes("Giỗ Tổ"));
      expect(given && daysBetween(on, given.on)).toBe({ 0: 1, 6: year === 2023 ? 3 : 2 }[dayOfWeek(on)] ?? 0);
    },
  );

  test("National Day has two days from 2021, and Culture Day is off from 2026", () => {
    for (const { year, days } of verified) {
      const national = days.filter((day) => day.name.vi.endsWith("Quốc khánh"));
      expect(national).toHaveLength(year < 2021 ? 1 : 2);
      expect(days.some((day) => day.on === `${year}-11-24`)).toBe(year >= 2026);
    }
  });

  test("every swapped weekday has its Saturday, and every worked day is a Saturday", () => {
    const all = verified.flatMap((each) => each.days);
    const swapped = all.filter((day) => day.kind === "swapped-off");
    const worked = all.filter((day) => day.kind === "worked-saturday");
    expect(worked).toHaveLength(swapped.length);
    for (const day of worked) expect(dayOfWeek(day.on)).toBe(6);
    for (const day of [...swapped, ...all.filter((each) => each.kind === "holiday")])
      expect([1, 2, 3, 4, 5]).toContain(dayOfWeek(day.on));
    const saturdays = worked.map((day) => day.on.split("-").toReversed().join("/"));
    for (const day of swapped) expect(saturdays).toContain(/(\d{2}\/\d{2}\/\d{4})$/.exec(day.name.vi)?.[1]);
  });

  test("say why a day is off", () => {
    expect(dayOffReason(lawCalendar, dayNumber(civilDate("2014-01-28")))?.vi).toContain("làm bù thứ Bảy 25/01/2014");
    expect(dayOffReason(lawCalendar, dayNumber(civilDate("2022-05-03")))?.vi).toBe("Nghỉ bù Ngày Quốc tế lao động");
  });
});
