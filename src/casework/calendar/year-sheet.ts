import { sql } from "kysely";
import * as z from "zod";
import { buildCalendar, type CalendarDay, isWorkingDay } from "../../rules/calendar.ts";
import { transaction } from "../../store/index.ts";
import { type CivilDate, fromDayNumber, yearOf } from "../../time/civil-date.ts";
import { whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { standingNotices, withNotices } from "./announcements.ts";
import type { CalendarSetting } from "./notice-input.ts";

export interface NoticeLine {
  readonly id: string;
  readonly kind: "days" | "complete" | "withdrawal";
  readonly year: number | null;
  readonly withdraws: string | null;
  /** Set when this notice was withdrawn. */
  readonly withdrawnBy: string | null;
  readonly source: string | null;
  readonly reason: string | null;
  /** null: by the command line. */
  readonly by: string | null;
  readonly on: CivilDate;
  readonly days: readonly {
    readonly on: CivilDate;
    readonly kind: CalendarDay["kind"];
    readonly vi: string;
    readonly en: string;
  }[];
  readonly recount: {
    readonly state: "waiting" | "running" | "done";
    readonly looked: number;
    readonly moved: number;
    readonly confirmed: number;
  };
}

export interface YearSheet {
  readonly year: number;
  readonly verified: boolean;
  readonly verifiedOn: CivilDate | null;
  readonly source: string;
  readonly years: readonly { readonly year: number; readonly verified: boolean }[];
  /** `noticeId` absent: from the law as it was written into the system. */
  readonly days: readonly (CalendarDay & { readonly noticeId: string | null; readonly by: string | null })[];
  /** Working days of each month, January first. */
  readonly workingDays: readonly number[];
  /** Every notice about this year, the newest first; withdrawals beside what they withdraw. */
  readonly notices: readonly NoticeLine[];
  readonly mayAnnounce: boolean;
}

/** One year of the calendar as it stands, with where each day comes from and who announced it. Throws "not-found". */
export async function yearSheet(
  setting: CalendarSetting,
  asker: Asker,
  input: { readonly year: number },
): Promise<YearSheet> {
  const { year: wanted } = parseInput(z.object({ year: z.coerce.number().int() }), input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      whoAsks(tx);
      const standing = await standingNotices(tx);
      const years = withNotices(setting.years, standing);
      const year = years.find((each) => each.year === wanted);
      if (!year) throw notFound();
      const all = await noticeLines(tx);
      const notices = all.filter((line) => isAbout(line, wanted));
      const { rows } = await sql<{ may: boolean }>`select app.may_announce() as may`.execute(tx);
      return {
        year: wanted,
        verified: year.verified,
        verifiedOn: year.verifiedOn ?? null,
        source: year.source,
        years: years.map((each) => ({ year: each.year, verified: each.verified })),
        days: year.days.map((day) => {
          const notice = standing.findLast((each) => each.days.some((told) => told.on === day.on));
          return { ...day, noticeId: notice?.id ?? null, by: all.find((line) => line.id === notice?.id)?.by ?? null };
        }),
        workingDays: workingDays(buildCalendar([year])),
        notices,
        mayAnnounce: rows[0]?.may ?? false,
      };
    },
    { readOnly: true },
  );
}

function isAbout(line: NoticeLine, year: number): boolean {
  return line.year === year || line.days.some((day) => yearOf(day.on) === year);
}

async function noticeLines(tx: Parameters<typeof standingNotices>[0]): Promise<readonly NoticeLine[]> {
  const { rows } = await sql<NoticeLine>`
    select n.id, n.kind, coalesce(n.year, t.year) as year, n.withdraws, w.id as "withdrawnBy", n.source, n.reason, o.display_name as by, n.announced_on as "on",
      coalesce((select jsonb_agg(jsonb_build_object('on', d.on_date, 'kind', d.kind, 'vi', d.name_vi, 'en', d.name_en) order by d.on_date)
        from calendar_notice_day d where d.notice_id = coalesce(n.withdraws, n.id)), '[]') as days,
      jsonb_build_object('state', r.state, 'looked', r.looked, 'moved', r.moved, 'confirmed', r.confirmed) as recount
    from calendar_notice n join calendar_recount r on r.notice_id = n.id
    left join calendar_notice w on w.withdraws = n.id left join calendar_notice t on t.id = n.withdraws left join officer o on o.id = n.announced_by
    order by n.announced_at desc, n.id desc`.execute(tx);
  return rows;
}

function workingDays(calendar: ReturnType<typeof buildCalendar>): readonly number[] {
  const months = Array.from({ length: 12 }, () => 0);
  for (let day = calendar.first; day <= calendar.last; day++) {
    if (!isWorkingDay(calendar, day)) continue;
    const month = Number(fromDayNumber(day).slice(5, 7)) - 1;
    months[month] = (months[month] ?? 0) + 1;
  }
  return months;
}
