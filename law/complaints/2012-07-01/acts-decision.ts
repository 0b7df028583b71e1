import type { ActRule, Cited, ClockEffect, FieldRule, RuleChoice, Text } from "../../../src/rules/pack.ts";
import { choice, date, guard, line, option, t, text, words, yesNo } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { afterSending, counter, head, office } from "./states.ts";

const kept = [
  option("keep", t("Giữ nguyên", "Kept")),
  option("amend", t("Sửa đổi, bổ sung", "Amended")),
  option("cancel-part", t("Hủy bỏ một phần", "Cancelled in part")),
  option("cancel", t("Hủy bỏ toàn bộ", "Cancelled")),
];
const ended = option("end-act", t("Chấm dứt hành vi hành chính", "The act ends"));
/** Điểm h khoản 2 Điều 40: the second resolver asks others to act. */
const asked = [
  option("ask-amend", t("Yêu cầu sửa đổi", "To be amended")),
  option("ask-cancel-part", t("Yêu cầu hủy bỏ một phần", "To be cancelled in part")),
  option("ask-cancel", t("Yêu cầu hủy bỏ toàn bộ", "To be cancelled")),
  option("ask-end-act", t("Yêu cầu chấm dứt hành vi hành chính", "The act to be ended")),
  option(
    "ask-comply",
    t(
      "Yêu cầu người khiếu nại, người có quyền, nghĩa vụ liên quan thực hiện quyết định, hành vi bị khiếu nại",
      "The complainant and those concerned to comply",
    ),
  ),
];

function measures(course: Course): FieldRule {
  const label = course.disciplinary
    ? t("Xử lý quyết định kỷ luật bị khiếu nại", "What becomes of the disciplinary decision")
    : t("Xử lý quyết định, hành vi bị khiếu nại", "What becomes of the contested decision or act");
  if (course.disciplinary) return choice("measure", label, kept);
  return choice("measure", label, course.instance === "first" ? [...kept, ended] : asked);
}

/** What starts to run once a decision is issued. */
function decisionClocks(course: Course): readonly ClockEffect[] {
  return [
    { do: "meet", clock: "settlement" },
    { do: "cancel", clock: "information" },
    { do: "start", clock: "sending", rules: course.decision.sending },
    { do: "start", clock: "effect", rules: course.decision.effect },
    { do: "start", clock: "forwarder-reply", rules: [{ rule: "KN-27-2", when: "forwarded" }] },
  ];
}

/** Who must have it, by Điều 32, 41, 54 and 56. */
function recipientsOf(course: Course): Text {
  if (!course.disciplinary && course.instance === "first") {
    return t(
      "Đã gửi đủ: người khiếu nại, cấp trên trực tiếp, người có quyền, nghĩa vụ liên quan, nơi chuyển đơn, thanh tra cùng cấp",
      "Sent to all: complainant, superior, related persons, forwarders, inspectorate",
    );
  }
  if (!course.disciplinary) {
    return t(
      "Đã gửi đủ: người khiếu nại, người bị khiếu nại, người giải quyết lần đầu, người có quyền, nghĩa vụ liên quan, nơi chuyển đơn",
      "Sent to all: complainant, respondent, first resolver, related persons, forwarders",
    );
  }
  if (course.instance === "first") {
    return t(
      "Đã gửi đủ: người khiếu nại và cơ quan, tổ chức hữu quan",
      "Sent to all: complainant and the bodies concerned",
    );
  }
  return t(
    "Đã gửi đủ: người khiếu nại, người giải quyết lần đầu, người có quyền, nghĩa vụ liên quan (quyết định của Bộ trưởng, Chủ tịch UBND cấp tỉnh: cả Tổng Thanh tra Chính phủ và Bộ trưởng Bộ Nội vụ)",
    "Sent to all: complainant, first resolver, related persons (decisions of a Minister or province chair: also the Inspector-General and the Minister of Home Affairs)",
  );
}

/** The window of a second complaint. */
function windowOf(course: Course): { readonly rule: string; readonly cited: Cited; readonly choice: RuleChoice } {
  if (course.disciplinary) {
    return {
      rule: "KN-48-2",
      cited: text("Điều 48 Luật Khiếu nại"),
      choice: [{ rule: "KN-48-3", when: "dismissal" }, { rule: "KN-48-2" }],
    };
  }
  return {
    rule: "KN-33-1",
    cited: { ...text("Khoản 1 Điều 33 Luật Khiếu nại"), gap: "GAP-5" },
    choice: [{ rule: "KN-33-1-remote", when: "remote" }, { rule: "KN-33-1" }],
  };
}

export const recheckDecide = (course: Course): ActRule => ({
  id: "recheck-decide",
  name: t("Ra quyết định giải quyết ngay khi khiếu nại đúng", "Decide at once: the complaint is right"),
  rule: "KN-17-1",
  ...text("Điểm a khoản 1 Điều 29 Luật Khiếu nại"),
  from: ["ACCEPTED"],
  to: "DECIDED",
  actors: head,
  guards: [
    guard(
      "complaint-right",
      text("Điểm a khoản 1 Điều 29 Luật Khiếu nại"),
      t(
        "Chỉ được ra quyết định ngay khi thấy khiếu nại là đúng; nếu chưa có cơ sở kết luận thì tiến hành xác minh.",
        "Only when the complaint is found right can it be decided at once; otherwise verify.",
      ),
      ["order-verification"],
    ),
  ],
  fields: [
    yesNo("complaintRight", t("Đã kiểm tra lại và thấy khiếu nại là đúng", "Re-checked: the complaint is right")),
    measures(course),
    words("content", t("Nội dung giải quyết", "What is decided")),
    words("compensation", t("Bồi thường thiệt hại (nếu có)", "Compensation (if any)"), { required: false }),
  ],
  documents: ["kn-15"],
  bindingDocument: "kn-15",
  clocks: decisionClocks(course),
  sets: { conclusion: "right", measure: "$measure" },
});

const dialogueWhereTheyDiffer = guard(
  "dialogue-held-or-not-needed",
  text("Khoản 1 Điều 30 Luật Khiếu nại"),
  t(
    "Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau: phải tổ chức đối thoại trước khi ra quyết định.",
    "The request and the result still differ: a dialogue must be held before the decision.",
  ),
  ["invite-dialogue"],
);

export const decide = (course: Course): ActRule => ({
  id: "decide",
  name:
    course.instance === "first"
      ? t("Ra quyết định giải quyết khiếu nại lần đầu", "Issue the first decision")
      : t("Ra quyết định giải quyết khiếu nại lần hai", "Issue the second decision"),
  todo:
    course.id === "complaint-first"
      ? t("Đối thoại (nếu còn khác nhau) và ra quyết định giải quyết", "Hold a dialogue if views differ, then decide")
      : t("Ra quyết định giải quyết", "Issue the decision"),
  rule: course.decision.rule,
  ...course.decision.cited,
  from: course.decidable,
  to: "DECIDED",
  actors: head,
  guards: course.id === "complaint-first" ? [dialogueWhereTheyDiffer] : [],
  fields: [
    choice("conclusion", t("Kết luận nội dung khiếu nại", "Conclusion"), [
      option("right", t("Đúng toàn bộ", "Right")),
      option("partly-right", t("Đúng một phần", "Right in part")),
      option("wrong", t("Sai toàn bộ", "Wrong")),
    ]),
    measures(course),
    words("content", t("Nội dung giải quyết", "What is decided"), {
      help: t("Giải quyết các vấn đề cụ thể trong nội dung khiếu nại.", "Settle each concrete issue of the complaint."),
    }),
    words("legalBasis", t("Căn cứ pháp luật", "Legal basis")),
    words("compensation", t("Bồi thường thiệt hại (nếu có)", "Compensation (if any)"), { required: false }),
  ],
  documents: [course.decision.key],
  bindingDocument: course.decision.key,
  clocks: decisionClocks(course),
  sets: { conclusion: "$conclusion", measure: "$measure" },
});

export const send = (course: Course): ActRule => ({
  id: "send",
  name: t("Gửi quyết định giải quyết khiếu nại", "Send the decision"),
  todo: t("Gửi quyết định cho những người phải được gửi", "Send the decision to all who must have it"),
  rule: course.decision.sendRule,
  ...course.decision.sendCited,
  from: ["DECIDED"],
  to: "SENT",
  actors: office,
  guards: [],
  fields: [
    choice("way", t("Cách gửi", "Sent by"), [
      option("post", t("Bưu chính có ký nhận", "Registered post")),
      option("hand", t("Giao trực tiếp", "By hand")),
      option("electronic", t("Điện tử", "Electronically")),
    ]),
    yesNo("allRecipients", recipientsOf(course)),
  ],
  documents: [],
  sends: course.decision.key,
  clocks: [{ do: "meet", clock: "sending" }],
  sets: { sentBy: "$way" },
  leavesTheBuilding: true,
});

export const recordReceipt = (course: Course): ActRule => ({
  id: "record-receipt",
  name: t("Ghi ngày người khiếu nại nhận được quyết định", "Record when the complainant received the decision"),
  rule: course.instance === "first" ? windowOf(course).rule : course.decision.sendRule,
  ...(course.instance === "first" ? windowOf(course).cited : course.decision.sendCited),
  from: afterSending,
  to: "same",
  actors: office,
  guards: [
    guard(
      "receipt-after-decision",
      course.instance === "first" ? windowOf(course).cited : course.decision.sendCited,
      t(
        "Ngày nhận không được trước ngày ban hành quyết định và không được sau ngày ghi nhận.",
        "The day of receipt is neither before the decision nor after this entry.",
      ),
    ),
  ],
  fields: [
    date("receivedOn", t("Ngày nhận được quyết định", "Received on")),
    choice("proof", t("Căn cứ", "Proof"), [
      option("postal", t("Phiếu báo phát của bưu chính", "Postal proof of delivery")),
      option("signature", t("Ký nhận trực tiếp", "Signature on delivery")),
      option("electronic", t("Xác nhận điện tử", "Electronic confirmation")),
      option("refused", t("Biên bản từ chối nhận", "Record of refusal to take it")),
    ]),
  ],
  documents: [],
  receiptOf: course.decision.key,
  clocks:
    course.instance === "first"
      ? [{ do: "start", clock: "second-complaint", rules: windowOf(course).choice, from: "receivedOn" }]
      : [],
  sets: { decisionReceivedOn: "$receivedOn" },
});

export const secondComplaint = (course: Course): ActRule => ({
  id: "second-complaint",
  name: t("Ghi nhận khiếu nại lần hai", "Record a second complaint"),
  rule: windowOf(course).rule,
  ...windowOf(course).cited,
  from: [...course.inHand, "DECIDED", ...afterSending],
  to: "APPEALED",
  actors: counter,
  guards: [
    guard(
      course.disciplinary ? "disciplinary-second-complaint-open" : "second-complaint-open",
      windowOf(course).cited,
      t(
        "Chưa thể khiếu nại lần hai: thời hạn giải quyết lần đầu chưa hết và chưa có quyết định, hoặc thời hạn khiếu nại lần hai đã hết.",
        "No second complaint now: the first settlement is neither decided nor overdue, or the window has closed.",
      ),
    ),
  ],
  fields: [
    date("filedOn", t("Ngày nhận đơn khiếu nại lần hai", "Second complaint received on")),
    line("sentTo", t("Người giải quyết khiếu nại lần hai", "Second resolver")),
  ],
  documents: [],
  clocks: [
    { do: "cancel", clock: "settlement" },
    { do: "cancel", clock: "effect" },
    { do: "meet", clock: "second-complaint" },
  ],
  sets: { secondComplaintOn: "$filedOn" },
});

export const notifyForwarder = (course: Course): ActRule => ({
  id: "notify-forwarder",
  name: t("Thông báo kết quả cho nơi chuyển đơn", "Tell the forwarding body the result"),
  rule: "KN-27-2",
  ...text("Khoản 2 Điều 27 Luật Tiếp công dân"),
  from: ["DECIDED", ...afterSending, ...(course.instance === "first" ? ["APPEALED"] : []), "CLOSED"],
  to: "same",
  actors: office,
  guards: [
    guard(
      "forwarded",
      text("Khoản 2 Điều 27 Luật Tiếp công dân"),
      t("Đơn này không do cơ quan, đại biểu nào chuyển đến.", "Nobody forwarded this complaint."),
    ),
  ],
  fields: [line("addressee", t("Nơi chuyển đơn", "Forwarding body"))],
  documents: [],
  clocks: [{ do: "meet", clock: "forwarder-reply" }],
  sets: {},
  leavesTheBuilding: true,
});
