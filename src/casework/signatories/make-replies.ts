import { sql } from "kysely";
import { type Trx, transaction } from "../../store/index.ts";
import { hashTrackingSecret } from "../petitions/index.ts";
import type { Asker } from "../setting.ts";
import { type Addressee, commonPart, copyFor } from "./personal-copy.ts";
import type { SignatoriesSetting } from "./signatories-setting.ts";

/** So many copies are told as made at once: what a killed process loses is rendered again, and stored once. */
const atOnce = 10;

interface Waiting extends Addressee {
  readonly replyId: string;
  readonly trackingHash: Buffer;
}

interface Made {
  readonly id: string;
  readonly sha256: string;
  readonly signatory: string;
  readonly hash: string | null;
}

/** Makes the copies of a batch that are not made yet, in the background; goes on where an earlier run was cut off. */
export async function makeReplies(
  setting: SignatoriesSetting,
  task: Asker,
  { batchId }: { readonly batchId: string },
): Promise<{ readonly made: number }> {
  const batch = await running(setting, task, batchId);
  if (!batch) return { made: 0 };
  let made = 0;
  try {
    const common = await transaction(setting.store, task, (tx) => commonPart(tx, batch.petitionId, batch.paperId), {
      readOnly: true,
    });
    for (;;) {
      const waiting = await transaction(setting.store, task, (tx) => next(tx, batchId), { readOnly: true });
      if (waiting.length === 0) break;
      const stored: Made[] = [];
      for (const one of waiting) {
        const { sha256 } = await setting.files.put(await setting.renderer.render(copyFor(setting, common, one), "pdf"));
        stored.push({
          id: one.replyId,
          sha256: `\\x${sha256}`,
          signatory: one.signatoryId,
          ...secretOf(common, setting, one),
        });
      }
      made += await transaction(setting.store, task, (tx) => tellMade(tx, stored));
    }
    await ended(setting, task, batchId, "done");
  } catch (error) {
    await ended(setting, task, batchId, "failed");
    throw error;
  }
  return { made };
}

/** Batches whose process ended in the middle go on when the next one starts. */
export async function resumeReplies(setting: SignatoriesSetting, task: Asker): Promise<void> {
  const { rows } = await transaction(
    setting.store,
    task,
    (tx) => sql<{ id: string }>`select id from reply_batch where state = 'running' order by started_at`.execute(tx),
    { readOnly: true },
  );
  for (const { id } of rows) await makeReplies(setting, task, { batchId: id });
}

async function running(setting: SignatoriesSetting, task: Asker, batchId: string) {
  const { rows } = await transaction(
    setting.store,
    task,
    (tx) =>
      sql<{ petitionId: string; paperId: string }>`
      select petition_id as "petitionId", paper_id as "paperId" from reply_batch where id = ${batchId} and state in ('running', 'failed')`.execute(
        tx,
      ),
    { readOnly: true },
  );
  return rows[0];
}

/** Empty once all are made, and when the batch was stopped. */
async function next(tx: Trx, batchId: string): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select r.id as "replyId", s.id as "signatoryId", s.code, s.tracking_hash as "trackingHash", d.full_name as name, d.address, d.id_number as "idNumber", d.phone, s.slip_no as "slipNo"
    from reply_batch b join reply r on r.petition_id = b.petition_id and r.paper_id = b.paper_id and r.state = 'waiting'
    join signatory s on s.id = r.signatory_id and s.removed_on is null join signatory_detail d on d.signatory_id = s.id
    where b.id = ${batchId} and b.state <> 'stopped' order by r.ordinal limit ${atOnce}`.execute(tx);
  return rows;
}

/** The hash of what was printed: of another key, where the folder of keys was lost since. */
function secretOf(common: Parameters<typeof copyFor>[1], setting: SignatoriesSetting, one: Waiting) {
  const hash = hashTrackingSecret(copyFor(setting, common, one).personalCopy?.secret ?? "");
  return { hash: hash.equals(one.trackingHash) ? null : `\\x${hash.toString("hex")}` };
}

async function tellMade(tx: Trx, stored: readonly Made[]): Promise<number> {
  const json = JSON.stringify(stored);
  const { numAffectedRows } = await sql`update reply r set sha256 = x.sha256, made_at = now()
    from jsonb_to_recordset(${json}::jsonb) as x(id uuid, sha256 bytea) where r.id = x.id and r.made_at is null`.execute(
    tx,
  );
  if (stored.some(({ hash }) => hash !== null))
    await sql`update signatory s set tracking_hash = x.hash from jsonb_to_recordset(${json}::jsonb) as x(signatory uuid, hash bytea)
      where s.id = x.signatory and x.hash is not null`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

async function ended(
  setting: SignatoriesSetting,
  task: Asker,
  batchId: string,
  state: "done" | "failed",
): Promise<void> {
  await transaction(setting.store, task, (tx) =>
    sql`update reply_batch set state = ${state}, ended_at = now() where id = ${batchId} and state in ('running', 'failed')`.execute(
      tx,
    ),
  );
}
