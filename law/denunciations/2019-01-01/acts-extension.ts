import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, count, guard, inference, option, t, text, yesNo } from "../../wording.ts";
import { answer } from "../secret-fields.ts";
import { head, inHand } from "./states.ts";

const d30 = (clause: number) => text(`Khoản ${clause} Điều 30 Luật Tố cáo`);

const inTime = guard(
  "before-limit-ends",
  inference("Điều 30 Luật Tố cáo", "GAP-3"),
  t(
    "Đã hết thời hạn giải quyết: chỉ được gia hạn trước khi thời hạn đang chạy kết thúc.",
    "The limit has passed: it can be extended only before it ends.",
  ),
  ["conclude", "report-team", "report-agency"],
);
const atMostThirty = guard(
  "extension-within-thirty-days",
  d30(2),
  t("Mỗi lần gia hạn không quá 30 ngày.", "Each extension is at most 30 days."),
);
const days = count("days", t("Số ngày gia hạn", "Days added"), {
  help: t(
    "Không quá 30 ngày mỗi lần, tính từ ngày hết thời hạn đang chạy.",
    "At most 30 each time, from the end of the running limit.",
  ),
});
const reason = answer("reason", t("Lý do gia hạn", "Reason"));

export const complexity = choice("complexity", t("Tính chất vụ việc", "The case is"), [
  option("complex", t("Phức tạp (gia hạn một lần)", "Complex (extended once)"), d30(2)),
  option("special", t("Đặc biệt phức tạp (gia hạn hai lần)", "Specially complex (extended twice)"), d30(3)),
]);

export const extend: ActRule = {
  id: "extend",
  name: t("Gia hạn giải quyết tố cáo lần thứ nhất", "Extend the limit, first time"),
  rule: "TC-30-2",
  ...text("Khoản 2, khoản 3, khoản 4 Điều 30 Luật Tố cáo"),
  from: inHand,
  to: "same",
  actors: head,
  guards: [
    guard("not-extended", d30(2), t("Thời hạn đã được gia hạn một lần.", "The limit was extended once already."), [
      "extend-again",
    ]),
    inTime,
    atMostThirty,
  ],
  fields: [complexity, days, reason],
  documents: ["tc-01"],
  bindingDocument: "tc-01",
  clocks: [{ do: "extend", clock: "settlement", by: "days" }],
  sets: { complexity: "$complexity" },
  leavesTheBuilding: true,
};

export const extendAgain: ActRule = {
  id: "extend-again",
  name: t("Gia hạn giải quyết tố cáo lần thứ hai", "Extend the limit, second time"),
  rule: "TC-30-3",
  ...text("Khoản 3, khoản 4 Điều 30 Luật Tố cáo"),
  from: inHand,
  to: "same",
  actors: head,
  guards: [
    guard(
      "extended-once",
      d30(3),
      t(
        "Chỉ gia hạn lần thứ hai sau lần thứ nhất, và không có lần thứ ba.",
        "The second extension follows the first, and there is no third.",
      ),
      ["extend", "conclude"],
    ),
    inTime,
    guard(
      "specially-complex",
      d30(3),
      t(
        "Vụ việc phức tạp chỉ được gia hạn một lần; gia hạn lần thứ hai chỉ dành cho vụ việc đặc biệt phức tạp.",
        "A complex case is extended once; only a specially complex one is extended again.",
      ),
      ["conclude", "report-team", "report-agency"],
    ),
    atMostThirty,
  ],
  fields: [yesNo("speciallyComplex", t("Vụ việc đặc biệt phức tạp", "The case is specially complex")), days, reason],
  documents: ["tc-01"],
  bindingDocument: "tc-01",
  clocks: [{ do: "extend", clock: "settlement", by: "days" }],
  sets: { complexity: "special" },
  leavesTheBuilding: true,
};
