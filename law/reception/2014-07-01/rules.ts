import type { Cited, DeadlineRule } from "../../../src/rules/pack.ts";
import { t, text } from "../../wording.ts";

const common = {
  actor: "reception-officer",
  direction: "forward",
  unit: "working-day",
  rollsOver: true,
  pausable: false,
  kind: "limit",
} as const;

type Given = Pick<DeadlineRule, "id" | "amount" | "name" | "startEvent"> &
  Partial<Pick<DeadlineRule, "actor" | "unit" | "consequence">>;

/** The last day on which to act. */
export function limit(cited: Cited, rule: Given): DeadlineRule {
  return { ...common, ...cited, ...rule };
}

/** TIME-10: the last day on which to give notice; counted backwards without the day itself, no roll-over. */
export function notice(cited: Cited, rule: Given): DeadlineRule {
  return { ...common, ...cited, ...rule, direction: "backward", rollsOver: false };
}

/** Luật Tiếp công dân 42/2013/QH13, the same in every version. */
export const rules: readonly DeadlineRule[] = [
  limit(text("Khoản 1 Điều 28 Luật Tiếp công dân"), {
    id: "TCD-28-1",
    amount: 10,
    name: t("Trả lời công dân về kết quả tiếp nhận", "Answer the citizen about what was received"),
    startEvent: t("Ngày tiếp nhận khiếu nại, tố cáo, kiến nghị, phản ánh", "Day the matter was received"),
  }),
  notice(text("Khoản 4 Điều 24 Luật Tiếp công dân"), {
    id: "TCD-24-1",
    amount: 5,
    actor: "head",
    name: t("Niêm yết lịch tiếp công dân trước 05 ngày làm việc", "Post the reception schedule 5 working days before"),
    startEvent: t("Ngày tiếp công dân", "Day of reception"),
  }),
  limit(text("Khoản 2 Điều 27 Luật Tiếp công dân"), {
    id: "TCD-27-1",
    amount: 7,
    actor: "head",
    name: t("Thông báo kết quả cho nơi chuyển đơn", "Report the result to the forwarding body"),
    startEvent: t("Ngày giải quyết vụ việc", "Day the case was settled"),
  }),
  limit(text("Khoản 2 Điều 28 Luật Tiếp công dân"), {
    id: "TCD-28-2",
    amount: 5,
    name: t("Nơi chuyển đơn trả lời công dân", "The forwarding body tells the citizen"),
    startEvent: t("Ngày nhận được thông báo kết quả", "Day the result was received"),
  }),
];
