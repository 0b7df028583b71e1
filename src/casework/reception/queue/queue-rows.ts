import { sql } from "kysely";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { notFound, Refused } from "../../refusal.ts";

export type TicketState = "waiting" | "called" | "skipped" | "done";

export interface Ticket {
  readonly id: string;
  readonly agencyId: string;
  readonly on: CivilDate;
  readonly number: number;
  /** House practice: served first. */
  readonly priority: boolean;
  readonly state: TicketState;
  /** Where it was called last; null while it waits. */
  readonly desk: number | null;
  /** How often it was called. */
  readonly calls: number;
  /** HH:MM, Viet Nam. */
  readonly takenAt: string;
  readonly calledAt: string | null;
}

type Sql = ReturnType<typeof sql>;

export async function ticketsWhere(tx: Trx, where: Sql): Promise<readonly Ticket[]> {
  const { rows } = await sql<Ticket>`
    select t.id, t.agency_id as "agencyId", t.on_date as "on", t.number, t.priority, t.state, t.desk, t.calls,
      to_char(t.taken_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') as "takenAt",
      to_char(t.called_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') as "calledAt"
    from queue_ticket t where ${where} order by t.priority desc, t.number limit 1000`.execute(tx);
  return rows;
}

/** The ticket, locked for the rest of the transaction. Throws "not-found". */
export async function lockTicket(tx: Trx, id: string): Promise<Ticket> {
  await sql`select 1 from queue_ticket where id = ${id} for update`.execute(tx);
  const [ticket] = await ticketsWhere(tx, sql`t.id = ${id}`);
  if (!ticket) throw notFound();
  return ticket;
}

/** Desks wait for each other one by one, so that nobody is called to a desk that is taken. */
export async function lockDesk(tx: Trx, agencyId: string, desk: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`queue ${agencyId} ${desk}`}, 0))`.execute(tx);
}

/** Throws "conflict" while somebody is still at that desk. */
export async function requireFreeDesk(tx: Trx, agencyId: string, on: CivilDate, desk: number): Promise<void> {
  const [there] = await ticketsWhere(
    tx,
    sql`t.agency_id = ${agencyId} and t.on_date = ${on} and t.desk = ${desk} and t.state = 'called'`,
  );
  if (!there) return;
  throw new Refused({
    code: "conflict",
    message: {
      vi: `Số ${there.number} còn ở bàn ${desk}: hãy ghi đã xong hoặc bỏ qua trước khi gọi số khác.`,
      en: `Number ${there.number} is still at desk ${desk}: say that it is done or skip it before calling another.`,
    },
  });
}

export async function markCalled(tx: Trx, ticket: Ticket, desk: number, officerId: string | null): Promise<Ticket> {
  const { rows } = await sql<{ calledAt: string }>`
    update queue_ticket set state = 'called', desk = ${desk}, officer_id = ${officerId}, calls = calls + 1, called_at = clock_timestamp(), ended_at = null
    where id = ${ticket.id} returning to_char(called_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') as "calledAt"`.execute(
    tx,
  );
  return { ...ticket, state: "called", desk, calls: ticket.calls + 1, calledAt: rows[0]?.calledAt ?? null };
}
