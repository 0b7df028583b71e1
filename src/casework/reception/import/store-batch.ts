import { sql } from "kysely";
import type { Trx } from "../../../store/index.ts";
import { yearOf } from "../../../time/civil-date.ts";
import { keepIdentities, type NewIdentity, sealedFor } from "../../identity/index.ts";
import { addPeople, foldVietnamese, type NewPerson, peopleByNumber } from "../../people/index.ts";
import { registerPetitions } from "../../petitions/index.ts";
import type { Setting } from "../../setting.ts";
import { denouncedIn } from "../register/denounced-row.ts";
import type { RegisterPerson, RegisterRow } from "../register/register-row.ts";
import { personKey, petitionsOf, type StoredParty, storedIdKind, visitNote } from "./visit-of-row.ts";

export interface BatchContext {
  readonly agencyId: string;
  /** Who imports; null for background work and the command line. */
  readonly officerId: string | null;
  /** Who alone sees the rows with a denunciation; such rows only come here when there is one. */
  readonly sealedTo: string | null;
  /** People of this run's committed batches, by `personKey`. */
  readonly people: ReadonlyMap<string, string>;
}

export interface BatchOutcome {
  readonly imported: number;
  readonly alreadyThere: number;
  readonly sealed: number;
  /** Of the sealed ones, those whose identity the vault keeps. */
  readonly kept: number;
  /** People added or found, to be remembered once the batch is committed. */
  readonly people: ReadonlyMap<string, string>;
}

interface VisitRow {
  readonly id: string;
  readonly year: number;
  readonly no: number;
  readonly row: RegisterRow;
  readonly parties: readonly StoredParty[];
}

/** The digests, of these, whose rows are stored already. Throws 42501 without the right to import. */
export async function importedBefore(
  tx: Trx,
  agencyId: string,
  digests: readonly string[],
): Promise<ReadonlySet<string>> {
  if (digests.length === 0) return new Set();
  const { rows } = await sql<{ digest: string }>`
    select encode(d, 'hex') as digest from app.imported_before(${agencyId},
      (select array_agg(decode(x, 'hex')) from unnest(${digests}::text[]) x)) d`.execute(tx);
  return new Set(rows.map((row) => row.digest));
}

/** Stores rows of one register that are not stored yet, each as a visit with its people and petitions. A bounded number of statements. */
export async function storeBatch(
  tx: Trx,
  setting: Setting,
  context: BatchContext,
  rows: readonly RegisterRow[],
): Promise<BatchOutcome> {
  // Two imports into one agency take turns, batch by batch, so that none meets the other's rows half-way. Several
  // batches of others may come first: that wait is longer than a page's.
  await sql`select set_config('lock_timeout', '60s', true), set_config('statement_timeout', '120s', true)`.execute(tx);
  await sql`select pg_advisory_xact_lock(7302314, hashtext(${context.agencyId}))`.execute(tx);
  const before = await importedBefore(
    tx,
    context.agencyId,
    rows.map((row) => row.digest),
  );
  const fresh = rows.filter((row) => !before.has(row.digest));
  const alreadyThere = rows.length - fresh.length;
  if (fresh.length === 0) return { imported: 0, alreadyThere, sealed: 0, kept: 0, people: new Map() };
  const people = await storePeople(tx, setting, context, fresh);
  const numbers = await takeNumbers(tx, context.agencyId, fresh);
  const visits = fresh.map((row, index): VisitRow => {
    const { year, no } = numbers[index] as { year: number; no: number };
    return { id: setting.newId(), year, no, row, parties: people.partiesOf(row) };
  });
  await insertVisits(tx, context, visits);
  const petitions = visits.reduce<ReturnType<typeof petitionsOf>>((all, visit) => {
    all.push(...petitionsOf(visit.row, { visitId: visit.id, parties: visit.parties, ...context }, all.length));
    return all;
  }, []);
  const registered = await registerPetitions(tx, setting, context.officerId, petitions);
  const kept = await keepDenouncers(tx, setting, context.agencyId, visits, (visit) => {
    const at = petitions.findIndex((one) => one.visitId === visit.id && one.kind === "denunciation");
    return registered[at];
  });
  return {
    imported: fresh.length,
    alreadyThere,
    sealed: fresh.filter((row) => row.sealed).length,
    kept,
    people: people.byKey,
  };
}

/** Seals who denounced, row by row, for the agency's custodians; without any, nothing is kept. Returns how many. */
async function keepDenouncers(
  tx: Trx,
  setting: Setting,
  agencyId: string,
  visits: readonly VisitRow[],
  petitionOf: (visit: VisitRow) => { readonly id: string; readonly code: string } | undefined,
): Promise<number> {
  if (!visits.some(({ row }) => row.sealed)) return 0;
  const custody = await sealedFor(tx, agencyId);
  if (!custody) return 0;
  const identities = visits.flatMap((visit): NewIdentity[] => {
    const { id, row } = visit;
    const denounced = denouncedIn(row);
    const petition = petitionOf(visit);
    if (!petition || !denounced || row.pseudonym === null || denounced.words === "") return [];
    const { people, words } = denounced;
    return [
      {
        pseudonym: row.pseudonym,
        petition,
        visitId: id,
        takenOn: row.receivedOn,
        origin: "import",
        people: people.map(({ name, address, idNumber, idKind }) => ({
          name,
          address,
          role: "visitor",
          ...(idNumber ? { identityNumber: idNumber } : {}),
          ...(idKind ? { identityPaper: idKind } : {}),
        })),
        words,
        files: [],
      },
    ];
  });
  await keepIdentities(tx, setting, agencyId, custody, identities);
  return identities.length;
}

/** The same paper and the same name is the same person; a paper under another name is another person until somebody looks. */
async function storePeople(tx: Trx, setting: Setting, context: BatchContext, rows: readonly RegisterRow[]) {
  const open = rows.filter((row) => !row.sealed);
  const numbers = new Set(open.flatMap((row) => row.people.flatMap((one) => one.idNumber ?? [])));
  const known = await peopleByNumber(tx, context.agencyId, [...numbers]);
  const byKey = new Map(context.people);
  for (const [number, { personId, foldedName }] of known) byKey.set(personKey(number, foldedName), personId);
  const added: NewPerson[] = [];
  const parties = new Map<RegisterRow, StoredParty[]>();
  const idOf = (person: RegisterPerson): string => {
    const key = person.idNumber === null ? null : personKey(person.idNumber, person.foldedName);
    const there = key === null ? undefined : byKey.get(key);
    if (there !== undefined) return there;
    const id = setting.newId();
    const { idKind, idNumber } = storedIdKind(person);
    added.push({
      id,
      agencyId: context.agencyId,
      sealedTo: null,
      fullName: person.name,
      idKind,
      idNumber,
      address: person.address || null,
    });
    if (key !== null) byKey.set(key, id);
    return id;
  };
  for (const row of open) {
    const found = new Map<string, StoredParty>();
    for (const person of row.people.length > 0 ? row.people : groupAsPerson(row)) {
      const personId = idOf(person);
      if (!found.has(personId)) found.set(personId, { personId, name: person.name });
    }
    parties.set(row, [...found.values()]);
  }
  await addPeople(tx, added);
  return { byKey, partiesOf: (row: RegisterRow): readonly StoredParty[] => parties.get(row) ?? [] };
}

/** "Tập thể 19 hộ dân thôn Đoài", when the register names nobody of them. */
const groupAsPerson = ({ group }: RegisterRow): readonly RegisterPerson[] =>
  group === null
    ? []
    : [{ name: group, foldedName: foldVietnamese(group), address: "", idNumber: null, idKind: null, idNote: null }];

/** One block of numbers for each year of receipt, given out in the order of the register. */
async function takeNumbers(tx: Trx, agencyId: string, rows: readonly RegisterRow[]) {
  const years = Map.groupBy(rows, (row) => yearOf(row.receivedOn));
  const wanted = [...years].map(([year, list]) => ({ year, n: list.length })).toSorted((a, b) => a.year - b.year);
  const { rows: blocks } = await sql<{ year: number; first: number }>`
    select w.year, app.next_number(${agencyId}, 'visit', w.year, w.n) as first
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(year int, n int) order by w.year`.execute(tx);
  const next = new Map(blocks.map(({ year, first }) => [year, first]));
  return rows.map((row) => {
    const year = yearOf(row.receivedOn);
    const no = next.get(year);
    if (no === undefined) throw new Error("a year got no block of register numbers");
    next.set(year, no + 1);
    return { year, no };
  });
}

async function insertVisits(tx: Trx, context: BatchContext, visits: readonly VisitRow[]): Promise<void> {
  await sql`
    insert into visit (id, agency_id, register_year, register_no, received_on, officer_id, source, kinds, sealed_to, pseudonym,
      people_count, within_competence, guided_to, guidance_number, transferred_to, transfer_number, import_digest)
    select id, ${context.agencyId}, year, no, received_on, ${context.officerId}, 'import', kinds, sealed_to, pseudonym,
      people_count, within_competence, guided_to, guidance_number, transferred_to, transfer_number, digest
    from jsonb_to_recordset(${JSON.stringify(visits.map((visit) => visitColumns(visit, context)))}::jsonb) as r(id uuid, year smallint, no int,
      received_on date, kinds text[], sealed_to uuid, pseudonym text, people_count int, within_competence boolean, guided_to text,
      guidance_number text, transferred_to text, transfer_number text, digest bytea)`.execute(tx);
  await sql`
    insert into visit_text (visit_id, content, prior_authority, follow_up, note)
    select visit_id, content, prior_authority, follow_up, note
    from jsonb_to_recordset(${JSON.stringify(
      visits.map(({ id, no, row }) => ({
        visit_id: id,
        content: row.content,
        prior_authority: row.priorAuthority || null,
        follow_up: row.followUp || null,
        note: visitNote(row, no),
      })),
    )}::jsonb) as r(visit_id uuid, content text, prior_authority text, follow_up text, note text)`.execute(tx);
  const parties = visits.flatMap(({ id, parties }) =>
    parties.map(({ personId }, ordinal) => ({ visit_id: id, person_id: personId, ordinal })),
  );
  if (parties.length === 0) return;
  await sql`insert into visit_party (visit_id, person_id, role, ordinal)
    select visit_id, person_id, 'visitor', ordinal
    from jsonb_to_recordset(${JSON.stringify(parties)}::jsonb) as r(visit_id uuid, person_id uuid, ordinal smallint)`.execute(
    tx,
  );
}

function visitColumns({ id, year, no, row }: VisitRow, context: BatchContext): object {
  return {
    id,
    year,
    no,
    received_on: row.receivedOn,
    kinds: row.kinds,
    sealed_to: row.sealed ? context.sealedTo : null,
    pseudonym: row.pseudonym,
    people_count: row.peopleCount,
    within_competence: row.withinCompetence,
    guided_to: row.guidedTo || null,
    guidance_number: row.guidanceNumber || null,
    transferred_to: row.transferredTo || null,
    transfer_number: row.transferNumber || null,
    digest: `\\x${row.digest}`,
  };
}
