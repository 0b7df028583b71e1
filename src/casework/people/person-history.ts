import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";

/** Of a person, or of one who signed a petition of many and is known by that alone. */
const historyInput = z.object({
  personId: z.uuid().optional(),
  signatoryId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type PersonHistoryInput = z.input<typeof historyInput>;

export interface EarlierVisit {
  readonly visitId: string;
  readonly registerYear: number;
  readonly registerNo: number;
  readonly receivedOn: CivilDate;
  readonly kinds: readonly ("complaint" | "denunciation" | "recommendation")[];
  readonly content: string;
}

export interface EarlierPetition {
  readonly petitionId: string;
  readonly code: string;
  readonly receivedOn: CivilDate;
  readonly kind: "complaint" | "denunciation" | "recommendation" | null;
  readonly state: string;
  readonly matterState: string | null;
  readonly nextDueOn: CivilDate | null;
  readonly content: string;
  /** Signed with others; somebody else handed it in. */
  readonly signed: boolean;
}

export interface PersonHistory {
  readonly visits: readonly EarlierVisit[];
  readonly petitions: readonly EarlierPetition[];
}

/**
 * Earlier visits and petitions of a person, newest first, also what they signed with others, in every agency whose petitions
 * the asker may read. A visit with a denunciation is linked to no person, and a
 * sealed one is invisible to others, so both give the same as no visit at all (settled 3). Throws "not-found", "not-allowed".
 */
export async function personHistory(setting: Setting, asker: Asker, input: PersonHistoryInput): Promise<PersonHistory> {
  const { limit, ...wanted } = parseInput(historyInput, input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const one = wanted.personId ? await personOf(tx, wanted.personId) : await signatoryOf(tx, wanted.signatoryId);
    if (!one) throw notFound();
    require(who, "person:read", one.agencyId);
    const { personId } = one;
    const handedIn = personId ? await petitionsOf(tx, personId, limit) : [];
    const known = new Set(handedIn.map(({ petitionId }) => petitionId));
    const signed = (await signedBy(tx, one, limit)).filter(({ petitionId }) => !known.has(petitionId));
    return {
      visits: personId ? await visitsOf(tx, personId, limit) : [],
      petitions: [...handedIn, ...signed].toSorted(newestFirst).slice(0, limit),
    };
  });
}

const newestFirst = (a: EarlierPetition, b: EarlierPetition): number =>
  a.receivedOn === b.receivedOn ? (a.petitionId < b.petitionId ? 1 : -1) : a.receivedOn < b.receivedOn ? 1 : -1;

interface One {
  readonly agencyId: string;
  readonly personId: string | null;
  readonly foldedName: string;
  readonly idNumber: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

async function personOf(tx: Trx, personId: string): Promise<One | undefined> {
  const { rows } = await sql<One>`
    select agency_id as "agencyId", person_id as "personId", folded_name as "foldedName", id_number as "idNumber", address, phone
    from person_detail where person_id = ${personId}`.execute(tx);
  return rows[0];
}

async function signatoryOf(tx: Trx, signatoryId: string | undefined): Promise<One | undefined> {
  const { rows } = await sql<One>`
    select p.agency_id as "agencyId", null as "personId", d.folded_name as "foldedName", d.id_number as "idNumber", d.address, d.phone
    from signatory s join signatory_detail d on d.signatory_id = s.id join petition p on p.id = s.petition_id
    where s.id = ${signatoryId ?? null}::uuid and s.removed_on is null`.execute(tx);
  return rows[0];
}

/** The same number; or the same name with the same phone or address, unless their numbers differ. Never of a denunciation. */
async function signedBy(tx: Trx, one: One, limit: number): Promise<readonly EarlierPetition[]> {
  const { rows } = await sql<EarlierPetition>`
    select distinct p.id as "petitionId", p.code, p.received_on as "receivedOn", p.kind, p.state, p.matter_state as "matterState",
      p.next_due_on as "nextDueOn", left(t.content, 300) as content, true as signed
    from (select signatory_id from signatory_detail where id_number = ${one.idNumber}
      union select signatory_id from signatory_detail where folded_name = ${one.foldedName}
        and (id_number is null or ${one.idNumber}::text is null) and (phone = ${one.phone} or app.fold(address) = app.fold(${one.address}))) d
    join signatory s on s.id = d.signatory_id and s.removed_on is null
    join petition p on p.id = s.petition_id and p.kind in ('complaint', 'recommendation') and not p.restricted
    join petition_text t on t.petition_id = p.id
    order by p.received_on desc, p.id desc limit ${limit}`.execute(tx);
  return rows;
}

async function visitsOf(tx: Trx, personId: string, limit: number): Promise<readonly EarlierVisit[]> {
  const { rows } = await sql<EarlierVisit>`
    select v.id as "visitId", v.register_year as "registerYear", v.register_no as "registerNo", v.received_on as "receivedOn", v.kinds,
      left(t.content, 300) as content
    from visit_party vp join visit v on v.id = vp.visit_id join visit_text t on t.visit_id = v.id
    where vp.person_id = ${personId} order by v.received_on desc, v.id desc limit ${limit}`.execute(tx);
  return rows;
}

async function petitionsOf(tx: Trx, personId: string, limit: number): Promise<readonly EarlierPetition[]> {
  const { rows } = await sql<EarlierPetition>`
    select p.id as "petitionId", p.code, p.received_on as "receivedOn", p.kind, p.state, p.matter_state as "matterState",
      p.next_due_on as "nextDueOn", left(t.content, 300) as content, false as signed
    from petition_party pp join petition p on p.id = pp.petition_id join petition_text t on t.petition_id = p.id
    where pp.person_id = ${personId} order by p.received_on desc, p.id desc limit ${limit}`.execute(tx);
  return rows;
}
