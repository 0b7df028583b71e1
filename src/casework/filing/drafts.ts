import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import { addDays, type CivilDate } from "../../time/civil-date.ts";
import { Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import {
  type DraftKey,
  draftKeyOf,
  newDraftCode,
  newDraftSecret,
  normaliseDraftCode,
  openForDraft,
  paddedJson,
  sealForDraft,
} from "./draft-seal.ts";
import { emptyFiling, type Filing, parseFiling, type Step, withFields } from "./filing.ts";

/** A draft is forgotten so many days after it was last saved, or sent. */
export const draftDays = 30;

/** What opens a draft: only the citizen has it, in a cookie and on paper. */
export interface DraftAccess {
  readonly code: string;
  readonly secret: string;
}

export interface Draft {
  readonly id: string;
  readonly code: string;
  readonly filing: Filing;
  readonly forgetOn: CivilDate;
  readonly revision: number;
  /** What was sent from it; null while it is a draft. */
  readonly sent: { readonly petitionCode: string; readonly agencyId: string; readonly filedAt: Date } | null;
}

interface Row {
  id: string;
  revision: number;
  sealed: string;
  forgetOn: CivilDate;
  agencyId: string | null;
  petitionCode: string | null;
  filedAt: string | null;
}

/** A new draft with nothing in it; the answer is the only place where the secret is said. */
export async function startDraft(setting: Setting): Promise<DraftAccess> {
  const access = { code: newDraftCode(), secret: newDraftSecret() };
  const keys = draftKeyOf(access.code, access.secret);
  await keep(setting, { id: setting.newId(), code: access.code, revision: 1 }, keys, emptyFiling);
  return access;
}

/** Null for a wrong code and a wrong secret alike, and for a draft that was forgotten. */
export async function openDraft(setting: Setting, access: DraftAccess): Promise<Draft | null> {
  const code = normaliseDraftCode(access.code);
  const keys = draftKeyOf(code, access.secret);
  const row = await transaction(setting.store, "nobody", async (tx) => {
    const { rows } = await sql<{ draft: Row | null }>`select app.draft(${code}, ${keys.hash}) as draft`.execute(tx);
    return rows[0]?.draft;
  });
  if (!row || row.forgetOn < setting.today()) return null;
  const { id, revision, forgetOn, agencyId, petitionCode, filedAt } = row;
  const filing = parseFiling(openForDraft(keys.key, code, Buffer.from(row.sealed, "base64")).toString("utf8"));
  const sent = petitionCode && agencyId && filedAt ? { petitionCode, agencyId, filedAt: new Date(filedAt) } : null;
  return { id, code, filing, forgetOn, revision, sent };
}

/** Saves what one page says. Throws "not-found", "already-done" after the sending. */
export async function saveStep(
  setting: Setting,
  access: DraftAccess,
  input: { readonly step: Step; readonly typed: Readonly<Record<string, string>> },
): Promise<Filing> {
  return changeDraft(setting, access, (before) => withFields(before, input.step, input.typed));
}

/** Two pages of one draft may save at the same time: the later one adds to what the other saved. */
export async function changeDraft(
  setting: Setting,
  access: DraftAccess,
  change: (before: Filing) => Filing,
): Promise<Filing> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const draft = await openDraft(setting, access);
    if (!draft) throw noDraft();
    if (draft.sent) throw alreadySent();
    const after = change(draft.filing);
    const keys = draftKeyOf(draft.code, access.secret);
    if (await keep(setting, { ...draft, revision: draft.revision + 1 }, keys, after)) return after;
  }
  throw new Refused({ code: "conflict", message: savedElsewhere });
}

async function keep(
  setting: Setting,
  draft: Pick<Draft, "id" | "code" | "revision">,
  { hash, key }: DraftKey,
  filing: Filing,
): Promise<boolean> {
  const sealed = sealForDraft(key, draft.code, paddedJson(filing));
  const forgetOn = addDays(setting.today(), draftDays);
  return transaction(setting.store, "nobody", async (tx) => {
    const { rows } = await sql<{ kept: boolean }>`
      select app.keep_draft(${draft.id}::uuid, ${draft.code}, ${hash}, ${sealed}, ${draft.revision}, ${forgetOn}::date) as kept`.execute(
      tx,
    );
    return rows[0]?.kept ?? false;
  });
}

/** The citizen throws the draft away, or their copy of what was sent. */
export async function forgetDraft(setting: Setting, access: DraftAccess): Promise<void> {
  const code = normaliseDraftCode(access.code);
  const { hash } = draftKeyOf(code, access.secret);
  await transaction(setting.store, "nobody", (tx) => sql`select app.forget_draft(${code}, ${hash})`.execute(tx));
}

/** Background: drafts past their day. Returns how many. */
export async function forgetOldDrafts(
  setting: Pick<Setting, "store" | "today">,
  asker: { readonly job: string },
): Promise<number> {
  return transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ n: number }>`select app.forget_drafts(${setting.today()}::date) as n`.execute(tx);
    return rows[0]?.n ?? 0;
  });
}

export const noDraft = (): Refused =>
  new Refused({
    code: "not-found",
    message: {
      vi: "Không tìm thấy bản nháp với hai mã này, hoặc bản nháp đã quá hạn giữ. Kiểm tra lại từng chữ, hoặc bắt đầu đơn mới.",
      en: "There is no draft with these two codes, or it was kept long enough. Check each letter, or begin anew.",
    },
  });

export const alreadySent = (): Refused =>
  new Refused({
    code: "already-done",
    message: {
      vi: "Đơn này đã gửi. Muốn bổ sung, hãy dùng trang theo dõi đơn với hai mã trên giấy biên nhận.",
      en: "This was already sent. To add to it, use the tracking page with the two codes of the receipt.",
    },
  });

const savedElsewhere: Text = {
  vi: "Bản nháp đang được lưu từ một trang khác. Hãy gửi lại trang này.",
  en: "The draft is being saved from another page. Send this page again.",
};
