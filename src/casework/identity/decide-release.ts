import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import { addDays, type CivilDate } from "../../time/civil-date.ts";
import { can, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { invalidInput, notAllowed, notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { writeLedger } from "./ledger.ts";
import { isArmored } from "./seal.ts";

interface Locked {
  readonly agencyId: string;
  readonly identityId: string;
  readonly state: string;
  readonly recipient: string;
  readonly days: number;
}

/** The release, locked; "not-found" for whoever is no custodian there, "not-allowed" for who asked it themselves. */
async function lockRelease(tx: Trx, releaseId: string, states: readonly string[]): Promise<Locked> {
  const who = whoAsks(tx);
  const { rows } = await sql<Locked & { askedBy: string }>`
    select agency_id as "agencyId", identity_id as "identityId", state, recipient, days, asked_by as "askedBy"
    from vault.release where id = ${releaseId}`.execute(tx);
  const found = rows[0];
  if (!found || who.kind !== "officer" || !can(who.grants, "release:decide", found.agencyId)) throw notFound();
  if (found.askedBy === who.officerId) throw ownRequest();
  const { rows: locked } = await sql<{
    state: string;
  }>`select state from vault.release where id = ${releaseId} for update`.execute(tx);
  const state = locked[0]?.state;
  if (state === undefined) throw notAllowed();
  if (!states.includes(state)) throw new Refused({ code: "already-done", message: decided });
  return { ...found, state };
}

const ownRequest = (): Refused =>
  new Refused({
    code: "not-allowed",
    message: {
      vi: "Không ai tự quyết định đề nghị của chính mình. Hãy nhờ người giữ danh tính khác.",
      en: "Nobody decides on their own request. Ask another custodian.",
    },
  });
const decided: Text = {
  vi: "Đề nghị này đã có quyết định. Tải lại trang để xem.",
  en: "This request was decided already. Reload the page to see how.",
};

const byId = z.object({ releaseId: z.uuid() });
export type ReleaseInput = z.input<typeof byId>;

/** The ciphertext for the custodian's browser, which seals it anew to the recipient; the ledger has it first. */
export async function openForRelease(
  setting: Setting,
  asker: Asker,
  input: ReleaseInput,
): Promise<{ readonly ciphertext: string; readonly recipient: string }> {
  const { releaseId } = parseInput(byId, input);
  return transaction(setting.store, asker, async (tx) => {
    const { agencyId, identityId, recipient } = await lockRelease(tx, releaseId, ["waiting"]);
    await writeLedger(tx, setting, agencyId, [
      { what: "opened-for-release", data: { identity: identityId, release: releaseId } },
    ]);
    const { rows } = await sql<{
      ciphertext: string;
    }>`select ciphertext from vault.identity_body where identity_id = ${identityId}`.execute(tx);
    if (!rows[0]) throw notFound();
    return { ciphertext: rows[0].ciphertext, recipient };
  });
}

const approveInput = z.object({
  releaseId: z.uuid(),
  /** Sealed to the requester's key for this request. */
  ciphertext: z.string().refine(isArmored, "armored age text"),
  /** Last day, at most as many days from today as were asked for. */
  until: z.iso.date(),
});
export type ApproveReleaseInput = z.input<typeof approveInput>;

export async function approveRelease(setting: Setting, asker: Asker, input: ApproveReleaseInput): Promise<void> {
  const { releaseId, ciphertext, until } = parseInput(approveInput, input);
  await transaction(setting.store, asker, async (tx) => {
    const { agencyId, identityId, days } = await lockRelease(tx, releaseId, ["waiting"]);
    const today = setting.today();
    const last = addDays(today, days);
    if (until < today || until > last) throw invalidInput([{ field: "until", message: untilRule(last) }]);
    await sql`select vault.hand_over(${releaseId}::uuid, ${ciphertext})`.execute(tx);
    await decide(tx, setting, releaseId, { state: "approved", until: until as CivilDate });
    await writeLedger(tx, setting, agencyId, [
      { what: "release-approved", data: { identity: identityId, release: releaseId, until } },
    ]);
  });
}

const untilRule = (last: CivilDate): Text => ({
  vi: `Ngày cuối được xem từ hôm nay đến ${last}, theo số ngày đã đề nghị.`,
  en: `The last day lies between today and ${last}, by the days that were asked for.`,
});

const refuseInput = z.object({ releaseId: z.uuid(), reason: z.string().trim().min(5).max(2000) });
export type RefuseReleaseInput = z.input<typeof refuseInput>;

/** Refuses with a reason, which the requester reads; the refusal is in the ledger too. */
export async function refuseRelease(setting: Setting, asker: Asker, input: RefuseReleaseInput): Promise<void> {
  const { releaseId, reason } = parseInput(refuseInput, input);
  await transaction(setting.store, asker, async (tx) => {
    const { agencyId, identityId } = await lockRelease(tx, releaseId, ["waiting"]);
    await decide(tx, setting, releaseId, { state: "refused", reason });
    await writeLedger(tx, setting, agencyId, [
      { what: "release-refused", data: { identity: identityId, release: releaseId }, purpose: reason },
    ]);
  });
}

/** Ends an approved release before its day; what was sealed for it is erased. */
export async function endRelease(setting: Setting, asker: Asker, input: ReleaseInput): Promise<void> {
  const { releaseId } = parseInput(byId, input);
  await transaction(setting.store, asker, async (tx) => {
    const { agencyId, identityId } = await lockRelease(tx, releaseId, ["approved"]);
    await sql`update vault.release set state = 'ended' where id = ${releaseId}`.execute(tx);
    await sql`select vault.hand_over(${releaseId}::uuid, null)`.execute(tx);
    await writeLedger(tx, setting, agencyId, [
      { what: "release-ended", data: { identity: identityId, release: releaseId } },
    ]);
  });
}

async function decide(
  tx: Trx,
  setting: Setting,
  releaseId: string,
  {
    state,
    until = null,
    reason = null,
  }: { state: "approved" | "refused"; until?: CivilDate | null; reason?: string | null },
): Promise<void> {
  await sql`update vault.release set state = ${state}, until = ${until}, reason = ${reason}, decided_by = ${whoAsks(tx).officerId},
    decided_at = ${setting.now()} where id = ${releaseId}`.execute(tx);
}
