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

/** A person of the agency, or somebody known only by having signed a petition of many that the asker may read. */
export type PersonFound = Known | Signed;

interface Known extends Described {
  readonly personId: string;
  readonly signatoryId: null;
}
interface Signed extends Described {
  readonly personId: null;
  readonly signatoryId: string;
}

interface Described {
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
 * People known to one agency, best match first, then who signed petitions that the asker may read, in whichever agency; at
 * most `limit`. Sealed visits and denunciations add nothing to what is
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
    const known = await found(tx, wanted.agencyId, needle, numbers, wanted.limit);
    const signed = known.length < wanted.limit ? await signatories(tx, needle, numbers) : [];
    return [...known, ...signed.filter(isNew(known))].slice(0, wanted.limit);
  });
}

async function found(
  tx: Trx,
  agencyId: string,
  needle: string,
  numbers: readonly string[],
  limit: number,
): Promise<readonly Known[]> {
  const { rows } = await sql<Known>`
    select d.person_id as "personId", null as "signatoryId", d.full_name as "fullName", d.id_kind as "idKind", d.id_number as "idNumber",
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

const signatoriesLooked = 200;

/** One line for each, however many petitions they signed: by their number, else by name and address. */
async function signatories(tx: Trx, needle: string, numbers: readonly string[]): Promise<readonly Signed[]> {
  const { rows } = await sql<Signed>`
    select null as "personId", (array_agg(s.id order by f.received_on desc, s.id))[1] as "signatoryId", min(d.full_name) as "fullName",
      min(d.id_kind) as "idKind", min(d.id_number) as "idNumber", null::int as "birthYear", min(d.address) as address, min(d.phone) as phone,
      (count(*) filter (where p.waiting_on <> 'nobody'))::int as "openPetitions", null::date as "lastVisitOn"
    from app.find_signatories(${needle}, ${numbers}::text[], ${signatoriesLooked}, null, null) f
    join signatory s on s.id = f.signatory_id join signatory_detail d on d.signatory_id = s.id join petition p on p.id = f.petition_id
    group by s.digest order by max(f.received_on) desc, 3`.execute(tx);
  return rows;
}

/** Not one of those found already: whoever handed a petition in stands first on its list. */
function isNew(known: readonly Known[]): (signed: Signed) => boolean {
  const lines = new Set(known.flatMap((one) => [one.idNumber, nameAndAddress(one)]));
  return (signed) => !(signed.idNumber && lines.has(signed.idNumber)) && !lines.has(nameAndAddress(signed));
}

const nameAndAddress = ({ fullName, address }: Described): string =>
  `${foldVietnamese(fullName)}|${foldVietnamese(address ?? "")}`;
