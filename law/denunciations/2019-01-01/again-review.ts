import type { ActRule, ClockEffect } from "../../../src/rules/pack.ts";
import { choice, choices, guard, inference, option, t, text, yesNo } from "../../wording.ts";
import { answer, shortAnswer } from "../secret-fields.ts";
import { acceptanceClocks, acceptanceFields } from "./acts-acceptance.ts";
import { head } from "./states.ts";

const d37 = (rest: string) => text(`${rest} Điều 37 Luật Tố cáo`);
const d38 = (rest: string) => text(`${rest} Điều 38 Luật Tố cáo`);

/** Of the earlier settlement only what the superior decides upon is asked. */
export const caseFields = acceptanceFields.filter((field) => ["accused", "content", "assignedTo"].includes(field.id));
const answered: readonly ClockEffect[] = [
  { do: "meet", clock: "review" },
  { do: "meet", clock: "answer" },
];

export const becauses = [
  option("unlawful", t("Việc giải quyết không đúng pháp luật", "The settlement was unlawful"), d37("Khoản 1")),
  option(
    "delay",
    t("Quá thời hạn mà chưa được giải quyết", "The limit has passed without a settlement"),
    d38("Khoản 1"),
  ),
];
export const againOpeningFields = [choice("againBecause", t("Tố cáo tiếp vì", "Because"), becauses)];

const screened: readonly ClockEffect[] = [
  { do: "meet", clock: "answer" },
  { do: "cancel", clock: "review" },
  { do: "cancel", clock: "demand" },
];

/** Khoản 2 Điều 24 holds for a further denunciation as for any other that came to the wrong body. */
const transferFurther: ActRule = {
  id: "transfer-further",
  name: t("Chuyển tố cáo tiếp đến cấp trên trực tiếp có thẩm quyền", "Transfer to the superior that is competent"),
  rule: "TC-24-3",
  ...inference("Khoản 2 Điều 24, khoản 1 Điều 37, khoản 1 Điều 38 Luật Tố cáo"),
  from: ["TCT_SCREEN"],
  to: "TRANSFERRED",
  actors: head,
  guards: [
    guard(
      "not-the-superior",
      text("Khoản 1 Điều 37, khoản 1 Điều 38 Luật Tố cáo"),
      t(
        "Cấp trên trực tiếp của người giải quyết tố cáo phải tự xem xét tố cáo tiếp.",
        "The direct superior of the resolver has to take up the further denunciation itself.",
      ),
      ["open-review", "demand-report"],
    ),
  ],
  fields: [
    yesNo(
      "notSuperior",
      t(
        "Cơ quan này không phải cấp trên trực tiếp của người giải quyết tố cáo",
        "This office is not the direct superior of the resolver",
      ),
    ),
    shortAnswer("agency", t("Cơ quan cấp trên trực tiếp có thẩm quyền", "Competent superior body")),
  ],
  documents: ["tt05-03"],
  bindingDocument: "tt05-03",
  handsOver: true,
  clocks: screened,
  sets: {},
  leavesTheBuilding: true,
};

/** Neither settled nor overdue below: no right to a further denunciation has arisen yet. */
const notTakeUp: ActRule = {
  id: "not-take-up",
  name: t("Chưa xem xét tố cáo tiếp: cấp dưới còn thời hạn giải quyết", "Too early: it is still being settled below"),
  rule: "TC-37-2",
  ...inference("Khoản 1 Điều 37, khoản 1 Điều 38 Luật Tố cáo"),
  from: ["TCT_SCREEN"],
  to: "NOT_TAKEN_UP",
  actors: head,
  guards: [
    guard(
      "too-early",
      inference("Khoản 1 Điều 37, khoản 1 Điều 38 Luật Tố cáo"),
      t(
        "Đã giải quyết hoặc đã quá thời hạn thì phải xem xét tố cáo tiếp.",
        "What was settled, or is overdue, has to be taken up.",
      ),
      ["open-review", "demand-report"],
    ),
  ],
  fields: [
    yesNo(
      "tooEarly",
      t(
        "Cấp dưới chưa giải quyết xong và chưa quá thời hạn theo Điều 30, kể cả gia hạn",
        "It is neither settled below nor past the limit of Article 30, with extensions",
      ),
    ),
    answer("reason", t("Căn cứ", "Basis")),
  ],
  documents: [],
  clocks: screened,
  sets: {},
};

const openReview: ActRule = {
  id: "open-review",
  name: t("Xem xét hồ sơ giải quyết trước đó", "Review the earlier settlement"),
  todo: t("Xem xét tố cáo tiếp", "Take up the further denunciation"),
  rule: "TC-37-1",
  ...d37("Khoản 2"),
  from: ["TCT_SCREEN"],
  to: "REVIEW",
  actors: head,
  guards: [
    guard(
      "again-unlawful",
      d37("Khoản 1"),
      t(
        "Tố cáo tiếp vì quá thời hạn thì yêu cầu cấp dưới báo cáo (Điều 38).",
        "Where the limit has passed, a report is demanded instead (Article 38).",
      ),
      ["demand-report", "correct"],
    ),
    guard(
      "earlier-settlement-concluded",
      inference("Khoản 1 Điều 37 Luật Tố cáo"),
      t(
        "Chỉ xem xét lại vụ việc đã được giải quyết; chưa có kết luận hoặc quyết định đình chỉ thì xem xét theo Điều 38.",
        "Only a settled case is reviewed; without a conclusion or termination Article 38 applies.",
      ),
      ["correct", "not-take-up"],
    ),
  ],
  fields: [
    yesNo(
      "concluded",
      t(
        "Cấp dưới đã giải quyết, có kết luận nội dung tố cáo hoặc quyết định đình chỉ",
        "It was settled below, with a conclusion or a termination",
      ),
    ),
    shortAnswer("resolver", t("Người đã giải quyết, số và ngày văn bản", "Who settled it, number and day")),
    shortAnswer("reviewer", t("Người được giao xem xét hồ sơ", "Who reviews the file"), { required: false }),
  ],
  documents: [],
  clocks: [],
  sets: {},
};

const refuseResettlement: ActRule = {
  id: "no-resettlement",
  name: t("Không giải quyết lại vụ việc tố cáo", "Do not settle again"),
  todo: t("Quyết định xử lý tố cáo tiếp", "Decide on the further denunciation"),
  rule: "TC-37-3",
  ...d37("Điểm a khoản 2"),
  from: ["REVIEW"],
  to: "NO_RESETTLEMENT",
  actors: head,
  guards: [
    guard(
      "earlier-settlement-lawful",
      d37("Điểm a khoản 2"),
      t(
        "Chỉ không giải quyết lại khi việc giải quyết trước đó đúng pháp luật.",
        "Only where the earlier settlement was lawful.",
      ),
      ["resettle", "settle-own-competence", "transfer-again"],
    ),
  ],
  fields: [
    yesNo("lawful", t("Việc giải quyết trước đó đúng quy định của pháp luật", "The earlier settlement was lawful")),
    answer("reason", t("Lý do không giải quyết lại", "Reason")),
  ],
  documents: ["tc-again-notice"],
  bindingDocument: "tc-again-notice",
  clocks: answered,
  sets: {},
  leavesTheBuilding: true,
};

const wrongCompetence = yesNo(
  "wrongCompetence",
  t("Việc giải quyết trước đó không đúng thẩm quyền", "The earlier settlement was outside competence"),
);
const wrongCompetenceGuard = guard(
  "earlier-competence-wrong",
  d37("Điểm b khoản 2"),
  t("Chỉ áp dụng khi việc giải quyết trước đó không đúng thẩm quyền.", "Only where it was outside competence."),
  ["resettle", "no-resettlement"],
);

const transferAgain: ActRule = {
  id: "transfer-again",
  name: t("Chuyển đến nơi có thẩm quyền giải quyết", "Transfer to who is competent"),
  rule: "TC-37-3",
  ...d37("Điểm b khoản 2"),
  from: ["REVIEW"],
  to: "TRANSFERRED",
  actors: head,
  guards: [wrongCompetenceGuard],
  fields: [wrongCompetence, shortAnswer("agency", t("Cơ quan có thẩm quyền", "Competent body"))],
  documents: ["tt05-03"],
  bindingDocument: "tt05-03",
  handsOver: true,
  clocks: answered,
  sets: {},
  leavesTheBuilding: true,
};

const settleOwnCompetence: ActRule = {
  id: "settle-own-competence",
  name: t("Thụ lý theo thẩm quyền", "Accept: it is within own competence"),
  rule: "TC-37-3",
  ...d37("Điểm b khoản 2"),
  from: ["REVIEW"],
  to: "ACCEPTED",
  actors: head,
  guards: [wrongCompetenceGuard],
  fields: [wrongCompetence, ...caseFields],
  documents: ["tc-04"],
  bindingDocument: "tc-04",
  clocks: [...answered, ...acceptanceClocks("TC-30-1")],
  sets: { assignedTo: "$assignedTo" },
  leavesTheBuilding: true,
};

const resettle: ActRule = {
  id: "resettle",
  name: t("Thụ lý để giải quyết lại vụ việc tố cáo", "Accept it to settle the case again"),
  rule: "TC-37-3",
  ...d37("Điểm c khoản 2, khoản 3"),
  from: ["REVIEW"],
  to: "ACCEPTED",
  actors: head,
  guards: [],
  fields: [
    choices("grounds", t("Căn cứ giải quyết lại", "Grounds"), [
      option(
        "a",
        t("Kết quả xác minh hoặc kết luận thiếu chính xác hoặc thiếu khách quan", "Inaccurate or not objective"),
        d37("Điểm a khoản 3"),
      ),
      option(
        "b",
        t("Bỏ sót, bỏ lọt thông tin, tài liệu, chứng cứ quan trọng", "Important evidence was left out"),
        d37("Điểm b khoản 3"),
      ),
      option("c", t("Áp dụng không đúng pháp luật", "The law was wrongly applied"), d37("Điểm c khoản 3")),
    ]),
    ...caseFields,
  ],
  documents: ["tc-04"],
  bindingDocument: "tc-04",
  clocks: [...answered, ...acceptanceClocks("TC-30-1")],
  sets: { resettlement: true, assignedTo: "$assignedTo" },
  leavesTheBuilding: true,
};

export const reviewActs: readonly ActRule[] = [
  transferFurther,
  notTakeUp,
  openReview,
  refuseResettlement,
  transferAgain,
  settleOwnCompetence,
  resettle,
];
