import { sql } from "kysely";
import type { DeadlineAnswer, DeadlineStep } from "../../rules/deadline.ts";
import type { ClockChange, Pause, RunningClock } from "../../rules/decide.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Setting } from "../setting.ts";

/** Whose clock it is: a petition until it is in a matter, then the matter. */
export interface ClockSubject {
  readonly petitionId: string | null;
  readonly matterId: string | null;
  readonly agencyId: string;
  readonly lawPack: string;
}

export interface StoredClock extends RunningClock {
  readonly id: string;
  readonly lawPack: string;
  readonly rawOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly effectiveOn: CivilDate | null;
  readonly provisional: boolean;
}

export interface ExplainedClock extends Omit<StoredClock, "status"> {
  /** "replaced": computed anew since, with the reason. */
  readonly status: StoredClock["status"] | "replaced";
  /** What an announcement of the calendar made of this date. */
  readonly moved: MovedClock | null;
  readonly article: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly gap: string | null;
  readonly confidence: string;
  readonly steps: readonly DeadlineStep[];
  readonly replacedReason: string | null;
}

export interface MovedClock {
  readonly on: CivilDate;
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
  readonly notice: NoticeWords;
}

/** What a notice of the calendar says, for the line in a timeline. */
export interface NoticeWords {
  readonly kind: "days" | "complete" | "withdrawal";
  readonly year: number | null;
  readonly source: string | null;
  readonly reason: string | null;
  readonly days: readonly { readonly on: CivilDate; readonly vi: string; readonly en: string }[];
}

/** One row of `deadline` as JSON, with what is needed to defend the date years later. */
function rowOf(
  setting: Setting,
  subject: ClockSubject,
  clock: string,
  status: string,
  answer: DeadlineAnswer,
  metOn: CivilDate | null,
  pauses: readonly Pause[],
  extensions: readonly number[],
) {
  return {
    id: setting.newId(),
    petition_id: subject.petitionId,
    matter_id: subject.matterId,
    agency_id: subject.agencyId,
    clock,
    rule: answer.rule.id,
    law_pack: answer.version || subject.lawPack,
    start_on: answer.startOn,
    raw_on: answer.rawOn,
    due_on: answer.dueOn,
    effective_on: answer.effectiveOn ?? null,
    provisional: answer.provisional,
    status,
    met_on: metOn,
    inputs: { rule: answer.rule.id, startOn: answer.startOn, pauses, ...(extensions.length > 0 ? { extensions } : {}) },
    explanation: {
      article: answer.rule.article,
      name: answer.rule.name,
      confidence: answer.rule.confidence,
      gap: answer.rule.gap ?? null,
      steps: answer.steps,
    },
  };
}

export interface NewClock {
  readonly subject: ClockSubject;
  readonly changes: readonly ClockChange[];
  readonly pauses?: readonly Pause[];
  /** Why dates that stood are replaced, when an act or an announcement moved them. */
  readonly reason?: string;
  /** The notice of the calendar that moved them. */
  readonly noticeId?: string;
}

/** Writes what an act did to the clocks: met, cancelled, started, or computed anew with the old row kept as replaced. One statement. */
export async function applyClockChanges(tx: Trx, setting: Setting, batch: readonly NewClock[]): Promise<void> {
  const ended: object[] = [];
  const added: object[] = [];
  for (const { subject, changes, pauses, reason, noticeId } of batch) {
    for (const change of changes) {
      const key = { matter_id: subject.matterId, petition_id: subject.petitionId, clock: change.clock };
      if (change.answer) {
        const { status, answer, metOn, extensions } = change;
        const row = rowOf(
          setting,
          subject,
          change.clock,
          status,
          answer,
          metOn ?? null,
          pauses ?? [],
          extensions ?? [],
        );
        added.push(row);
        ended.push({
          ...key,
          status: "replaced",
          reason: reason ?? null,
          notice_id: noticeId ?? null,
          replaced_by: row.id,
          replaced_on: setting.today(),
        });
      } else {
        ended.push({ ...key, status: change.status, met_on: change.metOn ?? null });
      }
    }
  }
  if (ended.length === 0) return;
  // Matter or petition in two arms: joined by `or`, PostgreSQL reads the whole table for every registration.
  // What was replaced long ago is left out in each arm, before row-level security asks about it. The ids stand as an array
  // too: a join alone is planned as a reading of the whole table while it is small, and each of its rows is asked about.
  // New rows wait for the count of ended ones: the unique index on running clocks must see the old row ended first.
  await sql`
    with wanted as materialized (
      select e.*, of.id
      from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as e(matter_id uuid, petition_id uuid, clock text, status text, met_on date, reason text,
        notice_id uuid, replaced_by uuid, replaced_on date)
      cross join lateral (
        select m.id from deadline m where m.matter_id = e.matter_id and m.clock = e.clock and m.status in ('running', 'met')
        union all select p.id from deadline p where e.matter_id is null and p.petition_id = e.petition_id and p.clock = e.clock and p.status in ('running', 'met')) of),
    ended as (
      update deadline d set status = w.status, met_on = w.met_on, replaced_reason = w.reason, notice_id = w.notice_id, replaced_by = w.replaced_by, replaced_on = w.replaced_on
      from wanted w
      where d.id = w.id and d.id = any(array(select id from wanted)) and (d.status = 'running' or (w.status = 'replaced' and d.status = 'met'))
      returning 1)
    insert into deadline (id, petition_id, matter_id, agency_id, clock, rule, law_pack, start_on, raw_on, due_on, effective_on, provisional, status, met_on, inputs, explanation)
    select id, petition_id, matter_id, agency_id, clock, rule, law_pack, start_on, raw_on, due_on, effective_on, provisional, status, met_on, inputs, explanation
    from (select count(*) as n from ended) done cross join lateral
      jsonb_to_recordset(case when done.n >= 0 then ${JSON.stringify(added)}::jsonb end) as r(id uuid, petition_id uuid, matter_id uuid, agency_id uuid, clock text, rule text, law_pack text,
      start_on date, raw_on date, due_on date, effective_on date, provisional boolean, status text, met_on date, inputs jsonb, explanation jsonb)`.execute(
    tx,
  );
}

/**
 * Running clocks of a petition become the matter's: the same date, the same reasons; also from the matter that had them
 * before. Returns those that moved, with their rules.
 */
export async function handClocksToMatter(
  tx: Trx,
  petitionId: string,
  matterId: string,
  clocks: readonly string[],
  from: string | null,
): Promise<readonly { readonly clock: string; readonly rule: string }[]> {
  const { rows } = await sql<{ clock: string; rule: string }>`
    update deadline set matter_id = ${matterId}
    where petition_id = ${petitionId} and (matter_id is null or matter_id = ${from}::uuid) and status = 'running'
      and clock = any(${clocks}::text[]) returning clock, rule`.execute(tx);
  return rows;
}

const columns = sql`d.id, d.clock, d.rule, d.law_pack as "lawPack", d.start_on as "startOn", d.raw_on as "rawOn", d.due_on as "dueOn",
  d.effective_on as "effectiveOn", d.provisional, d.status, d.met_on as "metOn"`;

/** Every clock of a matter, or of a petition that is in none, with its explanation; running ones first. */
export async function explainedClocks(
  tx: Trx,
  subject: { readonly matterId: string } | { readonly petitionId: string },
): Promise<readonly ExplainedClock[]> {
  const where =
    "matterId" in subject ? sql`d.matter_id = ${subject.matterId}` : sql`d.petition_id = ${subject.petitionId}`;
  const { rows } = await sql<ExplainedClock>`
    select ${columns}, d.explanation->>'article' as article, d.explanation->'name' as name, d.explanation->>'gap' as gap,
      d.explanation->>'confidence' as confidence, d.explanation->'steps' as steps, d.replaced_reason as "replacedReason",
      case when d.notice_id is not null then (select jsonb_build_object('on', d.replaced_on, 'dueOn', x.due_on, 'provisional', x.provisional,
        'notice', jsonb_build_object('kind', n.kind, 'year', coalesce(n.year, w.year), 'source', coalesce(n.source, w.source), 'reason', n.reason,
          'days', coalesce((select jsonb_agg(jsonb_build_object('on', y.on_date, 'vi', y.name_vi, 'en', y.name_en) order by y.on_date)
            from calendar_notice_day y where y.notice_id = coalesce(n.withdraws, n.id)), '[]')))
        from calendar_notice n left join calendar_notice w on w.id = n.withdraws left join deadline x on x.id = d.replaced_by where n.id = d.notice_id) end as moved
    from deadline d where ${where} order by array_position(array['running','met','cancelled','replaced'], d.status), d.due_on, d.id`.execute(
    tx,
  );
  return rows;
}
