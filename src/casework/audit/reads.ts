import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";
import { chainHash, chainStart } from "./chain.ts";
import type { Leaf } from "./merkle.ts";

export const readsKind = "reads";

/** The rows of `read_event` with numbers in a range: how many there are, and the digest over them in order. */
export async function digestReads(
  setting: Pick<Setting, "store">,
  asker: Asker,
  range: { readonly from: number; readonly to: number },
): Promise<Pick<Leaf, "count" | "first" | "head">> {
  let count = 0;
  let first: Buffer = chainStart;
  let head: Buffer = chainStart;
  let after = range.from - 1;
  for (;;) {
    const { rows } = await transaction(
      setting.store,
      asker,
      (tx) =>
        sql<{ id: string; entry: object }>`
          select id::text, jsonb_build_object('id', id, 'officer', officer_id, 'what', what, 'subject', subject_id,
            'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) as entry
          from read_event where id > ${after} and id <= ${range.to} order by id limit 10000`.execute(tx),
      { readOnly: true },
    );
    for (const { id, entry } of rows) {
      head = chainHash(head, entry);
      if (count === 0) first = head;
      count += 1;
      after = Number(id);
    }
    if (rows.length < 10_000) return { count, first, head };
  }
}

/** The name of a range sorts as its numbers do. */
export const rangeName = (from: number, to: number): string => `${padded(from)}-${padded(to)}`;
const padded = (n: number): string => String(n).padStart(16, "0");

export function rangeOf(id: string): { readonly from: number; readonly to: number } {
  const [from, to] = id.split("-").map(Number);
  return { from: from ?? 0, to: to ?? 0 };
}
