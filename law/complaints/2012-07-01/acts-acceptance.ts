import type { ActRule, FieldRule, RuleChoice } from "../../../src/rules/pack.ts";
import {
  choice,
  choices,
  count,
  guard,
  inference,
  line,
  officer,
  option,
  t,
  text,
  words,
  yesNo,
} from "../../wording.ts";
import { head, inHand } from "./states.ts";

/** KN-28-1 … KN-28-4: the limit of the first settlement. */
export const settlementRules: RuleChoice = [
  { rule: "KN-28-4", when: "remote-and-complex" },
  { rule: "KN-28-3", when: "remote" },
  { rule: "KN-28-2", when: "complex" },
  { rule: "KN-28-1" },
];

const d16 = text("Khoản 1 Điều 16 Nghị định 124/2020/NĐ-CP");
const d29 = text("Điều 29 Luật Tiếp công dân");
const d11 = (n: number) => text(`Khoản ${n} Điều 11 Luật Khiếu nại`);

/** What the officer states of a petition when its matter is opened; they are facts of the conditions below. */
export const openingFields: readonly FieldRule[] = [
  yesNo(
    "signaturesComplete",
    t(
      "Đơn có đủ chữ ký hoặc điểm chỉ của những người khiếu nại",
      "Every complainant has signed or given a fingerprint",
    ),
  ),
  yesNo(
    "representativePaper",
    t(
      "Có văn bản cử người đại diện (khi nhiều người khiếu nại)",
      "The appointment of representatives is there (groups)",
    ),
    { required: "several-people", shownWhen: "several-people" },
  ),
  count("representativesCount", t("Số người đại diện", "Number of representatives"), {
    required: "several-people",
    shownWhen: "several-people",
  }),
];

export const accept: ActRule = {
  id: "accept",
  name: t("Thụ lý khiếu nại", "Accept the complaint"),
  todo: t("Thụ lý hoặc thông báo không thụ lý", "Accept the complaint or refuse it"),
  rule: "KN-27-1",
  ...text("Điều 27 Luật Khiếu nại"),
  from: ["KN_SCREEN"],
  to: "ACCEPTED",
  actors: head,
  guards: [
    guard(
      "signatures-complete",
      d16,
      t(
        "Chưa thể thụ lý: đơn của nhiều người phải có đầy đủ chữ ký hoặc điểm chỉ của những người khiếu nại.",
        "Cannot accept yet: a complaint of several people needs the signature or fingerprint of each.",
      ),
      ["refuse", "correct"],
    ),
    guard(
      "representative-paper",
      d16,
      t(
        "Chưa thể thụ lý: thiếu văn bản cử người đại diện của những người cùng khiếu nại.",
        "Cannot accept yet: the document appointing the representative is missing.",
      ),
      ["refuse", "correct"],
    ),
    guard(
      "representatives-within-law",
      d29,
      t(
        "Chưa thể thụ lý: từ 05 đến 10 người chỉ được cử 01 hoặc 02 người đại diện; trên 10 người được cử không quá 05 người.",
        "Cannot accept yet: 5 to 10 people appoint one or two representatives, more than 10 at most five.",
      ),
      ["refuse", "correct"],
    ),
    guard(
      "small-group-one-representative",
      inference("Khoản 4 Điều 8 Luật Khiếu nại", "GAP-10"),
      t(
        "Chưa thể thụ lý: luật không quy định số người đại diện cho nhóm 02 đến 04 người; hệ thống áp dụng 01 người.",
        "Cannot accept yet: the law gives no number for groups of 2 to 4; one representative is taken.",
      ),
      ["refuse", "correct"],
    ),
    guard(
      "eligible",
      d11(1),
      t(
        "Khiếu nại thuộc một trong các trường hợp của Điều 11 thì phải thông báo không thụ lý.",
        "A complaint that falls under Article 11 has to be refused.",
      ),
      ["refuse"],
    ),
  ],
  fields: [
    yesNo(
      "eligible",
      t(
        "Đã kiểm tra: khiếu nại thuộc thẩm quyền và không thuộc trường hợp nào của Điều 11 Luật Khiếu nại",
        "Checked: within competence and under none of the cases of Article 11",
      ),
    ),
    words("content", t("Nội dung khiếu nại được thụ lý", "Content accepted"), {
      help: t("Ghi như sẽ in trong thông báo thụ lý.", "As it will stand in the notice of acceptance."),
    }),
    officer("assignedTo", t("Người được giao tham mưu giải quyết", "Officer assigned to the case"), {
      required: false,
    }),
  ],
  documents: ["kn-03"],
  bindingDocument: "kn-03",
  clocks: [
    { do: "meet", clock: "acceptance" },
    { do: "meet", clock: "answer" },
    { do: "start", clock: "settlement", rules: settlementRules },
  ],
  sets: { assignedTo: "$assignedTo" },
  leavesTheBuilding: true,
};

const grounds = [
  option(
    "1",
    t(
      "Quyết định, hành vi trong nội bộ, trong chỉ đạo điều hành, có chứa quy phạm pháp luật hoặc thuộc bí mật nhà nước",
      "Internal, directing, normative or state-secret decisions and acts",
    ),
    d11(1),
  ),
  option(
    "2",
    t(
      "Không liên quan trực tiếp đến quyền, lợi ích hợp pháp của người khiếu nại",
      "Not directly related to the complainant's rights and interests",
    ),
    d11(2),
  ),
  option(
    "3",
    t(
      "Người khiếu nại không có năng lực hành vi dân sự đầy đủ mà không có người đại diện hợp pháp",
      "No full capacity and no lawful representative",
    ),
    d11(3),
  ),
  option("4", t("Người đại diện không hợp pháp", "The representative is not lawful"), d11(4)),
  option(
    "5",
    t("Đơn không có chữ ký hoặc điểm chỉ của người khiếu nại", "No signature or fingerprint of the complainant"),
    d11(5),
  ),
  option(
    "6",
    t(
      "Thời hiệu, thời hạn khiếu nại đã hết mà không có lý do chính đáng",
      "The time for complaining has passed without good reason",
    ),
    d11(6),
  ),
  option("7", t("Đã có quyết định giải quyết khiếu nại lần hai", "There is already a second decision"), d11(7)),
  option(
    "8",
    t(
      "Đã có thông báo đình chỉ mà sau 30 ngày người khiếu nại không tiếp tục khiếu nại",
      "Termination was notified and the complaint was not continued within 30 days",
    ),
    { ...d11(8), gap: "GAP-4" },
  ),
  option(
    "9",
    t(
      "Tòa án đã thụ lý hoặc đã giải quyết bằng bản án, quyết định (trừ quyết định đình chỉ vụ án hành chính)",
      "A court has accepted or adjudicated it (except its own termination)",
    ),
    d11(9),
  ),
];

const groundOne = (internal: string) => [
  option(
    "internal",
    t(
      `Quyết định, hành vi ${internal} cơ quan nhà nước để chỉ đạo, tổ chức thực hiện nhiệm vụ, công vụ`,
      "Internal to a state agency, directing its own work",
    ),
    d11(1),
  ),
  option(
    "directing",
    t(
      "Quyết định, hành vi trong chỉ đạo điều hành của cấp trên với cấp dưới",
      "A superior agency directing a lower one",
    ),
    d11(1),
  ),
  option("normative", t("Quyết định có chứa đựng các quy phạm pháp luật", "A decision containing legal norms"), d11(1)),
  option(
    "state-secret",
    t(
      "Thuộc bí mật nhà nước trong lĩnh vực quốc phòng, an ninh, ngoại giao",
      "A state secret of defence, security or foreign affairs",
    ),
    d11(1),
  ),
];

/** `internal`: the words of Điều 11.1, which Law 136/2025 changed. */
export function refusal(internal: string, article: string): ActRule {
  return {
    id: "refuse",
    name: t("Không thụ lý khiếu nại", "Refuse the complaint"),
    rule: "KN-11",
    ...text(article),
    from: ["KN_SCREEN"],
    to: "NOT_ACCEPTED",
    actors: head,
    guards: [],
    fields: [
      choice("ground", t("Căn cứ không thụ lý", "Ground of refusal"), grounds),
      choice("groundOne", t("Trường hợp cụ thể của khoản 1", "Which case of clause 1"), groundOne(internal), {
        required: "ground-one",
        shownWhen: "ground-one",
      }),
      words("reason", t("Lý do không thụ lý", "Reason"), {
        help: t(
          "Phải nêu rõ lý do trong thông báo (Điều 27 Luật Khiếu nại).",
          "The notice must state the reason (Article 27).",
        ),
      }),
    ],
    documents: ["kn-04"],
    bindingDocument: "kn-04",
    clocks: [
      { do: "meet", clock: "acceptance" },
      { do: "meet", clock: "answer" },
    ],
    sets: { refusalGround: "$ground" },
    leavesTheBuilding: true,
  };
}

export const refuse = refusal("trong nội bộ", "Điều 11, Điều 27 Luật Khiếu nại");

/** Before 1 July 2026 the law spoke of complex cases without saying which. */
export const certifyComplexity: ActRule = {
  id: "certify-complexity",
  name: t("Xác định vụ việc phức tạp", "Certify the case as complex"),
  rule: "KN-28-2",
  ...inference("Điều 28 Luật Khiếu nại", "GAP-3"),
  from: inHand,
  to: "same",
  actors: head,
  guards: [
    guard(
      "not-complex",
      inference("Điều 28 Luật Khiếu nại"),
      t("Vụ việc đã được xác định là phức tạp.", "The case is already certified as complex."),
    ),
    guard(
      "before-normal-limit",
      inference("Điều 28 Luật Khiếu nại", "GAP-3"),
      t(
        "Đã hết thời hạn giải quyết thông thường: chỉ được xác định vụ việc phức tạp trước khi thời hạn này kết thúc.",
        "The normal limit has passed: complexity can be certified only before it ends.",
      ),
      ["decide", "report"],
    ),
  ],
  fields: [words("reason", t("Căn cứ xác định vụ việc phức tạp", "Why the case is complex"))],
  documents: ["complexity-certificate"],
  bindingDocument: "complexity-certificate",
  clocks: [{ do: "rechoose", clock: "settlement", rules: settlementRules }],
  sets: { complex: true },
};

const d3a = (point: string) =>
  text(`Điểm ${point} khoản 1 Điều 3a Nghị định 124/2020/NĐ-CP (bổ sung bởi Nghị định 155/2026/NĐ-CP)`);

export const complexityCriteria = choices(
  "criteria",
  t("Trường hợp phức tạp", "Criteria of complexity"),
  [
    option(
      "a",
      t("Một nội dung nhưng phải xác minh từ 02 địa điểm trở lên", "One content, to be verified in two places or more"),
      d3a("a"),
    ),
    option("b", t("Có từ 02 nội dung phải xác minh trở lên", "Two contents or more to verify"), d3a("b")),
    option(
      "c",
      t(
        "Nhiều người khiếu nại về cùng một nội dung hoặc liên quan đến quyền, lợi ích của nhiều người",
        "Many complainants, or the interests of many people",
      ),
      d3a("c"),
    ),
    option("d", t("Có yếu tố nước ngoài", "A foreign element"), d3a("d")),
    option(
      "dd",
      t("Liên quan đến trách nhiệm quản lý của nhiều cơ quan, tổ chức", "Several agencies are responsible"),
      d3a("đ"),
    ),
    option(
      "e",
      t("Các cơ quan, tổ chức có liên quan còn ý kiến khác nhau", "The agencies concerned still differ"),
      d3a("e"),
    ),
    option(
      "g",
      t(
        "Tài liệu, chứng cứ mâu thuẫn, cần thời gian kiểm tra hoặc tham khảo ý kiến chuyên môn",
        "Contradictory evidence that needs time or expert advice",
      ),
      d3a("g"),
    ),
  ],
  { help: t("Chỉ cần một trong bảy trường hợp.", "Any one of the seven is enough.") },
);

export const reassign: ActRule = {
  id: "reassign",
  name: t("Giao lại người phụ trách", "Reassign the case"),
  rule: "KN-18-1",
  ...inference("Điều 18 Nghị định 124/2020/NĐ-CP"),
  from: [
    "KN_SCREEN",
    ...inHand,
    "SUSPENDED",
    "DECIDED",
    "SENT",
    "PUBLISHED",
    "ENFORCING",
    "NOT_EXECUTED",
    "ENFORCED",
    "UNDER_REVIEW",
  ],
  to: "same",
  actors: head,
  guards: [],
  fields: [officer("officer", t("Người phụ trách mới", "New officer")), line("reason", t("Lý do giao lại", "Reason"))],
  documents: [],
  clocks: [],
  sets: { assignedTo: "$officer" },
};
