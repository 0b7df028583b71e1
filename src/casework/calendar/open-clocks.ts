import { sql } from "kysely";
import type { Calendar } from "../../rules/calendar.ts";
import type { Pause } from "../../rules/decide.ts";
import type { LawPack } from "../../rules/pack.ts";
import { type RecountedClock, recountClocks, type StandingClock } from "../../rules/recount.ts";
import type { Trx } from "../../store/index.ts";
import type { Touched } from "./notice-input.ts";

/** Clocks belong to a matter, or to a petition that is in none. */
export type Stage = "matters" | "petitions";

export interface OpenClock extends StandingClock {
  readonly id: string;
  readonly petitionId: string | null;
  readonly matterId: string | null;
  readonly agencyId: string;
}

/** A matter, or a petition in none, with its running clocks. */
export interface OpenSubject {
  readonly id: string;
  readonly code: string;
  readonly agencyCode: string;
  /** Nobody but one officer may see it: it is counted and not named. */
  readonly sealed: boolean;
  readonly lawPack: string | null;
  readonly procedure: string | null;
  readonly pauses: readonly Pause[];
  readonly clocks: readonly OpenClock[];
}

/**
 * The next matters or petitions, by id, that are open and have a running clock over a touched day. What is closed, or
 * has left intake, does not move.
 */
export async function touchedSubjects(
  tx: Trx,
  stage: Stage,
  touched: readonly Touched[],
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const over = sql`d.status = 'running' and exists (select from jsonb_to_recordset(${JSON.stringify(touched)}::jsonb) as t("from" date, "to" date)
    where least(d.start_on, d.raw_on) <= t."to" and greatest(d.start_on, d.due_on) >= t."from")`;
  const from = after ?? "00000000-0000-0000-0000-000000000000";
  const { rows } = await (stage === "matters"
    ? sql<{ id: string }>`
        select m.id from matter m where m.id > ${from}::uuid and m.closed_on is null
          and exists (select from deadline d where d.matter_id = m.id and ${over}) order by m.id limit ${limit}`
    : sql<{ id: string }>`
        select p.id from petition p where p.id > ${from}::uuid and p.matter_id is null and p.waiting_on <> 'nobody'
          and exists (select from deadline d where d.petition_id = p.id and d.matter_id is null and ${over}) order by p.id limit ${limit}`
  ).execute(tx);
  return rows.map((row) => row.id);
}

/** Nobody acts on them until the transaction ends; what was closed or put into a matter meanwhile is left out when they are read. */
export async function lockSubjects(tx: Trx, stage: Stage, ids: readonly string[]): Promise<void> {
  const table = sql.table(stage === "matters" ? "matter" : "petition");
  await sql`select id from ${table} where id = any(${ids}::uuid[]) order by id for update`.execute(tx);
}

export async function openSubjects(tx: Trx, stage: Stage, ids: readonly string[]): Promise<readonly OpenSubject[]> {
  const clocks = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'petitionId', d.petition_id, 'matterId', d.matter_id, 'agencyId', d.agency_id,
      'clock', d.clock, 'rule', d.rule, 'version', right(d.law_pack, 10), 'startOn', d.start_on, 'rawOn', d.raw_on, 'dueOn', d.due_on,
      'effectiveOn', d.effective_on, 'provisional', d.provisional, 'status', d.status, 'extensions', coalesce(d.inputs->'extensions', '[]'::jsonb)) order by d.id), '[]')
    from deadline d where d.status = 'running' and`;
  const { rows } = await (stage === "matters"
    ? sql<OpenSubject>`
        select m.id, m.code, a.code as "agencyCode", false as sealed, m.law_pack as "lawPack", m.procedure, m.pauses, ${clocks} d.matter_id = m.id) as clocks
        from matter m join agency a on a.id = m.agency_id where m.id = any(${ids}::uuid[]) and m.closed_on is null order by m.id`
    : sql<OpenSubject>`
        select p.id, p.code, a.code as "agencyCode", p.sealed_to is not null as sealed, null as "lawPack", null as procedure, '[]'::jsonb as pauses,
          ${clocks} d.petition_id = p.id and d.matter_id is null) as clocks
        from petition p join agency a on a.id = p.agency_id
        where p.id = any(${ids}::uuid[]) and p.matter_id is null and p.waiting_on <> 'nobody' order by p.id`
  ).execute(tx);
  return rows;
}

/** The clocks of one subject that another calendar changes. */
export function recountSubject(
  packs: readonly LawPack[],
  subject: OpenSubject,
  calendar: Calendar,
): readonly RecountedClock<OpenClock>[] {
  const procedure = packs
    .find((pack) => pack.id === subject.lawPack)
    ?.procedures.find((each) => each.id === subject.procedure);
  return recountClocks(packs, procedure, subject.clocks, subject.pauses, calendar);
}
