import type { ActRule, Cited, ProcedureRule } from "../../../src/rules/pack.ts";
import { choice, guard, inference, line, option, t, text, words } from "../../wording.ts";
import { refuse } from "../2012-07-01/acts-acceptance.ts";
import { complexityCriteria } from "../2012-07-01/acts-complexity.ts";
import { inviteDialogue } from "../2012-07-01/acts-dialogue.ts";
import { type Course, courseOf } from "../2012-07-01/courses.ts";
import { authorisation } from "../2012-07-01/openings.ts";
import { head } from "../2012-07-01/states.ts";
import { chairing, reviewing, withAuthorisation } from "../2020-12-10/acts.ts";
import { endForRevocation } from "../acts-revoked.ts";
import { actsOf } from "../changing.ts";
import { suspensionActs, withdrawAll } from "./acts-suspension.ts";

const amended = "Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)";
const d3a = text(`Điều 3a ${amended}`);
const d28 = (clause: number) => text(`Khoản ${clause} Điều 28 ${amended}`);
const d5 = text(`Khoản 3 Điều 5 ${amended}`);

export const authorisation2026 = authorisation(d5, [
  option("certified", t("Cá nhân ủy quyền, đã chứng thực", "Of an individual, certified"), d5),
  option("notarised", t("Cá nhân ủy quyền, đã công chứng", "Of an individual, notarised"), d5),
  option(
    "organisation",
    t(
      "Tổ chức ủy quyền, người có thẩm quyền ký và đóng dấu (nếu có)",
      "Of an organisation, signed by who is competent, with its seal if any",
    ),
    d5,
  ),
]);

const articles: Readonly<Record<Course["id"], { readonly accept: string; readonly refuse: string }>> = {
  "complaint-first": {
    accept: `Điều 27 Luật Khiếu nại (Luật 136/2025/QH15); Điều 16 ${amended}`,
    refuse: "Điều 11, Điều 27 Luật Khiếu nại (Luật 136/2025/QH15)",
  },
  "complaint-second": {
    accept: `Khoản 1 Điều 36 Luật Khiếu nại (Luật 136/2025/QH15); Điều 16 ${amended}`,
    refuse: "Điều 11, khoản 1 Điều 36 Luật Khiếu nại (Luật 136/2025/QH15)",
  },
  "complaint-disciplinary": {
    accept: `Điều 50 Luật Khiếu nại (Luật 136/2025/QH15); Điều 16 ${amended}`,
    refuse: "Điều 11, Điều 50 Luật Khiếu nại (Luật 136/2025/QH15)",
  },
  "complaint-disciplinary-second": {
    accept: `Điều 50 Luật Khiếu nại (Luật 136/2025/QH15); Điều 16 ${amended}`,
    refuse: "Điều 11, Điều 50 Luật Khiếu nại (Luật 136/2025/QH15)",
  },
};

/** Khoản 3 Điều 10 bars what was withdrawn; that this is told in a notice of refusal is our reading. */
const withdrawnBefore = option(
  "withdrawn",
  t(
    "Nội dung đã rút trước đó, không có căn cứ xác định việc rút do bị ép buộc, đe dọa",
    "Content withdrawn before, with no ground to say that the withdrawal was forced",
  ),
  inference("Khoản 3 Điều 10 Luật Khiếu nại (Luật 136/2025/QH15)", "GAP-4"),
);

function refusing(course: Course): ActRule {
  const act = refuse(course, "mang tính nội bộ của", articles[course.id].refuse);
  return {
    ...act,
    fields: act.fields.map((field) =>
      field.id === "ground" ? { ...field, options: [...(field.options ?? []), withdrawnBefore] } : field,
    ),
  };
}

const sentOn = choice("how", t("Cách xử lý", "How"), [
  option("guided", t("Hướng dẫn đến nơi có thẩm quyền", "Guided to who is competent")),
  option("transferred", t("Chuyển đơn đến nơi có thẩm quyền", "Passed to who is competent")),
]);

/** Điểm b khoản 1 Điều 26 as amended: guide, or pass the petition on. */
function guiding(act: ActRule): ActRule {
  return {
    ...act,
    name: t("Hướng dẫn hoặc chuyển đơn đến nơi có thẩm quyền", "Guide or transfer to the competent authority"),
    ...text("Điểm b khoản 1 Điều 26 Luật Tiếp công dân (Luật 136/2025/QH15)"),
    fields: [sentOn, ...act.fields],
  };
}

/** VER-6: the reading that only chứng thực remains is ours. */
const notarisedInTime = guard(
  "notarised-before-2027",
  inference("Khoản 2 Điều 21 Nghị định 155/2026/NĐ-CP"),
  t(
    "Từ ngày 01/01/2027 văn bản ủy quyền khiếu nại của cá nhân phải được chứng thực; quy định về công chứng đã hết hiệu lực.",
    "From 1 January 2027 the authorisation of an individual has to be certified; notarisation no longer counts.",
  ),
  ["refuse", "correct"],
);

function accepting(accept: ActRule, course: Course): ActRule {
  const cited = accept.guards.map((each) => {
    if (each.condition !== "authorisation-in-form") return each;
    return {
      ...each,
      ...d5,
      refusal: t(
        "Chưa thể thụ lý: văn bản ủy quyền của cá nhân phải được công chứng hoặc chứng thực, của tổ chức phải do người có thẩm quyền ký và đóng dấu (nếu có).",
        "Cannot accept yet: an individual's authorisation has to be notarised or certified, an organisation's signed and sealed.",
      ),
    };
  });
  return {
    ...accept,
    ...text(articles[course.id].accept),
    guards: [...cited.slice(0, -1), notarisedInTime, ...cited.slice(-1)],
  };
}

function dialogue(procedure: ProcedureRule, course: Course): readonly ActRule[] {
  const act = actsOf(procedure);
  const invite = inviteDialogue(course);
  const hold = act("hold-dialogue");
  const held: ActRule = {
    ...hold,
    ...d28(4),
    guards: hold.guards.map((each) =>
      each.condition === "no-good-reason-for-absence"
        ? { ...each, article: "Khoản 6 Điều 30 Luật Khiếu nại (Luật 136/2025/QH15)" }
        : each,
    ),
  };
  return [
    {
      ...invite,
      ...(course.id === "complaint-first" ? d28(1) : text(`${course.dialogue.duty.article}; ${d28(1).article}`)),
      guards: [
        ...invite.guards,
        guard(
          "dialogue-notice-in-time",
          d28(1),
          t(
            "Thông báo đối thoại phải gửi trước ngày đối thoại ít nhất 05 ngày; hãy chọn ngày đối thoại muộn hơn.",
            "The notice must be sent at least 5 days before the dialogue; choose a later day.",
          ),
        ),
      ],
    },
    course.id === "complaint-second" ? chairing(held, d28(2)) : held,
    { ...act("postpone-dialogue"), article: d28(5).article },
  ];
}

/** Điểm đ khoản 1 Điều 15 as amended: a competent agency or person may be asked, too. */
const consultSpecialist: ActRule = {
  id: "consult-specialist",
  name: t("Tham khảo ý kiến cơ quan, cá nhân có chuyên môn", "Consult a competent agency or person"),
  rule: "KN-36-2",
  ...text("Điểm đ khoản 1 Điều 15 Luật Khiếu nại (Luật 136/2025/QH15)"),
  from: ["ACCEPTED", "VERIFYING", "VERIFIED", "DIALOGUE_SET", "DIALOGUED"],
  to: "same",
  actors: head,
  guards: [],
  fields: [
    line("addressee", t("Cơ quan, tổ chức, cá nhân được hỏi ý kiến", "Who is consulted")),
    words("question", t("Nội dung cần tham khảo ý kiến", "What is asked")),
  ],
  documents: [],
  clocks: [],
  sets: { adviceAsked: true },
};

function review(procedure: ProcedureRule): readonly ActRule[] {
  const act = actsOf(procedure);
  const d38 = `Điều 38 ${amended}`;
  return [
    reviewing(act("open-review"), text(d38)),
    { ...act("review-uphold"), ...inference(d38) },
    { ...act("review-resettle"), ...inference(d38) },
  ];
}

const revoked: Cited = inference("Điểm c khoản 2 Điều 11a Luật Khiếu nại (Luật 136/2025/QH15)");

/** What Law 136/2025 and Decree 155/2026 change of one procedure. */
export function changedActs(procedure: ProcedureRule): readonly ActRule[] {
  const act = actsOf(procedure);
  const course = courseOf(procedure.id);
  const certify = act("certify-complexity");
  return [
    accepting(act("accept"), course),
    refusing(course),
    guiding(act("guide-elsewhere")),
    {
      ...certify,
      rule: "KN-3a-2",
      ...d3a,
      gap: "GAP-3",
      fields: [complexityCriteria, ...certify.fields.filter((field) => field.id !== complexityCriteria.id)],
    },
    ...dialogue(procedure, course),
    ...suspensionActs(course),
    withdrawAll(course),
    withAuthorisation(act("correct"), authorisation2026),
    ...review(procedure),
    ...(course.id === "complaint-second" ? [endForRevocation(revoked), consultSpecialist] : []),
  ];
}
