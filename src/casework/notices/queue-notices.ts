import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";

/** What happened, for our own count; the message is the same for all. */
export type NoticeKind = "received" | "question" | "moved" | "progress";

/**
 * In the transaction of what it tells of. Petitions whose holders did not ask, denunciations, and what is not sorted yet
 * get none; what already waits unsent tells of this too.
 */
export async function queueNotices(
  tx: Trx,
  about: { readonly petitionIds: readonly string[] } | { readonly matterId: string },
  kind: NoticeKind,
): Promise<void> {
  const [petitions, matter] = "matterId" in about ? [[], about.matterId] : [about.petitionIds, null];
  await sql`select app.queue_notices(${petitions}::uuid[], ${matter}::uuid, ${kind})`.execute(tx);
}

/** In the transaction in which a head's session is postponed or called off: tells who booked a place and left an address. */
export async function queueBookingNotices(tx: Trx, sessionId: string): Promise<void> {
  await sql`select app.queue_booking_notices(${sessionId}::uuid)`.execute(tx);
}
