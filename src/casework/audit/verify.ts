import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";
import { chainHash, chainStart } from "./chain.ts";

const chainTables = ["matter_event", "petition_event", "head_session_event", "account_event"] as const;
type ChainTable = (typeof chainTables)[number];

const subjects: Readonly<Record<ChainTable, string>> = {
  matter_event: "matter_id",
  petition_event: "petition_id",
  head_session_event: "session_id",
  account_event: "subject_id",
};

export interface ChainFault {
  readonly table: ChainTable;
  readonly subjectId: string;
  readonly seq: number;
  readonly fault: "changed" | "missing-before";
}

interface Link {
  subject_id: string;
  seq: number;
  entry: object;
  prev_hash: Buffer;
  hash: Buffer;
}

const pageSize = 5_000;

/**
 * Re-computes every chain and lists what does not fit. Proves that no row was changed or removed from the middle;
 * a chain cut off at its end cannot be seen from inside.
 */
export async function verifyTrail(
  setting: Pick<Setting, "store">,
  asker: Asker,
): Promise<{ readonly chains: number; readonly rows: number; readonly faults: readonly ChainFault[] }> {
  const faults: ChainFault[] = [];
  let chains = 0;
  let rows = 0;
  for (const table of chainTables) {
    let after: { id: string; seq: number } | undefined;
    let subject: string | undefined;
    let expectedHash: Uint8Array = chainStart;
    let expectedSeq = 1;
    for (;;) {
      const page = await transaction(setting.store, asker, (tx) => linksAfter(tx, table, after), { readOnly: true });
      for (const link of page) {
        if (link.subject_id !== subject) {
          subject = link.subject_id;
          expectedHash = chainStart;
          expectedSeq = 1;
          chains += 1;
        }
        if (link.seq !== expectedSeq)
          faults.push({ table, subjectId: subject, seq: link.seq, fault: "missing-before" });
        const hash = chainHash(link.prev_hash, link.entry);
        if (
          !hash.equals(link.hash) ||
          (link.seq === expectedSeq && Buffer.compare(link.prev_hash, expectedHash) !== 0)
        ) {
          faults.push({ table, subjectId: subject, seq: link.seq, fault: "changed" });
        }
        expectedHash = link.hash;
        expectedSeq = link.seq + 1;
        rows += 1;
      }
      const last = page.at(-1);
      if (page.length < pageSize || !last) break;
      after = { id: last.subject_id, seq: last.seq };
    }
  }
  return { chains, rows, faults };
}

async function linksAfter(
  tx: Parameters<Parameters<typeof transaction>[2]>[0],
  table: ChainTable,
  after: { id: string; seq: number } | undefined,
): Promise<readonly Link[]> {
  const key = sql.ref(subjects[table]);
  const facts =
    table === "matter_event"
      ? sql`jsonb_build_object('id', matter_id, 'seq', seq, 'act', act, 'on', on_date, 'at', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'officer', officer_id, 'from', from_state, 'to', to_state, 'data', data)`
      : sql`jsonb_build_object('id', ${key}::uuid, 'seq', seq, 'what', what, 'on', on_date, 'at', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'officer', officer_id, 'data', data)`;
  const { rows } = await sql<Link>`
    select ${key} as subject_id, seq, ${facts} as entry, prev_hash, hash from ${sql.table(table)}
    where ${after ? sql`(${key}, seq) > (${after.id}::uuid, ${after.seq}::int)` : sql`true`}
    order by ${key}, seq limit ${pageSize}`.execute(tx);
  return rows;
}
