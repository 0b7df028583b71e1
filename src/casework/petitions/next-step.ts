import { type RawBuilder, sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";

/** What the list shows of a petition while its matter moves. */
export interface NextStep {
  readonly matterState: string;
  readonly act: string | null;
  readonly dueOn: CivilDate | null;
  readonly provisional: boolean;
  readonly waitingOn: "us" | "petitioner" | "others" | "calendar" | "nobody";
  readonly assigneeId: string | null;
  readonly closed: boolean;
}

/** Every petition of the matter shows the matter's next step. */
export async function showNextStep(tx: Trx, matterId: string, step: NextStep): Promise<void> {
  await nextStepShown(matterId, step).execute(tx);
}

/** The same as a statement, for an act that writes everything at once. */
export function nextStepShown(matterId: string, step: NextStep): RawBuilder<unknown> {
  const state = step.closed ? "closed" : "in-matter";
  // A row that already says so is not written again: most acts leave the next step as it is.
  return sql`
    update petition set matter_state = ${step.matterState}, next_act = ${step.act}, next_due_on = ${step.dueOn}::date,
      next_provisional = ${step.provisional}, waiting_on = ${step.waitingOn}, assignee_id = ${step.assigneeId}::uuid, state = ${state}
    where matter_id = ${matterId} and (matter_state, next_act, next_due_on, next_provisional, waiting_on, assignee_id, state)
      is distinct from (${step.matterState}, ${step.act}, ${step.dueOn}::date, ${step.provisional}, ${step.waitingOn}, ${step.assigneeId}::uuid, ${state})`;
}

/** A petition becomes part of a matter. */
export async function joinMatter(tx: Trx, petitionId: string, matterId: string): Promise<void> {
  await sql`update petition set matter_id = ${matterId}, state = 'in-matter' where id = ${petitionId}`.execute(tx);
}

export interface NextDate {
  readonly matterId: string;
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
}

/** Petitions of these matters show another date for the same next step. */
export async function showNextDates(tx: Trx, dates: readonly NextDate[]): Promise<void> {
  if (dates.length === 0) return;
  await sql`
    update petition p set next_due_on = d."dueOn", next_provisional = d.provisional
    from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) as d("matterId" uuid, "dueOn" date, provisional boolean)
    where p.matter_id = d."matterId" and (p.next_due_on, p.next_provisional) is distinct from (d."dueOn", d.provisional)`.execute(
    tx,
  );
}

/** Petitions in no matter show the earliest of their running clocks, after an announcement of the calendar moved some. */
export async function followIntakeClocks(tx: Trx, petitionIds: readonly string[]): Promise<void> {
  await sql`
    update petition p set next_due_on = d.due_on, next_provisional = d.provisional
    from (select distinct on (petition_id) petition_id, due_on, provisional from deadline
      where petition_id = any(${petitionIds}::uuid[]) and matter_id is null and status = 'running' order by petition_id, due_on, provisional desc) d
    where p.id = d.petition_id and p.matter_id is null and (p.next_due_on, p.next_provisional) is distinct from (d.due_on, d.provisional)`.execute(
    tx,
  );
}
