import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { invalidInput, notFound } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { type Outcome, proposeOrDo } from "./account-changes.ts";
import type { AccountsSetting } from "./accounts.ts";
import type { Role } from "./policy.ts";
import { require, whoAsks } from "./who.ts";

export interface NewGrant {
  readonly officerId: string;
  readonly agencyId: string;
  readonly role: Role;
  readonly from: CivilDate;
  /** The last day on which the role holds. */
  readonly to?: CivilDate;
}

/** Proposes a role in an agency from a day on, or gives it where nobody else administers. Throws "not-allowed", "not-found", "invalid-input", "already-done". */
export async function grantRole(
  setting: AccountsSetting,
  asker: Asker,
  { officerId, agencyId, role, from, to = undefined }: NewGrant,
): Promise<Outcome & { readonly grantId: string }> {
  if (to !== undefined && to < from) {
    throw invalidInput([
      { field: "to", message: { vi: "Ngày cuối trước ngày đầu.", en: "The last day is before the first." } },
    ]);
  }
  return transaction(setting.store, asker, async (tx) => {
    require(whoAsks(tx), "officer:manage", agencyId);
    const { rows } = await sql`select from officer where id = ${officerId}`.execute(tx);
    if (rows.length === 0) throw notFound();
    const grantId = setting.newId();
    const change = { kind: "grant", officerId, agencyId, grantId, role, from, to: to ?? null } as const;
    return { ...(await proposeOrDo(tx, setting, change, [agencyId])), grantId };
  });
}

/** The role holds for the last time on that day: proposed, or done where nobody else administers. Throws as `grantRole`. */
export async function endRole(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly grantId: string; readonly lastDay: CivilDate },
): Promise<Outcome> {
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<{ officerId: string; agencyId: string; role: Role; from: CivilDate }>`
      select officer_id as "officerId", agency_id as "agencyId", role, valid_from as "from" from role_grant where id = ${input.grantId}`.execute(
      tx,
    );
    const grant = rows[0];
    if (!grant) throw notFound();
    require(who, "officer:manage", grant.agencyId);
    // A role that ends before it began never held: it ends on its first day's eve, which the table writes as one day.
    const to = input.lastDay < grant.from ? grant.from : input.lastDay;
    return proposeOrDo(tx, setting, { kind: "end", ...grant, grantId: input.grantId, to }, [grant.agencyId]);
  });
}
