import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../store/index.ts";
import { require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { replyStates } from "./list-replies.ts";
import { type Addressee, commonPart, copyFor } from "./personal-copy.ts";
import type { SignatoriesSetting } from "./signatories-setting.ts";

/** Copies in one file for the printer. */
export const printedAtOnce = 100;

const printInput = z.object({
  petitionId: z.uuid(),
  paperId: z.uuid(),
  state: z.enum(replyStates).exclude(["waiting"]).optional(),
  /** The place on the list after which the file begins. */
  after: z.coerce.number().int().min(0).default(0),
});
export type PrintRepliesInput = z.input<typeof printInput>;

export interface ReplyFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: "application/pdf";
}

/** Up to a hundred copies that are made, each from a page of its own, in one PDF. The look is recorded. Throws "not-found". */
export async function printReplies(
  setting: SignatoriesSetting,
  asker: Asker,
  input: PrintRepliesInput,
): Promise<ReplyFile> {
  const { petitionId, paperId, state, after } = parseInput(printInput, input);
  const found = await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const only = state ? sql`and r.state = ${state}` : sql``;
    const { rows } = await sql<Addressee & { agencyId: string }>`
      select s.id as "signatoryId", s.code, d.full_name as name, d.address, d.id_number as "idNumber", d.phone, s.slip_no as "slipNo", p.agency_id as "agencyId"
      from reply r join petition p on p.id = r.petition_id join signatory s on s.id = r.signatory_id join signatory_detail d on d.signatory_id = s.id
      where r.petition_id = ${petitionId} and r.paper_id = ${paperId} and r.made_at is not null and r.ordinal > ${after} ${only}
      order by r.ordinal limit ${printedAtOnce}`.execute(tx);
    const first = rows[0];
    if (!first) throw notFound();
    require(who, "paper:send", first.agencyId);
    if (who.officerId)
      await sql`insert into read_event (officer_id, what, subject_id) values (${who.officerId}, 'replies', ${paperId})`.execute(
        tx,
      );
    return { common: await commonPart(tx, petitionId, paperId), people: rows };
  });
  const bytes = await setting.renderer.renderTogether(found.people.map((one) => copyFor(setting, found.common, one)));
  return { bytes, fileName: `ban-gui-tung-nguoi-${after + 1}.pdf`, mediaType: "application/pdf" };
}

const replyInput = z.object({ replyId: z.uuid() });

/** One copy as it was made. The look is recorded. Throws "not-found". */
export async function openReply(
  setting: SignatoriesSetting,
  asker: Asker,
  input: z.input<typeof replyInput>,
): Promise<ReplyFile> {
  const { replyId } = parseInput(replyInput, input);
  const sha256 = await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<{ sha256: string; agencyId: string }>`
      select encode(r.sha256, 'hex') as sha256, p.agency_id as "agencyId" from reply r join petition p on p.id = r.petition_id
      where r.id = ${replyId} and r.made_at is not null`.execute(tx);
    const row = rows[0];
    if (!row) throw notFound();
    require(who, "paper:send", row.agencyId);
    if (who.officerId)
      await sql`insert into read_event (officer_id, what, subject_id) values (${who.officerId}, 'reply', ${replyId})`.execute(
        tx,
      );
    return row.sha256;
  });
  return { bytes: await setting.files.get(sha256), fileName: "ban-gui-rieng.pdf", mediaType: "application/pdf" };
}
