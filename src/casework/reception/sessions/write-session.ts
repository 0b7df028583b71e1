import { sql } from "kysely";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { canonicalJson, chainHash, chainStart, textDigest } from "../../audit/index.ts";
import type { Setting } from "../../setting.ts";
import type { Host } from "./positions.ts";
import type { Outcome, SessionFacts, SessionRow, SessionTexts } from "./session-rows.ts";

export type SessionEventKind = "planned" | "announced" | "corrected" | "places" | Outcome;

export interface SessionChange {
  readonly what: SessionEventKind;
  readonly officerId: string | null;
  readonly facts?: Partial<SessionFacts>;
  readonly texts?: Partial<SessionTexts>;
  readonly reason?: string;
  /** Which bodies sat in. */
  readonly bodies?: readonly string[];
}

export interface NewSession extends SessionFacts, SessionTexts {
  readonly id: string;
  readonly agencyId: string;
  readonly position: string;
  readonly host: Host;
  readonly insteadOf: string | null;
}

/** Adds a session with its first event; false when that head sits at that time already. */
export async function addSession(
  tx: Trx,
  setting: Setting,
  session: NewSession,
  officerId: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into head_session (id, agency_id, position, host, kind, ground, on_date, starts_at, ends_at, state, announced_on, places, instead_of, seq)
    values (${session.id}, ${session.agencyId}, ${session.position}, ${session.host}, ${session.kind}, ${session.ground}, ${session.on},
      ${session.startsAt}::time, ${session.endsAt}::time, ${session.state}, ${session.announcedOn}, ${session.places}, ${session.insteadOf}, 1)
    on conflict (agency_id, position, on_date, starts_at) where state not in ('postponed', 'cancelled') do nothing`.execute(
    tx,
  );
  if (numAffectedRows === 0n) return false;
  const what = session.state === "draft" ? "planned" : "announced";
  await append(tx, setting, session.id, 1, { what, officerId }, { new: factsOf(session) }, session);
  return true;
}

/** Writes a change of a locked session: the row as it is now, its words anew, and the event that keeps the old values. */
export async function changeSession(
  tx: Trx,
  setting: Setting,
  session: SessionRow,
  change: SessionChange,
): Promise<number> {
  const now: SessionRow = { ...session, ...change.facts, ...change.texts };
  const seq = session.seq + 1;
  await sql`update head_session set kind = ${now.kind}, ground = ${now.ground}, on_date = ${now.on}, starts_at = ${now.startsAt}::time,
      ends_at = ${now.endsAt}::time, state = ${now.state}, announced_on = ${now.announcedOn}, places = ${now.places}, seq = ${seq} where id = ${session.id}`.execute(
    tx,
  );
  const [before, after] = [factsOf(session), factsOf(now)];
  const { bodies } = change;
  if (bodies) await sql`update head_session set bodies = ${bodies}::text[] where id = ${session.id}`.execute(tx);
  const changed = factNames.filter((name) => before[name] !== after[name]);
  const pick = (facts: SessionFacts) => Object.fromEntries(changed.map((name) => [name, facts[name]]));
  await append(
    tx,
    setting,
    session.id,
    seq,
    change,
    { old: pick(before), new: pick(after), ...(bodies ? { bodies } : {}) },
    now,
  );
  return seq;
}

const factNames = ["kind", "ground", "on", "startsAt", "endsAt", "state", "announcedOn", "places"] as const;

function factsOf({ kind, ground, on, startsAt, endsAt, state, announcedOn, places }: SessionFacts): SessionFacts {
  return { kind, ground, on, startsAt, endsAt, state, announcedOn, places };
}

async function append(
  tx: Trx,
  setting: Setting,
  id: string,
  seq: number,
  { what, officerId, reason }: Pick<SessionChange, "what" | "officerId" | "reason">,
  facts: object,
  { place, hostName, attending, topics, receivedBy, delegatedTo, publicReason }: SessionTexts,
): Promise<void> {
  const texts = { place, hostName, attending, topics, receivedBy, delegatedTo, reason: reason ?? null };
  const published = publicReason === null ? {} : { publicReason };
  await sql`insert into head_session_text (session_id, seq, place, host_name, attending, topics, received_by, delegated_to, reason, public_reason)
    values (${id}, ${seq}, ${place}, ${hostName}, ${attending}, ${topics}, ${receivedBy}, ${delegatedTo}, ${texts.reason}, ${publicReason})`.execute(
    tx,
  );
  const data = { ...facts, texts: textDigest(canonicalJson({ ...texts, ...published })) };
  const { rows } = await sql<{ hash: Buffer }>`
    select hash from head_session_event where session_id = ${id} and seq = ${seq - 1}`.execute(tx);
  const previous = rows[0]?.hash ?? chainStart;
  const at = setting.now().toISOString();
  const on: CivilDate = setting.today();
  const hash = chainHash(previous, { id, seq, what, on, at, officer: officerId, data });
  await sql`insert into head_session_event (session_id, seq, what, on_date, recorded_at, officer_id, data, prev_hash, hash)
    values (${id}, ${seq}, ${what}, ${on}, ${at}::timestamptz, ${officerId}, ${JSON.stringify(data)}::jsonb, ${previous}, ${hash})`.execute(
    tx,
  );
}
