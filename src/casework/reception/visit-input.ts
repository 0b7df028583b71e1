import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { type CivilDate, civilDate } from "../../time/civil-date.ts";
import { type NoticeAddress, noNoticeOfDenunciation, noticeAddressRule, parseNoticeAddress } from "../notices/index.ts";
import { parseInput } from "../parse-input.ts";
import { type IdentityPaper, identityArticle, idKinds, idNumberRule, parseIdentityPaper } from "../people/index.ts";
import { type FieldProblem, invalidInput } from "../refusal.ts";
import { representativesProblem } from "./groups.ts";

export const petitionKinds = ["complaint", "denunciation", "recommendation"] as const;
export type Kind = (typeof petitionKinds)[number];

const line = (max: number) => z.string().trim().max(max);
const story = (max = 20_000) => z.string().trim().max(max);

const person = z.object({
  /** A person found before; then the other fields may stay empty. */
  personId: z.uuid().optional(),
  name: line(200).optional(),
  address: line(400).optional(),
  idNumber: line(40).optional(),
  idKind: z.enum(idKinds).optional(),
  birthYear: z.coerce.number().int().min(1900).max(2100).optional(),
  phone: line(30).optional(),
  email: line(200).optional(),
});

const item = z.object({
  title: line(300).min(1),
  pages: z.coerce.number().int().min(1).max(10_000).optional(),
  copyType: z.enum(["original", "photocopy", "certified-copy"]).optional(),
  condition: line(200).optional(),
  /** A scan taken in before by `addFile`; a paper that was not scanned has none. */
  fileId: z.uuid().optional(),
});

const part = z.object({
  kind: z.enum(petitionKinds),
  content: story().min(1),
  request: story().optional(),
  contestedAct: story(4000).optional(),
  respondent: line(400).optional(),
});

export const visitInput = z.object({
  /** Idempotency key, a random UUID made with the empty form. */
  key: z.uuid(),
  agencyId: z.uuid(),
  /** YYYY-MM-DD, today when absent. */
  receivedOn: z.iso.date().optional(),
  visitor: person,
  /** Everyone with the same matter, the visitor included. */
  peopleCount: z.coerce.number().int().min(1).max(100_000).default(1),
  /** Representatives besides the visitor, who is the first of them. */
  representatives: z.array(person).max(20).default([]),
  /** The group's written appointment, signed by all, was handed over. */
  appointmentPaper: z.boolean().default(false),
  /** Empty: not classified yet. Several: mixed, one petition for each. */
  kinds: z.array(z.enum(petitionKinds)).max(3).default([]),
  content: story().min(1),
  request: story().optional(),
  contestedAct: story(4000).optional(),
  respondent: line(400).optional(),
  priorAuthority: line(400).optional(),
  /** For a mixed visit: what belongs to each petition; a kind without a part takes the whole content. */
  parts: z.array(part).max(3).default([]),
  hasPetitionPaper: z.boolean().default(false),
  items: z.array(item).max(100).default([]),
  /** Read back to the visitor and confirmed (Điều 14 NĐ 154/2026). */
  readBack: z.boolean(),
  withinCompetence: z.boolean().optional(),
  guidedTo: line(400).optional(),
  guidanceNumber: line(60).optional(),
  transferredTo: line(400).optional(),
  transferNumber: line(60).optional(),
  note: story(4000).optional(),
  /** E-mail or telephone at which the visitor asks to be told of news. */
  tellAt: line(200).optional(),
});
export type RecordVisitInput = z.input<typeof visitInput>;

export interface PersonGiven {
  readonly personId?: string;
  readonly name: string;
  readonly address: string;
  readonly paper: IdentityPaper | null;
  /** The number as it was typed, also when it is no paper's number. */
  readonly idTyped: string;
  readonly birthYear?: number;
  readonly phone?: string;
  readonly email?: string;
}

export type VisitWanted = Omit<
  z.output<typeof visitInput>,
  "visitor" | "representatives" | "receivedOn" | "kinds" | "tellAt"
> & {
  readonly receivedOn: CivilDate;
  readonly kinds: readonly Kind[];
  readonly visitor: PersonGiven;
  readonly representatives: readonly PersonGiven[];
  readonly tellAt: NoticeAddress | undefined;
};

/** Reception is covered from the day the law took effect (settled 11). */
const receptionLawFrom = civilDate("2014-07-01");
/** Name, address and an identity number are asked for since then (TCD-25-1). */
const identityFrom = civilDate("2026-07-01");

/** Whether the law asks who the visitor is; of a denouncer nothing is stored (settled 2). */
export function needsIdentity(visit: { readonly receivedOn: CivilDate; readonly kinds: readonly Kind[] }): boolean {
  return visit.receivedOn >= identityFrom && !visit.kinds.includes("denunciation");
}

/** Parses one visit and checks what the law asks of it; throws "invalid-input" with every problem at once. */
export function parseVisit(input: unknown, today: CivilDate): VisitWanted {
  const raw = parseInput(visitInput, input);
  const receivedOn = (raw.receivedOn ?? today) as CivilDate;
  const kinds = petitionKinds.filter((kind) => raw.kinds.includes(kind));
  const sealed = kinds.includes("denunciation");
  const problems: FieldProblem[] = [];
  const add = (field: string, message: Text) => problems.push({ field, message });

  if (!raw.readBack) add("readBack", readBackNeeded);
  if (receivedOn > today)
    add("receivedOn", { vi: "Ngày tiếp không thể sau hôm nay.", en: "The day of reception cannot be after today." });
  if (receivedOn < receptionLawFrom) {
    add("receivedOn", {
      vi: "Luật Tiếp công dân có hiệu lực từ ngày 01/07/2014; lượt tiếp trước ngày đó không ghi vào sổ này.",
      en: "The Law on Citizen Reception is in force since 1 July 2014; earlier visits are not recorded here.",
    });
  }
  if (kinds.length === 0 && (raw.guidedTo || raw.transferredTo))
    add(raw.guidedTo ? "guidedTo" : "transferredTo", classifyFirst);
  const needed = needsIdentity({ receivedOn, kinds });
  const visitor = personGiven(raw.visitor, "visitor", needed, sealed, add);
  const representatives = raw.representatives.map((one, index) =>
    personGiven(one, `representatives.${index}`, needed, sealed, add),
  );
  const tellAt = parseNoticeAddress(raw.tellAt ?? "");
  if (raw.tellAt && sealed) add("tellAt", noNoticeOfDenunciation);
  else if (raw.tellAt && !tellAt) add("tellAt", noticeAddressRule);
  const tooMany = representativesProblem(raw.peopleCount, 1 + representatives.length);
  if (tooMany) add("representatives", tooMany);
  for (const [index, one] of raw.parts.entries()) {
    if (!kinds.includes(one.kind))
      add(`parts.${index}.kind`, {
        vi: "Phần này thuộc loại chưa chọn ở mục phân loại.",
        en: "This part is of a kind that was not chosen.",
      });
  }
  if (problems.length > 0) throw invalidInput(problems);
  return { ...raw, receivedOn, kinds, visitor, representatives, tellAt };
}

function personGiven(
  raw: z.output<typeof person>,
  field: string,
  needed: boolean,
  sealed: boolean,
  add: (field: string, message: Text) => void,
): PersonGiven {
  const paper = raw.idNumber ? parseIdentityPaper(raw.idNumber, raw.idKind) : undefined;
  if (raw.personId === undefined && !sealed) {
    if (!raw.name)
      add(`${field}.name`, {
        vi: `Cần họ và tên (${identityArticle}).`,
        en: "The name is needed (Articles 7 and 8 of the Law on Citizen Reception).",
      });
    if (!raw.address && needed)
      add(`${field}.address`, {
        vi: `Cần địa chỉ (${identityArticle}).`,
        en: "The address is needed (Articles 7 and 8 of the Law on Citizen Reception).",
      });
    if (!raw.idNumber && needed) add(`${field}.idNumber`, identityNeeded);
  }
  if (raw.idNumber && !paper && !sealed) add(`${field}.idNumber`, idNumberRule);
  return {
    name: raw.name ?? "",
    address: raw.address ?? "",
    paper: paper ?? null,
    idTyped: raw.idNumber ?? "",
    ...(raw.personId ? { personId: raw.personId } : {}),
    ...(raw.birthYear ? { birthYear: raw.birthYear } : {}),
    ...(raw.phone ? { phone: raw.phone } : {}),
    ...(raw.email ? { email: raw.email } : {}),
  };
}

const identityNeeded: Text = {
  vi: `Từ ngày 01/07/2026 người đến trình bày phải nêu số căn cước, giấy chứng nhận căn cước, định danh cá nhân hoặc hộ chiếu (${identityArticle}). Người chưa mang giấy có thể đọc số định danh cá nhân.`,
  en: "Since 1 July 2026 a visitor gives the number of an identity card, identity certificate, personal number or passport (Articles 7 and 8 of the Law on Citizen Reception, as amended by Law 136/2025). Somebody without papers may state the personal number.",
};
const readBackNeeded: Text = {
  vi: "Đọc lại nội dung cho người trình bày nghe và để họ xác nhận trước khi lưu (khoản 1 Điều 14 Nghị định 154/2026/NĐ-CP).",
  en: "Read the record back to the visitor, who confirms it, before saving (Article 14.1 of Decree 154/2026).",
};
const classifyFirst: Text = {
  vi: "Chọn loại đơn theo nội dung trước khi ghi hướng dẫn hoặc chuyển (Điều 26 Luật Tiếp công dân).",
  en: "Say what the petition is before guiding or transferring it (Article 26 of the Law on Citizen Reception).",
};

/** A scan shows the handwriting: without somebody to seal it for, none is kept. Throws "invalid-input". */
export function refuseScans(items: VisitWanted["items"]): void {
  const problems = items.flatMap((one, index) =>
    one.fileId === undefined ? [] : [{ field: `items.${index}.fileId`, message: noScanYet }],
  );
  if (problems.length > 0) throw invalidInput(problems);
}

const noScanYet: Text = {
  vi: "Cơ quan chưa có người giữ danh tính, nên không lưu bản quét của đơn chưa phân loại hoặc có tố cáo: bản quét làm lộ người tố cáo. Ghi tên tài liệu, giữ bản giấy trong phong bì niêm phong.",
  en: "Nobody holds identities in this agency, so no scan is kept of an intake that is unclassified or holds a denunciation: it would show who denounces. List the paper and keep it in a sealed envelope.",
};
