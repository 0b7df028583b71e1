import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";
import { chainHash, chainStart } from "./chain.ts";

/** Kinds of chains in the order of their leaves. Those without a stored hash get it computed from their rows. */
export const chainKinds = [
  "account",
  "calendar-notice",
  "head-session",
  "identity",
  "matter",
  "paper",
  "petition",
  "publication",
] as const;
export type ChainKind = (typeof chainKinds)[number];

export const chainTables = {
  account: "account_event",
  "calendar-notice": "calendar_notice",
  "head-session": "head_session_event",
  identity: "vault.ledger",
  matter: "matter_event",
  paper: "paper_event",
  petition: "petition_event",
  publication: "publication_event",
} as const satisfies Readonly<Record<ChainKind, string>>;

export interface Link {
  readonly id: string;
  readonly seq: number;
  readonly at: Date;
  readonly hash: Buffer;
  /** Whether the stored hashes are what the row and the one before give; always for chains that store none. */
  readonly fits: boolean;
  readonly follows: boolean;
}

interface Row {
  id: string;
  seq: number;
  at: Date;
  entry: object;
  prev_hash: Buffer | null;
  hash: Buffer | null;
}

const pageSize = 5_000;
const utc = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const utcMs = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const stored = (key: string) => sql`
  select ${sql.ref(key)} as id, seq, recorded_at as at, prev_hash, hash,
    jsonb_build_object('id', ${sql.ref(key)}, 'seq', seq, 'what', what, 'on', on_date, 'at', ${utcMs("recorded_at")}, 'officer', officer_id, 'data', data) as entry`;

const sources = {
  account: sql`${stored("subject_id")} from account_event`,
  "calendar-notice": sql`
    select id, 1 as seq, announced_at as at, null::bytea as prev_hash, null::bytea as hash,
      jsonb_build_object('id', id, 'kind', kind, 'year', year, 'withdraws', withdraws, 'source', source, 'reason', reason, 'by', announced_by,
        'on', announced_on, 'at', ${utc("announced_at")}, 'days', (select jsonb_agg(jsonb_build_array(d.on_date, d.kind, d.name_vi, d.name_en) order by d.on_date)
          from calendar_notice_day d where d.notice_id = calendar_notice.id)) as entry
    from calendar_notice`,
  "head-session": sql`${stored("session_id")} from head_session_event`,
  identity: sql`${stored("agency_id")} from vault.ledger`,
  matter: sql`
    select matter_id as id, seq, recorded_at as at, prev_hash, hash,
      jsonb_build_object('id', matter_id, 'seq', seq, 'act', act, 'on', on_date, 'at', ${utcMs("recorded_at")}, 'officer', officer_id,
        'from', from_state, 'to', to_state, 'data', data) as entry
    from matter_event`,
  paper: sql`
    select paper_id as id, seq, at, null::bytea as prev_hash, null::bytea as hash,
      jsonb_build_object('id', paper_id, 'seq', seq, 'step', step, 'officer', officer_id, 'at', ${utc("at")}, 'version', version, 'digest', encode(digest, 'hex')) as entry
    from paper_event`,
  petition: sql`${stored("petition_id")} from petition_event`,
  publication: sql`${stored("publication_id")} from publication_event`,
} as const;

const keys = {
  account: sql`(subject_id, seq)`,
  "calendar-notice": sql`(id, 1)`,
  "head-session": sql`(session_id, seq)`,
  identity: sql`(agency_id, seq)`,
  matter: sql`(matter_id, seq)`,
  paper: sql`(paper_id, seq)`,
  petition: sql`(petition_id, seq)`,
  publication: sql`(publication_id, seq)`,
} as const;

/** Every row of every chain of a kind, chain after chain, in pages of a transaction each. */
export async function* linksOf(setting: Pick<Setting, "store">, asker: Asker, kind: ChainKind): AsyncGenerator<Link> {
  let before: { id: string; seq: number; hash: Buffer } | undefined;
  for (;;) {
    const after = before;
    const page = await transaction(
      setting.store,
      asker,
      async (tx) => {
        const { rows } = await sql<Row>`
          ${sources[kind]} where ${after ? sql`${keys[kind]} > (${after.id}::uuid, ${after.seq}::int)` : sql`true`}
          order by ${kind === "calendar-notice" ? sql`id` : sql`id, seq`} limit ${pageSize}`.execute(tx);
        return rows;
      },
      { readOnly: true },
    );
    for (const row of page) {
      const previous = before?.id === row.id ? before.hash : chainStart;
      const computed = chainHash(row.prev_hash ?? previous, row.entry);
      const hash = row.hash ?? computed;
      yield {
        id: row.id,
        seq: row.seq,
        at: row.at,
        hash,
        fits: computed.equals(hash),
        follows: row.prev_hash === null || Buffer.compare(row.prev_hash, previous) === 0,
      };
      before = { id: row.id, seq: row.seq, hash };
    }
    if (page.length < pageSize) return;
  }
}

/** The rows of one chain at a time. */
export async function* chainsOf(
  setting: Pick<Setting, "store">,
  asker: Asker,
  kind: ChainKind,
): AsyncGenerator<readonly Link[]> {
  let chain: Link[] = [];
  for await (const link of linksOf(setting, asker, kind)) {
    if (chain[0] && chain[0].id !== link.id) {
      yield chain;
      chain = [];
    }
    chain.push(link);
  }
  if (chain.length > 0) yield chain;
}
