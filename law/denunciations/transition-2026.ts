import type { Conditions } from "../../src/rules/load-pack.ts";
import type { TransitionRule } from "../../src/rules/pack.ts";
import { civilDate } from "../../src/time/civil-date.ts";
import { t, text } from "../wording.ts";

const beforeConclusion = ["ACCEPTED", "VERIFYING", "REPORTED", "SUSPENDED"];
const afterConclusion = ["CONCLUDED", "SENT", "PUBLISHED"];

export const transitionConditions: Conditions = {
  // "Giải quyết tố cáo" runs from acceptance to acting on the conclusion (khoản 7 Điều 2 Luật Tố cáo).
  "accepted-and-being-settled": ({ state, facts, clocks }) =>
    clocks.some(({ clock, startOn }) => clock === "settlement" && startOn < "2026-07-01") &&
    (beforeConclusion.includes(state) || (afterConclusion.includes(state) && facts.handled !== true)),
};

const earlier = ["denunciations/2019-01-01", "denunciations/2019-05-28", "denunciations/2025-07-01"];

/** VER-4: Điều 10 Nghị định 156/2026/NĐ-CP. */
export const transitions: readonly TransitionRule[] = [
  {
    id: "VER-4",
    ...text("Khoản 1 Điều 10 Nghị định 156/2026/NĐ-CP"),
    what: t(
      "Vụ việc tố cáo đã có quyết định thụ lý trước ngày 01/7/2026 và đang được xem xét, giải quyết thì áp dụng quy định về giải quyết tố cáo của Nghị định 156/2026/NĐ-CP.",
      "A denunciation accepted before 1 July 2026 and still being settled goes on under Decree 156/2026.",
    ),
    on: civilDate("2026-07-01"),
    effect: "moves",
    from: earlier,
    procedures: ["denunciation", "denunciation-again"],
    when: "accepted-and-being-settled",
  },
  {
    id: "VER-4-discipline",
    ...text("Khoản 2 Điều 10 Nghị định 156/2026/NĐ-CP"),
    what: t(
      "Hành vi vi phạm trong giải quyết tố cáo bị phát hiện trước ngày 01/7/2026, chưa có quyết định kỷ luật: áp dụng Nghị định 31/2019/NĐ-CP, hoặc Nghị định 156/2026/NĐ-CP nếu có lợi cho người vi phạm.",
      "Breaches in settling denunciations found before 1 July 2026 and not yet disciplined: Decree 31/2019, or Decree 156/2026 where it is more favourable to who broke the law.",
    ),
    on: civilDate("2026-07-01"),
    effect: "stays",
    from: earlier,
  },
];
