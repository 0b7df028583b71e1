import type { ActRule, Cited, RuleChoice, Text } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, line, option, t, text, yesNo } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { afterSending, counter, office } from "./states.ts";

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

/** A second complaint does not end the duty to send the first decision, when there is one. */
export const sendLate = (course: Course): ActRule => ({
  ...send(course),
  id: "send-late",
  name: t("Gửi quyết định khi đã có khiếu nại lần hai", "Send the decision after a second complaint"),
  from: ["APPEALED"],
  to: "same",
  guards: [
    guard(
      "decision-to-send",
      course.decision.sendCited,
      t("Không có quyết định nào chờ gửi.", "No decision is waiting to be sent."),
    ),
  ],
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
  from: [...course.inHand, "SUSPENDED", "DECIDED", ...afterSending],
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
    guard(
      "filed-between-receipt-and-entry",
      inference(windowOf(course).cited.article),
      t(
        "Ngày nhận đơn khiếu nại lần hai phải sau ngày nhận khiếu nại lần đầu và không được sau ngày ghi nhận.",
        "The second complaint came after the first one was received, and no later than this entry.",
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
    { do: "cancel", clock: "information" },
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
