import { sql } from "kysely";
import type { Trx } from "../../../store/index.ts";
import { queueBookingNotices } from "../../notices/index.ts";

/** Places of a postponed session hold for its new day, in the same order; whoever booked is told. */
export async function moveBookings(tx: Trx, fromSessionId: string, toSessionId: string): Promise<void> {
  await sql`update session_booking set session_id = ${toSessionId} where session_id = ${fromSessionId}`.execute(tx);
  await queueBookingNotices(tx, toSessionId);
}
