import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { letterhead } from "../agencies/index.ts";
import { runOnce } from "../commands.ts";
import type { Slip } from "../papers/index.ts";
import { parseInput } from "../parse-input.ts";
import { appendPetitionEvents, hashTrackingSecret } from "../petitions/index.ts";
import { invalidInput, Refused } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import type { ReplyFile } from "./print-replies.ts";
import { petitionWithList, type SignatoriesSetting, secretOfSignatory, trackingPage } from "./signatories-setting.ts";

/** Slips in one file for the printer: 25 pages. */
export const slipsAtOnce = 200;

const slipsInput = z.object({
  key: z.uuid(),
  petitionId: z.uuid(),
  /** Those who have none yet: the representatives, or all, in the order of the list. Without `signatoryIds`. */
  to: z.enum(["representatives", "all"]).default("all"),
  /** These people, anew if they have one: the slip before then opens nothing any more. */
  signatoryIds: z.array(z.uuid()).min(1).max(slipsAtOnce).optional(),
});
export type GiveSlipsInput = z.input<typeof slipsInput>;

interface Given {
  readonly id: string;
  readonly no: number;
}

/**
 * Slips with the code and the secret of each signatory, to be cut apart and handed out; up to 200 in one PDF, which is kept
 * nowhere. A secret is printed once: the same command again gives the same file only while no newer slip was given. Throws
 * "not-found", "not-allowed", "law", "invalid-input" when nobody waits for one, "already-done".
 */
export async function giveSlips(setting: SignatoriesSetting, asker: Asker, input: GiveSlipsInput): Promise<ReplyFile> {
  const wanted = parseInput(slipsInput, input);
  const { petitionId } = wanted;
  const { given } = await runOnce(setting, asker, wanted.key, "give-slips", async (tx) => {
    const { who } = await petitionWithList(tx, petitionId, "signatory:record");
    const people = await chosen(tx, wanted);
    const slips = people.map(({ id, no }) => ({ id, no: no + 1, hash: hashed(setting, { id, no: no + 1 }) }));
    const ids = slips.map(({ id }) => id);
    await sql`update signatory s set slip_no = x.no, slip_on = ${setting.today()}, tracking_hash = decode(x.hash, 'hex')
      from jsonb_to_recordset(${JSON.stringify(slips)}::jsonb) as x(id uuid, no int, hash text) where s.id = x.id`.execute(
      tx,
    );
    // A copy that waits in the file carries the secret that has just ended.
    await sql`update reply set made_at = null, sha256 = null where signatory_id = any(${ids}::uuid[]) and sent_on is null and made_at is not null`.execute(
      tx,
    );
    const again = people.filter(({ no }) => no > 0).map(({ id }) => id);
    await appendPetitionEvents(tx, setting, [
      {
        petitionId,
        what: "slips-given",
        on: setting.today(),
        officerId: who.officerId,
        data: { signatories: ids, again },
      },
    ]);
    return { given: slips.map(({ id, no }): Given => ({ id, no })) };
  });
  const slips = await transaction(setting.store, asker, (tx) => slipsOf(tx, setting, petitionId, given), {
    readOnly: true,
  });
  const bytes = await setting.renderer.renderSlips(slips);
  return { bytes, fileName: "phieu-theo-doi.pdf", mediaType: "application/pdf" };
}

const hashed = (setting: SignatoriesSetting, { id, no }: Given): string =>
  hashTrackingSecret(secretOfSignatory(setting, id, no)).toString("hex");

async function chosen(
  tx: Trx,
  { petitionId, to, signatoryIds }: z.output<typeof slipsInput>,
): Promise<readonly Given[]> {
  const which = signatoryIds
    ? sql`id = any(${signatoryIds}::uuid[])`
    : sql`slip_no = 0 and ${to === "representatives" ? sql`representative` : sql`true`}`;
  const { rows } = await sql<Given>`
    select id, slip_no as no from signatory where petition_id = ${petitionId} and removed_on is null and ${which}
    order by ordinal limit ${slipsAtOnce} for update`.execute(tx);
  if (rows.length === 0 || (signatoryIds && rows.length < new Set(signatoryIds).size))
    throw invalidInput([{ field: "signatoryIds", message: signatoryIds ? notListed : nobodyWaits }]);
  return rows;
}

async function slipsOf(
  tx: Trx,
  setting: SignatoriesSetting,
  petitionId: string,
  given: readonly Given[],
): Promise<readonly Slip[]> {
  const { rows } = await sql<{
    id: string;
    no: number;
    name: string;
    code: string;
    givenOn: CivilDate;
    receivedOn: CivilDate;
    agencyId: string;
  }>`
    select s.id, s.slip_no as no, d.full_name as name, s.code, s.slip_on as "givenOn", p.received_on as "receivedOn", p.agency_id as "agencyId"
    from signatory s join signatory_detail d on d.signatory_id = s.id join petition p on p.id = s.petition_id
    where s.petition_id = ${petitionId} and s.id = any(${given.map(({ id }) => id)}::uuid[]) and s.removed_on is null order by s.ordinal`.execute(
    tx,
  );
  const numbers = new Map(given.map(({ id, no }) => [id, no]));
  const first = rows[0];
  if (!first) throw ended();
  require(whoAsks(tx), "signatory:record", first.agencyId);
  if (rows.length < given.length || rows.some(({ id, no }) => numbers.get(id) !== no)) throw ended();
  const agency = (await letterhead(tx, first.agencyId, setting.today()))?.name ?? "";
  return rows.map(({ id, no, agencyId: _, ...row }) => ({
    ...row,
    agency,
    secret: secretOfSignatory(setting, id, no),
    url: trackingPage(setting),
    again: no > 1,
  }));
}

const notListed: Text = { vi: "Người này không có trong danh sách.", en: "This person is not on the list." };
const nobodyWaits: Text = {
  vi: "Không còn ai chưa có phiếu. Muốn cấp lại, chọn “Cấp phiếu mới” ở dòng của người đó.",
  en: "Everybody has a slip. For a new one, choose “Give a new slip” in that person's line.",
};
const ended = (): Refused =>
  new Refused({
    code: "already-done",
    message: {
      vi: "Phiếu này đã được thay bằng phiếu mới; mã bí mật cũ không in lại được.",
      en: "A newer slip was given since; the secret of the one before is not printed again.",
    },
  });
