import type { ActRule, DeadlineRule } from "../../src/rules/pack.ts";
import { civilDate } from "../../src/time/civil-date.ts";
import { guard, t, text } from "../wording.ts";
import { inviteDialogue } from "./2012-07-01/acts-dialogue.ts";
import { withdrawAll } from "./2012-07-01/acts-withdrawal.ts";
import type { Course } from "./2012-07-01/courses.ts";
import { suspensionActs, way } from "./2026-07-01/acts-suspension.ts";
import { noticeRules, suspensionRules } from "./2026-07-01/rules.ts";

const transition = text("Khoản 1 Điều 22 Nghị định 155/2026/NĐ-CP");

const notYet = t(
  "Luật Khiếu nại áp dụng cho vụ việc này chỉ cho phép từ ngày 01/7/2026 (rút một phần, tạm đình chỉ, đình chỉ theo Nghị định 155/2026/NĐ-CP).",
  "For this case the law allows it only from 1 July 2026 (partial withdrawal, suspension, termination under Decree 155/2026).",
);

/** The whole is withdrawn by a letter; from 1 July 2026 a record of the statement will do as well. */
function withdrawal(course: Course): ActRule {
  const earlier = withdrawAll(course);
  return {
    ...earlier,
    from: [...earlier.from, "SUSPENDED"],
    guards: [
      ...earlier.guards,
      guard(
        "by-letter-before-new-rules",
        transition,
        t(
          "Trước ngày 01/7/2026 chỉ được rút khiếu nại bằng đơn.",
          "Before 1 July 2026 a complaint is withdrawn by a letter only.",
        ),
      ),
    ],
    fields: [{ ...way, required: false }, ...earlier.fields],
    clocks: [
      ...earlier.clocks,
      { do: "start", clock: "suspension-sending", rules: [{ rule: "KN-28b-2", when: "new-rules-apply" }] },
    ],
  };
}

/** VER-2: matters of the earlier law that are not decided follow the new rules on withdrawal, suspension and dialogue from 1 July 2026. */
export function transitionActs(course: Course): readonly ActRule[] {
  const dialogue = inviteDialogue(course);
  return [
    ...suspensionActs(course).map((act) => ({
      ...act,
      guards: [guard("new-rules-apply", transition, notYet), ...act.guards],
    })),
    withdrawal(course),
    {
      ...dialogue,
      guards: [
        ...dialogue.guards,
        guard(
          "dialogue-notice-in-time-under-new-rules",
          transition,
          t(
            "Từ ngày 01/7/2026, thông báo đối thoại phải gửi trước ngày đối thoại ít nhất 05 ngày.",
            "From 1 July 2026 the notice must be sent at least 5 days before the dialogue.",
          ),
        ),
      ],
    },
  ];
}

/** Counted for matters under way from 1 July 2026; not in force while the earlier versions were. */
export const transitionRules: readonly DeadlineRule[] = [...suspensionRules, ...noticeRules].map((rule) => ({
  ...rule,
  inForceFrom: civilDate("2026-07-01"),
}));
