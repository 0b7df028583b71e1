import type { CalendarDay, CalendarYear } from "../../src/rules/calendar.ts";
import type { Text } from "../../src/rules/pack.ts";
import { civilDate, formatCivilDate, yearOf } from "../../src/time/civil-date.ts";
import { t } from "../wording.ts";

export const newYear = t("Tết Dương lịch", "New Year's Day");
export const tet = t("Nghỉ Tết Nguyên đán", "Lunar New Year");
export const hungKings = t("Giỗ Tổ Hùng Vương", "Hung Kings' Day");
export const victory = t("Ngày Chiến thắng 30/4", "Victory Day");
export const may = t("Ngày Quốc tế lao động", "Labour Day");
export const national = t("Quốc khánh", "National Day");
export const culture = t("Ngày Văn hóa Việt Nam", "Vietnam Culture Day");

/** The law that gives the holidays of a day: the Labour Code of 1994, of 2012 (from 1 May 2013), of 2019 (from 2021). */
export function labourLaw(date: string): string {
  if (date < "2013-05-01") return "Điều 73 Bộ luật Lao động 1994 (sửa đổi năm 2007)";
  if (date < "2021-01-01") return "Điều 115 Bộ luật Lao động 2012";
  return "Điều 111, Điều 112 Bộ luật Lao động 2019";
}

/** A holiday of the law; with a notice where the law leaves the day to be announced. */
export const off = (date: string, name: Text, source = labourLaw(date)): CalendarDay => ({
  on: civilDate(date),
  kind: "holiday",
  name,
  source,
});

/** The working days of Tết that were off, with rest days in lieu. */
export const tetDays = (source: string, ...dates: readonly string[]): readonly CalendarDay[] =>
  dates.map((date) => off(date, tet, source));

/** The rest day in lieu of a holiday that fell on a weekly rest day. */
export const inLieu = (date: string, name: Text, source = labourLaw(date)): CalendarDay =>
  off(date, t(`Nghỉ bù ${name.vi}`, `Rest day in lieu of ${name.en}`), source);

export const swappedOff = (date: string, saturday: string, source: string): CalendarDay => {
  const made = civilDate(saturday);
  return {
    on: civilDate(date),
    kind: "swapped-off",
    source,
    name: t(
      `Nghỉ hoán đổi, làm bù thứ Bảy ${formatCivilDate(made, "vi")}`,
      `Swapped day off, made up on Saturday ${formatCivilDate(made, "en")}`,
    ),
  };
};

export const workedSaturday = (saturday: string, date: string, source: string): CalendarDay => {
  const given = civilDate(date);
  return {
    on: civilDate(saturday),
    kind: "worked-saturday",
    source,
    name: t(
      `Thứ Bảy làm bù cho ngày ${formatCivilDate(given, "vi")}`,
      `Saturday worked in place of ${formatCivilDate(given, "en")}`,
    ),
  };
};

/** A day off and the Saturday worked for it. Where they lie in two years, each year takes its own. */
export const swap = (year: number, date: string, saturday: string, source: string): readonly CalendarDay[] =>
  [swappedOff(date, saturday, source), workedSaturday(saturday, date, source)].filter((day) => yearOf(day.on) === year);

/** A year whose days were compared with what the sources say, on that day. */
export const checked = (
  year: number,
  verifiedOn: string,
  source: string,
  days: readonly CalendarDay[],
): CalendarYear => ({
  year,
  verified: true,
  verifiedOn: civilDate(verifiedOn),
  source,
  days: days.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
});
