import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { keepIdentities, type SealedFor } from "../identity/index.ts";
import { wordsBefore } from "../reception/index.ts";
import type { Setting } from "../setting.ts";
import { eraseLetterFiles } from "./draft-row.ts";
import type { Sender } from "./post-input.ts";
import { sealedSender } from "./sender.ts";

/** What the vault keeps of one letter that denounces. */
export interface SenderKept {
  readonly agencyId: string;
  readonly entryId: string;
  readonly pseudonym: string;
  readonly petition: { readonly id: string; readonly code: string };
  readonly takenOn: CivilDate;
  readonly origin: "post" | "classification";
  readonly sender: Sender;
  readonly texts: readonly (string | null | undefined)[];
  readonly hide: (text: string) => string;
  readonly fileIds: readonly string[];
}

/**
 * Seals who sent a denunciation for the agency's custodians, when it has any, and ends the clear scans in either case.
 * Returns whether something was kept.
 */
export async function keepSender(
  tx: Trx,
  setting: Setting,
  custody: SealedFor | null,
  { agencyId, entryId, sender, texts, hide, fileIds, ...facts }: SenderKept,
): Promise<boolean> {
  const people = sealedSender(sender);
  const something = custody !== null && (people.length > 0 || fileIds.length > 0);
  if (custody && something) {
    const words = wordsBefore(texts, hide);
    const files = fileIds.map((fileId) => ({ fileId, pages: null }));
    const identity = { ...facts, visitId: null, people, files, ...(words === "" ? {} : { words }) };
    await keepIdentities(tx, setting, agencyId, custody, [identity]);
  }
  await eraseLetterFiles(tx, fileIds);
  await sql`update post_entry set identity_sealed_for = ${custody && something ? custody.custodians.length : 0} where id = ${entryId}`.execute(
    tx,
  );
  return something;
}
