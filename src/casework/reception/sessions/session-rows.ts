import { sql } from "kysely";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { notFound } from "../../refusal.ts";
import type { Host } from "./positions.ts";

export const sessionKinds = ["scheduled", "unscheduled"] as const;
export type SessionKind = (typeof sessionKinds)[number];
/** Points a and b of khoản 3 Điều 18 Luật Tiếp công dân. */
export const unscheduledGrounds = ["a", "b"] as const;
export const outcomes = ["held", "held-without-visitors", "delegated", "postponed", "cancelled"] as const;
export type Outcome = (typeof outcomes)[number];
export type SessionState = "draft" | "announced" | Outcome;

/** The dates and the state: what the events keep. */
export interface SessionFacts {
  readonly kind: SessionKind;
  readonly ground: (typeof unscheduledGrounds)[number] | null;
  readonly on: CivilDate;
  /** HH:MM */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: SessionState;
  readonly announcedOn: CivilDate | null;
  /** How many may book a place; null: nobody. */
  readonly places: number | null;
}

/** The words: a row of their own after each change. */
export interface SessionTexts {
  readonly place: string;
  /** Who is to receive, when the calendar names the person. */
  readonly hostName: string | null;
  /** Who takes part (điểm c khoản 2 Điều 24). */
  readonly attending: string | null;
  /** What is to be dealt with (điểm c khoản 2 Điều 24). */
  readonly topics: string | null;
  readonly receivedBy: string | null;
  readonly delegatedTo: string | null;
  /** Of a postponed session: why, as citizens are told. */
  readonly publicReason: string | null;
}

export interface SessionRow extends SessionFacts, SessionTexts {
  readonly id: string;
  readonly agencyId: string;
  readonly position: string;
  readonly host: Host;
  readonly seq: number;
  /** Of the last change. */
  readonly reason: string | null;
  readonly insteadOf: string | null;
  /** Ids of the bodies that sat in. */
  readonly bodies: readonly string[];
  /** Of the session that this one stands for. */
  readonly postponedFrom: CivilDate | null;
  /** Of the session that stands for this one. */
  readonly postponedTo: { readonly id: string; readonly on: CivilDate; readonly startsAt: string } | null;
}

type Sql = ReturnType<typeof sql>;

export async function sessionsWhere(tx: Trx, where: Sql): Promise<readonly SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select s.id, s.agency_id as "agencyId", s.position, s.host, s.kind, s.ground, s.on_date as "on",
      to_char(s.starts_at, 'HH24:MI') as "startsAt", to_char(s.ends_at, 'HH24:MI') as "endsAt", s.state, s.announced_on as "announcedOn",
      s.places, s.seq, s.instead_of as "insteadOf", s.bodies, earlier.on_date as "postponedFrom",
      case when later.id is not null then jsonb_build_object('id', later.id, 'on', later.on_date, 'startsAt', to_char(later.starts_at, 'HH24:MI')) end as "postponedTo",
      t.place, t.host_name as "hostName", t.attending, t.topics, t.received_by as "receivedBy", t.delegated_to as "delegatedTo", t.public_reason as "publicReason", t.reason
    from head_session s
    join head_session_text t on t.session_id = s.id and t.seq = s.seq
    left join head_session later on later.instead_of = s.id
    left join head_session earlier on earlier.id = s.instead_of
    where ${where} order by s.on_date, s.starts_at, s.id`.execute(tx);
  return rows;
}

/** The session, locked for the rest of the transaction. Throws "not-found". */
export async function lockSession(tx: Trx, id: string): Promise<SessionRow> {
  await sql`select 1 from head_session where id = ${id} for update`.execute(tx);
  const [row] = await sessionsWhere(tx, sql`s.id = ${id}`);
  if (!row) throw notFound();
  return row;
}

/** Whether that head already sits at that time; a postponed or cancelled session leaves its time free. */
export async function isTaken(
  tx: Trx,
  { agencyId, position, on, startsAt }: Pick<SessionRow, "agencyId" | "position" | "on" | "startsAt">,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from head_session where agency_id = ${agencyId} and position = ${position} and on_date = ${on} and starts_at = ${startsAt}::time
      and state not in ('postponed', 'cancelled')`.execute(tx);
  return rows.length > 0;
}
