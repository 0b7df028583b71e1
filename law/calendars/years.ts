import type { CalendarYear } from "../../src/rules/calendar.ts";
import { culture, labourLaw, may, national, newYear, off, victory } from "./day-words.ts";
import { years2012to2018 } from "./years-2012-2018.ts";
import { years2019to2026 } from "./years-2019-2026.ts";

const known: readonly CalendarYear[] = [...years2012to2018, ...years2019to2026];

/** What holds every year without an announcement: the fixed solar holidays. Tết, Giỗ Tổ, the second day of 2/9 and swaps do not. */
function unannounced(year: number): CalendarYear {
  return {
    year,
    verified: false,
    source: labourLaw(`${year}-01-01`),
    days: [
      off(`${year}-01-01`, newYear),
      off(`${year}-04-30`, victory),
      off(`${year}-05-01`, may),
      off(`${year}-09-02`, national),
      off(`${year}-11-24`, culture, "Nghị quyết 28/2026/QH16"),
    ],
  };
}

const first = 2012;
const last = 2040;

/** The years 2012 to 2040; verified to 2026. What is announced later, administrators enter. */
export const calendarYears: readonly CalendarYear[] = Array.from({ length: last - first + 1 }, (_, i) => first + i).map(
  (year) => known.find((each) => each.year === year) ?? unannounced(year),
);
