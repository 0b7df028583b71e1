import type { ActRule } from "../../../src/rules/pack.ts";
import { date, guard, inference, line, t, text, words } from "../../wording.ts";
import { head, verifier } from "./states.ts";

const d52 = text("Điều 52 Luật Khiếu nại");

/** Khoản 1 Điều 52: content already clear after the re-check; khoản 2: once it is verified. */
export const askCouncil: ActRule = {
  id: "ask-council",
  name: t("Yêu cầu Hội đồng kỷ luật xem xét", "Ask the disciplinary council to consider"),
  todo: t("Yêu cầu Hội đồng kỷ luật cán bộ, công chức xem xét", "Ask the disciplinary council to consider"),
  rule: "KN-52-1",
  ...d52,
  from: ["ACCEPTED", "VERIFIED"],
  to: "COUNCIL",
  actors: head,
  guards: [],
  fields: [
    words("content", t("Nội dung đề nghị Hội đồng xem xét", "What the council is asked"), {
      help: t(
        "Khi nội dung khiếu nại đã rõ qua kiểm tra lại, hoặc sau khi có kết quả xác minh.",
        "When the content is clear after the re-check, or once it has been verified.",
      ),
    }),
  ],
  documents: ["council-request"],
  bindingDocument: "council-request",
  clocks: [],
  sets: {},
};

export const recordProposal: ActRule = {
  id: "record-proposal",
  name: t("Ghi nhận đề nghị của Hội đồng kỷ luật", "Record the proposal of the disciplinary council"),
  todo: t("Ghi nhận đề nghị của Hội đồng kỷ luật", "Record the council's proposal"),
  rule: "KN-52-1",
  ...d52,
  from: ["COUNCIL"],
  to: "COUNCIL_PROPOSED",
  actors: verifier,
  guards: [],
  fields: [
    date("proposedOn", t("Ngày Hội đồng họp", "Day the council met")),
    words("proposal", t("Nội dung đề nghị", "Proposal")),
  ],
  documents: [],
  clocks: [],
  sets: { proposedOn: "$proposedOn" },
};

/** The council may find that facts are missing. */
export const verifyForCouncil: ActRule = {
  id: "verify-further",
  name: t("Xác minh thêm theo ý kiến của Hội đồng kỷ luật", "Verify further as the council asks"),
  rule: "KN-52-1",
  ...inference("Khoản 2 Điều 52 Luật Khiếu nại"),
  from: ["COUNCIL", "COUNCIL_PROPOSED"],
  to: "VERIFYING",
  actors: head,
  guards: [],
  fields: [words("content", t("Nội dung cần xác minh thêm", "What is to be verified further"))],
  documents: [],
  clocks: [],
  sets: {},
};

const d36 = text("Khoản 2 Điều 36 Luật Khiếu nại");

export const setUpAdvisoryCouncil: ActRule = {
  id: "set-up-advisory-council",
  name: t("Thành lập Hội đồng tư vấn", "Set up an advisory council"),
  rule: "KN-36-2",
  ...d36,
  from: ["ACCEPTED", "VERIFYING", "VERIFIED", "DIALOGUE_SET", "DIALOGUED"],
  to: "same",
  actors: head,
  guards: [
    guard(
      "complex",
      d36,
      t(
        "Hội đồng tư vấn chỉ được thành lập đối với vụ việc phức tạp; hãy xác định vụ việc phức tạp trước.",
        "An advisory council is for complex cases; certify the case as complex first.",
      ),
      ["certify-complexity"],
    ),
  ],
  fields: [
    words("members", t("Thành phần Hội đồng tư vấn", "Members of the council")),
    words("question", t("Nội dung cần tham khảo ý kiến", "What it is asked")),
  ],
  documents: ["advisory-council"],
  bindingDocument: "advisory-council",
  clocks: [],
  sets: { adviceAsked: true },
};

export const recordAdvice: ActRule = {
  id: "record-advice",
  name: t("Ghi nhận ý kiến tư vấn", "Record the advice"),
  rule: "KN-36-2",
  ...text("Điều 43 Luật Khiếu nại"),
  from: ["ACCEPTED", "VERIFYING", "VERIFIED", "DIALOGUE_SET", "DIALOGUED"],
  to: "same",
  actors: verifier,
  guards: [
    guard("advice-asked", d36, t("Chưa thành lập Hội đồng tư vấn hoặc hỏi ý kiến.", "Nobody was asked for advice."), [
      "set-up-advisory-council",
    ]),
  ],
  fields: [
    line("by", t("Người, cơ quan cho ý kiến", "Who gave it")),
    words("advice", t("Ý kiến bằng văn bản", "Advice in writing")),
  ],
  documents: [],
  clocks: [],
  sets: { adviceGiven: true },
};

/** Khoản 1 Điều 55. */
export const requestIssuerReport: ActRule = {
  id: "request-issuer-report",
  name: t("Yêu cầu người ban hành quyết định kỷ luật báo cáo", "Ask who issued the disciplinary decision for a report"),
  todo: t("Yêu cầu người ban hành quyết định kỷ luật báo cáo", "Ask the issuer of the discipline for a report"),
  rule: "KN-55-1",
  ...text("Khoản 1 Điều 55 Luật Khiếu nại"),
  from: ["ACCEPTED", "VERIFYING"],
  to: "same",
  actors: head,
  guards: [],
  fields: [
    line("addressee", t("Người ban hành quyết định kỷ luật", "Who issued the decision")),
    words("content", t("Nội dung báo cáo", "What to report"), {
      help: t(
        "Việc xem xét kỷ luật và việc giải quyết khiếu nại của người bị kỷ luật.",
        "How the discipline was decided and the complaint settled.",
      ),
    }),
  ],
  documents: ["kn-07"],
  bindingDocument: "kn-07",
  // The issuer is the respondent: điểm c khoản 2 Điều 13.
  clocks: [{ do: "start", clock: "information", rules: [{ rule: "KN-13-1" }] }],
  sets: { issuerReportAsked: true },
  leavesTheBuilding: true,
};
