import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import type { Asker, Setting } from "../setting.ts";
import { foldVietnamese } from "./folded-name.ts";
import { numbersLike, type PaperKind } from "./identity-paper.ts";

const findInput = z.object({
  agencyId: z.uuid(),
  /** A name or part of one, with or without diacritics; a number is looked up as an ID number. */
  query: z.string().max(120).optional(),
  idNumber: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export type FindPeopleInput = z.input<typeof findInput>;

export interface PersonFound {
  readonly personId: string;
  readonly fullName: string;
  readonly idKind: PaperKind | null;
  readonly idNumber: string | null;
  readonly birthYear: number | null;
  readonly address: string | null;
  readonly phone: string | null;
  /** Petitions of that person that are still being dealt with, among those the asker may see. */
  readonly openPetitions: number;
  readonly lastVisitOn: CivilDate | null;
}

/** Asks the vault by the same numbers and says nothing: what it meets is for its custodians alone. */
export type SealedLookUp = (tx: Trx, agencyId: string, numbers: readonly string[]) => Promise<void>;

/**
 * People known to one agency, best match first; at most `limit`. Sealed visits and denunciations add nothing to what is
 * found: a denouncer is the same as nobody (settled 2, 3). Throws "not-allowed", "invalid-input".
 */
export async function findPeople(
  setting: Setting,
  asker: Asker,
  input: FindPeopleInput,
  sealed: SealedLookUp,
): Promise<readonly PersonFound[]> {
  const wanted = parseInput(findInput, input);
  const numbers = [...numbersLike(wanted.idNumber ?? ""), ...numbersLike(wanted.query ?? "")];
  const needle = numbers.length > 0 ? "" : foldVietnamese(wanted.query ?? "");
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    require(who, "person:read", wanted.agencyId);
    if (who.kind === "officer" && numbers.length > 0) await sealed(tx, wanted.agencyId, numbers);
    if (numbers.length === 0 && needle.length < 2) return [];
    return found(tx, wanted.agencyId, needle, numbers, wanted.limit);
  });
}

async function found(
  tx: Trx,
  agencyId: string,
  needle: string,
  numbers: readonly string[],
  limit: number,
): Promise<readonly PersonFound[]> {
  const { rows } = await sql<PersonFound>`
    select d.person_id as "personId", d.full_name as "fullName", d.id_kind as "idKind", d.id_number as "idNumber",
      d.birth_year as "birthYear", d.address, d.phone, coalesce(o.n, 0)::int as "openPetitions", v.last_on as "lastVisitOn"
    from app.find_people(${agencyId}::uuid, ${needle}, ${numbers}::text[], ${limit}) f
    join person_detail d on d.person_id = f.person_id
    left join lateral (select count(*) as n from petition_party pp join petition p on p.id = pp.petition_id
      where pp.person_id = d.person_id and p.waiting_on <> 'nobody') o on true
    left join lateral (select max(x.received_on) as last_on from visit_party vp join visit x on x.id = vp.visit_id
      where vp.person_id = d.person_id) v on true
    order by f.ordinal`.execute(tx);
  return rows;
}
