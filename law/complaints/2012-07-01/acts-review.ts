import type { ActRule } from "../../../src/rules/pack.ts";
import { guard, inference, line, t, words } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { head } from "./states.ts";

const d26 = "Khoản 2 Điều 24, khoản 2 Điều 26 Luật Khiếu nại";

/** Until the decree of 2020: only the Prime Minister, on a proposal of the Government Inspectorate. */
export const openReview = (course: Course): ActRule => ({
  id: "open-review",
  name: t("Xem xét lại việc giải quyết có vi phạm pháp luật", "Review an unlawful settlement"),
  rule: "KN-38-1",
  ...inference(d26),
  from: ["SENT", "PUBLISHED", "ENFORCING", "NOT_EXECUTED", "ENFORCED", "CLOSED"],
  to: "UNDER_REVIEW",
  actors: head,
  guards: [
    guard(
      "in-legal-effect",
      inference(d26),
      t("Quyết định chưa có hiệu lực pháp luật.", "The decision is not in effect yet."),
      course.instance === "first" ? ["second-complaint"] : ["direct-enforcement"],
    ),
  ],
  fields: [
    line("orderedBy", t("Người có thẩm quyền yêu cầu kiểm tra", "Authority that ordered the check")),
    words("reason", t("Dấu hiệu vi phạm pháp luật", "Signs of unlawfulness")),
  ],
  documents: [],
  clocks: [],
  sets: {},
});

export const reviewUphold: ActRule = {
  id: "review-uphold",
  name: t("Kết thúc xem xét: giữ kết quả giải quyết", "End the review: the settlement stands"),
  todo: t("Chờ kết quả kiểm tra của cấp có thẩm quyền", "Await the result of the check"),
  rule: "KN-38-1",
  ...inference(d26),
  from: ["UNDER_REVIEW"],
  to: "previous",
  actors: head,
  guards: [],
  fields: [words("result", t("Kết quả kiểm tra", "Result of the check"))],
  documents: [],
  clocks: [],
  sets: {},
};

export const reviewResettle = (course: Course): ActRule => ({
  id: "review-resettle",
  name: t("Giải quyết lại theo chỉ đạo", "Settle again as directed"),
  rule: "KN-38-1",
  ...inference(d26),
  from: ["UNDER_REVIEW"],
  to: "VERIFYING",
  actors: head,
  guards: [],
  fields: [words("direction", t("Nội dung chỉ đạo giải quyết lại", "What was directed"))],
  documents: [],
  clocks: [
    { do: "start", clock: "settlement", rules: course.settlement },
    { do: "cancel", clock: "effect" },
    ...(course.instance === "first" ? [{ do: "cancel", clock: "second-complaint" } as const] : []),
  ],
  takesBackPublished: true,
  sets: { published: false, ...(course.disciplinary ? { announced: false } : {}) },
});
