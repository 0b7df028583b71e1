import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, line, officers, option, t, text, words, yesNo } from "../../wording.ts";
import { head, inHand, verifier } from "./states.ts";

export const orderVerification: ActRule = {
  id: "order-verification",
  name: t("Giao xác minh nội dung khiếu nại", "Order verification"),
  todo: t("Kiểm tra lại; giao xác minh nếu chưa đủ cơ sở kết luận", "Re-check; order verification if not yet clear"),
  rule: "KN-18-1",
  ...text("Điểm b khoản 1 Điều 29 Luật Khiếu nại"),
  from: ["ACCEPTED"],
  to: "VERIFYING",
  actors: head,
  guards: [],
  fields: [
    officers("verifiers", t("Người được giao xác minh", "Verifiers")),
    words("content", t("Nội dung cần xác minh", "What is to be verified")),
    line("period", t("Thời gian xác minh", "Time given"), {
      help: t("Số ngày, trong thời hạn giải quyết còn lại.", "Days, within what is left of the limit."),
    }),
  ],
  documents: ["kn-05"],
  bindingDocument: "kn-05",
  clocks: [],
  sets: {},
};

export const holdWorkingSession: ActRule = {
  id: "hold-working-session",
  name: t("Lập biên bản làm việc", "Record a working session"),
  rule: "KN-19-1",
  ...text("Khoản 2, khoản 3 Điều 29 Luật Khiếu nại"),
  from: ["VERIFYING"],
  to: "same",
  actors: verifier,
  guards: [],
  fields: [
    choice(
      "with",
      t("Làm việc với", "Session with"),
      [
        option("complainant", t("Người khiếu nại hoặc người đại diện", "The complainant or representative")),
        option("respondent", t("Người bị khiếu nại", "The respondent")),
        option("related", t("Người có quyền, lợi ích liên quan", "Persons with related interests")),
        option("agency", t("Cơ quan, tổ chức có liên quan", "An agency concerned")),
        option(
          "joint",
          t(
            "Các bên, khi kết quả xác minh khác với thông tin các bên cung cấp",
            "All parties, where results differ from what they said",
          ),
        ),
        option("field", t("Xác minh thực tế", "On the spot")),
      ],
      {
        help: t(
          "Lập ít nhất hai bản; làm việc với các bên: ít nhất ba bản.",
          "At least two copies; a joint session at least three.",
        ),
      },
    ),
    line("place", t("Địa điểm", "Place")),
    words("summary", t("Nội dung làm việc", "What was said")),
    yesNo("signatureRefused", t("Có người không ký biên bản", "Somebody did not sign"), { required: false }),
    line(
      "witness",
      t("Người làm chứng hoặc đại diện chính quyền địa phương ký thay", "Witness or local authority who signed"),
      { required: "signature-refused", shownWhen: "signature-refused" },
    ),
  ],
  documents: ["kn-06"],
  clocks: [],
  sets: {},
};

export const requestInformation: ActRule = {
  id: "request-information",
  name: t("Yêu cầu cung cấp thông tin, tài liệu, chứng cứ", "Ask for information and evidence"),
  rule: "KN-14-1",
  ...text("Điểm a khoản 1 Điều 14 Luật Khiếu nại"),
  from: ["VERIFYING"],
  to: "same",
  actors: verifier,
  guards: [],
  fields: [
    line("addressee", t("Cơ quan, tổ chức, cá nhân được yêu cầu", "Who is asked")),
    words("content", t("Thông tin, tài liệu cần cung cấp", "What is asked for")),
  ],
  documents: ["kn-07"],
  bindingDocument: "kn-07",
  clocks: [{ do: "start", clock: "information", rules: [{ rule: "KN-14-1" }] }],
  sets: {},
  leavesTheBuilding: true,
};

export const handOver: ActRule = {
  id: "hand-over",
  name: t("Giao nhận thông tin, tài liệu, chứng cứ", "Record handed-over evidence"),
  rule: "KN-21-1",
  ...text("Khoản 2, khoản 3 Điều 29 Luật Khiếu nại"),
  from: ["VERIFYING"],
  to: "same",
  actors: verifier,
  guards: [],
  fields: [
    line("giver", t("Bên giao", "Handed over by")),
    words("items", t("Danh mục thông tin, tài liệu, chứng cứ", "List of items")),
    yesNo("complete", t("Đã đủ theo yêu cầu", "All that was asked for"), { required: false }),
  ],
  documents: ["kn-08"],
  clocks: [{ do: "meet", clock: "information" }],
  sets: {},
};

export const commissionExpert: ActRule = {
  id: "commission-expert",
  name: t("Trưng cầu giám định", "Commission an expert examination"),
  rule: "KN-24-1",
  ...text("Điểm d khoản 3 Điều 29 Luật Khiếu nại"),
  from: ["VERIFYING"],
  to: "same",
  actors: head,
  guards: [],
  fields: [
    line("expert", t("Cơ quan, tổ chức giám định", "Expert body")),
    words("question", t("Nội dung yêu cầu giám định", "Question to the expert")),
    date("resultBy", t("Thời hạn có kết luận giám định", "Result expected by"), {
      help: t(
        "Thời gian giám định không được trừ vào thời hạn giải quyết khiếu nại.",
        "The time of the examination counts; it does not stop the limit.",
      ),
    }),
  ],
  documents: ["kn-09", "kn-10"],
  bindingDocument: "kn-09",
  clocks: [],
  sets: {},
  leavesTheBuilding: true,
};

const conclusions = [
  option("right", t("Đúng toàn bộ", "Right")),
  option("partly-right", t("Đúng một phần", "Right in part")),
  option("wrong", t("Sai toàn bộ", "Wrong")),
];

export const report: ActRule = {
  id: "report",
  name: t("Báo cáo kết quả xác minh", "Report the result of verification"),
  todo: t("Xác minh và báo cáo kết quả", "Verify and report"),
  rule: "KN-27V-1",
  ...text("Khoản 4 Điều 29 Luật Khiếu nại"),
  from: ["VERIFYING"],
  to: "VERIFIED",
  actors: verifier,
  guards: [],
  fields: [
    choice("conclusion", t("Kết luận nội dung khiếu nại", "Conclusion"), conclusions),
    yesNo(
      "requestDiffers",
      t("Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau", "The request and the result still differ"),
      {
        help: t(
          "Nếu còn khác nhau thì phải đối thoại trước khi ra quyết định (khoản 1 Điều 30 Luật Khiếu nại).",
          "If they differ, a dialogue must be held before the decision (Article 30.1).",
        ),
      },
    ),
    words("findings", t("Kết quả xác minh đối với từng nội dung", "Result for each content")),
    words("recommendation", t("Kiến nghị", "Recommendation")),
  ],
  documents: ["kn-13"],
  clocks: [],
  sets: { verificationConclusion: "$conclusion", requestDiffers: "$requestDiffers" },
};

const d35 = text("Điều 35 Luật Khiếu nại");

export const suspendExecution: ActRule = {
  id: "suspend-execution",
  name: t(
    "Tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại",
    "Suspend execution of the contested decision",
  ),
  rule: "KN-35-1",
  ...d35,
  from: inHand,
  to: "same",
  actors: head,
  guards: [
    guard("execution-not-suspended", d35, t("Việc thi hành đã được tạm đình chỉ.", "Execution is already suspended."), [
      "lift-suspension-of-execution",
    ]),
    guard(
      "within-remaining-limit",
      d35,
      t(
        "Thời hạn tạm đình chỉ không được vượt quá thời gian còn lại của thời hạn giải quyết.",
        "The suspension cannot outlast what is left of the settlement limit.",
      ),
    ),
  ],
  fields: [
    line("contested", t("Quyết định hành chính bị tạm đình chỉ thi hành", "Decision whose execution is suspended")),
    date("until", t("Tạm đình chỉ đến ngày", "Suspended until")),
    words("reason", t("Hậu quả khó khắc phục nếu tiếp tục thi hành", "Harm hard to repair if executed")),
  ],
  documents: ["kn-11"],
  bindingDocument: "kn-11",
  clocks: [],
  sets: { executionSuspended: true, executionSuspendedUntil: "$until" },
  leavesTheBuilding: true,
};

export const liftSuspensionOfExecution: ActRule = {
  id: "lift-suspension-of-execution",
  name: t("Hủy bỏ quyết định tạm đình chỉ việc thi hành", "Lift the suspension of execution"),
  rule: "KN-35-1",
  ...d35,
  from: [...inHand, "SUSPENDED", "DECIDED", "SENT", "PUBLISHED"],
  to: "same",
  actors: head,
  guards: [
    guard(
      "execution-suspended",
      d35,
      t("Không có quyết định tạm đình chỉ thi hành nào đang có hiệu lực.", "No suspension of execution is in force."),
    ),
  ],
  fields: [words("reason", t("Lý do tạm đình chỉ không còn", "Why the reason has ended"))],
  documents: ["kn-12"],
  bindingDocument: "kn-12",
  clocks: [],
  sets: { executionSuspended: false },
  leavesTheBuilding: true,
};

/** Old law: the notice of dialogue has no number of days. */
export const inviteDialogue: ActRule = {
  id: "invite-dialogue",
  name: t("Mời đối thoại", "Call a dialogue"),
  rule: "KN-30-2",
  ...text("Khoản 1, khoản 2 Điều 30 Luật Khiếu nại"),
  from: ["VERIFIED", "DIALOGUE_SET"],
  to: "DIALOGUE_SET",
  actors: head,
  guards: [
    guard(
      "request-differs",
      text("Khoản 1 Điều 30 Luật Khiếu nại"),
      t(
        "Yêu cầu và kết quả xác minh không khác nhau: không phải tổ chức đối thoại, có thể ra quyết định.",
        "Request and result do not differ: no dialogue is needed; the decision can be made.",
      ),
      ["decide"],
    ),
    guard(
      "dialogue-after-notice",
      text("Khoản 2 Điều 30 Luật Khiếu nại"),
      t("Ngày đối thoại phải sau ngày gửi thông báo.", "The dialogue must be after the day of the notice."),
    ),
  ],
  fields: [
    date("dialogueOn", t("Ngày đối thoại", "Day of the dialogue")),
    line("time", t("Giờ", "Time")),
    line("place", t("Địa điểm", "Place")),
    words("content", t("Nội dung đối thoại", "Subject of the dialogue")),
    words("invitees", t("Thành phần được mời", "Who is invited"), {
      help: t(
        "Người khiếu nại, người đại diện, người bị khiếu nại, người có quyền, nghĩa vụ liên quan, cơ quan, tổ chức có liên quan.",
        "Complainant, representative, respondent, related persons and agencies.",
      ),
    }),
  ],
  documents: ["dialogue-notice"],
  bindingDocument: "dialogue-notice",
  clocks: [],
  sets: { dialogueOn: "$dialogueOn" },
  leavesTheBuilding: true,
};

export const attendance = choice("attendance", t("Sự có mặt của người khiếu nại", "Attendance of the complainant"), [
  option("attended", t("Có mặt", "Present")),
  option("absent-without-reason", t("Vắng mặt không có lý do chính đáng", "Absent without good reason")),
  option("absent-with-reason", t("Vắng mặt có lý do chính đáng", "Absent with good reason")),
]);

export const holdDialogue: ActRule = {
  id: "hold-dialogue",
  name: t("Lập biên bản đối thoại", "Record the dialogue"),
  rule: "KN-30-4",
  ...text("Khoản 3, khoản 4 Điều 30 Luật Khiếu nại"),
  from: ["DIALOGUE_SET"],
  to: "DIALOGUED",
  actors: head,
  guards: [
    guard(
      "dialogue-day-reached",
      text("Khoản 2 Điều 30 Luật Khiếu nại"),
      t("Chưa đến ngày đối thoại đã thông báo.", "The announced day of the dialogue has not come."),
      ["invite-dialogue"],
    ),
    guard(
      "no-good-reason-for-absence",
      inference("Điều 30 Luật Khiếu nại"),
      t(
        "Người khiếu nại vắng mặt có lý do chính đáng: hoãn và mời đối thoại lại.",
        "The complainant is absent for good reason: postpone and call the dialogue again.",
      ),
      ["postpone-dialogue"],
    ),
  ],
  fields: [
    attendance,
    words("absenceReason", t("Lý do vắng mặt", "Reason of absence"), {
      required: "absent-with-reason",
      shownWhen: "absent",
    }),
    words("agreed", t("Nội dung đã thống nhất", "What was agreed"), { required: "attended", shownWhen: "attended" }),
    words("disputed", t("Vấn đề còn ý kiến khác nhau", "What is still disputed"), { required: false }),
  ],
  documents: ["kn-14"],
  clocks: [],
  sets: { dialogueAttendance: "$attendance" },
};

export const postponeDialogue: ActRule = {
  id: "postpone-dialogue",
  name: t("Hoãn đối thoại vì vắng mặt có lý do chính đáng", "Postpone the dialogue: absence for good reason"),
  rule: "KN-30-5",
  ...inference("Điều 30 Luật Khiếu nại"),
  from: ["DIALOGUE_SET"],
  to: "VERIFIED",
  actors: head,
  guards: [],
  fields: [words("absenceReason", t("Lý do vắng mặt và tài liệu chứng minh", "Reason of absence and its proof"))],
  documents: ["kn-14"],
  clocks: [],
  sets: {},
};
