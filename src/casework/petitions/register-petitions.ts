import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import { type CivilDate, yearOf } from "../../time/civil-date.ts";
import { applyClockChanges } from "../calendar/index.ts";
import { keyPetitions } from "../duplicates/index.ts";
import { keepNoticeAddresses, type NoticeAddress } from "../notices/index.ts";
import type { Setting } from "../setting.ts";
import { earliest, intakeClocks, type PetitionKind } from "./intake-clocks.ts";
import { appendPetitionEvents } from "./petition-events.ts";
import { hashTrackingSecret, newTrackingSecret } from "./tracking-secret.ts";

export interface NewPetition {
  readonly agencyId: string;
  readonly visitId: string | null;
  /** The row of the post book that it came with. */
  readonly postEntryId?: string;
  readonly source: "counter" | "import" | "post" | "online" | "forwarded" | "mailbox" | "leader" | "email";
  readonly receivedOn: CivilDate;
  readonly kind: PetitionKind | null;
  readonly sealedTo: string | null;
  readonly pseudonym: string | null;
  readonly peopleCount: number;
  readonly parties: readonly {
    readonly personId: string;
    readonly role: "petitioner" | "representative" | "signatory";
  }[];
  readonly content: string;
  readonly request?: string;
  readonly contestedAct?: string;
  readonly respondent?: string;
  readonly priorAuthority?: string;
  readonly files: readonly { readonly fileId: string; readonly title: string; readonly pages?: number }[];
  readonly namesForSearch: readonly string[];
  readonly giveTrackingSecret: boolean;
  /** Where the petitioner asked to be told; never of a denunciation. */
  readonly tellAt?: NoticeAddress | undefined;
  /** The secret to be kept instead of a new one. */
  readonly trackingSecret?: string;
  /** A denunciation that only the head and those assigned by name may see from the start (settled 4). */
  readonly restricted?: true;
  /** Digest of what was filed, as the signed receipt bears it. */
  readonly filedDigest?: string;
  /** Index in the array of the petition this one was split from (settled 15). */
  readonly originOf?: number;
  /** The same, when that one was registered before. */
  readonly originId?: string;
  /** What the imported register says became of it; a petition with an outcome starts no clock. */
  readonly outcome?: "guided" | "transferred";
}

export interface RegisteredPetition {
  readonly id: string;
  readonly code: string;
  /** Said once, here; only its hash is kept. */
  readonly trackingSecret?: string;
}

/**
 * Registers petitions in bulk inside the caller's transaction: code, clocks, first event and search row.
 * The caller has checked the right to register in that agency; the database checks it again.
 */
export async function registerPetitions(
  tx: Trx,
  setting: Setting,
  officerId: string | null,
  petitions: readonly NewPetition[],
): Promise<readonly RegisteredPetition[]> {
  if (petitions.length === 0) return [];
  const calendar = await setting.calendar();
  const codes = await takeCodes(tx, petitions);
  const ids = petitions.map(() => setting.newId());
  const made = petitions.map((petition, i) => {
    const id = ids[i] as string;
    const clocks = petition.outcome ? [] : intakeClocks(setting, calendar, { petitionId: id, ...petition });
    const secret = petition.trackingSecret ?? (petition.giveTrackingSecret ? newTrackingSecret() : undefined);
    return { petition, id, code: codes[i] as string, secret, clocks, due: earliest(clocks) };
  });

  await sql`
    with p as (select * from jsonb_to_recordset(${JSON.stringify(made.map((each) => petitionRow(each, ids)))}::jsonb) as r(
      id uuid, code text, agency_id uuid, visit_id uuid, post_entry_id uuid, source text, received_on date, kind text, state text, sealed_to uuid, pseudonym text,
      people_count int, origin_id uuid, tracking_hash bytea, next_act text, next_due_on date, next_provisional boolean, waiting_on text, restricted boolean))
    insert into petition (id, code, agency_id, visit_id, post_entry_id, source, received_on, kind, state, sealed_to, pseudonym, people_count, origin_id,
      tracking_hash, next_act, next_due_on, next_provisional, waiting_on, restricted)
    select id, code, agency_id, visit_id, post_entry_id, source, received_on, kind, state, sealed_to, pseudonym, people_count, origin_id,
      tracking_hash, next_act, next_due_on, next_provisional, waiting_on, restricted from p`.execute(tx);
  await sql`
    insert into petition_text (petition_id, content, request, contested_act, respondent, prior_authority)
    select * from jsonb_to_recordset(${JSON.stringify(
      made.map(({ id, petition }) => ({
        petition_id: id,
        content: petition.content,
        request: petition.request,
        contested_act: petition.contestedAct,
        respondent: petition.respondent,
        prior_authority: petition.priorAuthority,
      })),
    )}::jsonb) as r(petition_id uuid, content text, request text, contested_act text, respondent text, prior_authority text)`.execute(
    tx,
  );
  await insertParties(tx, made);
  await insertFiles(tx, made);
  await keepNoticeAddresses(
    tx,
    made.flatMap(({ id, petition: { tellAt, receivedOn } }) =>
      tellAt ? [{ petitionId: id, on: receivedOn, ...tellAt }] : [],
    ),
  );
  await appendPetitionEvents(
    tx,
    setting,
    made.map(({ id, petition }) => ({
      petitionId: id,
      what: "registered",
      on: petition.receivedOn,
      officerId,
      data: {
        source: petition.source,
        kind: petition.kind,
        visit: petition.visitId,
        ...(petition.postEntryId ? { postEntry: petition.postEntryId } : {}),
        peopleCount: petition.peopleCount,
        ...(petition.filedDigest ? { filed: petition.filedDigest } : {}),
      },
    })),
  );
  await applyClockChanges(
    tx,
    setting,
    made.flatMap((each) => each.clocks),
  );
  await sql`
    select app.index_petition(id, agency_id, sealed_to, received_on, names, body)
    from jsonb_to_recordset(${JSON.stringify(
      made.map(({ id, code, petition }) => ({
        id,
        agency_id: petition.agencyId,
        sealed_to: petition.sealedTo,
        received_on: petition.receivedOn,
        names: petition.namesForSearch.join(" | "),
        body: searchBody(code, petition),
      })),
    )}::jsonb) as r(id uuid, agency_id uuid, sealed_to uuid, received_on date, names text, body text)`.execute(tx);
  await keyPetitions(tx, setting, ids);
  return made.map(({ id, code, secret }) => (secret ? { id, code, trackingSecret: secret } : { id, code }));
}

type Made = {
  readonly petition: NewPetition;
  readonly id: string;
  readonly code: string;
  readonly secret: string | undefined;
  readonly due: ReturnType<typeof earliest>;
};

/** One number series per agency and year of receipt: "NB.HL-26-00042". */
async function takeCodes(tx: Trx, petitions: readonly NewPetition[]): Promise<readonly string[]> {
  const groups = new Map<string, { agencyId: string; year: number; indexes: number[] }>();
  petitions.forEach((petition, index) => {
    const year = yearOf(petition.receivedOn);
    const key = `${petition.agencyId} ${year}`;
    const group = groups.get(key) ?? { agencyId: petition.agencyId, year, indexes: [] };
    group.indexes.push(index);
    groups.set(key, group);
  });
  // In one order everywhere, so that two registrations never wait for each other's counters.
  const wanted = [...groups.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const { rows } = await sql<{ first: number; code: string }>`
    select app.next_number(w.agency_id, 'petition', w.year, w.n) as first, a.code
    from jsonb_to_recordset(${JSON.stringify(wanted.map((group, ordinal) => ({ agency_id: group.agencyId, year: group.year, n: group.indexes.length, ordinal })))}::jsonb)
      as w(agency_id uuid, year int, n int, ordinal int)
    join agency a on a.id = w.agency_id order by w.ordinal`.execute(tx);
  const codes: string[] = [];
  wanted.forEach((group, i) => {
    const row = rows[i];
    if (!row) throw new Error("the agency of a petition does not exist");
    group.indexes.forEach((index, offset) => {
      codes[index] =
        `${row.code}-${String(group.year % 100).padStart(2, "0")}-${String(row.first + offset).padStart(5, "0")}`;
    });
  });
  return codes;
}

function petitionRow({ petition, id, code, secret, due }: Made, ids: readonly string[]): object {
  return {
    id,
    code,
    agency_id: petition.agencyId,
    visit_id: petition.visitId,
    post_entry_id: petition.postEntryId ?? null,
    source: petition.source,
    received_on: petition.receivedOn,
    kind: petition.kind,
    state: petition.outcome ?? (petition.kind === null ? "received" : "screening"),
    sealed_to: petition.sealedTo,
    pseudonym: petition.pseudonym,
    people_count: petition.peopleCount,
    origin_id: petition.originOf === undefined ? (petition.originId ?? null) : ids[petition.originOf],
    tracking_hash: secret ? `\\x${hashTrackingSecret(secret).toString("hex")}` : null,
    next_act: petition.outcome
      ? null
      : petition.kind === null
        ? "classify"
        : petition.kind === "denunciation" && !petition.restricted
          ? "hand-over"
          : "open-matter",
    next_due_on: due?.dueOn ?? null,
    next_provisional: due?.provisional ?? false,
    waiting_on: petition.outcome ? "nobody" : "us",
    restricted: petition.restricted ?? false,
  };
}

function searchBody(code: string, petition: NewPetition): string {
  return [code, petition.content, petition.request, petition.contestedAct, petition.respondent]
    .filter(Boolean)
    .join("\n");
}

async function insertParties(tx: Trx, made: readonly Made[]): Promise<void> {
  const rows = made.flatMap(({ id, petition }) =>
    petition.parties.map((party, ordinal) => ({
      petition_id: id,
      person_id: party.personId,
      role: party.role,
      ordinal,
    })),
  );
  if (rows.length === 0) return;
  await sql`insert into petition_party (petition_id, person_id, role, ordinal)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(petition_id uuid, person_id uuid, role text, ordinal smallint)`.execute(
    tx,
  );
}

async function insertFiles(tx: Trx, made: readonly Made[]): Promise<void> {
  const rows = made.flatMap(({ id, petition }) =>
    petition.files.map((file, ordinal) => ({
      petition_id: id,
      file_id: file.fileId,
      ordinal,
      title: file.title,
      pages: file.pages ?? null,
    })),
  );
  if (rows.length === 0) return;
  await sql`insert into petition_file (petition_id, file_id, ordinal, title, pages)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(petition_id uuid, file_id uuid, ordinal smallint, title text, pages smallint)`.execute(
    tx,
  );
}
