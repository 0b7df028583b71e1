import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";

const keptDays = 90;

/** Background: forgets notices that ended 90 days ago, and addresses that are of no more use. Returns how many notices. */
export async function forgetOldNotices(setting: Pick<Setting, "store">, asker: Asker): Promise<number> {
  return transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ n: number }>`
      select app.forget_notices(now() - make_interval(days => ${keptDays})) as n`.execute(tx);
    return rows[0]?.n ?? 0;
  });
}
