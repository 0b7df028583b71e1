import { sql } from "kysely";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { notFound } from "../../refusal.ts";
import type { Setting } from "../../setting.ts";
import type { PetitionRow } from "../petition-row.ts";

export type TransferState = "proposed" | "accepted" | "returned" | "referred" | "decided" | "outside";

export interface TransferRow {
  readonly id: string;
  readonly petitionId: string;
  readonly ordinal: number;
  readonly restricted: boolean;
  readonly fromAgency: string;
  readonly toAgency: string;
  readonly state: TransferState;
  readonly onDate: CivilDate;
  readonly sealedTo: string | null;
}

/** A transfer inside the system, or "not-found" for whoever may not see it. */
export async function readTransfer(tx: Trx, transferId: string): Promise<TransferRow> {
  const { rows } = await sql<TransferRow>`
    select id, petition_id as "petitionId", ordinal, restricted, from_agency as "fromAgency", to_agency as "toAgency", state, on_date as "onDate", sealed_to as "sealedTo"
    from petition_transfer where id = ${transferId} and to_agency is not null`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  return row;
}

export interface NewTransfer {
  readonly id: string;
  readonly petition: PetitionRow;
  readonly code: string;
  readonly toAgency: string | null;
  readonly wishedAgency?: string | undefined;
  /** The name of a body outside. */
  readonly body?: string | undefined;
  readonly state: "proposed" | "referred" | "outside";
  readonly on: CivilDate;
  readonly officerId: string | null;
  readonly paperId: string | null;
  readonly reason: string;
}

export async function writeTransfer(tx: Trx, made: NewTransfer): Promise<void> {
  const { petition } = made;
  await sql`
    insert into petition_transfer (id, petition_id, ordinal, code, kind, restricted, from_agency, to_agency, wished_agency, state, on_date, by_officer, sealed_to, paper_id)
    values (${made.id}, ${petition.id}, ${petition.transfers + 1}, ${made.code}, ${petition.kind}, ${petition.kind === "denunciation"}, ${petition.agencyId},
      ${made.toAgency}, ${made.wishedAgency ?? null}, ${made.state}, ${made.on}, ${made.officerId}, ${petition.sealedTo}, ${made.paperId})`.execute(
    tx,
  );
  await writeTexts(tx, made.id, { reason: made.reason, ...(made.body ? { body: made.body } : {}) });
}

export async function writeTexts(
  tx: Trx,
  transferId: string,
  texts: Partial<Record<"reason" | "answer" | "body", string>>,
): Promise<void> {
  await sql`insert into petition_transfer_text (transfer_id, part, body)
    select ${transferId}::uuid, key, value from jsonb_each_text(${JSON.stringify(texts)}::jsonb)`.execute(tx);
}

/** The petition goes where the transfer now says; the last statement about it, for the asker sees it no more. */
export async function movePetition(tx: Trx, setting: Setting, petitionId: string, transferId: string): Promise<void> {
  const { rows: people } = await sql<{
    n: number;
  }>`select count(*)::int as n from petition_party where petition_id = ${petitionId}`.execute(tx);
  const ids = Array.from({ length: people[0]?.n ?? 0 }, () => setting.newId());
  const { rows } = await sql<{
    moved: boolean;
  }>`select app.move_petition(${transferId}, ${ids}::uuid[]) as moved`.execute(tx);
  if (!rows[0]?.moved) throw notFound();
}

export async function agencyTakes(
  tx: Trx,
  agencyId: string,
  petitionId: string,
  permission: "petition:process" | "denunciation:read" | "transfer:decide",
): Promise<boolean> {
  const [resource, action] = permission.split(":");
  const { rows } = await sql<{
    takes: boolean;
  }>`select app.agency_takes(${agencyId}, ${petitionId}, ${resource}, ${action}) as takes`.execute(tx);
  return rows[0]?.takes ?? false;
}

/** The nearest agency of that day's tree that stands above all of them, or is one of them above the others. */
export async function commonSuperior(
  tx: Trx,
  agencies: readonly string[],
  on: CivilDate,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const below = [...new Set(agencies)];
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive up as (
      select a.id as start, a.id as agency, 0 as steps from unnest(${below}::uuid[]) a(id)
      union
      select up.start, v.parent_id, up.steps + 1 from up join agency_version v on v.agency_id = up.agency and v.valid_from <= ${on}
        and (v.valid_to is null or v.valid_to >= ${on}) where v.parent_id is not null and up.steps < 12)
    select up.agency as id, app.agency_name(up.agency, ${on}) as name from up
    group by up.agency having count(distinct up.start) = ${below.length} order by max(up.steps) limit 1`.execute(tx);
  return rows[0];
}

/** The superior that said who handles the petition; undefined where none did. */
export async function decidedBy(tx: Trx, petitionId: string): Promise<string | undefined> {
  const { rows } = await sql<{ superior: string }>`
    select app.agency_name(to_agency, answered_on) as superior from petition_transfer
    where petition_id = ${petitionId} and state = 'decided'`.execute(tx);
  return rows[0]?.superior;
}
