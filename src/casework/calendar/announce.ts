import { sql } from "kysely";
import * as z from "zod";
import { buildCalendar } from "../../rules/calendar.ts";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { onceByKey } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import type { Asker } from "../setting.ts";
import {
  type CalendarSetting,
  type Notice,
  type NoticeInput,
  noticeInput,
  requireAnnouncer,
  type Touched,
  weigh,
} from "./notice-input.ts";
import { openSubjects, recountSubject, type Stage, touchedSubjects } from "./open-clocks.ts";

const keyed = z.object({ key: z.uuid() });

/** Announcements reach other processes' calendars within seconds; whatever they computed until then is looked at again. */
const AGAIN_AFTER_SECONDS = 60;

/**
 * Enters a notice: days, that a year is complete, or the withdrawal of an earlier notice. Open deadlines are computed
 * anew by background work. Throws "not-allowed", "invalid-input", "not-found", "already-done".
 */
export async function announce(
  setting: CalendarSetting,
  asker: Asker,
  input: NoticeInput & { readonly key: string },
): Promise<{ readonly noticeId: string }> {
  const { key } = parseInput(keyed, input);
  const notice = parseInput(noticeInput, input);
  return transaction(setting.store, asker, (tx) =>
    onceByKey(tx, key, "announce-calendar", async () => {
      const { officerId } = await requireAnnouncer(tx);
      // One notice after the other: what one refuses may hang on the one before.
      await sql`select pg_advisory_xact_lock(hashtext('calendar-notice'))`.execute(tx);
      await weigh(tx, setting, notice);
      const noticeId = setting.newId();
      await store(tx, setting, noticeId, notice, officerId);
      const job = (again: boolean) => sql`
        select graphile_worker.add_job('recount-deadlines', ${JSON.stringify({ noticeId, again })}::json, queue_name := 'calendar',
          run_at := now() + make_interval(secs => ${again ? AGAIN_AFTER_SECONDS : 0}))`;
      await job(false).execute(tx);
      await job(true).execute(tx);
      return { noticeId };
    }),
  );
}

async function store(
  tx: Trx,
  setting: CalendarSetting,
  noticeId: string,
  notice: Notice,
  officerId: string | null,
): Promise<void> {
  const at = setting.now().toISOString();
  const source = notice.kind === "withdrawal" ? null : notice.source;
  const withdraws = notice.kind === "withdrawal" ? notice.noticeId : null;
  const reason = notice.kind === "withdrawal" ? notice.reason : null;
  const year = notice.kind === "complete" ? notice.year : null;
  await sql`
    insert into calendar_notice (id, kind, year, withdraws, source, reason, announced_by, announced_on, announced_at)
    values (${noticeId}, ${notice.kind}, ${year}, ${withdraws}::uuid, ${source}, ${reason}, ${officerId}::uuid, ${setting.today()}, ${at})`.execute(
    tx,
  );
  if (notice.kind === "days") {
    await sql`
      insert into calendar_notice_day (notice_id, on_date, kind, name_vi, name_en)
      select ${noticeId}::uuid, "on", kind, "nameVi", "nameEn"
      from jsonb_to_recordset(${JSON.stringify(notice.days)}::jsonb) as d("on" date, kind text, "nameVi" text, "nameEn" text)`.execute(
      tx,
    );
  }
  await sql`insert into calendar_recount (notice_id, changed_at) values (${noticeId}, ${at})`.execute(tx);
}

export interface PreviewedMove {
  readonly code: string;
  readonly agencyCode: string;
  readonly clock: Text;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface NoticePreview {
  /** Open deadlines that would get another date. */
  readonly moved: number;
  /** Those whose date stays and only its certainty changes. */
  readonly confirmed: number;
  readonly examples: readonly PreviewedMove[];
  /** There are more matters and petitions than were looked at. */
  readonly more: boolean;
  readonly touched: readonly Touched[];
}

const EXAMPLES = 10;
const PAGE = 1_000;
const LOOKED_MOST = 50_000;

/** What a notice would do to open deadlines; nothing is stored. Counts over every agency, and names codes and dates only. */
export async function previewNotice(
  setting: CalendarSetting,
  asker: Asker,
  input: NoticeInput,
): Promise<NoticePreview> {
  const notice = parseInput(noticeInput, input);
  const { touched, years } = await transaction(
    setting.store,
    asker,
    async (tx) => {
      await requireAnnouncer(tx);
      return weigh(tx, setting, notice);
    },
    { readOnly: true },
  );
  const calendar = buildCalendar(years);
  let [moved, confirmed, looked] = [0, 0, 0];
  const examples: PreviewedMove[] = [];
  for (const stage of ["matters", "petitions"] as const satisfies readonly Stage[]) {
    let after: string | null = null;
    while (looked < LOOKED_MOST) {
      const page = await readPage(setting, stage, touched, after);
      for (const subject of page) {
        for (const { before, answer } of recountSubject(setting.law.packs, subject, calendar)) {
          if (before.dueOn === answer.dueOn) confirmed += 1;
          else moved += 1;
          if (before.dueOn === answer.dueOn || subject.sealed || examples.length >= EXAMPLES) continue;
          const { code, agencyCode } = subject;
          examples.push({ code, agencyCode, clock: answer.rule.name, from: before.dueOn, to: answer.dueOn });
        }
      }
      looked += page.length;
      after = page.at(-1)?.id ?? null;
      if (page.length < PAGE) break;
    }
  }
  return { moved, confirmed, examples, more: looked >= LOOKED_MOST, touched };
}

/** By the asker of background work: the administrator sees no petition, but is told how many deadlines would move. */
function readPage(setting: CalendarSetting, stage: Stage, touched: readonly Touched[], after: string | null) {
  return transaction(
    setting.store,
    setting.task,
    async (tx) => openSubjects(tx, stage, await touchedSubjects(tx, stage, touched, after, PAGE)),
    { readOnly: true },
  );
}
