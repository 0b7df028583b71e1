import type { ActRule, ClockEffect } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { tripwire } from "../../reception/2026-07-01/rules.ts";
import { guard, inference, line, secondary, t, text } from "../../wording.ts";
import { circular5 } from "../2021-11-15/pack.ts";
import { endsAcceptance, petitionActs } from "../acts.ts";
import { letterOnce } from "../acts-transfer.ts";
import { articles2021, articles2026 } from "../articles.ts";
import { papers2021 } from "../documents.ts";
import { gaps } from "../gaps.ts";
import { head } from "../states.ts";

const d26 = text("Điểm b khoản 1 Điều 26 Luật Tiếp công dân (khoản 11 Điều 1 Luật 136/2025/QH15)");

const transferComplaint: ActRule = {
  id: "transfer-complaint",
  name: t("Chuyển đơn khiếu nại", "Transfer a complaint"),
  rule: "KN-27-5",
  ...d26,
  from: ["CHECKED"],
  to: "TRANSFERRED",
  actors: head,
  guards: [
    guard("is-complaint", d26, t("Chỉ dùng cho đơn khiếu nại.", "For complaints only.")),
    guard(
      "outside-competence",
      d26,
      t("Đơn thuộc thẩm quyền của cơ quan; hãy đề xuất thụ lý.", "It is within the competence of the office."),
      ["propose"],
    ),
    guard(
      "not-sent-to-competent",
      articles2021.check,
      t("Đơn đã gửi đến đúng nơi có thẩm quyền.", "It also went to the competent body."),
      ["file"],
    ),
    letterOnce,
  ],
  fields: [line("competentBody", t("Cơ quan có thẩm quyền", "Competent body"))],
  documents: ["xld-complaint-transfer"],
  bindingDocument: "xld-complaint-transfer",
  handsOver: true,
  clocks: [{ do: "meet", clock: "answer" }],
  sets: {},
  leavesTheBuilding: true,
};

const processed: readonly ClockEffect[] = [
  { do: "meet", clock: "processing" },
  { do: "meet", clock: "alarm" },
];
/** What ends the processing: the listed time and the alarm run until then. */
const endings = ["HANDED_OVER", "NOT_ELIGIBLE", "GUIDED", "TRANSFERRED", "RETURNED", "FILED", "SPLIT", "ESCALATED"];
const endsProcessing = (act: ActRule): ActRule =>
  endings.includes(act.to) ? { ...act, clocks: [...act.clocks, ...processed] } : act;
const restarts = (act: ActRule): ActRule =>
  act.id === "correct"
    ? {
        ...act,
        clocks: [
          { do: "restart", clock: "processing", from: "newDate", when: "corrects-received" },
          { do: "restart", clock: "alarm", from: "newDate", when: "corrects-received" },
        ],
      }
    : act;

/** Luật 136/2025/QH15 and Nghị định 154/2026/NĐ-CP: a complaint may be transferred; 45 days without processing ring. */
export const petitions2026: Amendment = {
  id: "petitions/2026-07-01",
  validFrom: civilDate("2026-07-01"),
  alias: "V2",
  basis: [
    "Thông tư 05/2021/TT-TTCP",
    "Luật Tiếp công dân 42/2013/QH13 được sửa đổi, bổ sung bởi Luật 136/2025/QH15",
    "Nghị định 154/2026/NĐ-CP",
  ],
  gaps,
  notEncoded: circular5.notEncoded,
  rules: [
    {
      ...secondary(
        "Thủ tục hành chính 2.002499 (cấp tỉnh), 2.001801 (cấp xã): xử lý đơn",
        "Quyết định 3626/QĐ-UBND ngày 10/9/2026 của Hải Phòng (danh mục thủ tục hành chính)",
        "GAP-12",
      ),
      id: "XLD-1",
      name: t("Xử lý đơn: 10 ngày theo danh mục thủ tục hành chính", "Process a petition: 10 days as listed"),
      direction: "forward",
      unit: "day",
      amount: 10,
      startEvent: t("Ngày nhận đơn", "Day the petition was received"),
      actor: "petition-officer",
      rollsOver: true,
      pausable: false,
      kind: "limit",
    },
    tripwire,
  ],
  procedures: [
    {
      id: "petition-processing",
      opening: [
        { do: "start", clock: "processing", rules: [{ rule: "XLD-1" }] },
        { do: "start", clock: "alarm", rules: [{ rule: "TCD-41-1" }] },
      ],
      acts: [...petitionActs(articles2026(articles2021), papers2021), endsAcceptance(transferComplaint)]
        .map(endsProcessing)
        .map(restarts),
      documents: [
        {
          key: "xld-complaint-transfer",
          form: null,
          symbol: "PC",
          name: t("Phiếu chuyển đơn khiếu nại", "Transfer of a complaint"),
          recipients: [t("Cơ quan có thẩm quyền", "The competent body"), t("Người gửi đơn", "Who sent the petition")],
          ...inference("Điểm b khoản 1 Điều 26 Luật Tiếp công dân (Luật 136/2025/QH15)", "GAP-8"),
          threeSignatures: true,
        },
      ],
    },
  ],
};
