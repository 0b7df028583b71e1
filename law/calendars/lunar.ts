import { type CivilDate, civilDate, type DayNumber, dayNumber, fromDayNumber } from "../../src/time/civil-date.ts";

/**
 * The Vietnamese lunisolar calendar by computation, as Hồ Ngọc Đức describes it, at UTC+7 (the Vietnamese calendar since
 * 1968). It checks the days of Tết and Giỗ Tổ in a test; no deadline rests on it.
 *
 * `Intl` does not do: its "chinese" calendar reckons at Beijing, and not exactly. The new moon of 6 February 2027 comes at
 * 15:56 UTC: 22:56 in Hà Nội, four minutes before midnight in Beijing. `Intl` (ICU 78) puts it after midnight and so Tết
 * 2027 on 7 February instead of the 6th; for 2030, when Beijing has the 3rd and Hà Nội the 2nd, it errs the other way.
 */
const synodicMonth = 29.530588853;
const hoursEast = 7;
/** The Julian day at which 1970-01-01 begins in Greenwich. */
const julianOfEpoch = 2_440_587.5;

const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

/** The civil day at UTC+7 of the k-th new moon since that of 1 January 1900. */
function newMoonDay(k: number): DayNumber {
  const t = k / 1236.85;
  const mean =
    2_415_020.75933 +
    synodicMonth * k +
    0.0001178 * t ** 2 -
    0.000000155 * t ** 3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t ** 2);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t ** 2 - 0.00000347 * t ** 3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t ** 2 + 0.00001236 * t ** 3;
  const latitude = 21.2964 + 390.67050646 * k - 0.0016528 * t ** 2 - 0.00000239 * t ** 3;
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * latitude) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * latitude + sun) -
    0.0004 * sin(2 * latitude - sun) -
    0.0006 * sin(2 * latitude + moon) +
    0.001 * sin(2 * latitude - moon) +
    0.0005 * sin(sun + 2 * moon);
  // Dynamical time runs ahead of the clock.
  const ahead = -0.000278 + 0.000265 * t + 0.000262 * t ** 2;
  return Math.floor(mean + correction - ahead - julianOfEpoch + hoursEast / 24);
}

/** In which twelfth of its way the sun stands at the first moment of a day, 0 from the March equinox; 9 begins with the winter solstice. */
function solarTwelfth(day: DayNumber): number {
  const t = (day + julianOfEpoch - hoursEast / 24 - 2_451_545) / 36_525;
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3;
  const mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t ** 2;
  const longitude =
    mean +
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** Which new moon begins the eleventh month of a year: the month that holds the winter solstice. */
function eleventhMonth(year: number): number {
  const k = Math.floor((dayNumber(civilDate(`${year}-12-31`)) + julianOfEpoch - 2_415_021) / synodicMonth);
  const start = newMoonDay(k) > dayNumber(civilDate(`${year}-12-31`)) ? k - 1 : k;
  return solarTwelfth(newMoonDay(start)) >= 9 ? start - 1 : start;
}

/** The civil date of a day of a month (1 to 12, never the leap one) of a lunar year. */
export function fromLunar(year: number, month: number, day: number): CivilDate {
  const before = eleventhMonth(year - 1);
  const months = eleventhMonth(year) - before;
  let at = before + month + 1;
  if (month >= 11) at = eleventhMonth(year) + (month - 11);
  else if (months === 13 && leapMonth(before) < month + 2) at += 1;
  return fromDayNumber(newMoonDay(at) + day - 1);
}

/** How many months after the eleventh the leap month comes: the first in which the sun enters no new twelfth. */
function leapMonth(eleventh: number): number {
  for (let i = 1; i < 14; i++) {
    const here = solarTwelfth(newMoonDay(eleventh + i));
    if (here === solarTwelfth(newMoonDay(eleventh + i + 1))) return i;
  }
  throw new RangeError("a lunar year of thirteen months without a leap month");
}
