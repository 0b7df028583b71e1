import { sql } from "kysely";
import { buildCalendar, type Calendar, type CalendarYear } from "../../rules/calendar.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";

/** The calendar of the law with what administrators announced since: a day announced twice is the later word. */
export async function announcedCalendar(tx: Trx, years: readonly CalendarYear[]): Promise<Calendar> {
  const { rows } = await sql<{
    year: number;
    on: CivilDate;
    kind: "holiday" | "swapped-off" | "worked-saturday";
    vi: string;
    en: string;
    source: string;
  }>`
    select year, on_date as "on", kind, name_vi as vi, name_en as en, source from calendar_announcement order by on_date`.execute(
    tx,
  );
  if (rows.length === 0) return buildCalendar(years);
  return buildCalendar(
    years.map((year) => {
      const announced = rows.filter((row) => row.year === year.year);
      if (announced.length === 0) return year;
      const days = announced.map((row) => ({
        on: row.on,
        kind: row.kind,
        name: { vi: row.vi, en: row.en },
        source: row.source,
      }));
      const told = new Set(days.map((day) => day.on));
      return { ...year, days: [...year.days.filter((day) => !told.has(day.on)), ...days] };
    }),
  );
}
