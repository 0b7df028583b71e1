import { sql } from "kysely";
import * as z from "zod";
import type { Trx } from "../../store/index.ts";
import { textDigest } from "../audit/index.ts";
import { runOnce } from "../commands.ts";
import { keySignatories } from "../duplicates/index.ts";
import { parseInput } from "../parse-input.ts";
import { appendPetitionEvents } from "../petitions/index.ts";
import { representativesArticle, representativesProblem } from "../reception/index.ts";
import { invalidInput, notFound, Refused } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { readPerson } from "./read-list.ts";
import { countList, petitionWithList, type SignatoriesSetting } from "./signatories-setting.ts";

const changeInput = z.object({
  key: z.uuid(),
  signatoryId: z.uuid(),
  /** Whether this person represents the others; who does is one of them (Điều 29 Luật Tiếp công dân). */
  representative: z.boolean().optional(),
  person: z
    .object({ name: z.string(), address: z.string(), idNumber: z.string().default(""), phone: z.string().default("") })
    .optional(),
  remove: z.boolean().optional(),
  /** Needed with a correction and a removal. */
  reason: z.string().trim().max(2000).default(""),
});
export type ChangeSignatoryInput = z.input<typeof changeInput>;

interface Standing {
  readonly petitionId: string;
  readonly representative: boolean;
  readonly name: string;
  readonly address: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly replies: number;
}

/**
 * Corrects a signatory, says whether they represent the others, or takes them off the list. What stood there before is kept
 * with the reason (settled 26); a copy made for them and not sent yet is made anew. Throws "not-found", "not-allowed", "law",
 * "invalid-input", "already-done".
 */
export async function changeSignatory(
  setting: SignatoriesSetting,
  asker: Asker,
  input: ChangeSignatoryInput,
): Promise<{ readonly signatoryId: string; readonly petitionId: string }> {
  const wanted = parseInput(changeInput, input);
  if (!wanted.person && !wanted.remove && wanted.representative === undefined) throw nothingWanted();
  return runOnce(setting, asker, wanted.key, "change-signatory", async (tx) => {
    const { signatoryId } = wanted;
    const { petitionId } = await standing(tx, signatoryId);
    const { who, petition } = await petitionWithList(tx, petitionId, "signatory:record");
    const before = await standing(tx, signatoryId);
    if ((wanted.person || wanted.remove) && wanted.reason === "") throw noReason();
    if (wanted.remove) await remove(tx, setting, signatoryId, before);
    else if (wanted.person) await correct(tx, signatoryId, wanted.person);
    if (wanted.person || wanted.remove) await keySignatories(tx, setting, { signatoryIds: [signatoryId] });
    if (wanted.person || wanted.remove)
      await sql`insert into signatory_change (signatory_id, seq, before, reason, changed_on, officer_id)
        select ${signatoryId}::uuid, coalesce(max(seq), 0) + 1, ${JSON.stringify(before)}::jsonb, ${wanted.reason}, ${setting.today()}::date, ${who.officerId}::uuid
        from signatory_change where signatory_id = ${signatoryId}`.execute(tx);
    if (wanted.representative !== undefined && !wanted.remove)
      await represent(tx, signatoryId, before, wanted.representative, petition.peopleCount);
    await appendPetitionEvents(tx, setting, [
      {
        petitionId,
        what: wanted.remove ? "signatory-removed" : "signatory-changed",
        on: setting.today(),
        officerId: who.officerId,
        data: {
          signatory: signatoryId,
          ...(wanted.reason ? { reason: textDigest(wanted.reason) } : {}),
          ...(wanted.representative === undefined ? {} : { representative: wanted.representative }),
        },
      },
    ]);
    return { signatoryId, petitionId };
  });
}

async function standing(tx: Trx, signatoryId: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select s.petition_id as "petitionId", s.representative, d.full_name as name, d.address, d.id_number as "idNumber", d.phone,
      (select count(*)::int from reply r where r.signatory_id = s.id) as replies
    from signatory s join signatory_detail d on d.signatory_id = s.id where s.id = ${signatoryId} and s.removed_on is null`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) throw notFound();
  return row;
}

async function remove(tx: Trx, setting: SignatoriesSetting, signatoryId: string, before: Standing): Promise<void> {
  if (before.replies > 0)
    throw new Refused({
      code: "already-done",
      message: {
        vi: "Đã lập bản trả lời cho người này, nên không xóa khỏi danh sách được. Hãy đính chính nếu ghi sai.",
        en: "A reply was made for this person, who therefore stays on the list. Correct what is wrong instead.",
      },
    });
  await sql`update signatory set removed_on = ${setting.today()}, representative = false where id = ${signatoryId}`.execute(
    tx,
  );
}

async function correct(tx: Trx, signatoryId: string, given: Parameters<typeof readPerson>[0]): Promise<void> {
  const read = readPerson(given);
  if ("field" in read) throw invalidInput([{ field: read.field, message: read.reason }]);
  const { rows } = await sql`select from signatory s join signatory o on o.petition_id = s.petition_id and o.id <> s.id
    where s.id = ${signatoryId} and o.removed_on is null and o.digest = decode(${read.digest}, 'hex')`.execute(tx);
  if (rows.length > 0) throw invalidInput([{ field: "idNumber", message: twice }]);
  await sql`update signatory set digest = decode(${read.digest}, 'hex') where id = ${signatoryId}`.execute(tx);
  await sql`update signatory_detail set full_name = ${read.name}, address = ${read.address}, id_kind = ${read.idKind},
    id_number = ${read.idNumber}, phone = ${read.phone} where signatory_id = ${signatoryId}`.execute(tx);
  await sql`update reply set made_at = null, sha256 = null where signatory_id = ${signatoryId} and sent_on is null`.execute(
    tx,
  );
}

async function represent(
  tx: Trx,
  signatoryId: string,
  before: Standing,
  representative: boolean,
  peopleCount: number,
): Promise<void> {
  if (before.representative === representative) return;
  const { people, representatives } = await countList(tx, before.petitionId);
  const problem = representative
    ? representativesProblem(Math.max(people, peopleCount), representatives + 1)
    : undefined;
  if (problem) throw new Refused({ code: "law", message: problem, article: representativesArticle, rule: "KN-29L-1" });
  await sql`update signatory set representative = ${representative} where id = ${signatoryId}`.execute(tx);
}

const twice = {
  vi: "Người này đã có trong danh sách.",
  en: "This person stands on the list already.",
};
const nothingWanted = () =>
  invalidInput([{ field: "person", message: { vi: "Chưa có gì để thay đổi.", en: "There is nothing to change." } }]);
const noReason = () =>
  invalidInput([
    { field: "reason", message: { vi: "Ghi lý do đính chính hoặc xóa.", en: "Say why it is corrected or taken off." } },
  ]);
