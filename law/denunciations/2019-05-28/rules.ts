import type { DeadlineRule } from "../../../src/rules/pack.ts";
import { inference, t, text } from "../../wording.ts";
import { limit, overdue, rules, settlement } from "../2019-01-01/rules.ts";

const decree = "Nghị định 31/2019/NĐ-CP";

/** Mẫu số 01, note (9), says from which day an extension runs: "kể từ ngày hết hạn giải quyết tố cáo theo quyết định thụ lý". */
const withForm: Readonly<Record<string, string>> = {
  "TC-30-2": `Khoản 2 Điều 30 Luật Tố cáo; Điều 3 và Mẫu số 01 ${decree}`,
  "TC-30-3": `Khoản 3 Điều 30 Luật Tố cáo; Điều 3 và Mẫu số 01 ${decree}`,
};
/** The form speaks of the end of the first limit; that a second extension follows the first is derived (TIME-13). */
const derived = new Set(["TC-30-3"]);

export const decreeRules: readonly DeadlineRule[] = [
  ...rules.flatMap((rule) => {
    const article = withForm[rule.id];
    if (!article) return [];
    return [{ ...rule, ...(derived.has(rule.id) ? inference(article) : text(article)) }];
  }),
  {
    ...limit(text(`Khoản 2 Điều 6 ${decree}`), {
      id: "TC-6-1",
      amount: 15,
      unit: "day",
      startEvent: t("Ngày bắt đầu niêm yết, đăng tải", "First day of posting"),
      name: t(
        "Niêm yết, đăng tải ít nhất 15 ngày liên tục",
        "Keep it posted or online at least 15 days without a break",
      ),
    }),
    kind: "minimum",
    rollsOver: false,
  },
  settlement(
    text(`Khoản 3 Điều 5 ${decree}; Điều 30 Luật Tố cáo`),
    {
      id: "TC-5-3",
      amount: 30,
      unit: "day",
      startEvent: t("Ngày cấp trên ra quyết định thụ lý tố cáo", "Day of the superior's own decision of acceptance"),
      name: t("Cấp trên trực tiếp giải quyết vụ việc của cấp dưới", "The superior settles the case of the body below"),
      consequence: overdue,
    },
    2,
  ),
];
