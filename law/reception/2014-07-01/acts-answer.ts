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
  from: ["CONCLUDED"],
  to: "same",
  actors: office,
  guards: [],
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
        "Với kiến nghị, phản ánh chỉ trả lời là đã tiếp nhận hoặc đã chuyển.",
        "A reflection is answered only as accepted or transferred.",
      ),
    ),
  ],
  fields: [
    choice("result", t("Nội dung trả lời", "Answer"), [
      option("accepted", t("Đã được tiếp nhận, thụ lý để giải quyết", "Accepted"), law("Điểm a khoản 1 Điều 28")),
      option("more-time", t("Cần kéo dài thời gian nghiên cứu", "More time is needed"), law("Điểm b khoản 1 Điều 28")),
      option("refused", t("Từ chối thụ lý", "Refused"), law("Điểm c khoản 1 Điều 28")),
      option("transferred", t("Đã chuyển đến cơ quan có thẩm quyền", "Transferred"), law("Điểm d khoản 1 Điều 28")),
    ]),
    words("explanation", t("Giải thích", "Explanation"), { required: false }),
  ],
  documents: [],
  clocks: [{ do: "meet", clock: "answer" }],
  sets: { answer: "$result" },
  leavesTheBuilding: true,
};

const notOwed = guard(
  "result-is-owed",
  law("Khoản 2 Điều 27, khoản 2 Điều 28"),
  t(
    "Việc theo dõi, thông báo kết quả chỉ áp dụng với khiếu nại, tố cáo; kiến nghị, phản ánh thì trả lời là đã chuyển.",
    "The result is followed and told only for complaints and denunciations; a reflection is answered as transferred.",
  ),
  ["answer"],
);

export const answerAndFollow: ActRule = {
  id: "answer-and-follow",
  name: t("Trả lời đã chuyển và theo dõi kết quả", "Answer that it was forwarded, and follow the result"),
  rule: "TCD-28-1",
  ...law("Điểm d khoản 1 Điều 28"),
  from: ["RECORDED", "CONCLUDED"],
  to: "FOLLOWING",
  actors: office,
  guards: [notOwed],
  fields: [
    line("sentTo", t("Cơ quan đã chuyển đến", "Sent to")),
    yesNo("resultAsked", t("Công dân yêu cầu được thông báo kết quả", "The citizen asked to be told the result")),
  ],
  documents: [],
  clocks: [{ do: "meet", clock: "answer" }],
  sets: { answer: "transferred", resultAsked: "$resultAsked" },
  leavesTheBuilding: true,
};

export const recordResult: ActRule = {
  id: "record-result",
  name: t("Ghi nhận thông báo kết quả giải quyết", "Record the result reported to us"),
  rule: "TCD-27-1",
  ...law("Khoản 2 Điều 27"),
  from: ["FOLLOWING"],
  to: "RESULT_KNOWN",
  actors: office,
  guards: [
    guard(
      "result-day-not-in-future",
      inference("Khoản 2 Điều 28 Luật Tiếp công dân"),
      t("Ngày nhận kết quả không được sau ngày ghi nhận.", "The result cannot have arrived after this entry."),
    ),
  ],
  fields: [
    date("resultOn", t("Ngày nhận được thông báo kết quả", "Result received on")),
    words("result", t("Kết quả giải quyết", "The result")),
  ],
  documents: [],
  clocks: [
    {
      do: "start",
      clock: "citizen-result",
      rules: [{ rule: "TCD-28-2", when: "result-asked-for" }],
      from: "resultOn",
    },
  ],
  sets: {},
};

export const tellResult: ActRule = {
  id: "tell-result",
  name: t("Thông báo kết quả giải quyết cho công dân", "Tell the citizen the result"),
  todo: t("Thông báo kết quả giải quyết cho công dân", "Tell the citizen the result"),
  rule: "TCD-28-2",
  ...law("Khoản 2 Điều 28"),
  from: ["RESULT_KNOWN"],
  to: "NOTIFIED",
  actors: office,
  guards: [],
  fields: [words("told", t("Nội dung thông báo", "What was told"))],
  documents: [],
  clocks: [{ do: "meet", clock: "citizen-result" }],
  sets: {},
  leavesTheBuilding: true,
};

export const closeUnasked: ActRule = {
  id: "close-unasked",
  name: t("Kết thúc theo dõi, công dân không yêu cầu thông báo", "End the following; the citizen did not ask"),
  rule: "TCD-28-2",
  ...inference("Khoản 2 Điều 28 Luật Tiếp công dân"),
  from: ["RESULT_KNOWN"],
  to: "NOTIFIED",
  actors: office,
  guards: [
    guard(
      "result-not-asked-for",
      law("Khoản 2 Điều 28"),
      t(
        "Công dân đã yêu cầu được thông báo kết quả nên phải thông báo trong 05 ngày làm việc.",
        "The citizen asked to be told the result, so it is told within 5 working days.",
      ),
      ["tell-result"],
    ),
  ],
  fields: [],
  documents: [],
  clocks: [],
  sets: {},
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
      option("other", t("Thông tin khác", "Something else")),
    ]),
    line("oldValue", t("Thông tin đã ghi", "Entry so far")),
    date("newDate", t("Ngày đúng", "Right date"), { required: "corrects-taken-in", shownWhen: "corrects-taken-in" }),
    words("newValue", t("Thông tin đúng", "Right entry"), { required: "corrects-words", shownWhen: "corrects-words" }),
    words("reason", t("Lý do đính chính", "Reason")),
  ],
  documents: [],
  clocks: [{ do: "restart", clock: "answer", from: "newDate", when: "corrects-taken-in" }],
  sets: {},
};
