import type { ActRule, ClockEffect, FieldRule } from "../../../src/rules/pack.ts";
import { choice, guard, option, t, text, words, yesNo } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { head } from "./states.ts";

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

/** Điểm h khoản 2 Điều 40: what is asked of whom follows from the conclusion. */
const measureFits = guard(
  "measure-fits-conclusion",
  text("Điểm h khoản 2 Điều 40 Luật Khiếu nại"),
  t(
    "Khiếu nại đúng hoặc đúng một phần thì yêu cầu sửa đổi, hủy bỏ hoặc chấm dứt; sai toàn bộ thì yêu cầu người khiếu nại thực hiện quyết định, hành vi bị khiếu nại.",
    "Right, or right in part: the decision is to be amended or cancelled, or the act ended; wrong: the complainant has to comply.",
  ),
);

/** Khoản 1 Điều 29: what is found right at once is not kept as it stands. */
function remedies(course: Course): FieldRule {
  const field = measures(course);
  return { ...field, options: (field.options ?? []).filter((each) => each.id !== "keep") };
}

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
    remedies(course),
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
  guards:
    course.id === "complaint-first" ? [dialogueWhereTheyDiffer] : course.id === "complaint-second" ? [measureFits] : [],
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
