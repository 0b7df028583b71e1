import { sql } from "kysely";
import { transaction } from "../../../store/index.ts";
import type { Asker, Setting } from "../../setting.ts";

/** Background: forgets the bookings of sessions whose day is over, with who booked. Returns how many. */
export async function forgetOldBookings(setting: Pick<Setting, "store" | "today">, asker: Asker): Promise<number> {
  return transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ n: number }>`select app.forget_bookings(${setting.today()}::date) as n`.execute(tx);
    return rows[0]?.n ?? 0;
  });
}
