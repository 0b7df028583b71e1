import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { can, whoAsks } from "../../access/index.ts";
import { parseInput } from "../../parse-input.ts";
import { notFound } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";

export const bookingMarks = ["booked", "came", "absent"] as const;
export type BookingMark = (typeof bookingMarks)[number];

export interface Booking {
  readonly id: string;
  readonly sessionId: string;
  readonly agencyId: string;
  readonly on: CivilDate;
  readonly number: number;
  readonly code: string;
  readonly state: BookingMark | "cancelled";
  /** Who and what about; null once it is erased. */
  readonly name: string | null;
  readonly channel: "email" | "phone" | null;
  readonly contact: string | null;
  readonly subject: string | null;
  readonly people: number | null;
}

type Sql = ReturnType<typeof sql>;

export async function bookingsWhere(tx: Trx, where: Sql): Promise<readonly Booking[]> {
  const { rows } = await sql<Booking>`
    select b.id, b.session_id as "sessionId", s.agency_id as "agencyId", s.on_date as "on", b.number, b.code, b.state,
      p.full_name as name, p.channel, p.address as contact, p.subject, p.people
    from session_booking b join head_session s on s.id = b.session_id left join session_booking_person p on p.booking_id = b.id
    where ${where} order by b.number`.execute(tx);
  return rows;
}

/** In the order of booking; without those that were cancelled. */
export interface SessionBookings {
  readonly places: number | null;
  readonly bookings: readonly Booking[];
  /** Whether today is the day, and who came can be marked. */
  readonly mayMark: boolean;
  /** Whether the asker records visits there. */
  readonly mayReceive: boolean;
}

const bookingsInput = z.object({ sessionId: z.uuid() });

/** Null for who may see the session and not who booked. Throws "not-found". */
export async function sessionBookings(
  setting: Setting,
  asker: Asker,
  input: z.input<typeof bookingsInput>,
): Promise<SessionBookings | null> {
  const { sessionId } = parseInput(bookingsInput, input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const { rows } = await sql<{ agencyId: string; places: number | null; on: CivilDate }>`
        select agency_id as "agencyId", places, on_date as "on" from head_session where id = ${sessionId}`.execute(tx);
      const session = rows[0];
      if (!session) throw notFound();
      const may = (permission: "booking:handle" | "visit:record") =>
        who.kind !== "officer" || can(who.grants, permission, session.agencyId);
      if (!may("booking:handle")) return null;
      const bookings = await bookingsWhere(tx, sql`b.session_id = ${sessionId} and b.state <> 'cancelled'`);
      return {
        places: session.places,
        bookings,
        mayMark: session.on === setting.today(),
        mayReceive: may("visit:record"),
      };
    },
    { readOnly: true },
  );
}
