import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import { agenciesWhere, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notAllowed, notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { writeLedger } from "./ledger.ts";
import type { ReleaseKind, ReleaseLine } from "./release-row.ts";
import { releaseColumns, stateToday } from "./release-row.ts";
import { isArmored, isRecipient } from "./seal.ts";

export const releaseKinds = [
  "identity-check",
  "letter",
  "protection",
  "authority",
  "other",
] as const satisfies readonly ReleaseKind[];

const askInput = z.object({
  petitionId: z.uuid(),
  /** What the identity is needed for; read by the custodian, kept with the release. */
  purpose: z.string().trim().min(10).max(2000),
  kind: z.enum(releaseKinds),
  /** How long it is needed, from the day of approval. */
  days: z.coerce.number().int().min(1).max(30),
  recipient: z.string().refine(isRecipient, "age1…"),
  sealedKey: z.string().refine(isArmored, "armored age text"),
});
export type AskReleaseInput = z.input<typeof askInput>;

/**
 * Asks for the identity behind a denunciation that the asker may see. The asker's browser made the key pair. Throws
 * "not-found" when the petition is not theirs to see or nothing is kept of it, "not-allowed", "already-done" while one waits.
 */
export async function askRelease(
  setting: Setting,
  asker: Asker,
  input: AskReleaseInput,
): Promise<{ readonly releaseId: string }> {
  const wanted = parseInput(askInput, input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    if (who.officerId === null || agenciesWhere(who.grants, "release:ask").length === 0) throw notAllowed();
    const { rows } = await sql<{ id: string; agencyId: string }>`
      select i.id, i.agency_id as "agencyId" from petition p join vault.identity i on i.petition_id = p.id
      where p.id = ${wanted.petitionId} and p.restricted`.execute(tx);
    const identity = rows[0];
    if (!identity) throw nothingKept();
    const { rows: waiting } = await sql`select 1 from vault.release
      where petition_id = ${wanted.petitionId} and asked_by = ${who.officerId} and state = 'waiting'`.execute(tx);
    if (waiting.length > 0) throw new Refused({ code: "already-done", message: alreadyAsked });
    const releaseId = setting.newId();
    await sql`insert into vault.release (id, agency_id, identity_id, petition_id, kind, purpose, days, recipient, asked_by, asked_at, asked_on, state)
      values (${releaseId}, ${identity.agencyId}, ${identity.id}, ${wanted.petitionId}, ${wanted.kind}, ${wanted.purpose}, ${wanted.days},
        ${wanted.recipient}, ${who.officerId}, ${setting.now()}, ${setting.today()}, 'waiting')`.execute(tx);
    await sql`insert into vault.release_body (release_id, sealed_key) values (${releaseId}, ${wanted.sealedKey})`.execute(
      tx,
    );
    await writeLedger(tx, setting, identity.agencyId, [
      {
        what: "release-asked",
        data: { identity: identity.id, release: releaseId, kind: wanted.kind, days: wanted.days },
        purpose: wanted.purpose,
      },
    ]);
    return { releaseId };
  });
}

const nothingKept = (): Refused =>
  new Refused({
    code: "not-found",
    message: {
      vi: "Không có danh tính nào được giữ cho đơn này, hoặc đơn không thuộc quyền xem của bạn. Hỏi người giữ danh tính của cơ quan.",
      en: "No identity is kept for this petition, or it is not yours to see. Ask a custodian of the agency.",
    },
  });
const alreadyAsked: Text = {
  vi: "Bạn đã có một đề nghị đang chờ người giữ danh tính quyết định.",
  en: "A request of yours already waits for a custodian's decision.",
};

const listInput = z.object({
  which: z.enum(["mine", "to-decide"]),
  petitionId: z.uuid().optional(),
  after: z.uuid().optional(),
});
export type ReleasesInput = z.input<typeof listInput>;

const LINES = 50;

/** The asker's own requests, or those that wait for or had a decision where the asker is a custodian; newest first. */
export async function releases(
  setting: Setting,
  asker: Asker,
  input: ReleasesInput,
): Promise<{ readonly rows: readonly ReleaseLine[]; readonly next: string | null }> {
  const { which, petitionId, after } = parseInput(listInput, input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const agencies = agenciesWhere(who.grants, "release:decide");
    const mine = which === "mine";
    const { rows } = await sql<ReleaseLine>`
      select ${releaseColumns} from vault.release r join officer a on a.id = r.asked_by left join officer d on d.id = r.decided_by
      left join vault.identity i on i.id = r.identity_id
      where ${mine ? sql`r.asked_by = ${who.officerId}` : sql`r.agency_id = any(${agencies}::uuid[]) and r.asked_by <> ${who.officerId}`}
        and (${petitionId ?? null}::uuid is null or r.petition_id = ${petitionId ?? null}::uuid)
        and (${after ?? null}::uuid is null or r.id < ${after ?? null}::uuid)
      order by r.id desc limit ${LINES + 1}`.execute(tx);
    const lines = rows.slice(0, LINES).map((row) => stateToday(row, setting.today()));
    return { rows: lines, next: rows.length > LINES ? (rows[LINES - 1]?.id ?? null) : null };
  });
}

export interface ViewedRelease {
  readonly ciphertext: string;
  readonly sealedKey: string;
  readonly until: string;
  /** To be repeated across what is shown. */
  readonly watermark: { readonly viewer: string; readonly at: string };
}

/**
 * Gives the requester what was sealed to them, while it lasts; every look and every refused one is in the ledger. Throws
 * "not-found" for anybody else, "not-allowed" before the decision, after its end, or when it was refused.
 */
export async function viewRelease(
  setting: Setting,
  asker: Asker,
  input: { readonly releaseId: string },
): Promise<ViewedRelease> {
  const { releaseId } = parseInput(z.object({ releaseId: z.uuid() }), input);
  const seen = await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const line = await ownRelease(tx, releaseId, who.officerId);
    const { state } = stateToday(line, setting.today());
    const data = { identity: line.identityId, release: releaseId };
    if (state !== "approved" || line.until === null) {
      await writeLedger(tx, setting, line.agencyId, [{ what: "release-view-refused", data: { ...data, state } }]);
      return { refused: state, reason: line.reason } as const;
    }
    await writeLedger(tx, setting, line.agencyId, [{ what: "release-viewed", data }]);
    const { rows } = await sql<{ ciphertext: string | null; sealedKey: string }>`
      select ciphertext, sealed_key as "sealedKey" from vault.release_body where release_id = ${releaseId}`.execute(tx);
    const body = rows[0];
    if (!body?.ciphertext) throw notFound();
    const watermark = { viewer: who.displayName, at: setting.now().toISOString() };
    const view: ViewedRelease = {
      ciphertext: body.ciphertext,
      sealedKey: body.sealedKey,
      until: line.until,
      watermark,
    };
    return { refused: null, view } as const;
  });
  if (seen.refused !== null) throw notOpen(seen.refused, seen.reason);
  return seen.view;
}

async function ownRelease(tx: Trx, releaseId: string, officerId: string | null) {
  const { rows } = await sql<ReleaseLine & { identityId: string }>`
    select ${releaseColumns}, r.identity_id as "identityId" from vault.release r join officer a on a.id = r.asked_by
    left join officer d on d.id = r.decided_by left join vault.identity i on i.id = r.identity_id
    where r.id = ${releaseId} and r.asked_by = ${officerId}
      and exists (select from petition p where p.id = r.petition_id and p.restricted)`.execute(tx);
  if (!rows[0]) throw notFound();
  return rows[0];
}

function notOpen(state: ReleaseLine["state"], reason: string | null): Refused {
  const why: Readonly<Record<Exclude<ReleaseLine["state"], "approved">, Text>> = {
    waiting: {
      vi: "Đề nghị chưa được người giữ danh tính quyết định.",
      en: "No custodian has decided on the request yet.",
    },
    refused: {
      vi: `Người giữ danh tính đã từ chối: ${reason ?? ""}`,
      en: `A custodian refused: ${reason ?? ""}`,
    },
    expired: {
      vi: "Thời hạn xem đã hết. Nếu còn cần, hãy gửi đề nghị mới.",
      en: "The time to look is over. If it is still needed, ask again.",
    },
    ended: { vi: "Người giữ danh tính đã kết thúc việc cho xem.", en: "A custodian has ended it." },
  };
  return new Refused({ code: "not-allowed", message: state === "approved" ? why.ended : why[state] });
}
