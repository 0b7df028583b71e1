import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";
import { suggestEntries } from "./suggest.ts";
import type { ReadLine, TextReader } from "./text-reader.ts";

/** A page of typed text takes 3 to 15 s on one core; one of speckle was measured at 80 s, and gives nothing. */
const secondsAPage = 60;
const pagesMax = 20;
const triesMax = 2;

export type ReaderSetting = Setting & { readonly reader: TextReader };

/**
 * Background work: reads the scans of a draft and keeps what it suggests, sealed with the draft. Says so when the time ran
 * out or nothing could be read; a draft that ended or was stopped meanwhile gets nothing. The same draft again is read anew.
 */
export async function readScan(
  setting: ReaderSetting,
  asker: Asker,
  input: { readonly draftId: string },
): Promise<void> {
  const { draftId } = input;
  const files = await begin(setting, asker, draftId);
  if (!files) return;
  const pages: { readonly lines: readonly ReadLine[] }[] = [];
  let why: "time" | "unreadable" | null = null;
  let pagesBefore = 0;
  for (const { sha256, mediaType } of files) {
    const bytes = await setting.files.get(sha256.toString("hex"));
    const all = await setting.reader.pages({ bytes, mediaType });
    const read = await setting.reader.read(
      { bytes, mediaType },
      { seconds: secondsAPage, pagesMax: pagesMax - pagesBefore },
      (page) => progress(setting, asker, draftId, pagesBefore + page),
    );
    if (read.ended !== "whole") why = read.ended;
    pages.push(...read.pages);
    // Places count pages over all files, also those that were not read.
    while (pages.length < pagesBefore + all) pages.push({ lines: [] });
    pagesBefore += all;
    if (pagesBefore >= pagesMax) break;
  }
  const suggestions = suggestEntries({ ended: "whole", pages });
  await finish(setting, asker, draftId, { pages: pagesBefore, why, suggestions });
}

async function begin(setting: Setting, asker: Asker, draftId: string) {
  return transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ tries: number }>`
      update intake_draft set state = 'reading', tries = tries + 1, pages_read = 0
      where id = ${draftId} and ended_at is null and state in ('waiting','reading') returning tries`.execute(tx);
    const draft = rows[0];
    if (!draft) return null;
    // Whatever ended the process twice is not tried a third time.
    if (draft.tries > triesMax) {
      await sql`update intake_draft set state = 'unread', why = 'unreadable' where id = ${draftId}`.execute(tx);
      return null;
    }
    const { rows: files } = await sql<{ sha256: Buffer; mediaType: string }>`
      select f.sha256, f.media_type as "mediaType" from intake_draft_file x join file f on f.id = x.file_id
      where x.draft_id = ${draftId} order by x.ordinal`.execute(tx);
    return files;
  });
}

async function progress(setting: Setting, asker: Asker, draftId: string, pagesRead: number): Promise<boolean> {
  return transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ id: string }>`update intake_draft set pages_read = ${pagesRead}
      where id = ${draftId} and ended_at is null and state = 'reading' returning id`.execute(tx);
    return rows.length === 1;
  });
}

async function finish(
  setting: Setting,
  asker: Asker,
  draftId: string,
  found: {
    readonly pages: number;
    readonly why: "time" | "unreadable" | null;
    readonly suggestions: ReturnType<typeof suggestEntries>;
  },
): Promise<void> {
  const { pages, suggestions } = found;
  const state = suggestions.length > 0 ? "read" : "unread";
  const why = found.why ?? (pages === 0 ? "no-pages" : null);
  await transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ id: string }>`update intake_draft set state = ${state}, why = ${why}, pages = ${pages}
      where id = ${draftId} and ended_at is null and state = 'reading' returning id`.execute(tx);
    if (rows.length === 0) return;
    await sql`insert into intake_draft_text (draft_id, suggestions) values (${draftId}, ${JSON.stringify(suggestions)}::jsonb)
      on conflict (draft_id) do update set suggestions = excluded.suggestions`.execute(tx);
  });
}
