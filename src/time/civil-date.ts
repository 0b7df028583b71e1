/** A date of the civil calendar in Vietnam, `YYYY-MM-DD`, without time or zone. */
export type CivilDate = string & { readonly __civilDate: true };

/** Whole days since 1970-01-01; the unit of all arithmetic on dates. */
export type DayNumber = number;

export type DateStyle = "vi" | "en" | "vi-long" | "vi-weekday" | "en-weekday";

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

const monthsEn = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const weekdaysVi = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];
const weekdaysEn = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** A civil date from strict `YYYY-MM-DD` text; undefined when the text is anything else or the day does not exist. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? (text as CivilDate) : undefined;
}

/** The same for dates written in source code and data. Throws `RangeError` when the day does not exist. */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new RangeError(`not a civil date (YYYY-MM-DD): ${text}`);
  return date;
}

/** vi "02/07/2026"; en "2 July 2026"; vi-long "ngày 02 tháng 7 năm 2026" (NĐ 30/2020: days and months below 10, months 1 and 2, take a zero). */
export function formatCivilDate(date: CivilDate, style: DateStyle): string {
  const year = date.slice(0, 4);
  const month = date.slice(5, 7);
  const day = date.slice(8, 10);
  switch (style) {
    case "vi":
      return `${day}/${month}/${year}`;
    case "en":
      return `${Number(day)} ${monthsEn[Number(month) - 1]} ${year}`;
    case "vi-long":
      return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
    case "vi-weekday":
      return `${weekdaysVi[dayOfWeek(date)]} ${day}/${month}/${year}`;
    case "en-weekday":
      return `${weekdaysEn[dayOfWeek(date)]} ${Number(day)} ${monthsEn[Number(month) - 1]} ${year}`;
  }
}

/** Days since 1970-01-01 of the proleptic Gregorian calendar (civil-from-days, integer arithmetic only). */
export function dayNumber(date: CivilDate): DayNumber {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date of a day number (0001-01-01 to 9999-12-31; `RangeError` outside). */
export function fromDayNumber(days: DayNumber): CivilDate {
  if (!Number.isInteger(days) || days < -719_162 || days > 2_932_896)
    throw new RangeError(`no civil date for day ${days}`);
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}` as CivilDate;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day of the month `months` later (earlier when negative), or the last day of that month when it has none such. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const all = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(all / 12);
  const month = all - year * 12 + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return civilDate(text);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 = Sunday … 6 = Saturday. */
export function dayOfWeek(date: CivilDate): number {
  return weekdayOf(dayNumber(date));
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(days: DayNumber): number {
  return (((days + 4) % 7) + 7) % 7;
}

/** Negative, zero or positive, for sorting. */
export function compareCivilDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function laterOf(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? b : a;
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
