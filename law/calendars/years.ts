import type { CalendarDay, CalendarYear } from "../../src/rules/calendar.ts";
import type { Text } from "../../src/rules/pack.ts";
import { civilDate } from "../../src/time/civil-date.ts";
import { t } from "../wording.ts";

const compiled = "Thông báo nghỉ lễ, tết của cơ quan có thẩm quyền, theo bản tổng hợp hc-holiday";
const labour = "Điều 111, Điều 112 Bộ luật Lao động 2019";

const newYear = t("Tết Dương lịch", "New Year's Day");
const tet = t("Nghỉ Tết Nguyên đán", "Lunar New Year");
const hungKings = t("Giỗ Tổ Hùng Vương", "Hung Kings' Day");
const victory = t("Ngày Chiến thắng 30/4", "Victory Day");
const may = t("Ngày Quốc tế lao động", "Labour Day");
const national = t("Quốc khánh", "National Day");
const culture = t("Ngày Văn hóa Việt Nam", "Vietnam Culture Day");

const off = (date: string, name: Text, source = labour): CalendarDay => ({
  on: civilDate(date),
  kind: "holiday",
  name,
  source,
});
const swapped = (date: string, saturday: string): CalendarDay => ({
  on: civilDate(date),
  kind: "swapped-off",
  source: compiled,
  name: t(`Nghỉ hoán đổi, làm bù thứ Bảy ${saturday}`, `Swapped day off, made up on Saturday ${saturday}`),
});
const worked = (date: string, day: string): CalendarDay => ({
  on: civilDate(date),
  kind: "worked-saturday",
  source: compiled,
  name: t(`Thứ Bảy làm bù cho ngày ${day}`, `Saturday worked in place of ${day}`),
});
const compensated = (name: Text): Text => t(`Nghỉ bù ${name.vi}`, `Rest day in lieu of ${name.en}`);

/** The civil-service calendars of 2024 to 2026, checked against the compilation of the official notices. */
const known: readonly CalendarYear[] = [
  {
    year: 2024,
    verified: true,
    verifiedOn: civilDate("2026-11-23"),
    source: compiled,
    days: [
      off("2024-01-01", newYear),
      ...["2024-02-08", "2024-02-09", "2024-02-12", "2024-02-13", "2024-02-14"].map((day) => off(day, tet, compiled)),
      off("2024-04-18", hungKings),
      swapped("2024-04-29", "04/5/2024"),
      off("2024-04-30", victory),
      off("2024-05-01", may),
      worked("2024-05-04", "29/4/2024"),
      off("2024-09-02", national),
      off("2024-09-03", national, compiled),
    ],
  },
  {
    year: 2025,
    verified: true,
    verifiedOn: civilDate("2026-11-23"),
    source: compiled,
    days: [
      off("2025-01-01", newYear),
      ...["2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"].map((day) => off(day, tet, compiled)),
      off("2025-04-07", hungKings),
      worked("2025-04-26", "02/5/2025"),
      off("2025-04-30", victory),
      off("2025-05-01", may),
      swapped("2025-05-02", "26/4/2025"),
      off("2025-09-01", national, compiled),
      off("2025-09-02", national),
    ],
  },
  {
    year: 2026,
    verified: true,
    verifiedOn: civilDate("2026-11-23"),
    source: compiled,
    days: [
      off("2026-01-01", newYear),
      swapped("2026-01-02", "10/01/2026"),
      worked("2026-01-10", "02/01/2026"),
      ...["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"].map((day) => off(day, tet, compiled)),
      off("2026-04-27", compensated(hungKings)),
      off("2026-04-30", victory),
      off("2026-05-01", may),
      worked("2026-08-22", "31/8/2026"),
      swapped("2026-08-31", "22/8/2026"),
      off("2026-09-01", national, compiled),
      off("2026-09-02", national),
      off("2026-11-24", culture, "Nghị quyết 28/2026/QH16"),
    ],
  },
];

/** What holds every year without an announcement: the fixed solar holidays. Tết, Giỗ Tổ, the second day of 2/9 and swaps do not. */
function unannounced(year: number): CalendarYear {
  const days = [
    off(`${year}-01-01`, newYear),
    off(`${year}-04-30`, victory),
    off(`${year}-05-01`, may),
    off(`${year}-09-02`, national),
  ];
  const since2026 = year > 2026 ? [off(`${year}-11-24`, culture, "Nghị quyết 28/2026/QH16")] : [];
  return { year, verified: false, source: labour, days: [...days, ...since2026] };
}

const first = 2012;
const last = 2040;

/** The years 2012 to 2040; 2024, 2025 and 2026 verified. */
export const calendarYears: readonly CalendarYear[] = Array.from({ length: last - first + 1 }, (_, i) => first + i).map(
  (year) => known.find((each) => each.year === year) ?? unannounced(year),
);
