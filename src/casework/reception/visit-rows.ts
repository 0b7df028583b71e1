import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import { yearOf } from "../../time/civil-date.ts";
import { notFound } from "../refusal.ts";
import type { Hider } from "./hide-denouncer.ts";
import type { VisitWanted } from "./visit-input.ts";
import type { VisitPerson } from "./visit-people.ts";

export interface VisitToStore {
  readonly id: string;
  readonly officerId: string | null;
  /** The instant, when the visit is recorded on its own day. */
  readonly receivedAt: Date | null;
  readonly sealedTo: string | null;
  readonly pseudonym: string | null;
  readonly people: readonly VisitPerson[];
}

export interface RegisterPlace {
  readonly registerNo: number;
  readonly registerYear: number;
}

/** Stores one visit of the counter. The number of the register is taken here, last before the row, so that nobody waits long for it. */
export async function storeVisit(
  tx: Trx,
  wanted: VisitWanted,
  visit: VisitToStore,
  hide: Hider,
): Promise<RegisterPlace> {
  const registerYear = yearOf(wanted.receivedOn);
  const { rows } = await sql<{
    no: number;
  }>`select app.next_number(${wanted.agencyId}, 'visit', ${registerYear}) as no`.execute(tx);
  const registerNo = rows[0]?.no;
  if (registerNo === undefined) throw new Error("the register gave no number");
  await sql`
    insert into visit (id, agency_id, register_year, register_no, received_on, received_at, officer_id, source, kinds, sealed_to, pseudonym,
      people_count, within_competence, guided_to, guidance_number, transferred_to, transfer_number, has_petition_paper)
    values (${visit.id}, ${wanted.agencyId}, ${registerYear}, ${registerNo}, ${wanted.receivedOn}, ${visit.receivedAt}, ${visit.officerId}, 'counter',
      ${wanted.kinds}::text[], ${visit.sealedTo}, ${visit.pseudonym}, ${wanted.peopleCount}, ${wanted.withinCompetence ?? null},
      ${hide(wanted.guidedTo) ?? null}, ${hide(wanted.guidanceNumber) ?? null}, ${hide(wanted.transferredTo) ?? null},
      ${hide(wanted.transferNumber) ?? null}, ${wanted.hasPetitionPaper})`.execute(tx);
  await sql`
    insert into visit_text (visit_id, content, request, prior_authority, note)
    values (${visit.id}, ${hide(wanted.content)}, ${hide(wanted.request) ?? null}, ${hide(wanted.priorAuthority) ?? null}, ${hide(wanted.note) ?? null})`.execute(
    tx,
  );
  await storeParties(tx, visit);
  await storeItems(tx, wanted, visit.id, hide);
  return { registerNo, registerYear };
}

async function storeParties(tx: Trx, visit: VisitToStore): Promise<void> {
  if (visit.people.length === 0) return;
  const rows = visit.people.map((one, ordinal) => ({ person_id: one.personId, role: one.role, ordinal }));
  await sql`insert into visit_party (visit_id, person_id, role, ordinal)
    select ${visit.id}::uuid, person_id, role, ordinal from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, role text, ordinal smallint)`.execute(
    tx,
  );
}

async function storeItems(tx: Trx, wanted: VisitWanted, visitId: string, hide: Hider): Promise<void> {
  if (wanted.items.length === 0) return;
  await requireOwnFiles(tx, wanted);
  const json = JSON.stringify(
    wanted.items.map((one, ordinal) => ({
      ordinal,
      title: hide(one.title),
      pages: one.pages ?? null,
      copy_type: one.copyType ?? null,
      condition: hide(one.condition) ?? null,
      file_id: one.fileId ?? null,
    })),
  );
  await sql`insert into visit_item (visit_id, ordinal, title, pages, copy_type, condition, file_id)
    select ${visitId}::uuid, ordinal, title, pages, copy_type, condition, file_id from jsonb_to_recordset(${json}::jsonb)
      as r(ordinal smallint, title text, pages smallint, copy_type text, condition text, file_id uuid)`.execute(tx);
  await sql`insert into visit_file (visit_id, file_id, ordinal, title, pages, copy_type)
    select distinct on (file_id) ${visitId}::uuid, file_id, ordinal, title, pages, copy_type from jsonb_to_recordset(${json}::jsonb)
      as r(ordinal smallint, title text, pages smallint, copy_type text, file_id uuid) where file_id is not null order by file_id, ordinal`.execute(
    tx,
  );
}

/** What hangs on a visit can be read by its readers, so only a file of this agency that the asker may see is hung on it. */
async function requireOwnFiles(tx: Trx, wanted: VisitWanted): Promise<void> {
  const ids = [...new Set(wanted.items.flatMap((one) => one.fileId ?? []))];
  if (ids.length === 0) return;
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from file where id = any(${ids}::uuid[]) and agency_id = ${wanted.agencyId}`.execute(tx);
  if (rows[0]?.n !== ids.length) throw notFound();
}
