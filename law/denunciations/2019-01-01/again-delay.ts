import type { ActRule, Cited } from "../../../src/rules/pack.ts";
import { choices, date, guard, inference, option, t, text, yesNo } from "../../wording.ts";
import { answer, shortAnswer } from "../secret-fields.ts";
import { acceptanceClocks } from "./acts-acceptance.ts";
import { caseFields } from "./again-review.ts";
import { desk, head, office } from "./states.ts";

const d38 = (rest: string) => text(`${rest} Điều 38 Luật Tố cáo`);

const demandReport: ActRule = {
  id: "demand-report",
  name: t("Yêu cầu cấp dưới báo cáo việc chậm giải quyết", "Demand a report on the delay"),
  rule: "TC-38-1",
  ...d38("Khoản 2"),
  from: ["TCT_SCREEN"],
  to: "DEMANDED",
  actors: head,
  guards: [
    guard(
      "again-delay",
      d38("Khoản 1"),
      t(
        "Tố cáo tiếp vì giải quyết không đúng pháp luật thì xem xét theo Điều 37.",
        "Where the settlement was unlawful, it is reviewed under Article 37.",
      ),
      ["open-review", "correct"],
    ),
    guard(
      "limit-below-passed",
      d38("Khoản 1"),
      t(
        "Thời hạn giải quyết của cấp dưới chưa hết; chưa có quyền tố cáo tiếp vì quá hạn.",
        "The limit below has not passed; there is no further denunciation for delay yet.",
      ),
      ["not-take-up"],
    ),
  ],
  fields: [
    yesNo(
      "limitPassed",
      t("Đã quá thời hạn theo Điều 30, kể cả gia hạn", "The limit of Article 30, with extensions, has passed"),
    ),
    shortAnswer("resolver", t("Người giải quyết tố cáo cấp dưới", "The resolver below")),
  ],
  documents: ["tc-report-demand"],
  bindingDocument: "tc-report-demand",
  clocks: [
    { do: "meet", clock: "demand" },
    { do: "cancel", clock: "review" },
    { do: "meet", clock: "answer" },
  ],
  sets: {},
  leavesTheBuilding: true,
};

const recordDemandReceived: ActRule = {
  id: "record-demand-received",
  name: t("Ghi ngày cấp dưới nhận được yêu cầu", "Record when the demand arrived below"),
  rule: "TC-38-2",
  ...d38("Khoản 3"),
  from: ["DEMANDED"],
  to: "same",
  actors: office,
  guards: [
    guard("demand-not-received-yet", d38("Khoản 3"), t("Đã ghi ngày nhận yêu cầu.", "The day is recorded already."), [
      "record-lower-report",
    ]),
    guard(
      "day-between-last-and-entry",
      inference("Khoản 3 Điều 38 Luật Tố cáo"),
      t("Ngày nhận phải từ ngày nhận tố cáo tiếp đến ngày ghi nhận.", "It lies between receipt and this entry."),
    ),
  ],
  fields: [date("demandReceivedOn", t("Ngày nhận được yêu cầu", "Received on"))],
  documents: [],
  clocks: [{ do: "start", clock: "lower-report", rules: [{ rule: "TC-38-2" }], from: "demandReceivedOn" }],
  sets: {},
};

const recordLowerReport: ActRule = {
  id: "record-lower-report",
  name: t("Ghi nhận báo cáo của cấp dưới, theo dõi, đôn đốc", "Record the report; monitor and urge"),
  todo: t("Nhận báo cáo, theo dõi, đôn đốc việc giải quyết", "Take the report, monitor and urge"),
  rule: "TC-38-3",
  ...d38("Khoản 3, khoản 4"),
  from: ["DEMANDED"],
  to: "URGED",
  actors: desk,
  guards: [],
  fields: [
    answer("report", t("Quá trình, lý do chậm, trách nhiệm", "Course, reasons of the delay, who answers for it")),
  ],
  documents: [],
  clocks: [{ do: "meet", clock: "lower-report" }],
  sets: {},
};

const informDenouncer: ActRule = {
  id: "inform-denouncer",
  name: t("Ghi nhận đã báo cho người tố cáo việc xem xét", "Record that the denouncer was told how it stands"),
  rule: "TC-38-3",
  ...d38("Khoản 4"),
  from: ["NOT_TAKEN_UP", "DEMANDED", "URGED"],
  to: "same",
  actors: office,
  guards: [],
  fields: [date("notifiedOn", t("Ngày thông báo", "Told on"))],
  documents: [],
  clocks: [],
  sets: { denouncerInformedOn: "$notifiedOn" },
  leavesTheBuilding: true,
};

const recordSettledBelow: ActRule = {
  id: "record-settled-below",
  name: t("Ghi nhận cấp dưới đã giải quyết xong", "Record that it was settled below"),
  rule: "TC-38-3",
  ...d38("Khoản 3"),
  from: ["DEMANDED", "URGED"],
  to: "SETTLED_BELOW",
  actors: desk,
  guards: [
    guard(
      "settled-below",
      d38("Khoản 3"),
      t("Cấp dưới chưa báo cáo kết quả giải quyết.", "No result was reported from below."),
    ),
  ],
  fields: [
    yesNo("settled", t("Cấp dưới đã giải quyết và báo cáo kết quả", "Settled below, the result reported")),
    answer("result", t("Kết quả giải quyết", "Result")),
  ],
  documents: [],
  clocks: [{ do: "meet", clock: "lower-report" }],
  sets: {},
};

export const orderStop: ActRule = {
  id: "order-stop",
  name: t("Yêu cầu cấp dưới dừng giải quyết, chuyển hồ sơ", "Order to stop and hand over the file"),
  rule: "TC-38-3",
  ...d38("Khoản 5"),
  from: ["DEMANDED", "URGED"],
  to: "STOPPED",
  actors: head,
  guards: [],
  fields: [
    choices("grounds", t("Căn cứ cấp trên giải quyết", "Grounds"), [
      option(
        "serious",
        t("Vi phạm pháp luật nghiêm trọng trong việc giải quyết", "A serious breach in the settlement"),
        d38("Khoản 5"),
      ),
      option("not-objective", t("Có dấu hiệu không khách quan", "Signs that it is not objective"), d38("Khoản 5")),
    ]),
    answer("reason", t("Căn cứ cụ thể", "In detail")),
  ],
  documents: ["tc-stop-order"],
  bindingDocument: "tc-stop-order",
  clocks: [{ do: "cancel", clock: "lower-report" }],
  sets: {},
  leavesTheBuilding: true,
};

/** The limit begins anew with the superior's own decision (Điều 5.3 NĐ 31/2019, from the decree on). */
export const takeOver = (rule: string, cited: Cited): ActRule => ({
  id: "take-over",
  name: t("Thụ lý để cấp trên trực tiếp giải quyết", "Take the case over"),
  todo: t("Nhận hồ sơ và thụ lý", "Take the file and accept"),
  rule: "TC-5-3",
  ...cited,
  from: ["STOPPED"],
  to: "ACCEPTED",
  actors: head,
  guards: [
    guard(
      "file-arrived",
      cited,
      t("Chưa nhận được hồ sơ vụ việc từ cấp dưới.", "The file has not arrived from below."),
    ),
  ],
  fields: [yesNo("fileArrived", t("Đã nhận hồ sơ vụ việc", "The file has arrived")), ...caseFields],
  documents: ["tc-04"],
  bindingDocument: "tc-04",
  clocks: acceptanceClocks(rule),
  sets: { takenOver: true, assignedTo: "$assignedTo" },
  leavesTheBuilding: true,
});

export const delayActs: readonly ActRule[] = [
  demandReport,
  recordDemandReceived,
  recordLowerReport,
  informDenouncer,
  recordSettledBelow,
  orderStop,
  takeOver("TC-30-1", d38("Khoản 5")),
];
