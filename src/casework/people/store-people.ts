import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import { notFound } from "../refusal.ts";
import type { PaperKind } from "./identity-paper.ts";

/** A person as the counter or the register gives them. */
export interface NewPerson {
  readonly id: string;
  readonly agencyId: string;
  /** The officer who alone knows the person until the visit is classified; null: the agency's readers do. */
  readonly sealedTo: string | null;
  readonly fullName: string;
  readonly idKind: PaperKind | null;
  readonly idNumber: string | null;
  readonly birthYear?: number;
  readonly address: string | null;
  readonly phone?: string;
  readonly email?: string;
}

/** Adds people in bulk inside the caller's transaction. Names are stored in NFC with single spaces. */
export async function addPeople(tx: Trx, people: readonly NewPerson[]): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((one) => ({
    id: one.id,
    agency_id: one.agencyId,
    sealed_to: one.sealedTo,
    full_name: tidy(one.fullName),
    id_kind: one.idKind,
    id_number: one.idNumber,
    birth_year: one.birthYear ?? null,
    address: one.address === null ? null : tidy(one.address),
    phone: one.phone ?? null,
    email: one.email ?? null,
  }));
  const json = JSON.stringify(rows);
  await sql`insert into person (id, agency_id, sealed_to)
    select id, agency_id, sealed_to from jsonb_to_recordset(${json}::jsonb) as r(id uuid, agency_id uuid, sealed_to uuid)`.execute(
    tx,
  );
  await sql`insert into person_detail (person_id, agency_id, full_name, id_kind, id_number, birth_year, address, phone, email)
    select id, agency_id, full_name, id_kind, id_number, birth_year, address, phone, email
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, agency_id uuid, full_name text, id_kind text, id_number text,
      birth_year smallint, address text, phone text, email text)`.execute(tx);
}

export interface KnownPerson {
  readonly personId: string;
  readonly agencyId: string;
  readonly fullName: string;
  readonly idKind: PaperKind | null;
  readonly idNumber: string | null;
  readonly birthYear: number | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The people with these ids, in that order, within the asker's rights. Throws "not-found" when one is missing or of another agency. */
export async function knownPeople(tx: Trx, agencyId: string, ids: readonly string[]): Promise<readonly KnownPerson[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<KnownPerson>`
    select person_id as "personId", agency_id as "agencyId", full_name as "fullName", id_kind as "idKind", id_number as "idNumber",
      birth_year as "birthYear", address, phone, email
    from person_detail where person_id = any(${ids}::uuid[]) and agency_id = ${agencyId}`.execute(tx);
  const byId = new Map(rows.map((row) => [row.personId, row]));
  return ids.map((id) => {
    const person = byId.get(id);
    if (!person) throw notFound();
    return person;
  });
}

/** The agency's own person with that paper, so that the next row of a register is the same person; sealed people are never matched. */
export async function peopleByNumber(
  tx: Trx,
  agencyId: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, { readonly personId: string; readonly foldedName: string }>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{ idNumber: string; personId: string; foldedName: string }>`
    select distinct on (d.id_number) d.id_number as "idNumber", d.person_id as "personId", d.folded_name as "foldedName"
    from person_detail d join person p on p.id = d.person_id and p.sealed_to is null
    where d.agency_id = ${agencyId} and d.id_number = any(${numbers}) order by d.id_number, d.person_id`.execute(tx);
  return new Map(rows.map((row) => [row.idNumber, row]));
}

export interface PersonChange {
  readonly fullName?: string;
  readonly address?: string;
  readonly idKind?: PaperKind;
  readonly idNumber?: string;
}

/** Corrects a person's details. The caller keeps the old values (settled 26). */
export async function changePerson(tx: Trx, personId: string, change: PersonChange): Promise<void> {
  await sql`update person_detail set
      full_name = coalesce(${change.fullName === undefined ? null : tidy(change.fullName)}, full_name),
      address = coalesce(${change.address === undefined ? null : tidy(change.address)}, address),
      id_kind = coalesce(${change.idKind ?? null}, id_kind),
      id_number = coalesce(${change.idNumber ?? null}, id_number)
    where person_id = ${personId}`.execute(tx);
}

/** The visit is classified and holds no denunciation: the agency's readers may know these people from now on. */
export async function unsealPeople(tx: Trx, ids: readonly string[]): Promise<void> {
  await sql`update person set sealed_to = null where id = any(${ids}::uuid[]) and sealed_to = app.officer_id()`.execute(
    tx,
  );
}

/** The visit turned out to hold a denunciation: what identifies the people it was sealed for is gone for good (settled 2). */
export async function erasePeople(tx: Trx, ids: readonly string[]): Promise<void> {
  await sql`delete from person_detail d using person p
    where p.id = d.person_id and d.person_id = any(${ids}::uuid[]) and p.sealed_to = app.officer_id()`.execute(tx);
}

const tidy = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();
