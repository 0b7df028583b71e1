import {
  type CivilDate,
  civilDate,
  type DayNumber,
  dayNumber,
  fromDayNumber,
  weekdayOf,
  yearOf,
} from "../time/civil-date.ts";
import { lawRangeError } from "./law-range-error.ts";
import type { Text } from "./pack.ts";

export interface CalendarDay {
  readonly on: CivilDate;
  readonly kind: "holiday" | "swapped-off" | "worked-saturday";
  readonly name: Text;
  readonly source: string;
}

export interface CalendarYear {
  readonly year: number;
  /** false: only the fixed solar holidays and weekends are known; deadlines that touch it are provisional. */
  readonly verified: boolean;
  readonly verifiedOn?: CivilDate;
  readonly source: string;
  readonly days: readonly CalendarDay[];
}

/** Days off and worked Saturdays, ready for arithmetic by prefix sums. Built by `buildCalendar(years)`. */
export interface Calendar {
  readonly years: readonly CalendarYear[];
  /** First day covered. */
  readonly first: DayNumber;
  /** Last day covered. */
  readonly last: DayNumber;
  /** worked[i] = working days from `first` to `first + i - 1`. */
  readonly worked: Int32Array;
  /** The day numbers of the working days, in order. */
  readonly workingDays: Int32Array;
  /** 1 where the day lies in a verified year. */
  readonly verified: Uint8Array;
  /** Days that differ from the plain week, with the reason. */
  readonly special: ReadonlyMap<DayNumber, CalendarDay>;
}

/** A calendar of consecutive years, in any order. Throws `RangeError` on a gap, a double year or a day outside its year. */
export function buildCalendar(years: readonly CalendarYear[]): Calendar {
  const sorted = years.toSorted((a, b) => a.year - b.year);
  const special = new Map<DayNumber, CalendarDay>();
  sorted.forEach((year, i) => {
    const before = sorted[i - 1];
    if (before && before.year + 1 !== year.year)
      throw new RangeError(`calendar years must be consecutive: ${before.year}, ${year.year}`);
    for (const day of year.days) {
      if (yearOf(day.on) !== year.year) throw new RangeError(`${day.on} is not a day of ${year.year}`);
      special.set(dayNumber(day.on), day);
    }
  });
  const firstYear = sorted[0];
  const lastYear = sorted.at(-1);
  if (!firstYear || !lastYear) throw new RangeError("a calendar needs at least one year");
  const first = dayNumber(civilDate(`${firstYear.year}-01-01`));
  const last = dayNumber(civilDate(`${lastYear.year}-12-31`));
  const verifiedYears = new Set(sorted.filter((year) => year.verified).map((year) => year.year));

  const length = last - first + 1;
  const worked = new Int32Array(length + 1);
  const verified = new Uint8Array(length);
  const workingDays: number[] = [];
  for (let i = 0; i < length; i++) {
    const day = first + i;
    const works = isWorked(day, special.get(day));
    worked[i + 1] = (worked[i] ?? 0) + (works ? 1 : 0);
    if (works) workingDays.push(day);
    verified[i] = verifiedYears.has(yearOf(fromDayNumber(day))) ? 1 : 0;
  }
  return { years: sorted, first, last, worked, workingDays: Int32Array.from(workingDays), verified, special };
}

function isWorked(day: DayNumber, special: CalendarDay | undefined): boolean {
  if (special) return special.kind === "worked-saturday";
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}

/** Working days from the calendar's first day to `day`, inclusive. */
export function workedUpTo(calendar: Calendar, day: DayNumber): number {
  return calendar.worked[indexOf(calendar, day) + 1] ?? 0;
}

export function isWorkingDay(calendar: Calendar, day: DayNumber): boolean {
  const i = indexOf(calendar, day);
  return (calendar.worked[i + 1] ?? 0) > (calendar.worked[i] ?? 0);
}

export function isVerifiedDay(calendar: Calendar, day: DayNumber): boolean {
  return calendar.verified[indexOf(calendar, day)] === 1;
}

/** The n-th working day of the calendar, counted from 1. */
export function nthWorkingDay(calendar: Calendar, n: number): DayNumber {
  const day = calendar.workingDays[n - 1];
  if (day === undefined) throw outsideCalendar(calendar);
  return day;
}

/** `day` itself when it is worked, else the next day that is. */
export function nextWorkingDay(calendar: Calendar, day: DayNumber): DayNumber {
  return isWorkingDay(calendar, day) ? day : nthWorkingDay(calendar, workedUpTo(calendar, day) + 1);
}

const weekendReason: readonly Text[] = [
  { vi: "Chủ nhật, nghỉ hằng tuần", en: "Sunday, weekly rest day" },
  { vi: "Thứ Bảy, nghỉ hằng tuần", en: "Saturday, weekly rest day" },
];

/** Why nobody works on a day off; undefined on a working day. */
export function dayOffReason(calendar: Calendar, day: DayNumber): Text | undefined {
  if (isWorkingDay(calendar, day)) return undefined;
  return calendar.special.get(day)?.name ?? weekendReason[weekdayOf(day) === 0 ? 0 : 1];
}

function indexOf(calendar: Calendar, day: DayNumber): number {
  if (day < calendar.first || day > calendar.last) throw outsideCalendar(calendar);
  return day - calendar.first;
}

function outsideCalendar(calendar: Calendar) {
  const from = fromDayNumber(calendar.first).slice(0, 4);
  const to = fromDayNumber(calendar.last).slice(0, 4);
  return lawRangeError("outside-calendar", {
    vi: `Lịch làm việc chỉ có từ năm ${from} đến năm ${to}.`,
    en: `The working calendar covers only ${from} to ${to}.`,
  });
}
