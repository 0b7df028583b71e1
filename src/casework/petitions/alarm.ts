import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { agenciesWhere, whoAsks } from "../access/index.ts";
import { applyClockChanges } from "../calendar/index.ts";
import { parseInput } from "../parse-input.ts";
import type { Asker, Setting } from "../setting.ts";

/** Điểm b khoản 3 Điều 41 Nghị định 154/2026/NĐ-CP: it rings where a petition lies 45 days without being processed. */
export const alarm = { clock: "alarm", rule: "TCD-41-1" } as const;

export interface AlarmLine {
  readonly id: string;
  readonly code: string;
  readonly matterId: string | null;
  readonly petitioner: string | null;
  readonly receivedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly article: string;
}

const input = z.object({ until: z.iso.date(), limit: z.number().int().min(1).max(100).default(20) });

/** Petitions nobody has processed, whose 45 days end by that day or have ended; the oldest first, in the asker's units. */
export async function alarmsUntil(
  setting: Setting,
  asker: Asker,
  wanted: z.input<typeof input>,
): Promise<readonly AlarmLine[]> {
  const { until, limit } = parseInput(input, wanted);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const agencies = agenciesWhere(whoAsks(tx).grants, "petition:read");
      const { rows } = await sql<AlarmLine>`
        select p.id, p.code, p.matter_id as "matterId", coalesce(p.pseudonym, n.full_name) as petitioner, p.received_on as "receivedOn", d.due_on as "dueOn",
          d.explanation->>'article' as article
        from deadline d join petition p on p.id = d.petition_id
        left join lateral (select x.full_name from petition_party pp join person_detail x on x.person_id = pp.person_id
          where pp.petition_id = p.id order by pp.ordinal limit 1) n on true
        where d.clock = 'alarm' and d.status = 'running' and d.agency_id = any(${agencies}::uuid[]) and d.due_on <= ${until}::date
        order by d.due_on, d.id limit ${limit}`.execute(tx);
      return rows;
    },
    { readOnly: true },
  );
}

/** What is examined under its own procedure, or was answered, is processed: that procedure's own limits watch over it. Our reading. */
export async function endAlarm(
  tx: Trx,
  setting: Setting,
  petition: { readonly petitionId: string; readonly agencyId: string; readonly on: CivilDate },
): Promise<void> {
  const { petitionId, agencyId, on } = petition;
  await applyClockChanges(tx, setting, [
    {
      subject: { petitionId, matterId: null, agencyId, lawPack: "" },
      changes: [{ clock: alarm.clock, status: "met", metOn: on }],
    },
  ]);
}
