import type { ActRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { guard, t, text } from "../../wording.ts";
import { accept, certifyComplexity, complexityCriteria, refusal } from "../2012-07-01/acts-acceptance.ts";
import { holdDialogue, inviteDialogue, postponeDialogue } from "../2012-07-01/acts-verification.ts";
import { documents } from "../2012-07-01/documents.ts";
import { gaps } from "../gaps.ts";
import { suspensionActs, withdrawAll } from "./acts-suspension.ts";
import { acceptanceRules, noticeRules, suspensionRules } from "./rules.ts";

const d3a = text("Điều 3a Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)");
const d28 = (clause: number) => text(`Khoản ${clause} Điều 28 Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)`);
const d30 = text("Khoản 6 Điều 30 Luật Khiếu nại (Luật 136/2025/QH15)");

const acts: readonly ActRule[] = [
  {
    ...accept,
    ...text("Điều 27 Luật Khiếu nại (Luật 136/2025/QH15); Điều 16 Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)"),
  },
  refusal("mang tính nội bộ của", "Điều 11, Điều 27 Luật Khiếu nại (Luật 136/2025/QH15)"),
  {
    ...certifyComplexity,
    rule: "KN-3a-2",
    ...d3a,
    gap: "GAP-3",
    fields: [complexityCriteria, ...certifyComplexity.fields],
  },
  {
    ...inviteDialogue,
    ...d28(1),
    guards: [
      ...inviteDialogue.guards,
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
  {
    ...holdDialogue,
    ...d28(4),
    guards: holdDialogue.guards.map((each) =>
      each.condition === "no-good-reason-for-absence" ? { ...each, article: d30.article } : each,
    ),
  },
  { ...postponeDialogue, article: d28(5).article },
  ...suspensionActs,
  withdrawAll,
];

const renewed = ["kn-03", "kn-04", "kn-14"];
const forms = documents.flatMap((each) => {
  const form =
    each.key === "kn-14a"
      ? "14a"
      : each.key === "kn-14b"
        ? "14b"
        : renewed.includes(each.key)
          ? each.key.slice(3)
          : undefined;
  return form ? [{ ...each, form, ...text(`Mẫu số ${form} ban hành kèm theo Nghị định 155/2026/NĐ-CP`) }] : [];
});

/** Luật 136/2025/QH15 and Nghị định 155/2026/NĐ-CP, in force from 1 July 2026. */
export const law136: Amendment = {
  id: "complaints/2026-07-01",
  validFrom: civilDate("2026-07-01"),
  alias: "V2",
  basis: [
    "Luật Khiếu nại 02/2011/QH13 được sửa đổi, bổ sung bởi Luật 136/2025/QH15",
    "Nghị định 124/2020/NĐ-CP được sửa đổi, bổ sung bởi Nghị định 155/2026/NĐ-CP",
  ],
  gaps,
  notEncoded: [
    "Khiếu nại lần hai (từ khi nhận đơn lần hai) và khiếu nại quyết định kỷ luật: mới có thời hạn, chưa có quy trình",
    "Bảng thẩm quyền giải quyết (Điều 17 đến Điều 26 Luật Khiếu nại)",
    "Ủy quyền khiếu nại, Mẫu số 01 và 02 (khoản 3 Điều 5 Nghị định 124/2020/NĐ-CP); công chứng hết áp dụng từ 01/01/2027",
    "Xử lý kỷ luật người vi phạm (Điều 39 đến Điều 42 Nghị định 124/2020/NĐ-CP)",
  ],
  rules: [...acceptanceRules, ...suspensionRules, ...noticeRules],
  procedures: [
    {
      id: "complaint-first",
      acts,
      documents: forms,
    },
  ],
};
