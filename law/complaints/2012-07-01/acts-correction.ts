import type { ActRule, ClockEffect } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, line, option, t, words, yesNo } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { counter } from "./states.ts";

const firstSettlement = option(
  "first-settlement",
  t(
    "Ngày nhận quyết định lần đầu, ngày hết thời hạn giải quyết lần đầu",
    "Day of the first decision's receipt, or of the end of the first limit",
  ),
);

const firstSettlementFields = [
  date("newFirstDecisionReceivedOn", t("Ngày nhận quyết định lần đầu", "First decision received on"), {
    required: false,
    shownWhen: "corrects-first-settlement",
  }),
  date("newFirstLimitEndedOn", t("Ngày hết thời hạn giải quyết lần đầu", "First limit ended on"), {
    required: false,
    shownWhen: "corrects-first-settlement",
  }),
];

const discipline = option(
  "discipline",
  t(
    "Ngày nhận quyết định kỷ luật, hình thức buộc thôi việc",
    "Day of the discipline's receipt, or whether it is dismissal",
  ),
);

function disciplineFields(course: Course) {
  const extra = { required: false, shownWhen: "corrects-discipline" } as const;
  return [
    ...(course.instance === "first"
      ? [date("newDisciplineReceivedOn", t("Ngày nhận quyết định kỷ luật", "Disciplinary decision received on"), extra)]
      : []),
    yesNo("newDismissal", t("Hình thức kỷ luật là buộc thôi việc", "The discipline is dismissal"), extra),
  ];
}

/** The facts that the fields of a disciplinary complaint, or of a second one, put right. */
function correctedFacts(course: Course): Readonly<Record<string, string>> {
  return {
    ...(course.instance === "second"
      ? { firstDecisionReceivedOn: "$newFirstDecisionReceivedOn", firstLimitEndedOn: "$newFirstLimitEndedOn" }
      : {}),
    ...(course.disciplinary ? { dismissal: "$newDismissal" } : {}),
    ...(course.disciplinary && course.instance === "first" ? { disciplineReceivedOn: "$newDisciplineReceivedOn" } : {}),
  };
}

const appealWindow: ClockEffect = {
  do: "restart",
  clock: "second-complaint",
  from: "newDate",
  when: "corrects-receipt",
};

/** Settled 26: the wrong entry stays in the history; what follows from it is computed again. */
export const correct = (course: Course): ActRule => ({
  id: "correct",
  name: t("Đính chính thông tin ghi sai", "Correct a wrong entry"),
  rule: "correction",
  ...inference("Điều 34 Luật Khiếu nại"),
  from: [
    "KN_SCREEN",
    "NOT_ACCEPTED",
    "GUIDED",
    ...course.inHand,
    "SUSPENDED",
    "TERMINATED",
    "DECIDED",
    "SENT",
    "PUBLISHED",
    ...(course.instance === "first" ? ["APPEALED"] : []),
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
      ...(course.instance === "second" ? [firstSettlement] : []),
      ...(course.disciplinary ? [discipline] : []),
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
    ...(course.instance === "second" ? firstSettlementFields : []),
    ...(course.disciplinary ? disciplineFields(course) : []),
    words("newValue", t("Thông tin đúng", "Right entry"), { required: "corrects-words", shownWhen: "corrects-words" }),
    words("reason", t("Lý do đính chính", "Reason")),
  ],
  documents: [],
  clocks: [
    { do: "restart", clock: "acceptance", from: "newDate", when: "corrects-received" },
    { do: "restart", clock: "settlement", from: "newDate", when: "corrects-accepted" },
    { do: "restart", clock: "sending", from: "newDate", when: "corrects-decision" },
    { do: "restart", clock: "effect", from: "newDate", when: "corrects-decision" },
    ...(course.instance === "first" ? [appealWindow] : []),
    { do: "recompute" },
  ],
  sets: {
    remote: "$newRemote",
    peopleCount: "$newPeopleCount",
    signaturesComplete: "$newSignaturesComplete",
    representativePaper: "$newRepresentativePaper",
    representativesCount: "$newRepresentativesCount",
    ...correctedFacts(course),
  },
});
