import { sql } from "kysely";
import { transaction } from "../store/index.ts";
import type { Asker, Setting } from "./setting.ts";

const KEYS_KEPT_DAYS = 30;

/** Background: forgets the keys of commands older than 30 days; nobody sends a form again after that. Returns how many. */
export async function forgetOldCommands(setting: Pick<Setting, "store">, asker: Asker): Promise<number> {
  return transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{
      n: number;
    }>`select app.forget_commands(now() - make_interval(days => ${KEYS_KEPT_DAYS})) as n`.execute(tx);
    return rows[0]?.n ?? 0;
  });
}

const DAY_MS = 86_400_000;

/**
 * Background: takes away what uploads left behind that broke off with their process; the longest one takes an hour. `now` is
 * the machine's, as the marks of files are, whatever day is set. Returns how many.
 */
export function dropUnfinishedFiles({ files }: Pick<Setting, "files">, now: Date): Promise<number> {
  return files.dropUnfinished(new Date(now.getTime() - DAY_MS));
}
