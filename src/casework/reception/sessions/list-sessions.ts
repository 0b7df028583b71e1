import { sql } from "kysely";
import * as z from "zod";
import type { ParticipantRule, Text } from "../../../rules/pack.ts";
import { type Trx, transaction } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { can, require, type Who, whoAsks } from "../../access/index.ts";
import { parseInput } from "../../parse-input.ts";
import { notFound } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { type Notice, noticeOf } from "./notice.ts";
import { agencyTime, type Host, hostOf, noDutyOn, participantsAt, positionName, positionsAt } from "./positions.ts";
import { type SessionRow, sessionsWhere } from "./session-rows.ts";

export interface HeadSession extends SessionRow {
  readonly positionName: Text;
  readonly notice: Notice | null;
  /** Visits of that day in the agency's register that the asker may see; null for who may see none. */
  readonly visitsThatDay: number | null;
}

export const listSessionsInput = z.object({ agencyId: z.uuid(), from: z.iso.date(), to: z.iso.date() });
export type ListSessionsInput = z.input<typeof listSessionsInput>;

export interface SessionsOfAgency {
  readonly agencyName: string;
  readonly sessions: readonly HeadSession[];
  /** Whose sessions may be entered there on the last day of the period. */
  readonly positions: readonly { readonly position: string; readonly name: Text; readonly host: Host }[];
  readonly mayPlan: boolean;
  readonly mayRecord: boolean;
}

/** The sessions of an agency, drafts too, oldest first. Throws "not-allowed", "invalid-input". */
export async function listSessions(
  setting: Setting,
  asker: Asker,
  input: ListSessionsInput,
): Promise<SessionsOfAgency> {
  const wanted = parseInput(listSessionsInput, input);
  const calendar = await setting.calendar();
  const { packs } = setting.law;
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      require(who, "head-session:read", wanted.agencyId);
      const rows = await sessionsWhere(
        tx,
        sql`s.agency_id = ${wanted.agencyId} and s.on_date between ${wanted.from}::date and ${wanted.to}::date`,
      );
      const visits = await visitsOn(tx, who, wanted.agencyId, rows);
      const on = wanted.to as CivilDate;
      const agency = await agencyTime(tx, wanted.agencyId, on);
      return {
        agencyName: agency.name,
        sessions: rows.map((row) => ({
          ...row,
          positionName: positionName(packs, row.position),
          notice: noticeOf(packs, calendar, row, setting.today()),
          visitsThatDay: visits?.get(row.on) ?? (visits ? 0 : null),
        })),
        positions: positionsAt(agency)
          .filter((position) => !noDutyOn(packs, position, on))
          .map((position) => ({ position, name: positionName(packs, position), host: hostOf(position) })),
        mayPlan: may(who, "head-session:plan", wanted.agencyId),
        mayRecord: may(who, "head-session:record", wanted.agencyId),
      };
    },
    { readOnly: true },
  );
}

function may(
  who: Who,
  permission: "head-session:plan" | "head-session:record" | "visit:read",
  agencyId: string,
): boolean {
  return who.kind !== "officer" || can(who.grants, permission, agencyId);
}

async function visitsOn(
  tx: Trx,
  who: Who,
  agencyId: string,
  rows: readonly SessionRow[],
): Promise<ReadonlyMap<CivilDate, number> | null> {
  if (!may(who, "visit:read", agencyId)) return null;
  const days = [...new Set(rows.map((row) => row.on))];
  const { rows: counted } = await sql<{ on: CivilDate; n: number }>`
    select received_on as "on", count(*)::int as n from visit
    where agency_id = ${agencyId} and received_on = any(${days}::date[]) group by 1`.execute(tx);
  return new Map(counted.map(({ on, n }) => [on, n]));
}

export interface SessionChangeShown {
  readonly seq: number;
  readonly what: string;
  readonly on: CivilDate;
  readonly officer: string | null;
  readonly reason: string | null;
  /** What differs from the change before; the words too. */
  readonly changes: readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[];
}

export interface SessionSheet extends HeadSession {
  readonly agencyName: string;
  /** Who sits at that place, what comes to each, and whether it sat in; empty where the law names nobody. */
  readonly participants: readonly (Pick<ParticipantRule, "id" | "name" | "scope" | "article"> & {
    readonly sat: boolean;
  })[];
  readonly history: readonly SessionChangeShown[];
  readonly mayPlan: boolean;
  readonly mayRecord: boolean;
}

/** One session with everything that was changed on it, newest first. Throws "not-found". */
export async function openSession(
  setting: Setting,
  asker: Asker,
  input: { readonly sessionId: string },
): Promise<SessionSheet> {
  const { sessionId } = parseInput(z.object({ sessionId: z.uuid() }), input);
  const calendar = await setting.calendar();
  const { packs } = setting.law;
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const [row] = await sessionsWhere(tx, sql`s.id = ${sessionId}`);
      if (!row) throw notFound();
      const visits = await visitsOn(tx, who, row.agencyId, [row]);
      const agency = await agencyTime(tx, row.agencyId, row.on);
      return {
        ...row,
        agencyName: agency.name,
        participants: participantsAt(packs, agency.level, row.on).map(({ id, name, scope, article }) => ({
          id,
          name,
          scope,
          article,
          sat: row.bodies.includes(id),
        })),
        positionName: positionName(packs, row.position),
        notice: noticeOf(packs, calendar, row, setting.today()),
        visitsThatDay: visits ? (visits.get(row.on) ?? 0) : null,
        history: (await historyOf(tx, sessionId)).toReversed(),
        mayPlan: may(who, "head-session:plan", row.agencyId),
        mayRecord: may(who, "head-session:record", row.agencyId),
      };
    },
    { readOnly: true },
  );
}

interface EventRow {
  readonly seq: number;
  readonly what: string;
  readonly on: CivilDate;
  readonly officer: string | null;
  readonly data: {
    readonly old?: Readonly<Record<string, string | number | null>>;
    readonly new?: Readonly<Record<string, string | number | null>>;
  };
  readonly texts: Readonly<Record<string, string | null>>;
  readonly reason: string | null;
}

async function historyOf(tx: Trx, sessionId: string): Promise<readonly SessionChangeShown[]> {
  const { rows } = await sql<EventRow>`
    select e.seq, e.what, e.on_date as "on", o.display_name as officer, e.data, t.reason,
      jsonb_build_object('place', t.place, 'hostName', t.host_name, 'attending', t.attending, 'topics', t.topics,
        'receivedBy', t.received_by, 'delegatedTo', t.delegated_to, 'publicReason', t.public_reason) as texts
    from head_session_event e
    join head_session_text t on t.session_id = e.session_id and t.seq = e.seq
    left join officer o on o.id = e.officer_id
    where e.session_id = ${sessionId} order by e.seq`.execute(tx);
  return rows
    .map((row, index) => {
      const before = rows[index - 1];
      const facts = before
        ? Object.keys(row.data.new ?? {}).map((field) => ({
            field,
            old: asText(row.data.old?.[field]),
            new: asText(row.data.new?.[field]),
          }))
        : [];
      const texts = before
        ? Object.keys(row.texts)
            .filter((field) => row.texts[field] !== before.texts[field])
            .map((field) => ({ field, old: before.texts[field] ?? null, new: row.texts[field] ?? null }))
        : [];
      return { ...row, changes: [...facts, ...texts] };
    })
    .map(({ seq, what, on, officer, reason, changes }) => ({ seq, what, on, officer, reason, changes }));
}

const asText = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
