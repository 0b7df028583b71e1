import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { Setting } from "../setting.ts";
import { keyMakerOf } from "./key-petitions.ts";
import type { ComparedPerson } from "./keys.ts";
import { knownPlaces } from "./place-rows.ts";

interface Signed extends ComparedPerson {
  readonly id: string;
  readonly placeId: string | null;
  readonly removed: boolean;
}

/**
 * Writes by what signatories are found as the same person: all of a petition's list or those given, in the transaction that
 * changed them. Who was taken off the list is found no more.
 */
export async function keySignatories(
  tx: Trx,
  setting: Setting,
  about: { readonly petitionIds: readonly string[] } | { readonly signatoryIds: readonly string[] },
): Promise<void> {
  const which =
    "petitionIds" in about
      ? sql`s.petition_id = any(${about.petitionIds}::uuid[])`
      : sql`s.id = any(${about.signatoryIds}::uuid[])`;
  const { rows } = await sql<Signed>`
    select s.id, s.removed_on is not null as removed, av.place_id as "placeId", d.full_name as name, d.address, d.id_number as "idNumber", d.phone
    from signatory s join signatory_detail d on d.signatory_id = s.id join petition p on p.id = s.petition_id
    left join lateral (select v.place_id from agency_version v where v.agency_id = p.agency_id and v.valid_from <= p.received_on
      order by v.valid_from desc limit 1) av on true
    where ${which}`.execute(tx);
  if (rows.length === 0) return;
  const book = await knownPlaces(tx, setting);
  const maker = keyMakerOf(setting);
  const keyed = rows.map(({ id, placeId, removed, ...person }) => ({
    signatory_id: id,
    keys: `{${removed ? "" : maker.keysOfSignatory(person, placeId, book).join(",")}}`,
  }));
  await sql`select app.store_signatory_keys(${JSON.stringify(keyed)}::jsonb)`.execute(tx);
}
