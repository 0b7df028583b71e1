import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { notAllowed } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import type { ChangeKind } from "./account-changes.ts";
import type { AccountsSetting } from "./accounts.ts";
import { agenciesWhere, type Role } from "./policy.ts";
import { whoAsks } from "./who.ts";

export interface ChangeLine {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly officer: { readonly id: string; readonly name: string };
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly role: Role | null;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly proposedBy: string;
  readonly proposedOn: CivilDate;
  /** The last day on which it can be confirmed. */
  readonly lapsesOn: CivilDate;
  readonly state: "waiting" | "confirmed" | "refused" | "withdrawn" | "lapsed";
  readonly decidedBy: string | null;
  readonly decidedOn: CivilDate | null;
  readonly reason: string | null;
  readonly isMine: boolean;
  /** The asker is another administrator than the one who proposed it, and gains nothing by it. */
  readonly mayConfirm: boolean;
}

/** What waits for a second administrator in the agencies that the asker administers and below them, and the thirty that were decided or lapsed last. */
export async function listChanges(setting: AccountsSetting, asker: Asker): Promise<readonly ChangeLine[]> {
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    if (who.kind === "officer" && agenciesWhere(who.grants, "officer:manage").length === 0) throw notAllowed();
    const today = setting.today();
    const { rows } = await sql<ChangeLine>`
      select c.id, c.kind, jsonb_build_object('id', o.id, 'name', o.display_name) as officer, a.code as "agencyCode", coalesce(v.name, a.code) as "agencyName",
        c.role, c.valid_from as "from", c.valid_to as "to", p.display_name as "proposedBy", c.proposed_on as "proposedOn", c.lapses_on as "lapsesOn",
        case when c.state = 'waiting' and c.lapses_on < ${today} then 'lapsed' else c.state end as state, d.display_name as "decidedBy",
        c.decided_on as "decidedOn", c.reason, c.proposed_by is not distinct from ${who.officerId}::uuid as "isMine",
        ${who.officerId !== null} and c.proposed_by is distinct from ${who.officerId}::uuid
          and (c.kind = 'end' or c.officer_id is distinct from ${who.officerId}::uuid) as "mayConfirm"
      from account_change c join officer o on o.id = c.officer_id join officer p on p.id = c.proposed_by left join officer d on d.id = c.decided_by
      join agency a on a.id = c.agency_id
      left join agency_version v on v.agency_id = a.id and v.valid_from <= ${today} and (v.valid_to is null or v.valid_to >= ${today})
      order by (c.state = 'waiting' and c.lapses_on >= ${today}) desc, coalesce(c.decided_on, c.proposed_on) desc, c.id desc limit 130`.execute(
      tx,
    );
    const waiting = rows.filter(({ state }) => state === "waiting");
    return [...waiting, ...rows.filter(({ state }) => state !== "waiting").slice(0, 30)];
  });
}
