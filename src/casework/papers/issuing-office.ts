import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { type AgencyLetterhead, letterheadOn } from "../agencies/index.ts";
import { notFound } from "../refusal.ts";
import type { PaperAgency } from "./paper-input.ts";

interface OfficeRow {
  agency: AgencyLetterhead | null;
  headName: string | null;
  acting: { form: string; name: string; title: string } | null;
}

/** The head of the paper and who signs it that day, for the head where somebody acts. Throws "not-found". */
export async function issuingOffice(tx: Trx, agencyId: string, on: CivilDate): Promise<PaperAgency> {
  const { rows } = await sql<OfficeRow>`
    select (select to_jsonb(head) from (${letterheadOn(agencyId, on)}) head) as agency,
      (select o.display_name from role_grant g join officer o on o.id = g.officer_id where g.agency_id = ${agencyId} and g.role = 'head'
        and g.valid_from <= ${on} and (g.valid_to is null or g.valid_to >= ${on}) order by g.valid_from limit 1) as "headName",
      (select jsonb_build_object('form', d.form, 'name', o.display_name, 'title', o.job_title) from delegation d join officer o on o.id = d.to_officer
        where d.agency_id = ${agencyId} and d.ended_at is null and d.valid_from <= ${on} and d.valid_to >= ${on} limit 1) as acting`.execute(
    tx,
  );
  const row = rows[0];
  if (!row?.agency) throw notFound();
  const { agency, acting } = row;
  const signer = acting?.name ?? row.headName;
  return {
    name: agency.name,
    symbol: agency.symbol,
    place: agency.placeName,
    headTitle: acting ? titleOfActing(agency.headTitle, acting) : agency.headTitle,
    ...(agency.parentName ? { parentName: agency.parentName } : {}),
    ...(signer ? { headName: signer } : {}),
  };
}

/** "KT. CHỦ TỊCH" over "PHÓ CHỦ TỊCH"; a collective's "TM." stays above (Phụ lục I Nghị định 30/2020/NĐ-CP). */
function titleOfActing(headTitle: string, { form, title }: NonNullable<OfficeRow["acting"]>): string {
  const lines = headTitle.split("\n");
  return [...lines.slice(0, -1), `${form}. ${lines.at(-1) ?? ""}`, title].join("\n");
}
