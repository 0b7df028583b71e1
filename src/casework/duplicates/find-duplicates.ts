import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { numbersLike, type SealedLookUp } from "../people/index.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { type Candidate, candidatesOf, shownOf } from "./candidates.ts";
import { petitionsToCompare } from "./key-petitions.ts";
import type { Compared } from "./keys.ts";
import { factors } from "./likelihood.ts";
import { type Reason, reasonsOf } from "./reasons.ts";

const text = (max: number) => z.string().normalize("NFC").max(max).optional();
export const findDuplicatesInput = z.object({
  agencyId: z.uuid(),
  /** Of a denunciation nobody is compared: who denounces finds nothing and is found by nothing. */
  kind: z.enum(["complaint", "denunciation", "recommendation"]).optional(),
  people: z
    .array(
      z.object({
        name: z.string().normalize("NFC").max(200),
        idNumber: text(40),
        phone: text(40),
        birthYear: z.coerce.number().int().min(1900).max(2100).optional(),
        address: text(400),
      }),
    )
    .max(5)
    .default([]),
  content: z.string().normalize("NFC").max(40_000).default(""),
  request: text(10_000),
  contestedAct: text(4000),
  respondent: text(400),
});
export type FindDuplicatesInput = z.input<typeof findDuplicatesInput>;

/** A petition that may be about the same matter. */
export type PossibleDuplicate = SeenDuplicate | ElsewhereDuplicate;

export interface SeenDuplicate {
  readonly seen: true;
  readonly petitionId: string;
  readonly code: string;
  readonly agency: string;
  readonly agencyId: string;
  readonly receivedOn: CivilDate;
  readonly kind: Candidate["kind"];
  readonly state: string;
  readonly matterCode: string | null;
  /** Whoever handed it in first, or the pseudonym. */
  readonly name: string | null;
  readonly content: string;
  readonly reasons: readonly Reason[];
}

/** In another agency: that it exists, and that the same person handed it in. */
export interface ElsewhereDuplicate {
  readonly seen: false;
  readonly code: string;
  readonly agency: string;
  readonly receivedOn: CivilDate;
  readonly kind: Candidate["kind"];
  readonly reasons: readonly Reason[];
}

const shownMax = 8;

/**
 * Petitions that may be about the same matter as what is being taken in; stores nothing of it. A person who denounced
 * gives the same as nobody, and goes to the custodians' queue (settled 3). Throws "not-allowed", "invalid-input".
 */
export async function findDuplicates(
  setting: Setting,
  asker: Asker,
  input: FindDuplicatesInput,
  sealed: SealedLookUp,
): Promise<readonly PossibleDuplicate[]> {
  const wanted = parseInput(findDuplicatesInput, input);
  const people = wanted.kind === "denunciation" ? [] : wanted.people;
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    require(who, "duplicate:look", wanted.agencyId);
    const numbers = people.flatMap(({ idNumber, phone }) => [
      ...numbersLike(idNumber ?? ""),
      ...numbersLike(phone ?? ""),
    ]);
    if (who.kind === "officer" && numbers.length > 0) await sealed(tx, wanted.agencyId, numbers);
    const { rows } = await sql<{ placeId: string }>`
      select place_id as "placeId" from agency_version where agency_id = ${wanted.agencyId} order by valid_from desc limit 1`.execute(
      tx,
    );
    return shown(tx, setting, { ...wanted, people, placeId: rows[0]?.placeId ?? null }, null);
  });
}

/** The same for a petition that was registered, for whoever may see it. Throws "not-found". */
export async function duplicatesOf(
  setting: Setting,
  asker: Asker,
  input: { readonly petitionId: string },
): Promise<readonly PossibleDuplicate[]> {
  const { petitionId } = parseInput(z.object({ petitionId: z.uuid() }), input);
  return transaction(setting.store, asker, async (tx) => {
    const [petition] = await petitionsToCompare(tx, [petitionId]);
    if (!petition) throw notFound();
    return shown(tx, setting, petition, petitionId);
  });
}

async function shown(
  tx: Trx,
  setting: Setting,
  petition: Compared & { readonly kind?: string | null | undefined },
  leave: string | null,
): Promise<readonly PossibleDuplicate[]> {
  const chosen = shownOf(await candidatesOf(tx, setting, petition, leave, petition.kind === "denunciation"), shownMax);
  const details = await detailsOf(tx, chosen);
  return chosen.flatMap((each): PossibleDuplicate[] => {
    const { code, receivedOn, kind, agencyId } = each;
    const agency = details.agencies.get(agencyId) ?? "";
    const reasons = reasonsOf(each);
    if (!each.seen) return [{ seen: false, code, agency, receivedOn, kind, reasons }];
    const known = details.petitions.get(each.id);
    return known
      ? [{ ...known, seen: true, petitionId: each.id, code, agency, agencyId, receivedOn, kind, reasons }]
      : [];
  });
}

type Known = Pick<SeenDuplicate, "state" | "matterCode" | "name" | "content">;

/** Under the asker's own rights: what the database does not give is not shown. */
async function detailsOf(tx: Trx, chosen: readonly Candidate[]) {
  const seen = chosen.filter((each) => each.seen).map((each) => each.id);
  const petitions = await sql<Known & { id: string }>`
    select p.id, p.state, m.code as "matterCode", left(t.content, 240) as content,
      coalesce(p.pseudonym, (select d.full_name from petition_party pp join person_detail d on d.person_id = pp.person_id
        where pp.petition_id = p.id order by pp.ordinal limit 1)) as name
    from petition p join petition_text t on t.petition_id = p.id left join matter m on m.id = p.matter_id
    where p.id = any(${seen}::uuid[])`.execute(tx);
  const agencies = await sql<{ id: string; name: string }>`
    select distinct on (agency_id) agency_id as id, short_name as name from agency_version
    where agency_id = any(${chosen.map((each) => each.agencyId)}::uuid[]) order by agency_id, valid_from desc`.execute(
    tx,
  );
  return {
    petitions: new Map(petitions.rows.map(({ id, ...known }) => [id, known])),
    agencies: new Map(agencies.rows.map(({ id, name }) => [id, name])),
  };
}

/** Everything that shares a key with a registered petition, shown or not, with what speaks for it: for measurements. */
export async function weighedCandidates(
  setting: Setting,
  asker: Asker,
  input: { readonly petitionId: string },
): Promise<readonly (Candidate & { readonly shown: boolean; readonly factors: Readonly<Record<string, number>> })[]> {
  return transaction(setting.store, asker, async (tx) => {
    const [petition] = await petitionsToCompare(tx, [input.petitionId]);
    if (!petition) throw notFound();
    const candidates = await candidatesOf(tx, setting, petition, input.petitionId, false);
    const chosen = new Set(shownOf(candidates, shownMax));
    return candidates.map((each) => ({ ...each, shown: chosen.has(each), factors: factors(each.evidence) }));
  });
}
