import type { ActRule, StateRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { writtenRefusal } from "../../reception/2026-07-01/rules.ts";
import { date, guard, inference, t, text, words, yesNo } from "../../wording.ts";
import { reflections2014 } from "../2014-07-01/pack.ts";
import { recommendation } from "../2014-07-01/recommendation.ts";
import { correctIn } from "../correct.ts";
import { gaps } from "../gaps.ts";

const pointH = { ...text("Điểm h khoản 1, khoản 3 Điều 4 Nghị định 154/2026/NĐ-CP"), gap: "GAP-7" };

const newStates: readonly StateRule[] = [
  {
    id: "REFUSAL_DUE",
    name: t("Chờ ra thông báo từ chối", "Written refusal to be issued"),
    plain: t("Cơ quan đang xem xét kiến nghị, phản ánh lặp lại.", "The office is looking at a repeated reflection."),
    stage: "intake",
    final: false,
    next: { act: "refuse-written", clock: "refusal-notice", waitingOn: "us" },
  },
  {
    id: "REFUSED_WRITTEN",
    name: t("Đã thông báo từ chối", "Refused in writing"),
    plain: t("Cơ quan đã có văn bản từ chối, nêu rõ lý do.", "It was refused in writing, with the reason."),
    stage: "intake",
    final: true,
  },
];

const acts: readonly ActRule[] = [
  {
    id: "establish-repeat",
    name: t(
      "Xác định kiến nghị, phản ánh lặp lại, không có tình tiết mới",
      "Establish that it repeats without anything new",
    ),
    rule: "KNPA-4-1",
    ...pointH,
    from: ["CLASSIFIED"],
    to: "REFUSAL_DUE",
    actors: ["petition-officer", "reception-officer", "head"],
    guards: [
      guard(
        "answered-in-writing-before",
        pointH,
        t(
          "Chỉ từ chối khi vụ việc đã được tiếp, hướng dẫn hoặc trả lời bằng văn bản theo đúng quy định.",
          "It is refused only when it was received, guided or answered in writing as the law says.",
        ),
        ["assign", "transfer"],
      ),
      guard(
        "nothing-new",
        pointH,
        t("Có nội dung, tình tiết mới thì phải xem xét.", "With something new in it, it has to be looked at."),
        ["assign", "transfer"],
      ),
      guard(
        "ground-day-within-bounds",
        inference("Khoản 3 Điều 4 Nghị định 154/2026/NĐ-CP"),
        t(
          "Ngày có đủ căn cứ phải từ ngày nhận đến ngày ghi nhận.",
          "The ground was known between receipt and this entry.",
        ),
      ),
    ],
    fields: [
      yesNo(
        "answeredBefore",
        t("Đã được tiếp, hướng dẫn hoặc trả lời bằng văn bản", "Received, guided or answered before"),
      ),
      yesNo("nothingNew", t("Không có nội dung, tình tiết mới", "Nothing new")),
      date("groundOn", t("Ngày có đủ căn cứ từ chối", "Day the ground was established")),
    ],
    documents: [],
    clocks: [{ do: "start", clock: "refusal-notice", rules: [{ rule: "TCD-9-2" }], from: "groundOn" }],
    sets: {},
  },
  {
    id: "refuse-written",
    name: t("Ra thông báo từ chối tiếp công dân", "Issue the written refusal"),
    todo: t("Ra thông báo từ chối", "Issue the written refusal"),
    rule: "TCD-9-2",
    ...pointH,
    from: ["REFUSAL_DUE"],
    to: "REFUSED_WRITTEN",
    actors: ["head"],
    guards: [],
    fields: [words("reason", t("Lý do từ chối ghi trong thông báo", "Reason as it stands in the notice"))],
    documents: ["tcd-01"],
    bindingDocument: "tcd-01",
    clocks: [
      { do: "meet", clock: "refusal-notice" },
      { do: "meet", clock: "answer" },
    ],
    sets: {},
    leavesTheBuilding: true,
  },
  {
    id: "handle-after-all",
    name: t("Không từ chối, xem xét tiếp", "Look at it after all"),
    rule: "KNPA-4-1",
    ...inference("Khoản 4 Điều 4 Nghị định 154/2026/NĐ-CP"),
    from: ["REFUSAL_DUE"],
    to: "CLASSIFIED",
    actors: ["head"],
    guards: [],
    fields: [words("reason", t("Lý do", "Reason"))],
    documents: [],
    clocks: [{ do: "cancel", clock: "refusal-notice" }],
    sets: {},
  },
  correctIn([...recommendation.states, ...newStates], inference("Khoản 2 Điều 25 Luật Tiếp công dân"), []),
];

/** Nghị định 154/2026/NĐ-CP: a reflection that repeats without anything new may be refused, in writing. */
export const reflections2026: Amendment = {
  id: "reflections/2026-07-01",
  validFrom: civilDate("2026-07-01"),
  alias: "V2",
  basis: [
    "Luật Tiếp công dân 42/2013/QH13 được sửa đổi, bổ sung bởi Luật 136/2025/QH15",
    "Nghị định 154/2026/NĐ-CP",
    "Nghị định 20/2008/NĐ-CP được sửa đổi, bổ sung bởi Nghị định 48/2013/NĐ-CP",
  ],
  gaps,
  notEncoded: reflections2014.notEncoded,
  rules: [writtenRefusal],
  procedures: [
    {
      id: "recommendation",
      acts,
      states: newStates,
      documents: [
        {
          key: "tcd-01",
          form: "01/TCD",
          symbol: "TB",
          name: t("Thông báo về việc từ chối tiếp công dân", "Notice of refusal of reception"),
          recipients: [t("Người kiến nghị, phản ánh", "Who made it")],
          ...text("Mẫu số 01/TCD ban hành kèm theo Nghị định 154/2026/NĐ-CP"),
          gap: "GAP-7",
        },
      ],
    },
  ],
};
