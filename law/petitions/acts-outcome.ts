import type { ActRule, Cited, FieldOption } from "../../src/rules/pack.ts";
import { choice, date, guard, inference, line, option, t, text, words } from "../wording.ts";
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

const eligibleGuard = (cited: Cited) =>
  guard(
    "is-eligible",
    cited,
    t(
      "Đơn không đủ điều kiện xử lý: thiếu yêu cầu về hình thức, nội dung, đã gửi đúng nơi hoặc đã được hướng dẫn.",
      "The petition does not meet the conditions: form or content is missing, it went to the right body, or it was guided.",
    ),
    ["ask-to-complete", "notify-ineligible", "file"],
  );

const within = (cited: Cited) =>
  guard(
    "within-competence",
    cited,
    t("Đơn không thuộc thẩm quyền của cơ quan.", "The petition is not within the competence of the office."),
    ["guide", "transfer-denunciation", "transfer-recommendation", "transfer-other", "return-to-forwarder", "escalate"],
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
    fields: [words("proposal", t("Tóm tắt nội dung và đề xuất", "Summary and proposal"))],
    documents: [papers.proposal],
    clocks: [],
    sets: {},
  };
}

/** The proposal is signed by who proposes, the head of the unit and the head: the chain of the paper itself. */
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
    fields: [words("opinion", t("Ý kiến phê duyệt", "Words of approval"), { required: false })],
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

function filingGrounds(cited: Cited, checked: Cited): readonly FieldOption[] {
  return [
    option(
      "not-eligible",
      t("Không đáp ứng yêu cầu của đơn đủ điều kiện xử lý", "Does not meet the conditions"),
      checked,
    ),
    option(
      "sent-to-competent",
      t("Đã gửi nhiều nơi, trong đó có đúng nơi có thẩm quyền", "Also sent to the competent body"),
      checked,
    ),
    option("guided-once", t("Đã được hướng dẫn một lần về cùng nội dung", "Guided once on the same content"), checked),
    option("expired", t("Khiếu nại đã hết thời hạn, thời hiệu", "Complaint out of time"), cited),
    option(
      "final-decision",
      t("Đã có quyết định, kết luận có hiệu lực, không có tình tiết mới", "A decision in force and nothing new"),
      cited,
    ),
    option("illegible", t("Rách nát, tẩy xóa, không đọc được", "Torn, scratched, illegible"), cited),
    option(
      "anonymous",
      t(
        "Tố cáo nặc danh, mạo danh, không có căn cứ để kiểm tra",
        "Anonymous denunciation with nothing that can be checked",
      ),
      text("Khoản 1 Điều 25 Luật Tố cáo 25/2018/QH14"),
    ),
  ];
}

export function file(articles: Articles): ActRule {
  return {
    id: "file",
    name: t("Xếp lưu đơn", "File without action"),
    rule: "XLD-3",
    ...articles.file,
    from: ["CHECKED"],
    to: "FILED",
    actors: head,
    guards: [
      guard(
        "filing-fits",
        articles.file,
        t(
          "Lý do xếp lưu không khớp với kết quả kiểm tra đơn.",
          "The reason for filing does not agree with what was found when it was checked.",
        ),
        ["check", "propose"],
      ),
    ],
    fields: [
      choice("ground", t("Lý do xếp lưu", "Ground"), filingGrounds(articles.file, articles.check), {
        help: t(
          "Tố cáo nặc danh nhưng có tài liệu, chứng cứ cụ thể thì không xếp lưu mà kiểm tra theo khoản 2 Điều 25 Luật Tố cáo.",
          "An anonymous denunciation with concrete evidence is not filed but inspected (Article 25.2).",
        ),
      }),
      words("note", t("Ghi chú", "Note"), { required: false }),
    ],
    documents: [],
    clocks: [{ do: "cancel", clock: "answer" }],
    sets: { filingGround: "$ground" },
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
      date("dueBelowOn", t("Ngày cấp dưới hết thời hạn giải quyết", "Day the lower body's limit ended")),
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
