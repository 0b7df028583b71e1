import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, line, option, t, text, words } from "../../wording.ts";
import { counter, head } from "./states.ts";

const law = (rest: string) => text(`${rest} Luật Tiếp công dân`);

export const refuseOral: ActRule = {
  id: "refuse-oral",
  name: t("Từ chối tiếp, giải thích tại chỗ", "Refuse and explain on the spot"),
  rule: "TCD-9-3",
  ...law("Điều 9"),
  from: ["CHECKED_IN"],
  to: "REFUSED_ORAL",
  actors: counter,
  guards: [],
  fields: [
    choice("ground", t("Lý do từ chối", "Reason"), [
      option(
        "1",
        t(
          "Say do dùng chất kích thích, mắc bệnh tâm thần hoặc mất khả năng nhận thức",
          "Intoxicated or not able to understand",
        ),
        law("Khoản 1 Điều 9"),
      ),
      option(
        "2",
        t("Đe dọa, xúc phạm, gây rối trật tự, vi phạm nội quy", "Threats, insults, disorder"),
        law("Khoản 2 Điều 9"),
      ),
    ]),
    line("explanation", t("Nội dung giải thích", "What was explained")),
  ],
  documents: [],
  clocks: [{ do: "cancel", clock: "answer" }],
  sets: { refusalGround: "$ground" },
};

/** The written refusal takes two steps, so that the days from the ground to the notice can be counted. */
export const establishRefusal: ActRule = {
  id: "establish-refusal",
  name: t("Xác định căn cứ từ chối tiếp bằng văn bản", "Establish the ground of a written refusal"),
  rule: "TCD-9-1",
  ...law("Khoản 3 Điều 9"),
  from: ["CHECKED_IN"],
  to: "REFUSAL_DUE",
  actors: counter,
  guards: [
    guard(
      "ground-day-within-bounds",
      inference("Khoản 3 Điều 9 Luật Tiếp công dân"),
      t(
        "Ngày có đủ căn cứ phải từ ngày công dân đến đến ngày ghi nhận.",
        "The ground was known between the visit and this entry.",
      ),
    ),
  ],
  fields: [
    choice("ground", t("Căn cứ từ chối", "Ground"), [
      option(
        "3",
        t(
          "Khiếu nại, tố cáo đã giải quyết đúng chính sách, pháp luật, đã được kiểm tra, rà soát, thông báo bằng văn bản, đã tiếp, giải thích nhưng vẫn cố tình kéo dài",
          "Complaint or denunciation settled rightly, reviewed, notified in writing and explained, and still deliberately prolonged",
        ),
        law("Khoản 3 Điều 9"),
      ),
    ]),
    date("groundOn", t("Ngày có đủ căn cứ từ chối", "Day the ground was established")),
    words("reason", t("Lý do từ chối", "Reason")),
  ],
  documents: [],
  clocks: [],
  sets: { refusalGround: "$ground" },
};

export const refuseWritten: ActRule = {
  id: "refuse-written",
  name: t("Ra thông báo từ chối tiếp công dân", "Issue the written refusal"),
  todo: t("Ra thông báo từ chối tiếp công dân", "Issue the written refusal"),
  rule: "TCD-9-2",
  ...inference("Khoản 3 Điều 9 Luật Tiếp công dân"),
  from: ["REFUSAL_DUE"],
  to: "REFUSED_WRITTEN",
  actors: head,
  guards: [],
  fields: [words("reason", t("Lý do từ chối ghi trong thông báo", "Reason as it stands in the notice"))],
  documents: ["tcd-01"],
  bindingDocument: "tcd-01",
  clocks: [{ do: "cancel", clock: "answer" }],
  sets: {},
  leavesTheBuilding: true,
};

export const receiveAfterAll: ActRule = {
  id: "receive-after-all",
  name: t("Không từ chối, tiếp công dân", "Receive the citizen after all"),
  rule: "TCD-9-1",
  ...inference("Điều 9 Luật Tiếp công dân"),
  from: ["REFUSAL_DUE"],
  to: "CHECKED_IN",
  actors: head,
  guards: [],
  fields: [words("reason", t("Lý do", "Reason"))],
  documents: [],
  clocks: [],
  sets: { refusalGround: "" },
};
