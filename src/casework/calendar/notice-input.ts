import { sql } from "kysely";
import * as z from "zod";
import type { CalendarDay, CalendarYear } from "../../rules/calendar.ts";
import type { Trx } from "../../store/index.ts";
import { type CivilDate, civilDate, dayOfWeek, yearOf } from "../../time/civil-date.ts";
import { whoAsks } from "../access/index.ts";
import { type FieldProblem, invalidInput, notAllowed, notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { type StandingNotice, standingNotices, withNotices } from "./announcements.ts";

/** What the calendar's use cases are given besides: the years of the law, and the asker of background work for figures over every agency. */
export interface CalendarSetting extends Setting {
  readonly years: readonly CalendarYear[];
  readonly task: Asker;
}

const words = (max: number) => z.string().normalize("NFC").trim().min(1).max(max);
const day = z.object({
  on: z.iso.date(),
  kind: z.enum(["holiday", "swapped-off", "worked-saturday"]),
  nameVi: words(200),
  nameEn: words(200),
});

export const noticeInput = z.discriminatedUnion("kind", [
  /** Days of one notice. */
  z.object({ kind: z.literal("days"), source: words(500), days: z.array(day).min(1).max(31) }),
  /** The calendar of that year is announced completely: its deadlines are certain. */
  z.object({ kind: z.literal("complete"), source: words(500), year: z.coerce.number().int() }),
  /** A notice that was wrong, and why. */
  z.object({ kind: z.literal("withdrawal"), noticeId: z.uuid(), reason: words(1000) }),
]);
export type NoticeInput = z.input<typeof noticeInput>;
export type Notice = z.output<typeof noticeInput>;

/** Stretches of days a notice touches; a deadline that runs over none of them stays as it is. */
export interface Touched {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface Weighed {
  readonly notice: Notice;
  readonly touched: readonly Touched[];
  /** The years as they will be. */
  readonly years: readonly CalendarYear[];
}

/** Who may announce: the administrator of the agency at the top of the tree, because the calendar holds for every agency; and commands. */
export async function requireAnnouncer(tx: Trx): Promise<{ readonly officerId: string | null }> {
  const who = whoAsks(tx);
  const { rows } = await sql<{ may: boolean }>`select app.may_announce() as may`.execute(tx);
  if (!rows[0]?.may) throw notAllowed();
  return who;
}

/** What a notice would make of the calendar. Throws "invalid-input", "not-found", "already-done". */
export async function weigh(tx: Trx, setting: CalendarSetting, notice: Notice): Promise<Weighed> {
  const before = await standingNotices(tx);
  const whole = (year: number) => ({ from: civilDate(`${year}-01-01`), to: civilDate(`${year}-12-31`) });
  const told = (own: Pick<StandingNotice, "year" | "days">): readonly Touched[] =>
    own.year === null ? own.days.map(({ on }) => ({ from: on, to: on })) : [whole(own.year)];
  const added = (own: Pick<StandingNotice, "year" | "days" | "source">): Weighed => ({
    notice,
    touched: told(own),
    years: withNotices(setting.years, [...before, { id: "", on: setting.today(), ...own }]),
  });
  switch (notice.kind) {
    case "days": {
      refuseBadDays(setting, notice.days);
      const days = notice.days.map(({ on, kind, nameVi, nameEn }) => ({
        on: civilDate(on),
        kind,
        name: { vi: nameVi, en: nameEn },
      }));
      return added({ year: null, days, source: notice.source });
    }
    case "complete": {
      const year = withNotices(setting.years, before).find((each) => each.year === notice.year);
      if (!year) throw invalidInput([{ field: "year", message: outsideYears(setting) }]);
      if (year.verified) throw alreadyComplete(notice.year);
      return added({ year: notice.year, days: [], source: notice.source });
    }
    case "withdrawal": {
      const own = before.find((each) => each.id === notice.noticeId);
      if (!own) throw notFound();
      const left = before.filter((each) => each !== own);
      return { notice, touched: told(own), years: withNotices(setting.years, left) };
    }
  }
}

function refuseBadDays(
  setting: CalendarSetting,
  days: readonly { readonly on: string; readonly kind: CalendarDay["kind"] }[],
): void {
  const problems: FieldProblem[] = [];
  days.forEach(({ on, kind }, i) => {
    const date = civilDate(on);
    const weekday = dayOfWeek(date);
    const bad = (message: FieldProblem["message"]) => problems.push({ field: `days.${i}.on`, message });
    if (!setting.years.some((year) => year.year === yearOf(date))) bad(outsideYears(setting));
    else if (kind === "worked-saturday" && weekday !== 6) bad(noSaturday);
    else if (kind === "swapped-off" && (weekday === 0 || weekday === 6)) bad(noWeekday);
    if (days.findIndex((each) => each.on === on) !== i) bad(twice);
  });
  if (problems.length > 0) throw invalidInput(problems);
}

const noSaturday = {
  vi: "Ngày làm bù phải là thứ Bảy.",
  en: "A day worked in exchange is a Saturday.",
};
const noWeekday = {
  vi: "Ngày nghỉ hoán đổi phải là ngày làm việc từ thứ Hai đến thứ Sáu.",
  en: "A swapped day off is a working day, Monday to Friday.",
};
const twice = { vi: "Ngày này có hai lần trong thông báo.", en: "This day stands twice in the notice." };

function outsideYears({ years }: CalendarSetting) {
  const [from, to] = [years[0]?.year, years.at(-1)?.year];
  return { vi: `Lịch có các năm ${from} đến ${to}.`, en: `The calendar has the years ${from} to ${to}.` };
}

function alreadyComplete(year: number): Refused {
  return new Refused({
    code: "already-done",
    message: {
      vi: `Lịch năm ${year} đã đủ. Nếu có ngày mới, hãy nhập ngày đó.`,
      en: `The calendar of ${year} is complete already. A new day can still be entered.`,
    },
  });
}
