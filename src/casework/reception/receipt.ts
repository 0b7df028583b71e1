import { createHash } from "node:crypto";
import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import { whoAsks } from "../access/index.ts";
import { letterhead } from "../agencies/index.ts";
import { canonicalJson } from "../audit/index.ts";
import type { PaperFormat, PaperInput, PaperParty } from "../papers/index.ts";
import { parseInput } from "../parse-input.ts";
import { hashTrackingSecret, normaliseTrackingSecret } from "../petitions/index.ts";
import { invalidInput, notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { type VisitItem, type VisitSheet, visitRow } from "./visit-sheet.ts";

export const receiptWanted = z.object({
  visitId: z.uuid(),
  /** Of a visit with several petitions, the one on this receipt; by default the one that the secret opens, else the first. */
  petitionId: z.uuid().optional(),
  /** As `recordVisit` gave it. Without it the receipt is printed without one: it is kept nowhere. */
  trackingSecret: z.string().max(60).optional(),
});
export type ReceiptInput = z.input<typeof receiptWanted>;

/** Signs what the QR code says, as on the receipt of what citizens file themselves; null while there is no key at hand. */
export type ReceiptSigner = (said: {
  readonly code: string;
  readonly at: string;
  readonly agency: string;
  readonly digest: string;
}) => string | null;

/**
 * What the receipt Mẫu 02/TCD of a visit is filled from. The giver stays blank on the receipt of a denunciation, to be
 * written by hand. Throws "not-found", and "invalid-input" when the secret is not that petition's.
 */
export async function receiptInput(
  setting: Setting,
  sign: ReceiptSigner,
  asker: Asker,
  input: ReceiptInput,
): Promise<PaperInput> {
  const wanted = parseInput(receiptWanted, input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      whoAsks(tx);
      const sheet = await visitRow(tx, wanted.visitId);
      const agency = sheet && (await letterhead(tx, sheet.agencyId, sheet.receivedOn));
      if (!sheet || !agency) throw notFound();
      const petitionCode = await codeFor(tx, sheet, wanted);
      const receivedAt = (await localTime(tx, sheet.id)) ?? sheet.receivedOn;
      const site = setting.publicUrl.replace(/\/+$/, "");
      const signed = sign({
        code: petitionCode,
        at: receivedAt.includes("T") ? `${receivedAt}:00+07:00` : `${receivedAt}T00:00:00+07:00`,
        agency: agency.code,
        digest: createHash("sha256")
          .update(listed(sheet, petitionCode, receivedAt))
          .digest("base64url"),
      });
      return {
        template: "tcd-02",
        agency: {
          name: agency.name,
          symbol: agency.symbol,
          place: agency.placeName,
          headTitle: agency.headTitle,
          ...(agency.parentName ? { parentName: agency.parentName } : {}),
        },
        issuedOn: sheet.receivedOn,
        draft: false,
        visit: {
          registerNo: sheet.registerNo,
          receivedAt,
          place: agency.name,
          officer: { name: sheet.officerName ?? "", title: sheet.officerTitle ?? "" },
          giver: giverOf(sheet),
          content: sheet.content,
          items: sheet.items.map(itemShown),
          petitionCode,
          ...(wanted.trackingSecret
            ? {
                trackingSecret: grouped(wanted.trackingSecret),
                trackingUrl: `${site}/track`,
              }
            : {}),
          ...(signed ? { signed, verifyUrl: `${site}/kiem-tra-bien-nhan?q=${signed}` } : {}),
        },
        fields: {},
        recipients: [],
        legalBasis: [],
      };
    },
    { readOnly: true },
  );
}

export interface RenderReceiptInput extends ReceiptInput {
  readonly format?: PaperFormat;
}

/** The receipt as bytes, PDF by default. No rendered copy is kept. */
export async function renderReceipt(
  setting: Setting,
  sign: ReceiptSigner,
  asker: Asker,
  input: RenderReceiptInput,
): Promise<Uint8Array> {
  const { format = "pdf", ...receipt } = input;
  const { format: checked } = parseInput(z.object({ format: z.enum(["pdf", "docx"]) }), { format });
  return setting.renderer.render(await receiptInput(setting, sign, asker, receipt), checked);
}

/** What the signed digest covers: what the receipt itself lists, so that printed again it is the same, and no story or person. */
const listed = (sheet: Pick<VisitSheet, "registerNo" | "registerYear" | "items">, code: string, at: string): string =>
  canonicalJson({
    code,
    at,
    no: `${sheet.registerNo}/${sheet.registerYear}`,
    items: sheet.items.map(({ title, pages, copyType, condition }) => ({ title, pages, copyType, condition })),
  });

async function codeFor(
  tx: Trx,
  sheet: Pick<VisitSheet, "id">,
  wanted: z.output<typeof receiptWanted>,
): Promise<string> {
  const hash = wanted.trackingSecret ? hashTrackingSecret(wanted.trackingSecret) : null;
  const { rows } = await sql<{ code: string; opens: boolean }>`
    select code, coalesce(tracking_hash = ${hash}, false) as opens from petition
    where visit_id = ${sheet.id} and (${wanted.petitionId ?? null}::uuid is null or id = ${wanted.petitionId ?? null})
    order by origin_id nulls first, code`.execute(tx);
  const first = rows[0];
  if (!first) throw notFound();
  if (!hash) return first.code;
  const opened = rows.find((row) => row.opens);
  if (!opened) throw invalidInput([{ field: "trackingSecret", message: wrongSecret }]);
  return opened.code;
}

const wrongSecret = {
  vi: "Mã tra cứu không phải của đơn này. Mã chỉ cấp một lần khi lưu lượt tiếp; nếu không còn, hãy in giấy biên nhận không có mã.",
  en: "The tracking code is not this petition's. It is given once, when the visit is saved; if it is lost, print the receipt without it.",
};

function giverOf(sheet: Pick<VisitSheet, "people">): PaperParty {
  const [visitor] = sheet.people;
  if (!visitor) return { name: "" };
  return {
    name: visitor.name,
    ...(visitor.address ? { address: visitor.address } : {}),
    ...(visitor.idNumber ? { idNumber: visitor.idNumber } : {}),
  };
}

const copyTypes = { original: "Bản gốc", photocopy: "Bản phô tô", "certified-copy": "Bản sao chứng thực" } as const;

function itemShown(item: VisitItem) {
  return {
    title: item.title,
    ...(item.pages === null ? {} : { pages: item.pages }),
    ...(item.condition ? { condition: item.condition } : {}),
    ...(item.copyType ? { copyType: copyTypes[item.copyType] } : {}),
  };
}

function grouped(typed: string): string {
  const letters = normaliseTrackingSecret(typed);
  return letters.match(/.{1,4}/g)?.join("-") ?? letters;
}

/** "2026-11-24T09:05" in Vietnam; undefined for a visit recorded on a later day. */
async function localTime(tx: Trx, visitId: string): Promise<string | undefined> {
  const { rows } = await sql<{ at: string | null }>`
    select to_char(received_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI') as at from visit where id = ${visitId}`.execute(
    tx,
  );
  return rows[0]?.at ?? undefined;
}
