import { sql } from "kysely";
import * as z from "zod";
import type { Calendar } from "../../rules/calendar.ts";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { announcedCalendar } from "./announcements.ts";
import { applyClockChanges, type NewClock } from "./deadlines.ts";
import type { CalendarSetting, Touched } from "./notice-input.ts";
import {
  lockSubjects,
  type OpenSubject,
  openSubjects,
  recountSubject,
  type Stage,
  touchedSubjects,
} from "./open-clocks.ts";

/** What the areas do, in the same transaction, when clocks of theirs moved: the list shows the new date. */
export interface ClocksFollow {
  readonly matters: (tx: Trx, matterIds: readonly string[]) => Promise<void>;
  readonly petitions: (tx: Trx, petitionIds: readonly string[]) => Promise<void>;
}

const recountInput = z.object({
  noticeId: z.uuid(),
  /** Once more from the beginning, for what was computed by a calendar read before the notice. */
  again: z.boolean().default(false),
});

export interface Recounted {
  /** Open matters and petitions over the days of the notice. */
  readonly looked: number;
  readonly moved: number;
  readonly confirmed: number;
}

const BATCH = 100;

/**
 * Background: open deadlines over the days of a notice get the date of the calendar as it is now; the date before stays
 * in its row as replaced, with the notice. Each batch commits with how far it came: a restart goes on there, and a deadline
 * that has its date already is not touched, so that nothing is done twice.
 */
export async function recountDeadlines(
  setting: CalendarSetting,
  asker: Asker,
  input: z.input<typeof recountInput>,
  follow: ClocksFollow,
): Promise<Recounted> {
  const { noticeId, again } = parseInput(recountInput, input);
  const touched = await transaction(setting.store, asker, (tx) => begin(tx, setting, noticeId, again));
  for (;;) {
    const { done, ...counts } = await transaction(setting.store, asker, (tx) =>
      recountBatch(tx, setting, noticeId, touched, follow),
    );
    if (done) return counts;
  }
}

interface NoticeRow {
  readonly year: number | null;
  readonly days: readonly CivilDate[];
}

/** The days of the notice, or of the one it withdraws. */
async function begin(tx: Trx, setting: CalendarSetting, noticeId: string, again: boolean): Promise<readonly Touched[]> {
  const { rows } = await sql<NoticeRow>`
    select coalesce(n.year, w.year) as year,
      coalesce((select jsonb_agg(d.on_date) from calendar_notice_day d where d.notice_id = coalesce(n.withdraws, n.id)), '[]') as days
    from calendar_notice n left join calendar_notice w on w.id = n.withdraws where n.id = ${noticeId}`.execute(tx);
  const notice = rows[0];
  if (!notice) throw notFound();
  if (again)
    await sql`
      update calendar_recount set state = 'running', stage = 'matters', after_id = null, looked = 0, changed_at = ${setting.now().toISOString()}
      where notice_id = ${noticeId} and state = 'done'`.execute(tx);
  const { year, days } = notice;
  if (year === null) return days.map((on) => ({ from: on, to: on }));
  return [{ from: `${year}-01-01` as CivilDate, to: `${year}-12-31` as CivilDate }];
}

interface Progress extends Recounted {
  readonly state: "waiting" | "running" | "done";
  readonly stage: Stage;
  readonly after: string | null;
}

async function recountBatch(
  tx: Trx,
  setting: CalendarSetting,
  noticeId: string,
  touched: readonly Touched[],
  follow: ClocksFollow,
): Promise<Recounted & { readonly done: boolean }> {
  // Two workers on one notice take turns; the second finds what the first wrote.
  const { rows } = await sql<Progress>`
    select state, stage, after_id as after, looked, moved, confirmed from calendar_recount where notice_id = ${noticeId} for update`.execute(
    tx,
  );
  const before = rows[0];
  if (!before) throw notFound();
  if (before.state === "done") return { ...counts(before), done: true };
  const { stage } = before;
  const ids = await touchedSubjects(tx, stage, touched, before.after, BATCH);
  await lockSubjects(tx, stage, ids);
  const subjects = await openSubjects(tx, stage, ids);
  const calendar = await announcedCalendar(tx, setting.years);
  const { batch, moved, confirmed, changed } = changesOf(setting, noticeId, subjects, calendar);
  await applyClockChanges(tx, setting, batch);
  if (changed.length > 0) await follow[stage](tx, changed);
  const last = ids.length < BATCH;
  const done = last && stage === "petitions";
  const after: Recounted = {
    looked: before.looked + subjects.length,
    moved: before.moved + moved,
    confirmed: before.confirmed + confirmed,
  };
  await sql`
    update calendar_recount set state = ${done ? "done" : "running"}, stage = ${last ? "petitions" : stage},
      after_id = ${last ? null : (ids.at(-1) ?? null)}::uuid, looked = ${after.looked}, moved = ${after.moved}, confirmed = ${after.confirmed},
      changed_at = ${setting.now().toISOString()}
    where notice_id = ${noticeId}`.execute(tx);
  return { ...after, done };
}

const counts = ({ looked, moved, confirmed }: Recounted): Recounted => ({ looked, moved, confirmed });

function changesOf(
  setting: CalendarSetting,
  noticeId: string,
  subjects: readonly OpenSubject[],
  calendar: Calendar,
): {
  readonly batch: readonly NewClock[];
  readonly moved: number;
  readonly confirmed: number;
  readonly changed: readonly string[];
} {
  const batch: NewClock[] = [];
  const changed: string[] = [];
  let [moved, confirmed] = [0, 0];
  for (const subject of subjects) {
    const recounted = recountSubject(setting.law.packs, subject, calendar);
    if (recounted.length > 0) changed.push(subject.id);
    for (const { before, answer } of recounted) {
      if (before.dueOn === answer.dueOn) confirmed += 1;
      else moved += 1;
      const { clock, extensions = [], petitionId, matterId, agencyId } = before;
      batch.push({
        subject: { petitionId, matterId, agencyId, lawPack: subject.lawPack ?? before.version },
        changes: [{ clock, status: "running", answer, ...(extensions.length > 0 ? { extensions } : {}) }],
        pauses: subject.pauses,
        reason: "calendar",
        noticeId,
      });
    }
  }
  return { batch, moved, confirmed, changed };
}
