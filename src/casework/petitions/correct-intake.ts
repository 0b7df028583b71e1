import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";

/** A wrong entry of intake, mended by an act of the matter that keeps the old value. */
export async function correctIntake(
  tx: Trx,
  petitionId: string,
  right: { readonly receivedOn?: CivilDate; readonly peopleCount?: number },
): Promise<void> {
  await sql`update petition set received_on = coalesce(${right.receivedOn ?? null}::date, received_on),
    people_count = coalesce(${right.peopleCount ?? null}::int, people_count) where id = ${petitionId}`.execute(tx);
}
