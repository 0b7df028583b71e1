import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { chainHash, chainStart } from "../audit/index.ts";
import { type NoticeKind, queueNotices } from "../notices/index.ts";
import type { Setting } from "../setting.ts";

export type PetitionEventKind =
  | "registered"
  | "classified"
  | "sealed"
  | "guided"
  | "transferred"
  | "handed-over"
  | "transfer-accepted"
  | "transfer-returned"
  | "transfer-referred"
  | "transfer-decided"
  | "filed"
  | "returned"
  | "handed-to-head"
  | "conflict-declared"
  | "conflict-lifted"
  | "competence-settled"
  | "matter-opened"
  | "assigned"
  | "corrected"
  | "answered"
  | "filed-as-duplicate"
  | "duplicate-filed"
  | "duplicate-undone"
  | "petitioner-wrote"
  | "office-wrote"
  | "originals-returned"
  | "returned-to-forwarder"
  | "withdrawal-asked"
  | "documents-added"
  | "outcome-rated"
  | "outcome-read"
  | "signatories-added"
  | "signatory-changed"
  | "signatory-removed"
  | "slips-given"
  | "replies-started"
  | "replies-recorded";

export interface NewPetitionEvent {
  readonly petitionId: string;
  readonly what: PetitionEventKind;
  readonly on: CivilDate;
  readonly officerId: string | null;
  /** Ids, codes, dates and digests only: never a name, an address or a text (settled 1). */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the petitioner is told of, when they asked to be. */
const toldAs: Partial<Record<PetitionEventKind, NoticeKind>> = {
  registered: "received",
  classified: "received",
  guided: "moved",
  transferred: "moved",
  "handed-over": "moved",
  "transfer-accepted": "moved",
  "transfer-returned": "moved",
  "transfer-referred": "moved",
  "transfer-decided": "moved",
  "returned-to-forwarder": "moved",
  filed: "progress",
  returned: "progress",
  answered: "progress",
  "matter-opened": "progress",
  "filed-as-duplicate": "progress",
  "office-wrote": "question",
};

/** Appends one event to each petition's chain. The petitions' rows are locked by the caller or new. */
export async function appendPetitionEvents(
  tx: Trx,
  setting: Setting,
  events: readonly NewPetitionEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const ids = events.map((event) => event.petitionId);
  const fresh = events.every((event) => event.what === "registered");
  const heads = new Map<string, { seq: number; hash: Buffer }>();
  if (!fresh) {
    const { rows } = await sql<{ petition_id: string; seq: number; hash: Buffer }>`
      select distinct on (petition_id) petition_id, seq, hash from petition_event
      where petition_id = any(${ids}::uuid[]) order by petition_id, seq desc`.execute(tx);
    for (const row of rows) heads.set(row.petition_id, row);
  }
  const at = setting.now().toISOString();
  const rows = events.map((event) => {
    const head = heads.get(event.petitionId) ?? { seq: 0, hash: chainStart };
    const seq = head.seq + 1;
    const hash = chainHash(head.hash, {
      id: event.petitionId,
      seq,
      what: event.what,
      on: event.on,
      at,
      officer: event.officerId,
      data: event.data,
    });
    heads.set(event.petitionId, { seq, hash });
    return {
      petition_id: event.petitionId,
      seq,
      what: event.what,
      on_date: event.on,
      recorded_at: at,
      officer_id: event.officerId,
      data: event.data,
      prev_hash: `\\x${head.hash.toString("hex")}`,
      hash: `\\x${hash.toString("hex")}`,
    };
  });
  await sql`
    insert into petition_event (petition_id, seq, what, on_date, recorded_at, officer_id, data, prev_hash, hash)
    select petition_id, seq, what, on_date, recorded_at, officer_id, data, prev_hash, hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(petition_id uuid, seq int, what text, on_date date, recorded_at timestamptz, officer_id uuid, data jsonb, prev_hash bytea, hash bytea)`.execute(
    tx,
  );
  await tell(tx, events);
}

async function tell(tx: Trx, events: readonly NewPetitionEvent[]): Promise<void> {
  const told = Map.groupBy(events, ({ what }) => toldAs[what]);
  for (const [kind, group] of told)
    if (kind) await queueNotices(tx, { petitionIds: group.map(({ petitionId }) => petitionId) }, kind);
}
