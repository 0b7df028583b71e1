import type { Text } from "../../rules/pack.ts";
import { type CivilDate, formatCivilDate } from "../../time/civil-date.ts";
import { getLocale } from "../paraglide/runtime.js";

/** A sentence that comes from the law packs or from casework, in the reader's language. */
export function say(text: Text): string {
  return getLocale() === "en" ? text.en : text.vi;
}

/** "02/07/2026" or "2 July 2026". */
export function sayDate(date: CivilDate): string {
  return formatCivilDate(date, getLocale());
}

/** With the day of the week, for dates on which somebody must act. */
export function sayWeekday(date: CivilDate): string {
  return formatCivilDate(date, getLocale() === "en" ? "en-weekday" : "vi-weekday");
}

/** "Tháng 7" or "July". */
export function sayMonth(month: number): string {
  const first = `2000-${String(month).padStart(2, "0")}-01` as CivilDate;
  return getLocale() === "en" ? (formatCivilDate(first, "en").split(" ")[1] ?? "") : `Tháng ${month}`;
}

/** "10.000" or "10,000". */
export function sayNumber(n: number): string {
  return new Intl.NumberFormat(getLocale() === "en" ? "en" : "vi").format(n);
}
