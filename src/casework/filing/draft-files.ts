import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import { cleanName, mediaTypeOf, refuseInfected } from "../files/index.ts";
import { Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import { draftKeyOf, normaliseDraftCode, openForDraft, sealForDraft } from "./draft-seal.ts";
import { alreadySent, changeDraft, type DraftAccess, noDraft, openDraft } from "./drafts.ts";
import type { DraftFile, Filing } from "./filing.ts";

export const filesMax = 10;
export const filesBytesMax = 25 * 1024 * 1024;
/** Uploads of one draft, those taken away again too. */
const uploadsMax = 40;

export interface NewDraftFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Takes files into a draft: by content one of the kinds that are taken, scanned where a scanner is configured, encrypted
 * with the draft's secret. Throws "unreadable-file", "too-large", "not-found", "already-done", "unavailable".
 */
export async function addDraftFiles(
  setting: Setting,
  access: DraftAccess,
  files: readonly NewDraftFile[],
): Promise<Filing> {
  const draft = await openDraft(setting, access);
  if (!draft) throw noDraft();
  if (draft.sent) throw alreadySent();
  refuseTooMuch(draft.filing, files);
  const mediaTypes: string[] = [];
  for (const { bytes } of files) {
    mediaTypes.push(await mediaTypeOf(bytes));
    await refuseInfected(setting.scanner, bytes);
  }
  const keys = draftKeyOf(draft.code, access.secret);
  const added: DraftFile[] = [];
  const sealed: { readonly digest: string; readonly bytes: number }[] = [];
  for (const [i, { name, bytes }] of files.entries()) {
    const kept = await setting.files.put(sealForDraft(keys.key, draft.code, bytes));
    sealed.push({ digest: `\\x${kept.sha256}`, bytes: kept.bytes });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const mediaType = mediaTypes[i] ?? "";
    added.push({ id: kept.sha256, name: cleanName(name), mediaType, bytes: bytes.byteLength, sha256 });
  }
  await transaction(setting.store, "nobody", (tx) =>
    sql`select app.hang_draft_file(${draft.code}, ${keys.hash}, digest, bytes)
      from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) as r(digest bytea, bytes bigint)`.execute(tx),
  );
  return changeDraft(setting, access, (before) => {
    refuseTooMuch(before, files);
    return { ...before, files: [...before.files, ...added], uploads: before.uploads + added.length };
  });
}

export async function removeDraftFile(setting: Setting, access: DraftAccess, fileId: string): Promise<Filing> {
  const after = await changeDraft(setting, access, (before) => ({
    ...before,
    files: before.files.filter(({ id }) => id !== fileId),
  }));
  if (!/^[0-9a-f]{64}$/.test(fileId)) return after;
  const code = normaliseDraftCode(access.code);
  const { hash } = draftKeyOf(code, access.secret);
  await transaction(setting.store, "nobody", (tx) =>
    sql`select app.drop_draft_file(${code}, ${hash}, ${Buffer.from(fileId, "hex")})`.execute(tx),
  );
  return after;
}

export interface ReadDraftFile extends DraftFile {
  readonly content: Uint8Array;
}

/** The files of a draft in the clear, for the sending. */
export async function readDraftFiles(
  setting: Setting,
  key: Buffer,
  code: string,
  files: readonly DraftFile[],
): Promise<readonly ReadDraftFile[]> {
  const read: ReadDraftFile[] = [];
  for (const file of files) read.push({ ...file, content: openForDraft(key, code, await setting.files.get(file.id)) });
  return read;
}

function refuseTooMuch(before: Filing, files: readonly NewDraftFile[]): void {
  const bytes = [...before.files.map((one) => one.bytes), ...files.map((one) => one.bytes.byteLength)];
  if (before.files.length + files.length > filesMax) throw tooLarge(tooMany);
  if (bytes.reduce((sum, each) => sum + each, 0) > filesBytesMax) throw tooLarge(tooHeavy);
  if (before.uploads + files.length > uploadsMax) throw tooLarge(tooOften);
}

const tooLarge = (message: Text): Refused => new Refused({ code: "too-large", message });

const tooMany: Text = {
  vi: `Mỗi đơn gửi kèm nhiều nhất ${filesMax} tệp. Hãy ghép các trang vào một tệp PDF, hoặc bổ sung sau tại trang theo dõi.`,
  en: `At most ${filesMax} files go with one petition. Put pages together into one PDF, or add the rest later on the tracking page.`,
};
const tooHeavy: Text = {
  vi: "Các tệp của một đơn cộng lại nhiều nhất 25 MB. Hãy chụp hoặc quét nhẹ hơn (200 dpi là đủ), hoặc mang bản giấy đến nơi tiếp nhận.",
  en: "All files of one petition together are at most 25 MB. Scan at a lower resolution (200 dpi is enough), or bring the paper to the office.",
};
const tooOften: Text = {
  vi: "Bản nháp này đã tải lên quá nhiều lần. Hãy gửi đơn với các tệp hiện có, rồi bổ sung tại trang theo dõi.",
  en: "Too many files were uploaded to this draft. Send it with the files it has, and add the rest on the tracking page.",
};
