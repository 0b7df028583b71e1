import { sql } from "kysely";
import { entered, type Trx, transaction } from "../store/index.ts";
import { Refused } from "./refusal.ts";
import type { Asker, Setting } from "./setting.ts";

/** A command in a transaction of its own, carried out once for its key; `matterId` where it is about one matter. */
export function runOnce<Result extends object>(
  setting: Setting,
  asker: Asker,
  key: string,
  name: string,
  work: (tx: Trx) => Promise<Result>,
  about: { readonly matterId?: string } = {},
): Promise<Result> {
  return transaction(setting.store, asker, (tx) => onceByKey(tx, key, name, () => work(tx)), {
    commandKey: key,
    ...about,
  });
}

/**
 * Runs a command once for its key: the same key again gives the answer of the first time and does nothing.
 * The answer holds ids and codes only. The key is written last, in the same transaction, so an answer that was
 * given is an act that was recorded.
 */
export async function onceByKey<Result extends object>(
  tx: Trx,
  key: string,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const done = await doneBefore<Result>(tx, key);
  if (done) {
    if (done.name !== name) throw keyReused();
    return done.result;
  }
  const result = await work();
  const { numAffectedRows } = await sql`
    insert into command (key, officer_id, name, result) values (${key}, ${entered(tx)?.officerId ?? null}, ${name}, ${JSON.stringify(result)}::jsonb)
    on conflict (key) do nothing`.execute(tx);
  // The same key was being carried out at the same moment: this one is undone, the other stands.
  if (numAffectedRows === 0n) throw keyReused();
  return result;
}

interface Done<Result> {
  readonly name: string;
  readonly result: Result;
}

/** Came with who asks when the transaction was begun with the key. */
async function doneBefore<Result extends object>(tx: Trx, key: string): Promise<Done<Result> | undefined> {
  const who = entered(tx);
  if (who?.commandKey === key) return (who.command ?? undefined) as Done<Result> | undefined;
  const { rows } = await sql<Done<Result>>`select name, result from command where key = ${key}`.execute(tx);
  return rows[0];
}

function keyReused(): Refused {
  return new Refused({
    code: "conflict",
    message: {
      vi: "Thao tác này đã được gửi. Hãy tải lại trang để xem kết quả.",
      en: "This was already sent. Reload the page to see what became of it.",
    },
  });
}
