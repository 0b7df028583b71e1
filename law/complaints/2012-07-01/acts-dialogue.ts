import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, line, option, t, text, words, yesNo } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { head } from "./states.ts";

const onlyWhereTheyDiffer = guard(
  "request-differs",
  text("Khoản 1 Điều 30 Luật Khiếu nại"),
  t(
    "Yêu cầu và kết quả xác minh không khác nhau: không phải tổ chức đối thoại, có thể ra quyết định.",
    "Request and result do not differ: no dialogue is needed; the decision can be made.",
  ),
  ["decide"],
);

/** Điều 53, Điều 55: the resolver chairs in person. */
const chairedByResolver = (course: Course) =>
  guard(
    "chaired-by-resolver",
    course.dialogue.duty,
    t(
      "Người có thẩm quyền giải quyết khiếu nại quyết định kỷ luật phải chủ trì đối thoại.",
      "The resolver of a disciplinary complaint has to chair the dialogue.",
    ),
    ["invite-dialogue"],
  );

/** Old law: the notice of dialogue has no number of days. */
export const inviteDialogue = (course: Course): ActRule => ({
  id: "invite-dialogue",
  name: t("Mời đối thoại", "Call a dialogue"),
  rule: course.dialogue.rule,
  ...course.dialogue.duty,
  from: course.dialogue.from,
  to: "DIALOGUE_SET",
  actors: head,
  guards: [
    ...(course.id === "complaint-first" ? [onlyWhereTheyDiffer] : []),
    guard(
      "dialogue-after-notice",
      course.dialogue.notice,
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
});

export const attendance = choice("attendance", t("Sự có mặt của người khiếu nại", "Attendance of the complainant"), [
  option("attended", t("Có mặt", "Present")),
  option("absent-without-reason", t("Vắng mặt không có lý do chính đáng", "Absent without good reason")),
  option("absent-with-reason", t("Vắng mặt có lý do chính đáng", "Absent with good reason")),
]);

export const holdDialogue = (course: Course): ActRule => ({
  id: "hold-dialogue",
  name: t("Lập biên bản đối thoại", "Record the dialogue"),
  rule: "KN-30-4",
  ...course.dialogue.record,
  from: ["DIALOGUE_SET"],
  to: "DIALOGUED",
  actors: head,
  guards: [
    guard(
      "dialogue-day-reached",
      course.dialogue.notice,
      t("Chưa đến ngày đối thoại đã thông báo.", "The announced day of the dialogue has not come."),
      ["invite-dialogue"],
    ),
    guard(
      "no-good-reason-for-absence",
      inference(course.dialogue.duty.article),
      t(
        "Người khiếu nại vắng mặt có lý do chính đáng: hoãn và mời đối thoại lại.",
        "The complainant is absent for good reason: postpone and call the dialogue again.",
      ),
      ["postpone-dialogue"],
    ),
    ...(course.disciplinary ? [chairedByResolver(course)] : []),
  ],
  fields: [
    ...(course.disciplinary
      ? [yesNo("chaired", t("Người giải quyết khiếu nại chủ trì đối thoại", "The resolver chaired the dialogue"))]
      : []),
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
});

export const postponeDialogue = (course: Course): ActRule => ({
  id: "postpone-dialogue",
  name: t("Hoãn đối thoại vì vắng mặt có lý do chính đáng", "Postpone the dialogue: absence for good reason"),
  rule: "KN-30-5",
  ...inference(course.dialogue.duty.article),
  from: ["DIALOGUE_SET"],
  to: course.dialogue.from[0] ?? "VERIFIED",
  actors: head,
  guards: [],
  fields: [words("absenceReason", t("Lý do vắng mặt và tài liệu chứng minh", "Reason of absence and its proof"))],
  documents: ["kn-14"],
  clocks: [],
  sets: {},
});
