import type { ActRule, ClockEffect, DeadlineRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { guard, inference, t, text } from "../../wording.ts";
import { correct, directEnforcement } from "../2012-07-01/acts-after.ts";
import { decide, publish, publishLate, recheckDecide, secondComplaint } from "../2012-07-01/acts-decision.ts";
import { decreeForms } from "../2012-07-01/documents.ts";
import { limit } from "../2012-07-01/rules.ts";
import { gaps } from "../gaps.ts";

const d29 = (rest: string) => text(`${rest} Điều 29 Nghị định 124/2020/NĐ-CP`);
const issue = t("Ngày ban hành quyết định giải quyết khiếu nại", "Day the decision was issued");
const shown = t("Ngày bắt đầu công khai", "First day of publication");

const rules: readonly DeadlineRule[] = [
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

const more: readonly ClockEffect[] = [
  { do: "start", clock: "publication", rules: [{ rule: "KN-29-1" }] },
  { do: "start", clock: "enforcement", rules: [{ rule: "KN-31-1" }], fromEffectOf: "effect" },
];

const publication: Pick<ActRule, "article" | "confidence" | "guards" | "clocks"> = {
  ...d29("Khoản 3"),
  guards: [
    guard(
      "meeting-notice-in-time",
      d29("Điểm a khoản 3"),
      t(
        "Phải thông báo bằng văn bản trước cuộc họp công khai 03 ngày.",
        "The meeting has to be announced in writing 3 days before.",
      ),
    ),
    guard(
      "published-between-decision-and-entry",
      inference("Khoản 3 Điều 29 Nghị định 124/2020/NĐ-CP"),
      t(
        "Ngày công khai phải từ ngày ban hành quyết định đến ngày ghi nhận.",
        "Publication lies between the decision and this entry.",
      ),
    ),
  ],
  clocks: [
    { do: "meet", clock: "publication" },
    {
      do: "start",
      clock: "posting",
      rules: [
        { rule: "KN-29-3", when: "by-posting" },
        { rule: "KN-29-4", when: "by-media" },
      ],
      from: "publishedOn",
    },
  ],
};

/** Nghị định 124/2020/NĐ-CP, in force from 10 December 2020: forms, publication, enforcement. */
export const decree124: Amendment = {
  id: "complaints/2020-12-10",
  validFrom: civilDate("2020-12-10"),
  alias: "V1",
  basis: ["Luật Khiếu nại 02/2011/QH13", "Nghị định 124/2020/NĐ-CP"],
  gaps,
  notEncoded: [
    "Khiếu nại lần hai (từ khi nhận đơn lần hai) và khiếu nại quyết định kỷ luật: mới có thời hạn, chưa có quy trình",
    "Phân định thẩm quyền hai cấp từ 01/7/2025 (Nghị định 141/2025/NĐ-CP, Thông tư 02/2025/TT-TTCP)",
    "Xử lý kỷ luật người vi phạm (Điều 39 đến Điều 42 Nghị định 124/2020/NĐ-CP)",
  ],
  rules,
  procedures: [
    {
      id: "complaint-first",
      acts: [
        { ...decide, clocks: [...decide.clocks, ...more] },
        { ...recheckDecide, clocks: [...recheckDecide.clocks, ...more] },
        { ...publish, ...publication },
        { ...publishLate, ...publication, guards: [...publishLate.guards, ...publication.guards] },
        {
          ...directEnforcement,
          ...text("Khoản 1 Điều 31 Nghị định 124/2020/NĐ-CP"),
          clocks: [{ do: "meet", clock: "enforcement" }],
        },
        { ...secondComplaint, clocks: [...secondComplaint.clocks, { do: "cancel", clock: "enforcement" }] },
        {
          ...correct,
          clocks: [
            { do: "restart", clock: "publication", from: "newDate", when: "corrects-decision" },
            ...correct.clocks,
          ],
        },
      ],
      documents: decreeForms,
    },
  ],
};
