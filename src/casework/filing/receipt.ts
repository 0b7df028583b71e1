import { transaction } from "../../store/index.ts";
import { civilDate } from "../../time/civil-date.ts";
import { letterhead } from "../agencies/index.ts";
import type { PaperInput } from "../papers/index.ts";
import { Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import { draftKeyOf } from "./draft-seal.ts";
import { type Draft, type DraftAccess, noDraft, openDraft } from "./drafts.ts";
import { type DraftFile, field, filedDigest, filedText, kindOf } from "./filing.ts";
import { type ReceiptKey, signReceipt } from "./receipt-statement.ts";

/** The receipt of what was sent from a draft. */
export interface FiledReceipt {
  readonly code: string;
  readonly trackingSecret: string;
  readonly agencyName: string;
  /** Date and hour in Viet Nam. */
  readonly at: string;
  readonly kind: string;
  readonly content: string;
  readonly request: string;
  readonly files: readonly DraftFile[];
  /** What the digest is made from. */
  readonly filedText: string;
  readonly digest: string;
  /** The signed text of the QR code; null while the installation has no key at hand. */
  readonly signed: string | null;
}

/** The same receipt as often as it is asked for, as long as the citizen's copy is kept. Throws "not-found". */
export async function filedReceipt(
  setting: Setting,
  key: ReceiptKey | null,
  access: DraftAccess,
): Promise<FiledReceipt> {
  const draft = await openDraft(setting, access);
  if (!draft?.sent) throw noDraft();
  const { sent, filing, code } = draft;
  const agency = await letterheadOf(setting, draft);
  const text = filedText(filing);
  const digest = filedDigest(text);
  const at = inVietnam(sent.filedAt);
  return {
    code: sent.petitionCode,
    trackingSecret: draftKeyOf(code, access.secret).trackingSecret,
    agencyName: agency.name,
    at,
    kind: kindOf(filing) ?? "",
    content: field(filing, "content"),
    request: field(filing, "request"),
    files: filing.files,
    filedText: text,
    digest,
    signed: key && signReceipt({ code: sent.petitionCode, at, agency: agency.code, digest }, key),
  };
}

/** The receipt as PDF/A. Throws "not-found", "unavailable" without a key to sign it. */
export async function renderFiledReceipt(
  setting: Setting,
  key: ReceiptKey | null,
  access: DraftAccess,
): Promise<{ readonly code: string; readonly bytes: Uint8Array }> {
  const draft = await openDraft(setting, access);
  if (!draft?.sent) throw noDraft();
  const receipt = await filedReceipt(setting, key, access);
  if (receipt.signed === null) throw noKey();
  const agency = await letterheadOf(setting, draft);
  const site = setting.publicUrl.replace(/\/+$/, "");
  const input: PaperInput = {
    template: "bien-nhan-truc-tuyen",
    agency: {
      name: agency.name,
      symbol: agency.symbol,
      place: agency.placeName,
      headTitle: agency.headTitle,
      ...(agency.parentName ? { parentName: agency.parentName } : {}),
    },
    issuedOn: civilDate(receipt.at.slice(0, 10)),
    draft: false,
    filed: {
      code: receipt.code,
      trackingSecret: receipt.trackingSecret,
      trackingUrl: `${site}/track`,
      kind: receipt.kind,
      at: receipt.at.slice(0, 16),
      content: receipt.content,
      request: receipt.request,
      files: receipt.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
      digest: receipt.digest,
      signed: receipt.signed,
      verifyUrl: `${site}/kiem-tra-bien-nhan?q=${receipt.signed}`,
    },
    fields: {},
    recipients: [],
    legalBasis: [],
  };
  return { code: receipt.code, bytes: await setting.renderer.render(input, "pdf") };
}

async function letterheadOf(setting: Setting, { sent }: Draft) {
  if (!sent) throw noDraft();
  const agency = await transaction(setting.store, "nobody", (tx) => letterhead(tx, sent.agencyId, setting.today()));
  if (!agency) throw noDraft();
  return agency;
}

/** "2026-11-24T09:05:11+07:00"; Viet Nam keeps one offset. */
const inVietnam = (instant: Date): string =>
  `${new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;

const noKey = (): Refused =>
  new Refused({
    code: "unavailable",
    message: {
      vi: "Đơn đã được nhận, nhưng khóa ký biên nhận chưa sẵn sàng. Hãy ghi lại hai mã và tải biên nhận sau.",
      en: "Your petition was received, but the key that signs receipts is not at hand. Write the two codes down and download the receipt later.",
    },
  });
