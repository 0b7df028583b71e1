import { createHash } from "node:crypto";
import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import { addFile } from "../files/index.ts";
import { Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import type { Mailbox, MailLetter } from "./mailbox.ts";

export type MailSetting = Setting & {
  /** Absent: this installation reads no mailbox. */
  readonly mail?: { readonly mailbox: Mailbox; readonly agencyCode: string };
};

const textMax = 20_000;
const filesMax = 20;

/**
 * Background work: makes a draft of each letter of the mailbox, for the agency's petition officers. A letter is in the
 * database before the mailbox is told so; one that comes again is known by its Message-ID. Returns how many were new.
 */
export async function collectMail(setting: MailSetting, asker: Asker): Promise<number> {
  const { mail } = setting;
  if (!mail) return 0;
  const agencyId = await agencyOf(setting, asker, mail.agencyCode);
  let made = 0;
  await mail.mailbox.collect(async (letter) => {
    if (await takeLetter(setting, asker, agencyId, letter)) made += 1;
  });
  return made;
}

async function agencyOf(setting: Setting, asker: Asker, code: string): Promise<string> {
  const { rows } = await transaction(setting.store, asker, (tx) =>
    sql<{ id: string }>`select id from agency where code = ${code}`.execute(tx),
  );
  if (!rows[0]) throw new Error("MINHXET_IMAP_AGENCY names no agency");
  return rows[0].id;
}

async function takeLetter(setting: Setting, asker: Asker, agencyId: string, letter: MailLetter): Promise<boolean> {
  const digest = createHash("sha256").update(letter.messageId).digest();
  const known = await transaction(setting.store, asker, (tx) =>
    sql`select 1 from intake_draft where agency_id = ${agencyId} and message_digest = ${digest}`.execute(tx),
  );
  if (known.rows.length > 0) return false;
  const { fileIds, refused } = await filesOf(setting, asker, agencyId, letter);
  const body = [
    letter.body.slice(0, textMax),
    ...(letter.cut || letter.body.length > textMax ? [`[${tooLong}]`] : []),
    ...refused.map((name) => `[${notTaken}: ${name}]`),
  ].join("\n");
  return transaction(setting.store, asker, async (tx) => {
    const draftId = setting.newId();
    const state = fileIds.length > 0 ? "waiting" : "unread";
    const { rows } = await sql<{ id: string }>`
      insert into intake_draft (id, agency_id, origin, state, why, received_at, message_digest)
      values (${draftId}, ${agencyId}, 'email', ${state}, ${fileIds.length > 0 ? null : "no-pages"}, ${setting.now()}, ${digest})
      on conflict do nothing returning id`.execute(tx);
    if (rows.length === 0) return false;
    await sql`insert into intake_draft_text (draft_id, sender, subject, body)
      values (${draftId}, ${letter.sender.slice(0, 400)}, ${letter.subject.slice(0, 400)}, ${body})`.execute(tx);
    await sql`insert into intake_draft_file (draft_id, file_id, ordinal) select ${draftId}::uuid, id, (place - 1)::smallint
      from unnest(${fileIds}::uuid[]) with ordinality as f(id, place)`.execute(tx);
    if (fileIds.length > 0) {
      await sql`select graphile_worker.add_job('read-scan', json_build_object('draftId', ${draftId}::text), queue_name := 'read-scan',
        max_attempts := 3, job_key := ${`read-scan:${draftId}`}::text)`.execute(tx);
    }
    return true;
  });
}

const notTaken = "Tệp không được nhận";
const tooLong = "Thư quá dài: phần còn lại và tệp đính kèm ở trong hộp thư";

/** Attachments are checked by their content, as every file is; what is refused is named in the draft. */
async function filesOf(setting: Setting, asker: Asker, agencyId: string, letter: MailLetter) {
  const fileIds: string[] = [];
  const refused = letter.attachments.slice(filesMax).map(({ name }) => name);
  for (const { name, bytes } of letter.attachments.slice(0, filesMax)) {
    try {
      const added = await addFile(setting, asker, { agencyId, name: name.slice(0, 255), bytes: new Uint8Array(bytes) });
      fileIds.push(added.fileId);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push(name);
    }
  }
  return { fileIds, refused };
}
