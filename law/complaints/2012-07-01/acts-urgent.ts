import type { ActRule } from "../../../src/rules/pack.ts";
import { date, guard, line, t, text, words } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { head } from "./states.ts";

const d35 = text("Điều 35 Luật Khiếu nại");

export const suspendExecution = (course: Course): ActRule => ({
  id: "suspend-execution",
  name: t(
    "Tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại",
    "Suspend execution of the contested decision",
  ),
  rule: "KN-35-1",
  ...d35,
  from: course.inHand,
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
});

export const liftSuspensionOfExecution = (course: Course): ActRule => ({
  id: "lift-suspension-of-execution",
  name: t("Hủy bỏ quyết định tạm đình chỉ việc thi hành", "Lift the suspension of execution"),
  rule: "KN-35-1",
  ...d35,
  from: [...course.inHand, "SUSPENDED", "DECIDED", "SENT", "PUBLISHED"],
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
});
