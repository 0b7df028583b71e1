import type { ActRule, DeadlineRule } from "../../src/rules/pack.ts";
import { guard, t, text } from "../wording.ts";
import { inviteDialogue } from "./2012-07-01/acts-verification.ts";
import { suspensionActs } from "./2026-07-01/acts-suspension.ts";
import { noticeRules, suspensionRules } from "./2026-07-01/rules.ts";

const transition = text("Khoản 1 Điều 22 Nghị định 155/2026/NĐ-CP");

const notYet = t(
  "Luật Khiếu nại áp dụng cho vụ việc này chỉ cho phép từ ngày 01/7/2026 (rút một phần, tạm đình chỉ, đình chỉ theo Nghị định 155/2026/NĐ-CP).",
  "For this case the law allows it only from 1 July 2026 (partial withdrawal, suspension, termination under Decree 155/2026).",
);

/** VER-2: matters of the earlier law that are not decided follow the new rules on withdrawal, suspension and dialogue from 1 July 2026. */
export const transitionActs: readonly ActRule[] = [
  ...suspensionActs.map((act) => ({ ...act, guards: [guard("new-rules-apply", transition, notYet), ...act.guards] })),
  {
    ...inviteDialogue,
    guards: [
      ...inviteDialogue.guards,
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

export const transitionRules: readonly DeadlineRule[] = [...suspensionRules, ...noticeRules];
