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
