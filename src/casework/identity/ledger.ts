import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { chainHash, chainStart, textDigest } from "../audit/index.ts";
import { parseInput } from "../parse-input.ts";
import type { Asker, Setting } from "../setting.ts";

export type LedgerEntryKind =
  | "custodian-joined"
  | "custodian-retired"
  | "passphrase-changed"
  | "sealed"
  | "opened"
  | "file-opened"
  | "looked-up"
  | "release-asked"
  | "opened-for-release"
  | "release-approved"
  | "release-refused"
  | "release-ended"
  | "release-expired"
  | "release-viewed"
  | "release-view-refused"
  | "copy-added"
  | "opened-to-reseal"
  | "recovered";

export interface NewLedgerEntry {
  readonly what: LedgerEntryKind;
  /** Ids and codes only; `identity` or `release` names what is looked at. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Free text; it stands in a row of its own, its digest in the chain. */
  readonly purpose?: string;
}

/**
 * Appends to the ledger of an agency, in the name of who asks. Written before anything is looked at, in the same
 * transaction: the database gives no ciphertext without it.
 */
export async function writeLedger(
  tx: Trx,
  setting: Pick<Setting, "today" | "now">,
  agencyId: string,
  entries: readonly NewLedgerEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const { officerId } = whoAsks(tx);
  const { rows } = await sql<{
    seq: number;
    hash: Buffer;
  }>`select seq, hash from vault.last_entry(${agencyId}::uuid)`.execute(tx);
  let seq = rows[0]?.seq ?? 0;
  let previous = rows[0]?.hash ?? chainStart;
  const [on, at] = [setting.today(), setting.now().toISOString()];
  const lines = entries.map(({ what, data: given = {}, purpose }) => {
    seq += 1;
    const data = purpose === undefined ? given : { ...given, purposeDigest: textDigest(purpose) };
    const hash = chainHash(previous, { id: agencyId, seq, what, on, at, officer: officerId, data });
    const line = { seq, what, data, purpose, prev_hash: hex(previous), hash: hex(hash) };
    previous = hash;
    return line;
  });
  await sql`insert into vault.ledger (agency_id, seq, what, on_date, recorded_at, officer_id, data, prev_hash, hash)
    select ${agencyId}::uuid, seq, what, ${on}::date, ${at}::timestamptz, ${officerId}::uuid, data, prev_hash, hash
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(seq int, what text, data jsonb, prev_hash bytea, hash bytea)`.execute(
    tx,
  );
  const spoken = lines.filter((line) => line.purpose !== undefined);
  if (spoken.length === 0) return;
  await sql`insert into vault.ledger_text (agency_id, seq, purpose)
    select ${agencyId}::uuid, seq, purpose from jsonb_to_recordset(${JSON.stringify(spoken)}::jsonb) as r(seq int, purpose text)`.execute(
    tx,
  );
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString("hex")}`;

const ledgerInput = z.object({ agencyId: z.uuid(), after: z.coerce.number().int().min(1).optional() });
export type LedgerInput = z.input<typeof ledgerInput>;

export interface LedgerLine {
  readonly seq: number;
  readonly at: Date;
  readonly on: CivilDate;
  /** Name of the officer; null for the command line and for background work. */
  readonly who: string | null;
  readonly what: LedgerEntryKind;
  readonly pseudonym: string | null;
  readonly purpose: string | null;
}

const LINES = 50;

/** Who did what with identities, newest first, for custodians and the head. Throws "not-allowed". */
export async function ledger(
  setting: Setting,
  asker: Asker,
  input: LedgerInput,
): Promise<{ readonly rows: readonly LedgerLine[]; readonly next: number | null }> {
  const { agencyId, after } = parseInput(ledgerInput, input);
  return transaction(setting.store, asker, async (tx) => {
    require(whoAsks(tx), "identity-ledger:read", agencyId);
    const { rows } = await sql<LedgerLine>`
      select l.seq, l.recorded_at as at, l.on_date as "on", o.display_name as who, l.what, i.pseudonym, t.purpose
      from vault.ledger l left join officer o on o.id = l.officer_id
      left join vault.identity i on i.id = (l.data ->> 'identity')::uuid
      left join vault.ledger_text t on t.agency_id = l.agency_id and t.seq = l.seq
      where l.agency_id = ${agencyId} and (${after ?? null}::int is null or l.seq < ${after ?? null}::int)
      order by l.seq desc limit ${LINES + 1}`.execute(tx);
    return { rows: rows.slice(0, LINES), next: rows.length > LINES ? (rows[LINES - 1]?.seq ?? null) : null };
  });
}
