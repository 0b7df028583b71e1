import type { ActRule, Cited, FieldOption } from "../../src/rules/pack.ts";
import { choice, guard, inference, line, option, t, words } from "../wording.ts";
import type { Papers } from "./acts-outcome.ts";
import type { Articles } from "./articles.ts";
import { head, processor } from "./states.ts";

const outside = (cited: Cited) =>
  guard(
    "outside-competence",
    cited,
    t(
      "Đơn thuộc thẩm quyền của cơ quan; hãy đề xuất thụ lý.",
      "It is within the competence of the office; propose acceptance.",
    ),
    ["propose"],
  );

const competentBody = line("competentBody", t("Cơ quan có thẩm quyền", "Competent body"));

/** Settled 16: what the circular says of denunciations holds for every letter of transfer. Our reading. */
export const letterOnce = guard(
  "not-transferred-before",
  inference("Khoản 1 Điều 14 Thông tư 05/2021/TT-TTCP (áp dụng tương tự)", "GAP-8"),
  t(
    "Đơn có cùng nội dung đã được cơ quan này chuyển bằng văn bản một lần.",
    "This office transferred a petition of the same content by letter once before.",
  ),
  ["file", "guide"],
);

export function guide(articles: Articles, papers: Papers): ActRule {
  return {
    id: "guide",
    name: t("Hướng dẫn gửi đơn đến nơi có thẩm quyền", "Guide to the competent body"),
    rule: "KN-27-5",
    ...articles.guide,
    from: ["CHECKED"],
    to: "GUIDED",
    actors: [...processor, ...head],
    guards: [
      outside(articles.guide),
      guard(
        "may-be-guided",
        articles.guide,
        t(
          "Tố cáo gửi đến và kiến nghị, phản ánh không thuộc thẩm quyền thì chuyển đơn, không hướng dẫn.",
          "A denunciation that was sent in, or a reflection, is transferred and not guided.",
        ),
        ["transfer-denunciation", "transfer-recommendation"],
      ),
      guard(
        "not-guided-before",
        articles.check,
        t("Chỉ hướng dẫn một lần về cùng nội dung.", "Guidance is given only once on the same content."),
        ["file"],
      ),
    ],
    fields: [competentBody, words("basis", t("Căn cứ, nội dung hướng dẫn", "Basis and guidance"))],
    documents: [papers.guidance],
    bindingDocument: papers.guidance,
    clocks: [{ do: "meet", clock: "answer" }],
    sets: { guidedBefore: true },
    leavesTheBuilding: true,
  };
}

export function guideToSplit(articles: Articles, papers: Papers): ActRule {
  return {
    id: "guide-to-split",
    name: t("Hướng dẫn tách đơn có nhiều nội dung", "Guide to split several contents"),
    rule: "TCD-25-4",
    ...articles.guideToSplit,
    from: ["CHECKED"],
    to: "GUIDED",
    actors: [...processor, ...head],
    guards: [
      guard(
        "several-contents",
        articles.guideToSplit,
        t("Đơn chỉ có một loại nội dung.", "The petition has one content only."),
      ),
    ],
    fields: [words("parts", t("Từng nội dung và nơi có thẩm quyền", "Each content and where it belongs"))],
    documents: [papers.splitGuidance],
    bindingDocument: papers.splitGuidance,
    clocks: [{ do: "meet", clock: "answer" }],
    sets: {},
    leavesTheBuilding: true,
  };
}

/** Settled 15: who will not split it, or sent it by post, gets it split inside the system. Our practice. */
export const splitInside: ActRule = {
  id: "split-inside",
  name: t("Tách đơn trong hệ thống", "Split inside the system"),
  rule: "TCD-25-4",
  ...inference("Khoản 3 Điều 25 Luật Tiếp công dân; Điều 22 Thông tư 07/2014/TT-TTCP"),
  from: ["CHECKED"],
  to: "SPLIT",
  actors: processor,
  guards: [
    guard(
      "several-contents",
      inference("Điều 22 Thông tư 07/2014/TT-TTCP"),
      t("Đơn chỉ có một loại nội dung.", "The petition has one content only."),
    ),
  ],
  fields: [words("parts", t("Các nội dung được tách", "The contents"))],
  documents: [],
  clocks: [{ do: "cancel", clock: "answer" }],
  sets: {},
};

export function transferDenunciation(articles: Articles, papers: Papers): ActRule {
  return {
    id: "transfer-denunciation",
    name: t("Chuyển đơn tố cáo", "Transfer a denunciation"),
    rule: "TC-24-3",
    ...articles.transferDenunciation,
    from: ["CHECKED"],
    to: "TRANSFERRED",
    actors: head,
    guards: [
      guard(
        "is-denunciation",
        articles.transferDenunciation,
        t("Phiếu này chỉ dùng cho tố cáo.", "This paper is for denunciations only."),
      ),
      outside(articles.transferDenunciation),
      guard(
        "not-transferred-before",
        articles.transferredOnce,
        t(
          "Việc chuyển đơn tố cáo có cùng nội dung chỉ thực hiện một lần.",
          "A denunciation of the same content is transferred only once.",
        ),
        ["file"],
      ),
      guard(
        "not-sent-to-competent",
        articles.alreadySent,
        t(
          "Đơn đã gửi đến đúng nơi có thẩm quyền thì không chuyển.",
          "What also went to the competent body is not transferred.",
        ),
        ["file"],
      ),
    ],
    fields: [
      line("competentBody", t("Cơ quan có thẩm quyền", "Competent body"), {
        help: t(
          "Chuyển trong 05 ngày làm việc kể từ ngày nhận đơn (TC-24-3). Không ghi thông tin người tố cáo.",
          "Within 5 working days of receipt (TC-24-3). Nothing of the denouncer is written here.",
        ),
      }),
    ],
    documents: [papers.denunciationTransfer],
    bindingDocument: papers.denunciationTransfer,
    handsOver: true,
    clocks: [{ do: "meet", clock: "answer" }],
    sets: { transferredBefore: true },
    leavesTheBuilding: true,
  };
}

export function transferRecommendation(articles: Articles, papers: Papers): ActRule {
  return {
    id: "transfer-recommendation",
    name: t("Chuyển đơn kiến nghị, phản ánh", "Transfer a recommendation or reflection"),
    rule: "KNPA-26-1",
    ...articles.transferRecommendation,
    from: ["CHECKED"],
    to: "TRANSFERRED",
    actors: head,
    guards: [
      guard(
        "is-recommendation",
        articles.transferRecommendation,
        t("Phiếu này chỉ dùng cho kiến nghị, phản ánh.", "This paper is for recommendations and reflections only."),
      ),
      outside(articles.transferRecommendation),
      letterOnce,
    ],
    fields: [competentBody],
    documents: [papers.recommendationTransfer],
    bindingDocument: papers.recommendationTransfer,
    handsOver: true,
    clocks: [{ do: "meet", clock: "answer" }],
    sets: {},
    leavesTheBuilding: true,
  };
}

const whose = t("Hệ cơ quan có thẩm quyền", "Whose competence");

const systems = (cited: Cited): readonly FieldOption[] => [
  option("courts", t("Tố tụng, thi hành án", "Courts, prosecution, enforcement"), cited),
  option("elected", t("Cơ quan dân cử", "Elected bodies"), cited),
  option("political", t("Tổ chức chính trị, xã hội, tôn giáo", "Political, social and religious organisations"), cited),
  option("units", t("Đơn vị sự nghiệp, doanh nghiệp nhà nước", "Public units, state enterprises"), cited),
];

/** Apart from the transfer: who is only guided must know that nothing was sent on, and has limits to keep. */
export function guideOther(articles: Articles): ActRule {
  return {
    id: "guide-other",
    name: t("Hướng dẫn gửi đơn sang hệ cơ quan khác", "Guide to another system"),
    rule: "XLD-3",
    ...articles.transferOther,
    from: ["CHECKED"],
    to: "GUIDED",
    actors: head,
    guards: [
      outside(articles.transferOther),
      guard(
        "not-guided-before",
        articles.check,
        t("Chỉ hướng dẫn một lần về cùng nội dung.", "Guidance is given only once on the same content."),
        ["file", "transfer-other"],
      ),
    ],
    fields: [choice("system", whose, systems(articles.transferOther)), competentBody],
    documents: ["xld-other-guidance"],
    bindingDocument: "xld-other-guidance",
    clocks: [{ do: "meet", clock: "answer" }],
    sets: { otherSystem: "$system", guidedBefore: true },
    leavesTheBuilding: true,
  };
}

export function transferOther(articles: Articles): ActRule {
  return {
    id: "transfer-other",
    name: t("Chuyển đơn sang hệ cơ quan khác", "Transfer to another system"),
    rule: "XLD-3",
    ...articles.transferOther,
    from: ["CHECKED"],
    to: "TRANSFERRED",
    actors: head,
    guards: [outside(articles.transferOther)],
    fields: [
      choice("system", whose, [
        ...systems(articles.transferOther),
        option(
          "party-member",
          t("Tố cáo đảng viên vi phạm quy định của Đảng", "A Party member's breach of Party rules"),
          articles.partyMember,
        ),
      ]),
      competentBody,
    ],
    documents: ["xld-other-transfer"],
    bindingDocument: "xld-other-transfer",
    handsOver: true,
    clocks: [{ do: "meet", clock: "answer" }],
    sets: { otherSystem: "$system" },
    leavesTheBuilding: true,
  };
}

export function returnToForwarder(articles: Articles, papers: Papers): ActRule {
  return {
    id: "return-to-forwarder",
    name: t("Trả lại đơn cho nơi chuyển đến", "Return it to the forwarder"),
    rule: "XLD-3",
    ...articles.returned,
    from: ["CHECKED"],
    to: "RETURNED",
    actors: head,
    guards: [
      guard(
        "forwarded",
        articles.returned,
        t("Đơn không do cơ quan, tổ chức, đại biểu chuyển đến.", "Nobody forwarded the petition."),
        ["guide"],
      ),
      guard(
        "is-complaint",
        articles.returned,
        t("Chỉ trả lại đơn khiếu nại; đơn khác thì chuyển.", "Only a complaint is returned; others are transferred."),
        ["transfer-denunciation", "transfer-recommendation"],
      ),
      outside(articles.returned),
    ],
    fields: [words("reason", t("Lý do trả lại", "Reason"))],
    documents: [papers.returned],
    bindingDocument: papers.returned,
    clocks: [{ do: "meet", clock: "answer" }],
    sets: {},
    leavesTheBuilding: true,
  };
}
