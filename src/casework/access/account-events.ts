import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import { chainHash, chainStart } from "../audit/index.ts";
import type { Setting } from "../setting.ts";
import { whoAsks } from "./who.ts";

export type AccountEvent =
  | "password-reset"
  | "account-closed"
  | "account-reopened"
  | "second-factor-set-up"
  | "second-factor-turned-off"
  | "second-factor-reset"
  | "recovery-code-used"
  | "recovery-codes-renewed"
  | "sessions-ended"
  | "second-factor-demanded"
  | "second-factor-no-longer-demanded"
  | "change-proposed"
  | "change-refused"
  | "change-withdrawn"
  | "role-granted"
  | "role-ended"
  | "delegated"
  | "delegation-ended"
  | "passkey-added"
  | "passkey-removed"
  | "single-sign-on-linked"
  | "single-sign-on-unlinked";

/**
 * Appends to the trail of an account (subject: the officer) or of an agency's roles (subject: the agency), in the name of
 * who asks. `data` holds ids and codes only.
 */
export async function recordAccountEvent(
  tx: Trx,
  setting: Pick<Setting, "today" | "now">,
  {
    subjectId: id,
    what,
    data = {},
  }: { readonly subjectId: string; readonly what: AccountEvent; readonly data?: object },
): Promise<void> {
  const { officerId } = whoAsks(tx);
  const { rows } = await sql<{
    seq: number;
    hash: Buffer;
  }>`select seq, hash from app.last_account_event(${id}::uuid)`.execute(tx);
  const seq = (rows[0]?.seq ?? 0) + 1;
  const previous = rows[0]?.hash ?? chainStart;
  const [on, at] = [setting.today(), setting.now().toISOString()];
  const hash = chainHash(previous, { id, seq, what, on, at, officer: officerId, data });
  await sql`insert into account_event (subject_id, seq, what, on_date, recorded_at, officer_id, data, prev_hash, hash)
    values (${id}, ${seq}, ${what}, ${on}, ${at}::timestamptz, ${officerId}, ${JSON.stringify(data)}::jsonb, ${previous}, ${hash})`.execute(
    tx,
  );
}
