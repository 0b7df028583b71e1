import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";

export interface DraftRow {
  readonly id: string;
  readonly agencyId: string;
  readonly sealedTo: string | null;
  readonly endedAt: Date | null;
}

/** The draft, locked, of the officer to whom it is sealed. Throws "not-found", and "already-done" when it has ended. */
export async function lockDraft(tx: Trx, draftId: string): Promise<DraftRow> {
  const { rows } = await sql<DraftRow>`
    select id, agency_id as "agencyId", sealed_to as "sealedTo", ended_at as "endedAt" from intake_draft
    where id = ${draftId} and sealed_to = app.officer_id() for update`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  if (row.endedAt !== null) throw endedBefore();
  return row;
}

export async function draftFiles(tx: Trx, draftId: string): Promise<readonly { readonly fileId: string }[]> {
  const { rows } = await sql<{ fileId: string }>`
    select file_id as "fileId" from intake_draft_file where draft_id = ${draftId} order by ordinal`.execute(tx);
  return rows;
}

/** Takes files away from the draft or the sealed letter they hang on, and altogether what nothing else holds. */
export async function eraseLetterFiles(tx: Trx, fileIds: readonly string[]): Promise<void> {
  await sql`select vault.erase_letter_file(id) from unnest(${fileIds}::uuid[]) id`.execute(tx);
}

/** Ends a draft: what was read off it goes. Its files stay with the petition it became, or are erased when it was given up. */
export async function closeDraft(
  tx: Trx,
  setting: Setting,
  draftId: string,
  state: "done" | "discarded",
): Promise<void> {
  if (state === "discarded") {
    const files = await draftFiles(tx, draftId);
    await eraseLetterFiles(
      tx,
      files.map(({ fileId }) => fileId),
    );
  }
  await sql`delete from intake_draft_file where draft_id = ${draftId}`.execute(tx);
  await sql`delete from intake_draft_text where draft_id = ${draftId}`.execute(tx);
  await sql`update intake_draft set state = ${state}, ended_at = ${setting.now()} where id = ${draftId}`.execute(tx);
}

const endedBefore = () =>
  new Refused({
    code: "already-done",
    message: {
      vi: "Bản nháp này đã vào sổ hoặc đã bỏ.",
      en: "This draft was entered in the book or given up before.",
    },
  });
