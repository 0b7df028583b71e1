import { sql } from "kysely";
import { buildCalendar, type Calendar, type CalendarDay, type CalendarYear } from "../../rules/calendar.ts";
import type { Trx } from "../../store/index.ts";
import { type CivilDate, yearOf } from "../../time/civil-date.ts";

/** What a standing notice says: days, or that a year is announced completely. */
export interface StandingNotice {
  readonly id: string;
  readonly source: string;
  readonly on: CivilDate;
  /** The year that is complete. */
  readonly year: number | null;
  readonly days: readonly Omit<CalendarDay, "source">[];
}

/** The notices that hold, in the order they were entered: neither withdrawals nor what was withdrawn. */
export async function standingNotices(tx: Trx): Promise<readonly StandingNotice[]> {
  const { rows } = await sql<StandingNotice>`
    select n.id, n.source, n.announced_on as "on", n.year,
      coalesce((select jsonb_agg(jsonb_build_object('on', d.on_date, 'kind', d.kind, 'name', jsonb_build_object('vi', d.name_vi, 'en', d.name_en)) order by d.on_date)
        from calendar_notice_day d where d.notice_id = n.id), '[]') as days
    from calendar_notice n where n.kind <> 'withdrawal' and not exists (select from calendar_notice w where w.withdraws = n.id)
    order by n.announced_at, n.id`.execute(tx);
  return rows;
}

/** The years of the law with what notices say of them: of two words about one day the later holds. */
export function withNotices(
  years: readonly CalendarYear[],
  notices: readonly StandingNotice[],
): readonly CalendarYear[] {
  if (notices.length === 0) return years;
  const told = new Map<CivilDate, CalendarDay>();
  const complete = new Map<number, StandingNotice>();
  for (const notice of notices) {
    for (const day of notice.days) told.set(day.on, { ...day, source: notice.source });
    if (notice.year !== null) complete.set(notice.year, notice);
  }
  return years.map((year) => {
    const days = [...told.values()].filter((day) => yearOf(day.on) === year.year);
    const whole = complete.get(year.year);
    if (days.length === 0 && !whole) return year;
    return {
      ...year,
      ...(whole && !year.verified ? { verified: true, verifiedOn: whole.on, source: whole.source } : {}),
      days: [...year.days.filter((day) => !told.has(day.on)), ...days].toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    };
  });
}

/** The calendar of the law with what administrators announced since. */
export async function announcedCalendar(tx: Trx, years: readonly CalendarYear[]): Promise<Calendar> {
  return buildCalendar(withNotices(years, await standingNotices(tx)));
}
