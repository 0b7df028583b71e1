import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import { canonicalJson, chainHash, chainStart, textDigest } from "../audit/index.ts";
import type { Setting } from "../setting.ts";

export interface PublicationChange {
  readonly id: string;
  readonly seq: number;
  readonly what: "published" | "worded" | "withdrawn" | "replaced" | "corrected";
  readonly officerId: string | null;
  readonly field: string;
  readonly extract: string;
  readonly place: string;
  readonly reason?: string;
  readonly ground?: string;
  /** The publication that came in its place. */
  readonly by?: string;
}

/** The words as they stand now, and the event that covers them by their digest. */
export async function appendChange(tx: Trx, setting: Setting, change: PublicationChange): Promise<void> {
  const { id, seq, what, officerId, field, extract, place, reason = null, ground, by } = change;
  await sql`insert into publication_text (publication_id, seq, field, extract, place, reason)
    values (${id}, ${seq}, ${field}, ${extract}, ${place}, ${reason})`.execute(tx);
  const { rows } = await sql<{ hash: Buffer }>`
    select hash from publication_event where publication_id = ${id} and seq = ${seq - 1}`.execute(tx);
  const previous = rows[0]?.hash ?? chainStart;
  const data = {
    texts: textDigest(canonicalJson({ field, extract, place, reason })),
    ...(ground ? { ground } : {}),
    ...(by ? { by } : {}),
  };
  const at = setting.now().toISOString();
  const on = setting.today();
  const hash = chainHash(previous, { id, seq, what, on, at, officer: officerId, data });
  await sql`insert into publication_event (publication_id, seq, what, on_date, recorded_at, officer_id, data, prev_hash, hash)
    values (${id}, ${seq}, ${what}, ${on}, ${at}::timestamptz, ${officerId}, ${JSON.stringify(data)}::jsonb, ${previous}, ${hash})`.execute(
    tx,
  );
}
