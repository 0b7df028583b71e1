import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../../store/index.ts";
import { require, whoAsks } from "../../access/index.ts";
import { parseInput } from "../../parse-input.ts";
import { notFound, Refused } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { type Booking, bookingMarks, bookingsWhere } from "./session-bookings.ts";

const bookingInput = z.object({ bookingId: z.uuid() });
type BookingInput = z.input<typeof bookingInput>;
const markInput = bookingInput.extend({ as: z.enum(bookingMarks) });

async function handled(tx: Trx, bookingId: string): Promise<Booking> {
  const [found] = await bookingsWhere(tx, sql`b.id = ${bookingId}`);
  if (!found) throw notFound();
  require(whoAsks(tx), "booking:handle", found.agencyId);
  return found;
}

/** One booking, for the form of the visit. Throws "not-found", "not-allowed". */
export async function booking(setting: Setting, asker: Asker, input: BookingInput): Promise<Booking> {
  const { bookingId } = parseInput(bookingInput, input);
  return transaction(setting.store, asker, (tx) => handled(tx, bookingId), { readOnly: true });
}

/** Who booked came, did not come, or neither yet. Throws "not-found", "not-allowed", "conflict" on another day or when it was cancelled. */
export async function markBooking(
  setting: Setting,
  asker: Asker,
  input: z.input<typeof markInput>,
): Promise<{ readonly bookingId: string }> {
  const wanted = parseInput(markInput, input);
  return transaction(setting.store, asker, async (tx) => {
    const found = await handled(tx, wanted.bookingId);
    if (found.on !== setting.today()) throw otherDay();
    const { numAffectedRows } = await sql`
      update session_booking set state = ${wanted.as} where id = ${found.id} and state <> 'cancelled'`.execute(tx);
    if (numAffectedRows !== 1n) throw wasCancelled();
    return { bookingId: found.id };
  });
}

/** The visit is recorded: what was said when booking is erased. The same again does nothing. Throws "not-found", "not-allowed". */
export async function finishBooking(setting: Setting, asker: Asker, input: BookingInput): Promise<void> {
  const { bookingId } = parseInput(bookingInput, input);
  await transaction(setting.store, asker, async (tx) => {
    const found = await handled(tx, bookingId);
    await sql`update session_booking set state = 'came' where id = ${found.id} and state <> 'cancelled'`.execute(tx);
    await sql`delete from session_booking_person where booking_id = ${found.id}`.execute(tx);
  });
}

const otherDay = () =>
  new Refused({
    code: "conflict",
    message: {
      vi: "Chỉ ghi người đặt chỗ đến hay không đến trong ngày tiếp.",
      en: "Who came is marked on the day of the session only.",
    },
  });
const wasCancelled = () =>
  new Refused({
    code: "conflict",
    message: { vi: "Người đặt đã hủy chỗ này.", en: "Whoever booked has cancelled this place." },
  });
