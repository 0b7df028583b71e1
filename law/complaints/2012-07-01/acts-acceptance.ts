import type { ActRule, FieldRule, Guard } from "../../../src/rules/pack.ts";
import { choice, guard, inference, line, officer, t, text, words, yesNo } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { groundOne, grounds } from "./grounds.ts";
import { head } from "./states.ts";

const d8 = text("Điểm b khoản 4 Điều 8 Luật Khiếu nại");
const d29 = text("Điều 29 Luật Tiếp công dân");
const d33 = text("Khoản 1 Điều 33, khoản 6 Điều 11 Luật Khiếu nại");
const d48 = text("Điều 48, khoản 6 Điều 11 Luật Khiếu nại");

/** The time within which this complaint had to be made; the first administrative one (90 days) is judged by the officer. */
function windowGuards(course: Course): readonly Guard[] {
  if (course.id === "complaint-first") return [];
  const late = guard(
    course.disciplinary ? "within-disciplinary-window" : "within-second-window",
    course.disciplinary ? d48 : { ...d33, gap: "GAP-5" },
    t(
      "Đã hết thời hiệu, thời hạn khiếu nại: chỉ thụ lý khi có lý do chính đáng, nếu không thì thông báo không thụ lý (căn cứ 6).",
      "The time for complaining has passed: accept only for good reason, otherwise refuse on ground 6.",
    ),
    ["refuse", "correct"],
  );
  if (course.instance === "first") return [late];
  return [
    guard(
      "first-limit-has-passed",
      course.disciplinary ? inference("Điều 51 Luật Khiếu nại") : text("Khoản 1 Điều 33 Luật Khiếu nại"),
      t(
        "Chưa thể thụ lý lần hai: khi nhận đơn, thời hạn giải quyết lần đầu chưa hết.",
        "No second complaint yet: the limit of the first settlement had not ended when the petition came.",
      ),
      ["refuse", "correct"],
    ),
    late,
  ];
}

function lateField(course: Course): readonly FieldRule[] {
  if (course.id === "complaint-first") return [];
  const outside = course.disciplinary ? "outside-disciplinary-window" : "outside-second-window";
  return [
    yesNo(
      "lateForGoodReason",
      t(
        "Nộp đơn muộn vì ốm đau, thiên tai, địch họa, đi công tác, học tập ở nơi xa hoặc trở ngại khách quan khác",
        "Late because of illness, disaster, war, travel, study far away or another obstacle",
      ),
      { required: outside, shownWhen: outside },
    ),
  ];
}

export const accept = (course: Course): ActRule => ({
  id: "accept",
  name: t("Thụ lý khiếu nại", "Accept the complaint"),
  todo: t("Thụ lý hoặc thông báo không thụ lý", "Accept the complaint or refuse it"),
  rule: course.acceptance.rule,
  ...course.acceptance.accept,
  from: ["KN_SCREEN"],
  to: "ACCEPTED",
  actors: head,
  guards: [
    guard(
      "signatures-complete",
      d8,
      t(
        "Chưa thể thụ lý: đơn của nhiều người phải có đầy đủ chữ ký hoặc điểm chỉ của những người khiếu nại.",
        "Cannot accept yet: a complaint of several people needs the signature or fingerprint of each.",
      ),
      ["refuse", "correct"],
    ),
    guard(
      "representative-paper",
      d8,
      t(
        "Chưa thể thụ lý: thiếu văn bản cử người đại diện của những người cùng khiếu nại.",
        "Cannot accept yet: the document appointing the representative is missing.",
      ),
      ["refuse", "correct"],
    ),
    guard(
      "representatives-within-law",
      d29,
      t(
        "Chưa thể thụ lý: từ 05 đến 10 người chỉ được cử 01 hoặc 02 người đại diện; trên 10 người được cử không quá 05 người.",
        "Cannot accept yet: 5 to 10 people appoint one or two representatives, more than 10 at most five.",
      ),
      ["refuse", "correct"],
    ),
    guard(
      "small-group-one-representative",
      inference("Khoản 4 Điều 8 Luật Khiếu nại", "GAP-10"),
      t(
        "Chưa thể thụ lý: luật không quy định số người đại diện cho nhóm 02 đến 04 người; hệ thống áp dụng 01 người.",
        "Cannot accept yet: the law gives no number for groups of 2 to 4; one representative is taken.",
      ),
      ["refuse", "correct"],
    ),
    ...windowGuards(course),
    guard(
      "eligible",
      text("Điều 11, Điều 27 Luật Khiếu nại"),
      t(
        "Khiếu nại thuộc một trong các trường hợp của Điều 11 thì phải thông báo không thụ lý; không thuộc thẩm quyền thì hướng dẫn đến nơi có thẩm quyền.",
        "A complaint that falls under Article 11 has to be refused; one outside competence is guided to who is competent.",
      ),
      ["refuse", "guide-elsewhere"],
    ),
  ],
  fields: [
    yesNo(
      "eligible",
      t(
        "Đã kiểm tra: khiếu nại thuộc thẩm quyền và không thuộc trường hợp nào của Điều 11 Luật Khiếu nại",
        "Checked: within competence and under none of the cases of Article 11",
      ),
    ),
    ...lateField(course),
    words("content", t("Nội dung khiếu nại được thụ lý", "Content accepted"), {
      help: t("Ghi như sẽ in trong thông báo thụ lý.", "As it will stand in the notice of acceptance."),
    }),
    officer("assignedTo", t("Người được giao tham mưu giải quyết", "Officer assigned to the case"), {
      required: false,
    }),
  ],
  documents: ["kn-03"],
  bindingDocument: "kn-03",
  clocks: [
    { do: "meet", clock: "acceptance" },
    { do: "meet", clock: "answer" },
    { do: "start", clock: "settlement", rules: course.settlement },
  ],
  sets: { assignedTo: "$assignedTo" },
  leavesTheBuilding: true,
});

/** Want of competence is none of the nine grounds: Điều 27 speaks of complaints within competence only. */
export const guideElsewhere: ActRule = {
  id: "guide-elsewhere",
  name: t("Hướng dẫn đến nơi có thẩm quyền", "Guide to the competent authority"),
  rule: "KN-27-5",
  ...text("Điểm b khoản 1 Điều 26 Luật Tiếp công dân"),
  from: ["KN_SCREEN"],
  to: "GUIDED",
  actors: head,
  guards: [
    guard(
      "outside-competence-stated",
      text("Điều 27 Luật Khiếu nại"),
      t(
        "Khiếu nại thuộc thẩm quyền thì phải thụ lý hoặc thông báo không thụ lý.",
        "A complaint within competence is accepted or refused.",
      ),
      ["accept", "refuse"],
    ),
  ],
  fields: [
    yesNo("outsideCompetence", t("Khiếu nại không thuộc thẩm quyền giải quyết", "The complaint is outside competence")),
    line("competentBody", t("Cơ quan, người có thẩm quyền giải quyết", "Who is competent")),
    words("basis", t("Căn cứ, nội dung hướng dẫn", "Basis and guidance")),
  ],
  documents: [],
  clocks: [
    { do: "cancel", clock: "acceptance" },
    { do: "meet", clock: "answer" },
  ],
  sets: {},
  leavesTheBuilding: true,
};

/** `internal`: the words of Điều 11.1, which Law 136/2025 changed. */
export function refuse(course: Course, internal = "trong nội bộ", article = course.acceptance.refuse): ActRule {
  return {
    id: "refuse",
    name: t("Không thụ lý khiếu nại", "Refuse the complaint"),
    rule: "KN-11",
    ...text(article),
    from: ["KN_SCREEN"],
    to: "NOT_ACCEPTED",
    actors: head,
    guards: [],
    fields: [
      choice("ground", t("Căn cứ không thụ lý", "Ground of refusal"), grounds),
      choice("groundOne", t("Trường hợp cụ thể của khoản 1", "Which case of clause 1"), groundOne(internal), {
        required: "ground-one",
        shownWhen: "ground-one",
      }),
      words("reason", t("Lý do không thụ lý", "Reason"), {
        help: t(
          `Phải nêu rõ lý do trong thông báo (${course.acceptance.accept.article}).`,
          "The notice must state the reason.",
        ),
      }),
    ],
    documents: ["kn-04"],
    bindingDocument: "kn-04",
    clocks: [
      { do: "meet", clock: "acceptance" },
      { do: "meet", clock: "answer" },
    ],
    sets: { refusalGround: "$ground" },
    leavesTheBuilding: true,
  };
}
