import type { Cited, FieldRule, OpeningRule } from "../../../src/rules/pack.ts";
import { choice, count, date, option, t, text, yesNo } from "../../wording.ts";
import type { Course } from "./courses.ts";

/** What the officer states of a petition when its matter is opened; they are facts of the conditions of acceptance. */
const group: readonly FieldRule[] = [
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

/** The day from which the second complaint is counted. */
const afterFirst: readonly FieldRule[] = [
  yesNo(
    "firstOverdue",
    t(
      "Khiếu nại lần đầu đã hết thời hạn mà không được giải quyết",
      "The first complaint ran out of time without a decision",
    ),
  ),
  date(
    "firstDecisionReceivedOn",
    t("Ngày người khiếu nại nhận được quyết định giải quyết lần đầu", "First decision received on"),
    { required: "first-decided", shownWhen: "first-decided" },
  ),
  date("firstLimitEndedOn", t("Ngày hết thời hạn giải quyết lần đầu", "Limit of the first settlement ended on"), {
    required: "first-overdue",
    shownWhen: "first-overdue",
  }),
];

const dismissal = yesNo("dismissal", t("Hình thức kỷ luật là buộc thôi việc", "The discipline is dismissal"));

const contested = date(
  "disciplineReceivedOn",
  t("Ngày nhận được quyết định kỷ luật", "Disciplinary decision received on"),
);

const todo = {
  "complaint-first": t("Lập hồ sơ khiếu nại lần đầu", "Open a first complaint"),
  "complaint-second": t("Lập hồ sơ khiếu nại lần hai", "Open a second complaint"),
  "complaint-disciplinary": t(
    "Lập hồ sơ khiếu nại quyết định kỷ luật lần đầu",
    "Open a first complaint against a disciplinary decision",
  ),
  "complaint-disciplinary-second": t(
    "Lập hồ sơ khiếu nại quyết định kỷ luật lần hai",
    "Open a second complaint against a disciplinary decision",
  ),
};

function openingFields(course: Course): readonly FieldRule[] {
  if (course.disciplinary) return course.instance === "first" ? [contested, dismissal] : [dismissal, ...afterFirst];
  return course.instance === "first" ? group : [...group, ...afterFirst];
}

export function opens(course: Course): OpeningRule {
  return {
    ...course.acceptance.accept,
    kinds: ["complaint"],
    role: "main",
    ...(course.id === "complaint-first" ? { usual: true } : {}),
    prefix: "KN",
    todo: todo[course.id],
    fields: openingFields(course),
  };
}

const d5 = text("Khoản 3 Điều 5 Nghị định 124/2020/NĐ-CP");

/** The form of an authorisation, as the text in force asks for it. */
export function authorisation(cited: Cited, forms: FieldRule["options"]): FieldRule {
  return choice(
    "authorisation",
    t("Văn bản ủy quyền khiếu nại", "Authorisation to complain"),
    [
      option("none", t("Không ủy quyền", "Nobody was authorised")),
      ...(forms ?? []),
      option(
        "no-form",
        t("Có ủy quyền nhưng chưa đúng hình thức", "Authorised, but not in the form of the law"),
        cited,
      ),
    ],
    { required: false },
  );
}

export const authorisation2020 = authorisation(d5, [
  option("certified", t("Đã công chứng hoặc chứng thực", "Notarised or certified"), d5),
]);
