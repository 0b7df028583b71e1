import type { ActRule, Cited } from "../../src/rules/pack.ts";
import { date, guard, inference, line, t, words } from "../wording.ts";
import type { Articles } from "./articles.ts";
import { head, processor } from "./states.ts";

/** The keys of the papers, which change with the circular. */
export interface Papers {
  readonly proposal: string;
  readonly ineligible: string;
  readonly guidance: string;
  readonly splitGuidance: string;
  readonly returned: string;
  readonly denunciationTransfer: string;
  readonly recommendationTransfer: string;
}

const proposalField = words("proposal", t("Tóm tắt nội dung và đề xuất", "Summary and proposal"));

const eligibleGuard = (cited: Cited) =>
  guard(
    "is-eligible",
    cited,
    t(
      "Đơn không đủ điều kiện xử lý: thiếu yêu cầu về hình thức, nội dung, đã gửi đúng nơi hoặc đã được hướng dẫn.",
      "The petition does not meet the conditions: form or content is missing, it went to the right body, or it was guided.",
    ),
    ["ask-to-complete", "notify-ineligible", "to-inspection", "file"],
  );

const within = (cited: Cited) =>
  guard(
    "within-competence",
    cited,
    t("Đơn không thuộc thẩm quyền của cơ quan.", "The petition is not within the competence of the office."),
    [
      "guide",
      "transfer-denunciation",
      "transfer-recommendation",
      "guide-other",
      "transfer-other",
      "return-to-forwarder",
      "escalate",
    ],
  );

export function propose(articles: Articles, papers: Papers): ActRule {
  return {
    id: "propose",
    name: t("Đề xuất thụ lý", "Propose acceptance"),
    todo: t("Đề xuất hướng xử lý đơn", "Propose what to do"),
    rule: "TC-13T-1",
    ...articles.propose,
    from: ["CHECKED"],
    to: "PROPOSED",
    actors: processor,
    guards: [
      guard(
        "one-content",
        articles.guideToSplit,
        t("Đơn có nhiều nội dung phải tách trước.", "A petition of several contents is split first."),
        ["guide-to-split", "split-inside"],
      ),
      within(articles.propose),
      eligibleGuard(articles.check),
    ],
    fields: [proposalField],
    documents: [papers.proposal],
    prepares: "take-up",
    clocks: [],
    sets: {},
  };
}

/** The proposal is signed by who proposes, the head of the unit and the head: one paper, drawn up when it is proposed. */
export function takeUp(articles: Articles, papers: Papers): ActRule {
  return {
    id: "take-up",
    name: t("Phê duyệt đề xuất, chuyển giải quyết", "Approve the proposal and hand over"),
    todo: t("Phê duyệt đề xuất thụ lý", "Decide on the proposal"),
    rule: "TC-13T-1",
    ...articles.propose,
    confidence: "inference",
    from: ["PROPOSED"],
    to: "HANDED_OVER",
    actors: head,
    guards: [],
    fields: [proposalField, words("opinion", t("Ý kiến phê duyệt", "Words of approval"), { required: false })],
    documents: [papers.proposal],
    bindingDocument: papers.proposal,
    clocks: [],
    sets: {},
  };
}

export const declineProposal: ActRule = {
  id: "decline-proposal",
  name: t("Không đồng ý đề xuất", "Do not agree to the proposal"),
  rule: "TC-13T-1",
  ...inference("Điều 13 Thông tư 05/2021/TT-TTCP; Điều 21 Thông tư 07/2014/TT-TTCP"),
  from: ["PROPOSED"],
  to: "CHECKED",
  actors: head,
  guards: [],
  fields: [words("reason", t("Lý do", "Reason"))],
  documents: [],
  clocks: [],
  sets: {},
};

export function notifyIneligible(articles: Articles, papers: Papers): ActRule {
  return {
    id: "notify-ineligible",
    name: t("Thông báo đơn không đủ điều kiện", "Notify that it is not eligible"),
    rule: "XLD-3",
    ...articles.ineligible,
    from: ["CHECKED"],
    to: "NOT_ELIGIBLE",
    actors: head,
    guards: [
      guard(
        "is-complaint",
        articles.ineligible,
        t("Thông báo này chỉ dùng cho khiếu nại.", "This notice is for complaints only."),
        ["file", "ask-to-complete"],
      ),
      within(articles.ineligible),
      guard(
        "is-not-eligible",
        articles.check,
        t("Đơn đủ điều kiện xử lý; hãy đề xuất thụ lý.", "The petition is eligible; propose acceptance."),
        ["propose"],
      ),
    ],
    fields: [words("reason", t("Lý do không đủ điều kiện", "Reason"))],
    documents: [papers.ineligible],
    bindingDocument: papers.ineligible,
    clocks: [{ do: "meet", clock: "answer" }],
    sets: {},
    leavesTheBuilding: true,
  };
}

export function escalate(articles: Articles): ActRule {
  return {
    id: "escalate",
    name: t("Yêu cầu cấp dưới giải quyết, báo cáo", "Tell the lower body to settle and report"),
    rule: "KN-27-6",
    ...articles.escalate,
    from: ["CHECKED"],
    to: "ESCALATED",
    actors: head,
    guards: [
      guard(
        "may-be-settled-below",
        articles.escalate,
        t("Chỉ áp dụng với khiếu nại, tố cáo.", "Only for complaints and denunciations."),
      ),
      guard(
        "outside-competence",
        articles.escalate,
        t("Đơn thuộc thẩm quyền của cơ quan mình.", "The petition is within the competence of this office."),
        ["propose"],
      ),
      guard(
        "overdue-below",
        articles.escalate,
        t("Cấp dưới chưa quá thời hạn giải quyết.", "The lower body is not overdue yet."),
        ["guide", "transfer-denunciation"],
      ),
    ],
    fields: [
      line("lowerBody", t("Cơ quan, đơn vị cấp dưới", "Lower body")),
      date("dueBelowOn", t("Ngày cấp dưới hết thời hạn giải quyết", "Day the lower body's limit ended"), {
        required: "is-denunciation",
        help: t(
          "Bắt buộc với tố cáo; khiếu nại chỉ cần chưa được giải quyết.",
          "Needed for a denunciation; of a complaint it is enough that it is not settled.",
        ),
      }),
      date("replyBy", t("Thời hạn báo cáo", "Report by"), { required: false }),
    ],
    documents: ["xld-demand"],
    bindingDocument: "xld-demand",
    clocks: [{ do: "meet", clock: "answer" }],
    sets: {},
    leavesTheBuilding: true,
  };
}

export const closeEscalation: ActRule = {
  id: "close-escalation",
  name: t("Ghi nhận cấp dưới báo cáo kết quả", "Record the report of the lower body"),
  todo: t("Theo dõi báo cáo của cấp dưới", "Follow the lower body's report"),
  rule: "KN-27-6",
  ...inference("Điểm b khoản 1 Điều 26 Luật Tiếp công dân; khoản 2 Điều 14 Thông tư 05/2021/TT-TTCP"),
  from: ["ESCALATED"],
  to: "ESCALATION_CLOSED",
  actors: [...processor, "head"],
  guards: [],
  fields: [
    words(
      "report",
      t("Quá trình, lý do chậm, trách nhiệm, kết quả", "Course, reason for delay, responsibility, result"),
    ),
  ],
  documents: [],
  clocks: [],
  sets: {},
};

export const takeOver: ActRule = {
  id: "take-back",
  name: t("Đưa về xử lý theo thẩm quyền của cơ quan", "Take it back under this office's own competence"),
  rule: "KN-4-2",
  ...inference("Điều 33 Luật Khiếu nại; khoản 5 Điều 38 Luật Tố cáo"),
  from: ["ESCALATED"],
  to: "RECEIVED",
  actors: head,
  guards: [],
  fields: [words("reason", t("Lý do", "Reason"))],
  documents: [],
  clocks: [],
  sets: { withinCompetence: true },
};
