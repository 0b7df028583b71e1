import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../store/index.ts";
import { agenciesWhere, require, whoAsks } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { eraseBytes, sealedFor } from "../identity/index.ts";
import { parseInput } from "../parse-input.ts";
import { invalidInput, notAllowed, notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { closeDraft, draftFiles, lockDraft } from "./draft-row.ts";
import type { Suggestion } from "./suggest.ts";
import type { TextReader } from "./text-reader.ts";

/** Scans waiting on one officer at most, so that a batch sent twice by mistake does not fill the queue. */
const draftsMax = 200;

export const startDraftsInput = z.object({
  /** Idempotency key, a random UUID. */
  key: z.uuid(),
  agencyId: z.uuid(),
  /** Scans taken in before by `addFile`, in the order of their pages. */
  fileIds: z.array(z.uuid()).min(1).max(100),
  /** The files are pages of one letter; otherwise each is a letter of its own. */
  oneLetter: z.boolean().default(false),
});
export type StartDraftsInput = z.input<typeof startDraftsInput>;

export type DraftState = "waiting" | "reading" | "read" | "unread";

export interface DraftLine {
  readonly draftId: string;
  readonly origin: "scan" | "email";
  readonly state: DraftState;
  /** Why nothing was read: the time ran out, or it is no scan of typed text. */
  readonly why: "time" | "unreadable" | "no-pages" | null;
  readonly pages: number;
  readonly pagesRead: number;
  readonly receivedAt: Date;
  /** Sealed to the asker; false: a letter of the mailbox that nobody took yet. */
  readonly mine: boolean;
}

export interface Draft extends DraftLine {
  readonly agencyId: string;
  readonly sender: string | null;
  readonly subject: string | null;
  readonly body: string | null;
  readonly suggestions: readonly Suggestion[];
  readonly files: readonly { readonly fileId: string; readonly name: string; readonly mediaType: string }[];
}

/**
 * Makes drafts of scans, sealed to the officer, and begins to read them in the background. Where nobody holds identities
 * no scan of an unclassified letter is kept. Throws "not-allowed", "invalid-input", "conflict".
 */
export async function startDrafts(
  setting: Setting,
  asker: Asker,
  input: StartDraftsInput,
): Promise<{ readonly draftIds: readonly string[] }> {
  const wanted = parseInput(startDraftsInput, input);
  const fileIds = [...new Set(wanted.fileIds)];
  return runOnce(setting, asker, wanted.key, "start-drafts", async (tx) => {
    const who = whoAsks(tx);
    require(who, "post:record", wanted.agencyId);
    if (who.officerId === null) throw notAllowed();
    if (!(await sealedFor(tx, wanted.agencyId))) throw nobodyHolds();
    const { rows: own } = await sql<{ n: number; open: number }>`select count(*)::int as n,
      (select count(*)::int from intake_draft d where d.sealed_to = ${who.officerId} and d.ended_at is null) as open
      from file where id = any(${fileIds}::uuid[]) and agency_id = ${wanted.agencyId} and added_by = ${who.officerId}`.execute(
      tx,
    );
    if (own[0]?.n !== fileIds.length) throw notFound();
    const groups = wanted.oneLetter ? [fileIds] : fileIds.map((fileId) => [fileId]);
    if ((own[0]?.open ?? 0) + groups.length > draftsMax) throw tooMany();
    const made = groups.map((files) => ({ id: setting.newId(), files }));
    await sql`insert into intake_draft (id, agency_id, origin, sealed_to, state, received_at)
      select id, ${wanted.agencyId}::uuid, 'scan', ${who.officerId}::uuid, 'waiting', ${setting.now()}::timestamptz
      from unnest(${made.map((one) => one.id)}::uuid[]) as id`.execute(tx);
    const files = made.flatMap((one) =>
      one.files.map((fileId, ordinal) => ({ draft_id: one.id, file_id: fileId, ordinal })),
    );
    await sql`insert into intake_draft_file (draft_id, file_id, ordinal) select draft_id, file_id, ordinal
      from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as r(draft_id uuid, file_id uuid, ordinal smallint)`.execute(
      tx,
    );
    await sql`select graphile_worker.add_job('read-scan', json_build_object('draftId', id), queue_name := 'read-scan',
      max_attempts := 3, job_key := 'read-scan:' || id) from unnest(${made.map((one) => one.id)}::uuid[]) as id`.execute(
      tx,
    );
    return { draftIds: made.map((one) => one.id) };
  });
}

const listed = sql`d.id as "draftId", d.origin, d.state, d.why, d.pages, d.pages_read as "pagesRead", d.received_at as "receivedAt",
  d.sealed_to is not null as mine`;

/** Drafts of the asker and letters of the mailbox that wait for somebody, oldest first, at most 200. */
export async function listDrafts(setting: Setting, asker: Asker): Promise<readonly DraftLine[]> {
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const mail = agenciesWhere(who.grants, "mail:take");
      const { rows } = await sql<DraftLine>`
        select ${listed} from intake_draft d where d.ended_at is null
          and (d.sealed_to = ${who.officerId}::uuid or (d.sealed_to is null and d.agency_id = any(${mail}::uuid[])))
        order by d.id limit ${draftsMax}`.execute(tx);
      return rows;
    },
    { readOnly: true },
  );
}

/** A draft of the asker with what was read off it. Throws "not-found". */
export async function openDraft(setting: Setting, asker: Asker, input: { readonly draftId: string }): Promise<Draft> {
  const { draftId } = parseInput(z.object({ draftId: z.uuid() }), input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      whoAsks(tx);
      const { rows } = await sql<Draft>`
        select ${listed}, d.agency_id as "agencyId", t.sender, t.subject, t.body, coalesce(t.suggestions, '[]') as suggestions,
          coalesce((select jsonb_agg(jsonb_build_object('fileId', f.id, 'name', n.name, 'mediaType', f.media_type) order by x.ordinal)
            from intake_draft_file x join file f on f.id = x.file_id join file_name n on n.file_id = f.id where x.draft_id = d.id), '[]') as files
        from intake_draft d left join intake_draft_text t on t.draft_id = d.id
        where d.id = ${draftId} and d.ended_at is null and d.sealed_to = app.officer_id()`.execute(tx);
      if (!rows[0]) throw notFound();
      return rows[0];
    },
    { readOnly: true },
  );
}

/** A petition officer takes a letter of the mailbox: from then on it is sealed to them. Throws "not-found", "conflict". */
export async function takeDraft(
  setting: Setting,
  asker: Asker,
  input: { readonly draftId: string },
): Promise<{ readonly draftId: string }> {
  const { draftId } = parseInput(z.object({ draftId: z.uuid() }), input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<{ agencyId: string; sealedTo: string | null }>`
      select agency_id as "agencyId", sealed_to as "sealedTo" from intake_draft where id = ${draftId} and ended_at is null for update`.execute(
      tx,
    );
    const draft = rows[0];
    if (!draft) throw notFound();
    if (draft.sealedTo === who.officerId) return { draftId };
    require(who, "mail:take", draft.agencyId);
    await sql`update intake_draft set sealed_to = ${who.officerId} where id = ${draftId}`.execute(tx);
    return { draftId };
  });
}

/** Ends a draft that is no petition: its words and scans are erased. Throws "not-found", "already-done". */
export async function giveUpDraft(
  setting: Setting,
  asker: Asker,
  input: { readonly draftId: string },
): Promise<{ readonly draftId: string }> {
  const { draftId } = parseInput(z.object({ draftId: z.uuid() }), input);
  await transaction(setting.store, asker, async (tx) => {
    whoAsks(tx);
    await lockDraft(tx, draftId);
    await closeDraft(tx, setting, draftId, "discarded");
  });
  await eraseBytes(setting, asker);
  return { draftId };
}

/** Stops the reading of a draft; the letter is then typed by hand. Throws "not-found". */
export async function stopReading(
  setting: Setting,
  asker: Asker,
  input: { readonly draftId: string },
): Promise<{ readonly draftId: string }> {
  const { draftId } = parseInput(z.object({ draftId: z.uuid() }), input);
  return transaction(setting.store, asker, async (tx) => {
    await lockDraft(tx, draftId);
    await sql`update intake_draft set state = 'unread' where id = ${draftId} and state in ('waiting','reading')`.execute(
      tx,
    );
    return { draftId };
  });
}

/** One page of the asker's draft as a picture. Throws "not-found". */
export async function draftPicture(
  setting: Setting & { readonly reader: TextReader },
  asker: Asker,
  input: { readonly draftId: string; readonly page: number },
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
  const { draftId, page } = parseInput(z.object({ draftId: z.uuid(), page: z.number().int().min(0).max(999) }), input);
  const files = await transaction(setting.store, asker, async (tx) => {
    await lockDraft(tx, draftId);
    const ids = (await draftFiles(tx, draftId)).map((each) => each.fileId);
    const { rows } = await sql<{ sha256: Buffer; mediaType: string }>`select f.sha256, f.media_type as "mediaType"
      from unnest(${ids}::uuid[]) with ordinality as w(id, place) join file f on f.id = w.id order by w.place`.execute(
      tx,
    );
    return rows;
  });
  let before = page;
  for (const { sha256, mediaType } of files) {
    const bytes = await setting.files.get(sha256.toString("hex"));
    const found = await setting.reader.picture({ bytes, mediaType }, before);
    if (found) return found;
    before -= await setting.reader.pages({ bytes, mediaType });
    if (before < 0) break;
  }
  throw notFound();
}

const nobodyHolds = () =>
  invalidInput([
    {
      field: "files",
      message: {
        vi: "Cơ quan chưa có người giữ danh tính, nên không lưu bản quét của đơn chưa phân loại: bản quét có thể làm lộ người tố cáo. Nhập đơn từ bản giấy.",
        en: "Nobody holds identities in this agency, so no scan of an unclassified letter is kept: it might show who denounces. Enter the letter from paper.",
      },
    },
  ]);

const tooMany = () =>
  new Refused({
    code: "conflict",
    message: {
      vi: `Đang có quá nhiều bản quét chờ bạn (tối đa ${draftsMax}). Hãy vào sổ hoặc bỏ bớt rồi gửi tiếp.`,
      en: `Too many scans wait for you (at most ${draftsMax}). Enter or give up some before sending more.`,
    },
  });
