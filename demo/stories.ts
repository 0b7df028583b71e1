import type { FieldRule } from "../src/rules/pack.ts";

/** One step of a matter: an act, how many days after the step before, and the answers that differ from the usual ones. */
export interface Step {
  readonly act: string;
  readonly after: number;
  readonly values?: Readonly<Record<string, string | boolean | readonly string[]>>;
  /** How far the paper of a binding act has got; the act stands once it has its number. */
  readonly paper?: "draft" | "checked" | "approved" | "signed";
}

/** A complaint at the commune and how far it has come. */
export interface Story {
  /** Days before the demonstration's day on which it was received. */
  readonly age: number;
  readonly people?: number;
  readonly representatives?: number;
  /** "no-matter": classified, no matter opened yet. */
  readonly steps: readonly Step[] | "no-matter";
}

export const step = (act: string, after: number, values?: Step["values"]): Step => ({
  act,
  after,
  ...(values ? { values } : {}),
});

const accept = (after = 5) => step("accept", after, { eligible: true });
const verify = [accept(), step("order-verification", 3)];
const worked = [...verify, step("hold-working-session", 4, { with: "complainant" })];
const reported = [...worked, step("report", 6, { conclusion: "partly-right", requestDiffers: true })];
const called = [...reported, step("invite-dialogue", 1, { dialogueOn: "+7" })];
const talked = [
  ...called,
  step("hold-dialogue", 7, { attendance: "attended", agreed: "Thống nhất số liệu đo đạc lại và thời hạn bổ sung." }),
];
export const decided = [...talked, step("decide", 2, { conclusion: "partly-right", measure: "amend" })];
const sent = [...decided, step("send", 1, { way: "post", allRecipients: true })];
const published = [...sent, step("publish", 4, { way: "posting", publishedOn: "+0" })];
const plainly = [
  ...worked,
  step("report", 6, { conclusion: "wrong", requestDiffers: false }),
  step("decide", 4, { conclusion: "wrong", measure: "keep" }),
];

/** Every state that a first complaint can be in, several of them late. */
export const stories: readonly Story[] = [
  { age: 2, steps: "no-matter" },
  { age: 1, steps: "no-matter" },
  { age: 3, steps: [] },
  { age: 4, steps: [] },
  { age: 16, steps: [] },
  { age: 24, steps: [] },
  { age: 4, steps: [{ act: "accept", after: 2, values: { eligible: true }, paper: "draft" }] },
  { age: 6, steps: [{ act: "accept", after: 3, values: { eligible: true }, paper: "approved" }] },
  { age: 7, steps: [{ act: "refuse", after: 4, values: { ground: "6" }, paper: "signed" }] },
  { age: 12, steps: [accept()] },
  { age: 18, people: 7, representatives: 2, steps: [accept()] },
  { age: 52, steps: [accept(6)] },
  { age: 20, steps: verify },
  { age: 28, steps: worked },
  { age: 64, steps: worked },
  { age: 33, steps: [...verify, step("certify-complexity", 3, { criteria: ["b", "g"] })] },
  { age: 30, steps: [...worked, step("hand-over", 3, { complete: true })] },
  { age: 36, steps: [...worked, step("report", 8, { conclusion: "right", requestDiffers: true })] },
  { age: 30, steps: [...reported, step("invite-dialogue", 3, { dialogueOn: "+16" })] },
  { age: 34, steps: talked },
  { age: 40, people: 24, representatives: 3, steps: [...worked, step("certify-complexity", 3, { criteria: ["c"] })] },
  { age: 40, steps: decided },
  { age: 38, steps: plainly },
  { age: 46, steps: sent },
  { age: 58, steps: published },
  { age: 63, steps: [...published, step("record-receipt", 3, { receivedOn: "+0", proof: "postal" })] },
  {
    age: 88,
    steps: [
      ...published,
      step("record-receipt", 3, { receivedOn: "+0", proof: "postal" }),
      step("direct-enforcement", 36, { doneBy: "+30" }),
    ],
  },
  {
    age: 118,
    steps: [
      ...published,
      step("record-receipt", 3, { receivedOn: "+0", proof: "signature" }),
      step("direct-enforcement", 36, { doneBy: "+25" }),
      step("record-execution", 20, { how: "replaced" }),
    ],
  },
  {
    age: 128,
    steps: [
      ...published,
      step("record-receipt", 3, { receivedOn: "+0", proof: "signature" }),
      step("direct-enforcement", 36, { doneBy: "+15" }),
      step("record-execution", 20, { how: "complied" }),
      step("close", 4, { pagesNumbered: true }),
    ],
  },
  {
    age: 72,
    steps: [
      ...published,
      step("record-receipt", 3, { receivedOn: "+0", proof: "postal" }),
      step("second-complaint", 9, { filedOn: "+0" }),
    ],
  },
  { age: 26, steps: [...verify, step("suspend", 5, { ground: "a", obstacle: "illness" })] },
  { age: 45, steps: [...verify, step("suspend", 4, { ground: "b" }), step("resume", 15)] },
  { age: 31, steps: [accept(), step("terminate", 9, { ground: "d" })] },
  { age: 22, steps: [accept(), step("withdraw-all", 8, { way: "letter", withdrawnOn: "+0", signed: true })] },
  {
    age: 29,
    steps: [
      ...worked,
      step("withdraw-part", 2, { scope: ["content"], way: "record", withdrawnOn: "+0", signed: true }),
    ],
  },
  { age: 27, steps: [step("refuse", 6, { ground: "6" })] },
  { age: 41, steps: [step("refuse", 5, { ground: "2" })] },
  { age: 134, steps: plainly },
  // Taken back on a superior's order and decided anew: the public page leads from the old decision to the new one.
  {
    age: 126,
    steps: [
      ...published,
      step("record-receipt", 3, { receivedOn: "+0", proof: "signature" }),
      step("open-review", 38, { orderedBy: "Chủ tịch Ủy ban nhân dân tỉnh Sông Mây" }),
      step("review-resettle", 5),
      step("hold-working-session", 4, { with: "complainant" }),
      step("report", 6, { conclusion: "right", requestDiffers: false }),
      step("decide", 4, { conclusion: "right", measure: "cancel" }),
      step("send", 1, { way: "post", allRecipients: true }),
      step("publish", 3, { way: "posting", publishedOn: "+0" }),
    ],
  },
];

const sentences: Readonly<Record<string, string>> = {
  place: "Trụ sở Ủy ban nhân dân xã Hoa Lạc",
  time: "08 giờ 30 phút",
  period: "10 ngày làm việc",
  content: "Xem xét nội dung khiếu nại theo đơn, đối chiếu hồ sơ lưu, kiểm tra thực địa và ý kiến của các hộ liền kề.",
  summary: "Các bên trình bày, đối chiếu giấy tờ; thống nhất kiểm tra thực địa có trưởng thôn chứng kiến.",
  findings:
    "Hồ sơ lưu ghi diện tích nhỏ hơn thực tế; biên bản kiểm đếm thiếu chữ ký của người có đất; phần còn lại đúng quy định.",
  recommendation: "Sửa đổi phần diện tích và cây trồng còn thiếu; giữ nguyên các nội dung khác.",
  legalBasis: "Luật Khiếu nại; Luật Đất đai; các nghị định hướng dẫn thi hành và hồ sơ vụ việc.",
  invitees: "Người khiếu nại, người bị khiếu nại, đại diện thôn, công chức địa chính, Ủy ban Mặt trận Tổ quốc xã.",
  reason: "Căn cứ tài liệu có trong hồ sơ và ý kiến của người khiếu nại.",
  evidence: "Giấy xác nhận của cơ sở khám bệnh, chữa bệnh và đơn của người khiếu nại.",
  executor: "Bộ phận địa chính xã",
  giver: "Người khiếu nại",
  items: "Bản sao giấy tờ mua bán năm 1994; ảnh chụp vườn cây; trích lục bản đồ.",
  sentTo: "Chủ tịch Ủy ban nhân dân tỉnh Sông Mây",
  withdrawn: "Nội dung về cây trồng.",
};

/** An answer to each field of an act: what the story says, or a usual sentence; an optional field stays empty. */
export function answers(
  fields: readonly FieldRule[],
  given: NonNullable<Step["values"]>,
  usual: { readonly officerIds: readonly [string, ...string[]]; readonly dayAfter: (days: number) => string },
): Record<string, string | boolean | string[]> {
  const filled: Record<string, string | boolean | string[]> = {};
  for (const field of fields) {
    const told = given[field.id];
    if (told !== undefined)
      filled[field.id] =
        typeof told === "string" && field.type === "date" ? usual.dayAfter(Number(told)) : asAnswer(told);
    else if (field.required !== true) continue;
    else if (field.type === "officer") filled[field.id] = usual.officerIds[0];
    else if (field.type === "officers") filled[field.id] = [...usual.officerIds];
    else if (field.type === "yes-no") filled[field.id] = true;
    else if (field.type === "date") filled[field.id] = usual.dayAfter(0);
    else if (field.type === "text" || field.type === "long-text")
      filled[field.id] = sentences[field.id] ?? "Theo hồ sơ vụ việc.";
  }
  return filled;
}

function asAnswer(told: string | boolean | readonly string[]): string | boolean | string[] {
  return typeof told === "object" ? [...told] : told;
}
