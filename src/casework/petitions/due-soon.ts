import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { agenciesWhere, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import type { Asker, Setting } from "../setting.ts";

export interface DueLine {
  readonly id: string;
  readonly code: string;
  readonly matterId: string | null;
  readonly matterCode: string | null;
  readonly petitioner: string | null;
  readonly lawPack: string | null;
  readonly procedure: string | null;
  readonly matterState: string | null;
  readonly nextAct: string | null;
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
}

const input = z.object({
  from: z.iso.date().optional(),
  until: z.iso.date(),
  limit: z.number().int().max(100).default(20),
});

/** What falls due up to a day (from a day on, when given), the earliest first, in the units the asker works for. */
export async function dueUntil(
  setting: Setting,
  asker: Asker,
  wanted: z.input<typeof input>,
): Promise<readonly DueLine[]> {
  const { from, until, limit } = parseInput(input, wanted);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const agencies = agenciesWhere(who.grants, "petition:read");
      const { rows } = await sql<DueLine>`
        select p.id, p.code, p.matter_id as "matterId", m.code as "matterCode", coalesce(p.pseudonym, d.full_name) as petitioner,
          m.law_pack as "lawPack", m.procedure, p.matter_state as "matterState", p.next_act as "nextAct", p.next_due_on as "dueOn", p.next_provisional as provisional
        from (select * from petition x where x.agency_id = any(${agencies}::uuid[]) and x.waiting_on <> 'nobody'
          and x.next_due_on <= ${until}::date and (${from ?? null}::date is null or x.next_due_on >= ${from ?? null}::date)
          order by x.next_due_on, x.id limit ${limit}) p
        left join matter m on m.id = p.matter_id
        left join lateral (select d.full_name from petition_party pp join person_detail d on d.person_id = pp.person_id
          where pp.petition_id = p.id order by pp.ordinal limit 1) d on true
        order by p.next_due_on, p.id`.execute(tx);
      return rows;
    },
    { readOnly: true },
  );
}
