import { sql } from "kysely";
import * as z from "zod";
import type { Trx } from "../../store/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { appendPetitionEvents } from "../petitions/index.ts";
import { Refused } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { petitionWithList, type SignatoriesSetting } from "./signatories-setting.ts";

const startInput = z.object({ key: z.uuid(), petitionId: z.uuid(), paperId: z.uuid() });
export type StartRepliesInput = z.input<typeof startInput>;

/**
 * Begins to make a copy of an issued paper for each signatory: one decision for all, a copy for each (khoản 3 Điều 31 Luật
 * Khiếu nại). Begun again, it goes on where it stopped and takes in who was added; no copy is made twice. Throws "not-found",
 * "not-allowed", "law".
 */
export async function startReplies(
  setting: SignatoriesSetting,
  asker: Asker,
  input: StartRepliesInput,
): Promise<{ readonly batchId: string; readonly replies: number }> {
  const wanted = parseInput(startInput, input);
  const { petitionId, paperId } = wanted;
  return runOnce(setting, asker, wanted.key, "start-replies", async (tx) => {
    const { who } = await petitionWithList(tx, petitionId, "paper:send");
    if (!(await isIssuedHere(tx, petitionId, paperId))) throw notIssued();
    const { rows } = await sql<{ id: string; ordinal: number }>`
      select id, ordinal from signatory where petition_id = ${petitionId} and removed_on is null order by ordinal`.execute(
      tx,
    );
    if (rows.length === 0) throw nobodyListed();
    const { rows: batches } = await sql<{ id: string }>`
      insert into reply_batch (id, petition_id, paper_id, state, started_by) values (${setting.newId()}, ${petitionId}, ${paperId}, 'running', ${who.officerId})
      on conflict (petition_id, paper_id) do update set state = 'running', started_by = excluded.started_by, started_at = now(), ended_at = null
      returning id`.execute(tx);
    const batchId = batches[0]?.id ?? "";
    const replies = rows.map(({ id, ordinal }) => ({ id: setting.newId(), signatory_id: id, ordinal }));
    await sql`insert into reply (id, petition_id, paper_id, signatory_id, ordinal)
      select id, ${petitionId}, ${paperId}, signatory_id, ordinal
      from jsonb_to_recordset(${JSON.stringify(replies)}::jsonb) as r(id uuid, signatory_id uuid, ordinal int)
      on conflict (paper_id, signatory_id) do nothing`.execute(tx);
    await enqueue(tx, batchId);
    await appendPetitionEvents(tx, setting, [
      {
        petitionId,
        what: "replies-started",
        on: setting.today(),
        officerId: who.officerId,
        data: { batch: batchId, paper: paperId, signatories: rows.length },
      },
    ]);
    return { batchId, replies: rows.length };
  });
}

const stopInput = z.object({ key: z.uuid(), petitionId: z.uuid(), paperId: z.uuid() });

/** Stops after the copy under way; what was made stays. Throws "not-found", "not-allowed". */
export async function stopReplies(
  setting: SignatoriesSetting,
  asker: Asker,
  input: StartRepliesInput,
): Promise<{ readonly petitionId: string }> {
  const { key, petitionId, paperId } = parseInput(stopInput, input);
  return runOnce(setting, asker, key, "stop-replies", async (tx) => {
    await petitionWithList(tx, petitionId, "paper:send");
    await sql`update reply_batch set state = 'stopped', ended_at = now()
      where petition_id = ${petitionId} and paper_id = ${paperId} and state = 'running'`.execute(tx);
    return { petitionId };
  });
}

export async function enqueue(tx: Trx, batchId: string): Promise<void> {
  await sql`select graphile_worker.add_job('make-replies', json_build_object('batchId', ${batchId}::text), queue_name := 'make-replies',
    job_key := ${`make-replies:${batchId}`}::text)`.execute(tx);
}

/** A paper with a number, of the petition or of a matter it is in. */
async function isIssuedHere(tx: Trx, petitionId: string, paperId: string): Promise<boolean> {
  const { rows } = await sql`select from paper p where p.id = ${paperId} and p.state in ('numbered', 'sent')
    and (p.petition_id = ${petitionId} or p.matter_id in (select matter_id from matter_petition where petition_id = ${petitionId}))`.execute(
    tx,
  );
  return rows.length > 0;
}

const notIssued = (): Refused =>
  new Refused({
    code: "law",
    message: {
      vi: "Chỉ gửi cho từng người văn bản đã ký và cấp số của vụ việc hoặc của đơn này.",
      en: "Only a signed and numbered paper of this petition or of its matter is sent to each signatory.",
    },
    article: "khoản 3 Điều 31 Luật Khiếu nại",
  });

const nobodyListed = (): Refused =>
  new Refused({
    code: "law",
    message: {
      vi: "Danh sách người ký còn trống. Hãy nhập danh sách trước.",
      en: "The list of signatories is empty. Enter it first.",
    },
  });
