import type { DeadlineRule } from "../../../src/rules/pack.ts";
import { inference, t, text } from "../../wording.ts";

const common = { direction: "forward", rollsOver: true, pausable: false, kind: "limit" } as const;

export const rules: readonly DeadlineRule[] = [
  {
    ...common,
    ...text("Khoản 1 Điều 28 Luật Tiếp công dân"),
    id: "KNPA-28-1",
    unit: "working-day",
    amount: 10,
    actor: "petition-officer",
    name: t(
      "Thông báo đã thụ lý hoặc đã chuyển kiến nghị, phản ánh",
      "Tell that the reflection was accepted or transferred",
    ),
    startEvent: t("Ngày tiếp nhận nội dung kiến nghị, phản ánh", "Day the reflection was received"),
  },
  // Không có thời hạn giải quyết trong luật (KNPA-28-1): a target of the office, so that nothing lies forgotten.
  {
    ...common,
    ...inference("Khoản 2 Điều 26, Điều 28 Luật Tiếp công dân (không quy định thời hạn giải quyết)"),
    id: "KNPA-noi-bo",
    unit: "day",
    amount: 30,
    actor: "settlement-officer",
    kind: "target",
    name: t(
      "Mục tiêu nội bộ 30 ngày để trả lời kiến nghị, phản ánh (không phải thời hạn luật định)",
      "Internal target of 30 days for the answer (not a limit of the law)",
    ),
    startEvent: t("Ngày phân công giải quyết", "Day it was assigned"),
    consequence: t(
      "Chỉ nhắc trong nội bộ; quá mục tiêu không phải là quá hạn theo luật.",
      "A reminder inside the office only; passing it breaks no law.",
    ),
  },
  {
    ...common,
    ...text("Điểm d khoản 1 Điều 9 Nghị định 20/2008/NĐ-CP"),
    id: "PAKN-9-1",
    unit: "working-day",
    amount: 5,
    actor: "petition-officer",
    name: t(
      "Chuyển phản ánh, kiến nghị về quy định hành chính không thuộc thẩm quyền",
      "Transfer a reflection on regulations outside competence",
    ),
    startEvent: t("Ngày tiếp nhận phản ánh, kiến nghị", "Day the reflection was received"),
  },
];
