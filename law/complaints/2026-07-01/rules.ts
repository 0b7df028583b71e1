import type { DeadlineRule } from "../../../src/rules/pack.ts";
import { inference, t, text } from "../../wording.ts";
import { limit, window } from "../2012-07-01/limits.ts";

const receipt = t("Ngày nhận được khiếu nại", "Day the complaint was received");
const notAccepted = t(
  "Quá hạn: vi phạm trách nhiệm thụ lý, trả lời người khiếu nại",
  "Overdue: the duty to accept or answer is breached",
);
const d28b = text("Điều 28b Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)");

/** Luật 136/2025/QH15 Điều 2 khoản 15 điểm b: “10 ngày” became “07 ngày làm việc”. */
export const acceptanceRules: readonly DeadlineRule[] = [
  limit(
    {
      ...text(
        "Điều 27 Luật Khiếu nại (Luật 136/2025/QH15); khoản 1 Điều 16 Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)",
      ),
      gap: "GAP-2",
    },
    {
      id: "KN-27-1",
      amount: 7,
      unit: "working-day",
      startEvent: receipt,
      consequence: notAccepted,
      name: t("Thụ lý hoặc thông báo không thụ lý khiếu nại lần đầu", "Accept or refuse a first complaint"),
    },
  ),
  limit(
    { ...text("Khoản 1 Điều 36 Luật Khiếu nại (Luật 136/2025/QH15)"), gap: "GAP-2" },
    {
      id: "KN-36-1",
      amount: 7,
      unit: "working-day",
      startEvent: receipt,
      consequence: notAccepted,
      name: t("Thụ lý hoặc thông báo không thụ lý khiếu nại lần hai", "Accept or refuse a second complaint"),
    },
  ),
  limit(
    { ...text("Điều 50 Luật Khiếu nại (Luật 136/2025/QH15)"), gap: "GAP-2" },
    {
      id: "KN-50-1",
      amount: 7,
      unit: "working-day",
      startEvent: receipt,
      consequence: notAccepted,
      name: t("Thụ lý hoặc không thụ lý khiếu nại quyết định kỷ luật", "Accept or refuse a disciplinary complaint"),
    },
  ),
];

/** Luật 136/2025/QH15 Điều 2 khoản 12: the first decision comes with the petition only “nếu có”; the days stand. */
const d33 = text("Khoản 1 Điều 33 Luật Khiếu nại (Luật 136/2025/QH15)");
const secondFrom = t(
  "Ngày hết thời hạn giải quyết hoặc ngày nhận được quyết định giải quyết lần đầu",
  "Day the limit ended or the first decision was received",
);

export const windowRules: readonly DeadlineRule[] = [
  window(
    { ...d33, gap: "GAP-5" },
    {
      id: "KN-33-1",
      amount: 30,
      unit: "day",
      name: t("Khiếu nại lần hai", "Second complaint"),
      startEvent: secondFrom,
    },
  ),
  window(
    { ...d33, gap: "GAP-6" },
    {
      id: "KN-33-1-remote",
      amount: 45,
      unit: "day",
      name: t("Khiếu nại lần hai ở vùng sâu, vùng xa đi lại khó khăn", "Second complaint, remote area"),
      startEvent: secondFrom,
    },
  ),
];

export const suspensionRules: readonly DeadlineRule[] = [
  {
    ...limit(d28b, {
      id: "KN-28b-1",
      amount: 0,
      unit: "immediately",
      name: t(
        "Ban hành quyết định tạm đình chỉ, đình chỉ, tiếp tục giải quyết",
        "Issue the suspension, termination or resumption",
      ),
      startEvent: t("Ngày có đủ căn cứ hoặc căn cứ không còn", "Day the ground arose or ended"),
    }),
    rollsOver: false,
  },
  limit(d28b, {
    id: "KN-28b-2",
    amount: 3,
    unit: "working-day",
    name: t(
      "Gửi quyết định tạm đình chỉ, đình chỉ, tiếp tục giải quyết",
      "Send the suspension, termination or resumption",
    ),
    startEvent: t("Ngày ban hành quyết định", "Day the decision was issued"),
  }),
];

/** TIME-10: counted backwards without the day of the dialogue; no roll-over backwards. */
export const noticeRules: readonly DeadlineRule[] = [
  {
    ...limit(
      { ...inference("Khoản 1 Điều 28 Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)") },
      {
        id: "KN-30-1",
        amount: 5,
        unit: "day",
        name: t("Gửi thông báo đối thoại trước ít nhất 05 ngày", "Send the notice at least 5 days before the dialogue"),
        startEvent: t("Ngày đối thoại", "Day of the dialogue"),
      },
    ),
    direction: "backward",
    rollsOver: false,
  },
];
