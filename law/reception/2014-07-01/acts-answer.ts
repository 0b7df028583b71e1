import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, line, option, t, text, words, yesNo } from "../../wording.ts";
import { counter, head, office } from "./states.ts";

const law = (rest: string) => text(`${rest} Luật Tiếp công dân`);

export const classify: ActRule = {
  id: "classify",
  name: t("Phân loại nội dung", "Classify the content"),
  rule: "TCD-25-4",
  ...law("Khoản 3 Điều 25, Điều 26"),
  from: ["RECORDED", "CONCLUDED"],
  to: "same",
  actors: ["reception-officer", "petition-officer"],
  guards: [
    guard(
      "mixed-content-split",
      law("Khoản 3 Điều 25"),
      t(
        "Nhiều loại nội dung: phải hướng dẫn công dân viết thành đơn riêng trước.",
        "Several kinds of content: the citizen is first guided to write them apart.",
      ),
    ),
  ],
  fields: [
    choice("class", t("Loại nội dung", "Kind"), [
      option("complaint", t("Khiếu nại", "Complaint")),
      option("denunciation", t("Tố cáo", "Denunciation")),
      option("reflection", t("Kiến nghị, phản ánh", "Recommendation or reflection")),
    ]),
    yesNo("withinCompetence", t("Thuộc thẩm quyền của cơ quan", "Within the competence of the office")),
    yesNo("mixed", t("Có nhiều loại nội dung", "Several kinds of content")),
    yesNo("splitGuided", t("Đã hướng dẫn tách đơn", "Guided to split it"), {
      required: "mixed-content",
      shownWhen: "mixed-content",
    }),
  ],
  documents: [],
  clocks: [],
  sets: { class: "$class", withinCompetence: "$withinCompetence" },
};

export const conclude: ActRule = {
  id: "conclude",
  name: t("Kết luận việc tiếp công dân của người đứng đầu", "Conclude the head's reception"),
  rule: "TCD-25-5",
  ...law("Khoản 4 Điều 18"),
  from: ["RECORDED"],
  to: "CONCLUDED",
  actors: head,
  guards: [
    guard(
      "reply-date-not-past",
      inference("Khoản 4 Điều 18 Luật Tiếp công dân"),
      t("Thời hạn giải quyết không được trước ngày kết luận.", "The date for the units cannot lie before this entry."),
    ),
  ],
  fields: [
    words("direction", t("Ý kiến chỉ đạo", "What the head directed")),
    yesNo("denunciation", t("Nội dung là tố cáo", "It is a denunciation"), {
      help: t(
        "Có thì thông báo không nêu họ tên, địa chỉ và thông tin khác của người tố cáo (Điều 8, Điều 56 Luật Tố cáo).",
        "Then the notice names nothing of the denouncer (Articles 8 and 56 of the Law on Denunciations).",
      ),
    }),
    line("unit", t("Cơ quan, đơn vị chịu trách nhiệm", "Responsible unit")),
    date("doBy", t("Thời hạn giải quyết, trả lời", "To be done by")),
    line("contact", t("Người cần liên hệ để biết kết quả", "Whom the citizen can ask")),
  ],
  documents: ["tcd-conclusion"],
  clocks: [],
  sets: { conclusionDueOn: "$doBy" },
  leavesTheBuilding: true,
};

export const followConclusion: ActRule = {
  id: "follow-conclusion",
  name: t("Ghi kết quả thực hiện kết luận", "Note what came of the conclusion"),
  rule: "TCD-25-5",
  ...law("Khoản 4 Điều 18"),
  // The answer of Điều 28 is due in ten working days; what the units then do may take longer.
  from: ["CONCLUDED", "NOTIFIED", "FOLLOWING", "RESULT_KNOWN"],
  to: "same",
  actors: office,
  guards: [
    guard(
      "conclusion-given",
      law("Khoản 4 Điều 18"),
      t("Lượt tiếp này không có kết luận của người đứng đầu.", "The head gave no conclusion on this visit."),
      ["conclude"],
    ),
  ],
  fields: [
    words("progress", t("Kết quả thực hiện", "What was done")),
    yesNo("citizenTold", t("Đơn vị đã gửi kết quả cho công dân", "The unit has sent the result to the citizen")),
  ],
  documents: [],
  clocks: [],
  sets: { conclusionResultSent: "$citizenTold" },
};

export const answer: ActRule = {
  id: "answer",
  name: t("Trả lời công dân", "Answer the citizen"),
  todo: t("Trả lời công dân về kết quả tiếp nhận", "Answer the citizen"),
  rule: "TCD-28-1",
  ...law("Khoản 1 Điều 28"),
  from: ["RECORDED", "CONCLUDED"],
  to: "NOTIFIED",
  actors: office,
  guards: [
    guard(
      "answer-fits-class",
      law("Khoản 1 Điều 28"),
      t(
        "Với kiến nghị, phản ánh chỉ trả lời là đã được thụ lý để giải quyết hoặc đã chuyển.",
        "A reflection is answered only as accepted or transferred.",
      ),
    ),
  ],
  fields: [
    choice("result", t("Nội dung trả lời", "Answer"), [
      option("accepted", t("Đã được thụ lý để giải quyết", "Accepted for settlement"), law("Điểm a khoản 1 Điều 28")),
      option(
        "more-time",
        t(
          "Việc xem xét để thụ lý cần kéo dài do cần xác minh thêm (khiếu nại, tố cáo)",
          "More time is needed to verify before acceptance (complaint, denunciation)",
        ),
        law("Điểm b khoản 1 Điều 28"),
      ),
      option(
        "refused",
        t(
          "Từ chối thụ lý: không thuộc thẩm quyền hoặc không đủ điều kiện (khiếu nại, tố cáo)",
          "Not accepted: outside competence or not eligible (complaint, denunciation)",
        ),
        law("Điểm c khoản 1 Điều 28"),
      ),
      option("transferred", t("Đã chuyển đến cơ quan có thẩm quyền", "Transferred"), law("Điểm d khoản 1 Điều 28")),
    ]),
    words("explanation", t("Giải thích", "Explanation"), { required: false }),
  ],
  documents: [],
  clocks: [{ do: "meet", clock: "answer" }],
  sets: { answer: "$result" },
  leavesTheBuilding: true,
};

/** Settled 26: the wrong entry stays in the history; what follows from it is computed again. */
export const correct: ActRule = {
  id: "correct",
  name: t("Đính chính thông tin ghi sai", "Correct a wrong entry"),
  rule: "correction",
  ...inference("Khoản 2 Điều 25 Luật Tiếp công dân"),
  from: [
    "CHECKED_IN",
    "SCHEDULED",
    "NOT_ATTENDED",
    "GUIDED",
    "REFUSED_ORAL",
    "REFUSAL_DUE",
    "REFUSED_WRITTEN",
    "RECORDED",
    "CONCLUDED",
    "NOTIFIED",
    "FOLLOWING",
    "RESULT_KNOWN",
  ],
  to: "same",
  actors: [...counter, "petition-officer", "head"],
  guards: [
    guard(
      "corrected-date-not-in-future",
      inference("Khoản 2 Điều 25 Luật Tiếp công dân"),
      t("Ngày đúng không được sau ngày hôm nay.", "The right date cannot be after today."),
    ),
  ],
  fields: [
    choice("what", t("Thông tin ghi sai", "What was wrong"), [
      option("taken-in-on", t("Ngày tiếp nhận nội dung", "Day the content was taken in")),
      option("ground-on", t("Ngày có đủ căn cứ từ chối", "Day the ground of refusal was established")),
      option("result-on", t("Ngày nhận được thông báo kết quả", "Day the result was received")),
      option("other", t("Thông tin khác", "Something else")),
    ]),
    line("oldValue", t("Thông tin đã ghi", "Entry so far")),
    date("newDate", t("Ngày đúng", "Right date"), { required: "corrects-a-day", shownWhen: "corrects-a-day" }),
    words("newValue", t("Thông tin đúng", "Right entry"), { required: "corrects-words", shownWhen: "corrects-words" }),
    words("reason", t("Lý do đính chính", "Reason")),
  ],
  documents: [],
  clocks: [
    { do: "restart", clock: "answer", from: "newDate", when: "corrects-taken-in" },
    { do: "restart", clock: "citizen-result", from: "newDate", when: "corrects-result-day" },
  ],
  sets: {},
};
