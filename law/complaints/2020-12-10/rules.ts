import type { DeadlineRule } from "../../../src/rules/pack.ts";
import { inference, t, text } from "../../wording.ts";
import { limit } from "../2012-07-01/limits.ts";
import { accepting } from "../2012-07-01/rules.ts";

const d29 = (rest: string) => text(`${rest} Điều 29 Nghị định 124/2020/NĐ-CP`);
const issue = t("Ngày ban hành quyết định giải quyết khiếu nại", "Day the decision was issued");
const shown = t("Ngày bắt đầu công khai", "First day of publication");

/** Khoản 1 Điều 16 writes “10 ngày làm việc” where the law writes “10 ngày”: the law's days, which end first. */
const acceptance: readonly DeadlineRule[] = accepting.map((rule) => ({
  ...rule,
  ...inference(`${rule.article} (10 ngày; khoản 1 Điều 16 Nghị định 124/2020/NĐ-CP: 10 ngày làm việc)`),
}));

/** Publication, sending of disciplinary decisions, enforcement: the days that the decree adds. */
export const rules: readonly DeadlineRule[] = [
  ...acceptance,
  limit(d29("Khoản 3"), {
    id: "KN-29-1",
    amount: 15,
    unit: "day",
    name: t("Công khai quyết định giải quyết khiếu nại", "Publish the decision"),
    startEvent: issue,
  }),
  {
    ...limit(d29("Điểm a khoản 3"), {
      id: "KN-29-2",
      amount: 3,
      unit: "day",
      name: t("Thông báo trước cuộc họp công khai 03 ngày", "Announce the publication meeting 3 days before"),
      startEvent: t("Ngày họp công khai", "Day of the meeting"),
    }),
    direction: "backward",
    rollsOver: false,
  },
  {
    ...limit(d29("Điểm b khoản 3"), {
      id: "KN-29-3",
      amount: 15,
      unit: "day",
      name: t("Niêm yết quyết định ít nhất 15 ngày", "Keep the decision posted at least 15 days"),
      startEvent: shown,
    }),
    kind: "minimum",
    rollsOver: false,
  },
  {
    ...limit(d29("Điểm c khoản 3"), {
      id: "KN-29-4",
      amount: 15,
      unit: "day",
      name: t(
        "Đăng báo điện tử, trang thông tin ít nhất 15 ngày liên tục",
        "Keep it online at least 15 days without a break",
      ),
      startEvent: shown,
    }),
    kind: "minimum",
    rollsOver: false,
  },
  limit(d29("Điểm b khoản 2"), {
    id: "KN-54-1",
    amount: 3,
    unit: "working-day",
    name: t("Gửi quyết định giải quyết lần đầu khiếu nại kỷ luật", "Send the first disciplinary decision"),
    startEvent: issue,
  }),
  limit(text("Khoản 1 Điều 31 Nghị định 124/2020/NĐ-CP"), {
    id: "KN-31-1",
    amount: 5,
    unit: "working-day",
    name: t("Áp dụng biện pháp hoặc chỉ đạo thi hành quyết định có hiệu lực", "Take measures or direct enforcement"),
    startEvent: t("Ngày quyết định có hiệu lực pháp luật", "Day the decision takes legal effect"),
  }),
];
