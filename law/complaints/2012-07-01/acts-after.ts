import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, line, option, t, text, words, yesNo } from "../../wording.ts";
import { counter, head, inHand, verifier } from "./states.ts";

const d46 = text("Khoản 1 Điều 46 Luật Khiếu nại");

export const directEnforcement: ActRule = {
  id: "direct-enforcement",
  name: t("Chỉ đạo thi hành quyết định có hiệu lực pháp luật", "Direct enforcement of the effective decision"),
  todo: t("Chỉ đạo thi hành khi quyết định có hiệu lực pháp luật", "Direct enforcement once the decision is in effect"),
  rule: "KN-31-1",
  ...d46,
  from: ["SENT", "PUBLISHED", "NOT_EXECUTED"],
  to: "ENFORCING",
  actors: head,
  guards: [
    guard(
      "in-legal-effect",
      { ...text("Khoản 1 Điều 44 Luật Khiếu nại"), gap: "GAP-5" },
      t("Quyết định chưa có hiệu lực pháp luật.", "The decision is not in legal effect yet."),
      ["publish", "record-receipt", "second-complaint"],
    ),
  ],
  fields: [
    line("executor", t("Cơ quan, tổ chức, cá nhân phải thi hành", "Who has to carry it out")),
    words("content", t("Nội dung phải thực hiện", "What has to be done")),
    date("doneBy", t("Thời hạn thực hiện", "To be done by")),
    date("reportBy", t("Thời hạn báo cáo kết quả", "To be reported by"), { required: false }),
  ],
  documents: ["enforcement-direction"],
  bindingDocument: "enforcement-direction",
  clocks: [],
  sets: { enforceBy: "$doneBy" },
  leavesTheBuilding: true,
};

export const recordExecution: ActRule = {
  id: "record-execution",
  name: t("Ghi nhận đã thi hành xong", "Record execution"),
  todo: t("Theo dõi việc thi hành và ghi nhận kết quả", "Follow the enforcement and record its result"),
  rule: "KN-32E-1",
  ...d46,
  from: ["ENFORCING", "NOT_EXECUTED"],
  to: "ENFORCED",
  actors: verifier,
  guards: [],
  fields: [
    choice("how", t("Kết quả thi hành", "How it was carried out"), [
      option(
        "replaced",
        t("Đã ban hành quyết định thay thế hoặc sửa đổi, bổ sung", "A replacing or amending decision was issued"),
      ),
      option("act-ended", t("Đã chấm dứt hành vi hành chính", "The act was ended")),
      option("complied", t("Người khiếu nại đã chấp hành", "The complainant complied")),
      option("coerced", t("Đã cưỡng chế thi hành", "Enforced by coercion")),
    ]),
    words("summary", t("Nội dung báo cáo kết quả", "Report of the result")),
  ],
  documents: [],
  clocks: [],
  sets: { executed: true },
};

export const recordNonExecution: ActRule = {
  id: "record-non-execution",
  name: t("Ghi nhận không thi hành hoặc thi hành không đầy đủ", "Record that it was not carried out"),
  rule: "KN-31-4",
  ...d46,
  from: ["ENFORCING"],
  to: "NOT_EXECUTED",
  actors: verifier,
  guards: [],
  fields: [
    words("reason", t("Nội dung chưa thi hành và lý do", "What was not done, and why")),
    words("measure", t("Biện pháp xử lý hoặc kiến nghị", "Measure taken or proposed")),
  ],
  documents: [],
  clocks: [],
  sets: { executed: false },
};

export const close: ActRule = {
  id: "close",
  name: t("Kết thúc vụ việc, lưu hồ sơ", "Close and file"),
  todo: t("Đánh số trang, lưu hồ sơ", "Number the pages and file"),
  rule: "KN-34-1",
  ...text("Điều 34 Luật Khiếu nại"),
  from: ["ENFORCED"],
  to: "CLOSED",
  actors: verifier,
  guards: [
    guard(
      "published",
      inference("Điều 4 Luật Khiếu nại"),
      t("Quyết định chưa được công khai.", "The decision is not published yet."),
      ["publish-late"],
    ),
  ],
  fields: [
    yesNo("pagesNumbered", t("Hồ sơ đã được đánh số trang theo thứ tự tài liệu", "The pages of the file are numbered")),
  ],
  documents: [],
  clocks: [],
  sets: {},
};

const d38 = text("Điều 38 Nghị định 124/2020/NĐ-CP");

export const openReview: ActRule = {
  id: "open-review",
  name: t("Xem xét lại việc giải quyết có vi phạm pháp luật", "Review an unlawful settlement"),
  rule: "KN-38-1",
  ...d38,
  from: ["PUBLISHED", "ENFORCING", "NOT_EXECUTED", "ENFORCED", "CLOSED"],
  to: "UNDER_REVIEW",
  actors: head,
  guards: [
    guard(
      "in-legal-effect",
      inference("Điều 38 Nghị định 124/2020/NĐ-CP"),
      t(
        "Quyết định chưa có hiệu lực pháp luật; còn có thể khiếu nại lần hai.",
        "The decision is not in effect; a second complaint is still open.",
      ),
      ["second-complaint"],
    ),
  ],
  fields: [
    line("orderedBy", t("Người có thẩm quyền yêu cầu kiểm tra", "Authority that ordered the check")),
    words("reason", t("Dấu hiệu vi phạm pháp luật", "Signs of unlawfulness")),
  ],
  documents: [],
  clocks: [],
  sets: {},
};

export const reviewUphold: ActRule = {
  id: "review-uphold",
  name: t("Kết thúc xem xét: giữ kết quả giải quyết", "End the review: the settlement stands"),
  todo: t("Chờ kết quả kiểm tra của cấp có thẩm quyền", "Await the result of the check"),
  rule: "KN-38-1",
  ...inference("Điều 38 Nghị định 124/2020/NĐ-CP"),
  from: ["UNDER_REVIEW"],
  to: "previous",
  actors: head,
  guards: [],
  fields: [words("result", t("Kết quả kiểm tra", "Result of the check"))],
  documents: [],
  clocks: [],
  sets: {},
};

export const reviewResettle: ActRule = {
  id: "review-resettle",
  name: t("Giải quyết lại theo chỉ đạo", "Settle again as directed"),
  rule: "KN-38-1",
  ...inference("Điều 38 Nghị định 124/2020/NĐ-CP"),
  from: ["UNDER_REVIEW"],
  to: "VERIFYING",
  actors: head,
  guards: [],
  fields: [words("direction", t("Nội dung chỉ đạo giải quyết lại", "What was directed"))],
  documents: [],
  clocks: [
    {
      do: "start",
      clock: "settlement",
      rules: [
        { rule: "KN-28-4", when: "remote-and-complex" },
        { rule: "KN-28-3", when: "remote" },
        { rule: "KN-28-2", when: "complex" },
        { rule: "KN-28-1" },
      ],
    },
  ],
  sets: { published: false },
};

/** Settled 26: the wrong entry stays in the history; what follows from it is computed again. */
export const correct: ActRule = {
  id: "correct",
  name: t("Đính chính thông tin ghi sai", "Correct a wrong entry"),
  rule: "correction",
  ...inference("Điều 34 Luật Khiếu nại"),
  from: [
    "KN_SCREEN",
    "NOT_ACCEPTED",
    ...inHand,
    "SUSPENDED",
    "TERMINATED",
    "DECIDED",
    "SENT",
    "PUBLISHED",
    "APPEALED",
    "ENFORCING",
    "NOT_EXECUTED",
    "ENFORCED",
    "UNDER_REVIEW",
  ],
  to: "same",
  actors: counter,
  guards: [
    guard(
      "corrected-date-not-in-future",
      inference("Điều 34 Luật Khiếu nại"),
      t("Ngày đúng không được sau ngày hôm nay.", "The right date cannot be after today."),
    ),
  ],
  fields: [
    choice("what", t("Thông tin ghi sai", "What was wrong"), [
      option("received-on", t("Ngày nhận đơn", "Day of receipt")),
      option("accepted-on", t("Ngày thụ lý", "Day of acceptance")),
      option("decision-on", t("Ngày ban hành quyết định", "Day of the decision")),
      option("receipt-on", t("Ngày người khiếu nại nhận quyết định", "Day the complainant received the decision")),
      option("remote", t("Địa bàn vùng sâu, vùng xa", "Remote area")),
      option("people", t("Số người, chữ ký, người đại diện", "People, signatures, representatives")),
      option("name", t("Họ tên người khiếu nại", "Name of the complainant")),
      option("address", t("Địa chỉ người khiếu nại", "Address of the complainant")),
      option("class", t("Phân loại", "Class")),
      option("other", t("Thông tin khác", "Something else")),
    ]),
    line("oldValue", t("Thông tin đã ghi", "Entry so far")),
    date("newDate", t("Ngày đúng", "Right date"), { required: "corrects-date", shownWhen: "corrects-date" }),
    yesNo("newRemote", t("Thuộc vùng sâu, vùng xa đi lại khó khăn", "In a remote area"), {
      required: "corrects-remote",
      shownWhen: "corrects-remote",
    }),
    {
      id: "newPeopleCount",
      label: t("Số người khiếu nại", "Number of complainants"),
      type: "text",
      required: false,
      shownWhen: "corrects-people",
      personal: false,
    },
    yesNo("newSignaturesComplete", t("Đã đủ chữ ký hoặc điểm chỉ", "All have signed"), {
      required: false,
      shownWhen: "corrects-people",
    }),
    yesNo(
      "newRepresentativePaper",
      t("Đã có văn bản cử người đại diện", "The appointment of the representative is there"),
      { required: false, shownWhen: "corrects-people" },
    ),
    {
      id: "newRepresentativesCount",
      label: t("Số người đại diện", "Number of representatives"),
      type: "text",
      required: false,
      shownWhen: "corrects-people",
      personal: false,
    },
    words("newValue", t("Thông tin đúng", "Right entry"), { required: "corrects-words", shownWhen: "corrects-words" }),
    words("reason", t("Lý do đính chính", "Reason")),
  ],
  documents: [],
  clocks: [
    { do: "restart", clock: "acceptance", from: "newDate", when: "corrects-received" },
    { do: "restart", clock: "settlement", from: "newDate", when: "corrects-accepted" },
    { do: "restart", clock: "sending", from: "newDate", when: "corrects-decision" },
    { do: "restart", clock: "effect", from: "newDate", when: "corrects-decision" },
    { do: "restart", clock: "second-complaint", from: "newDate", when: "corrects-receipt" },
    { do: "recompute" },
  ],
  sets: {
    remote: "$newRemote",
    peopleCount: "$newPeopleCount",
    signaturesComplete: "$newSignaturesComplete",
    representativePaper: "$newRepresentativePaper",
    representativesCount: "$newRepresentativesCount",
  },
};

/** Law of 2011: withdrawal of the whole, by a signed letter only. */
export const withdrawAll: ActRule = {
  id: "withdraw-all",
  name: t("Rút khiếu nại, đình chỉ giải quyết", "Withdrawal; settlement ends"),
  rule: "KN-10-old",
  ...text("Điều 10 Luật Khiếu nại"),
  from: ["KN_SCREEN", ...inHand],
  to: "TERMINATED",
  actors: head,
  guards: [
    guard(
      "withdrawal-signed",
      text("Điều 10 Luật Khiếu nại"),
      t(
        "Đơn rút khiếu nại phải có chữ ký hoặc điểm chỉ của người khiếu nại.",
        "The withdrawal needs the signature or fingerprint of the complainant.",
      ),
    ),
    guard(
      "withdrawal-not-before-receipt",
      inference("Điều 10 Luật Khiếu nại"),
      t(
        "Ngày rút phải từ ngày nhận khiếu nại đến ngày ghi nhận.",
        "The withdrawal lies between receipt and this entry.",
      ),
    ),
  ],
  fields: [
    date("withdrawnOn", t("Ngày rút khiếu nại", "Withdrawn on")),
    yesNo("signed", t("Đơn rút có chữ ký hoặc điểm chỉ", "The letter is signed or fingerprinted")),
    words("reason", t("Lý do, nội dung đơn rút", "What the letter says"), { required: false }),
  ],
  documents: ["withdrawal-record", "kn-14a"],
  bindingDocument: "kn-14a",
  clocks: [
    { do: "cancel", clock: "acceptance" },
    { do: "cancel", clock: "settlement" },
    { do: "cancel", clock: "information" },
  ],
  sets: { withdrawnAll: true },
  leavesTheBuilding: true,
};
