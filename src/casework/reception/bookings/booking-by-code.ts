import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../../rules/pack.ts";
import { transaction } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { parseInput } from "../../parse-input.ts";
import { hashTrackingSecret } from "../../petitions/index.ts";
import { notFound } from "../../refusal.ts";
import type { Setting } from "../../setting.ts";
import { positionName } from "../sessions/positions.ts";

/** A posted session as whoever books sees it. */
export interface BookableSession {
  readonly id: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly position: string;
  readonly positionName: Text;
  readonly on: CivilDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly state: "announced" | "held" | "held-without-visitors" | "delegated" | "postponed" | "cancelled";
  /** The day it was posted for at first. */
  readonly movedFrom: CivilDate | null;
  /** Places left; null where none can be booked, or not any more. */
  readonly free: number | null;
}
type SessionInRow = Omit<BookableSession, "positionName">;

/** Throws "not-found" for what is not posted. */
export async function placesOf(setting: Setting, input: { readonly sessionId: string }): Promise<BookableSession> {
  const { sessionId } = parseInput(z.object({ sessionId: z.uuid() }), input);
  return transaction(
    setting.store,
    "nobody",
    async (tx) => {
      const { rows } = await sql<{ session: SessionInRow | null }>`
        select app.bookable_session(${sessionId}, ${setting.today()}::date) as session`.execute(tx);
      const session = rows[0]?.session;
      if (!session) throw notFound();
      return { ...session, positionName: positionName(setting.law.packs, session.position) };
    },
    { readOnly: true },
  );
}

const codesInput = z.object({ code: z.string().max(60), secret: z.string().max(60) });
export type BookingCodes = z.input<typeof codesInput>;

/** What the holder of both codes sees. */
export interface BookingShown {
  readonly code: string;
  readonly number: number;
  readonly state: "booked" | "came" | "absent" | "cancelled";
  /** Who and what about; null once it is erased. */
  readonly name: string | null;
  readonly subject: string | null;
  readonly people: number | null;
  readonly session: BookableSession;
}

/** As it is typed: small letters and spaces do not matter. */
const codeOf = (typed: string): string => typed.toUpperCase().replace(/\s/g, "");

/** Null for a wrong code and a wrong secret alike, and for a booking of an earlier day. */
export async function bookingByCode(setting: Setting, input: BookingCodes): Promise<BookingShown | null> {
  const { code, secret } = parseInput(codesInput, input);
  return transaction(
    setting.store,
    "nobody",
    async (tx) => {
      const { rows } = await sql<{ found: (Omit<BookingShown, "session"> & { session: SessionInRow }) | null }>`
        select app.booking_by_code(${codeOf(code)}, ${hashTrackingSecret(secret)}, ${setting.today()}::date) as found`.execute(
        tx,
      );
      const found = rows[0]?.found;
      if (!found) return null;
      const name = positionName(setting.law.packs, found.session.position);
      return { ...found, session: { ...found.session, positionName: name } };
    },
    { readOnly: true },
  );
}

/** Gives the place back and erases who booked. Null for wrong codes; false when they came or the day is over. */
export async function cancelBooking(setting: Setting, input: BookingCodes): Promise<boolean | null> {
  const { code, secret } = parseInput(codesInput, input);
  return transaction(setting.store, "nobody", async (tx) => {
    const { rows } = await sql<{ done: boolean | null }>`
      select app.cancel_booking(${codeOf(code)}, ${hashTrackingSecret(secret)}) as done`.execute(tx);
    return rows[0]?.done ?? null;
  });
}
