import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, type Who } from "../access/index.ts";
import { notAllowed, notFound, Refused } from "../refusal.ts";
import type { PetitionKind } from "./intake-clocks.ts";

export interface PetitionRow {
  id: string;
  agencyId: string;
  kind: PetitionKind | null;
  state: string;
  sealedTo: string | null;
  visitId: string | null;
  postEntryId: string | null;
  receivedOn: CivilDate;
  matterId: string | null;
  peopleCount: number;
}

/** The petition, locked until the transaction ends, or "not-found" for whoever may not see it. */
export async function lockPetition(tx: Trx, petitionId: string): Promise<PetitionRow> {
  const { rows } = await sql<PetitionRow>`
    select id, agency_id as "agencyId", kind, state, sealed_to as "sealedTo", visit_id as "visitId", post_entry_id as "postEntryId", received_on as "receivedOn", matter_id as "matterId", people_count as "peopleCount"
    from petition where id = ${petitionId} for update`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  return row;
}

export function mayProcess(who: Who, petition: PetitionRow): void {
  if (petition.sealedTo !== null && petition.sealedTo !== who.officerId) throw notAllowed();
  if (petition.sealedTo === null) require(who, "petition:process", petition.agencyId);
}

export function notOnceInMatter(petition: PetitionRow): void {
  if (petition.matterId === null) return;
  throw new Refused({
    code: "already-done",
    message: {
      vi: "Đơn đã thuộc một vụ việc; mọi việc tiếp theo làm tại vụ việc đó (kể cả đính chính).",
      en: "The petition already belongs to a matter; everything further, corrections too, is done there.",
    },
  });
}

/** Writes the search row anew from what is stored now. */
export async function reindex(tx: Trx, petitionId: string): Promise<void> {
  await sql`
    select app.index_petition(p.id, p.agency_id, p.sealed_to, p.received_on,
      coalesce((select string_agg(d.full_name, ' | ' order by pp.ordinal) from petition_party pp join person_detail d on d.person_id = pp.person_id where pp.petition_id = p.id), ''),
      concat_ws(E'\\n', p.code, t.content, t.request, t.contested_act, t.respondent))
    from petition p join petition_text t on t.petition_id = p.id where p.id = ${petitionId}`.execute(tx);
}
