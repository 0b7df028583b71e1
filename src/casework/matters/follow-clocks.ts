import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { type NextDate, showNextDates } from "../petitions/index.ts";
import type { Setting } from "../setting.ts";

interface Running {
  readonly matterId: string;
  readonly lawPack: string;
  readonly procedure: string;
  readonly state: string;
  readonly clock: string;
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
}

/** After an announcement of the calendar moved clocks of these matters: the list shows the date of the next act as it is now. */
export async function followClocks(tx: Trx, setting: Setting, matterIds: readonly string[]): Promise<void> {
  const { rows } = await sql<Running>`
    select m.id as "matterId", m.law_pack as "lawPack", m.procedure, m.state, d.clock, d.due_on as "dueOn", d.provisional
    from matter m join deadline d on d.matter_id = m.id and d.status = 'running' where m.id = any(${matterIds}::uuid[])`.execute(
    tx,
  );
  const dates = rows.flatMap((row): NextDate[] => {
    const state = setting.law.packs
      .find((pack) => pack.id === row.lawPack)
      ?.procedures.find((each) => each.id === row.procedure)
      ?.states.find((each) => each.id === row.state);
    if (state?.next?.clock !== row.clock) return [];
    return [{ matterId: row.matterId, dueOn: row.dueOn, provisional: row.provisional }];
  });
  await showNextDates(tx, dates);
}
