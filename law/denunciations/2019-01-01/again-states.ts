import type { StageRule, StateRule } from "../../../src/rules/pack.ts";
import { t } from "../../wording.ts";
import { settlementStates, stages, transferred } from "./states.ts";

export const againStages: readonly StageRule[] = [
  ...stages.slice(0, 1),
  { id: "review", name: t("Xem xét tố cáo tiếp", "Review") },
  ...stages.slice(1),
];

/** The states of §6.7, and those of the settlement for what the superior settles itself. */
export const againStates: readonly StateRule[] = [
  {
    id: "TCT_SCREEN",
    name: t("Chờ xử lý tố cáo tiếp", "Further denunciation received"),
    stage: "intake",
    final: false,
    plain: t("Cơ quan cấp trên đã nhận tố cáo tiếp.", "The superior body has the further denunciation."),
    next: { act: "open-review", waitingOn: "us" },
  },
  {
    id: "NOT_TAKEN_UP",
    name: t("Chưa đủ căn cứ xem xét tố cáo tiếp", "Too early for a further denunciation"),
    stage: "intake",
    final: true,
    plain: t(
      "Vụ việc đang được cấp dưới giải quyết trong thời hạn; cơ quan chưa xem xét tố cáo tiếp.",
      "The case is being settled below within its time; it is too early for a further denunciation.",
    ),
  },
  {
    id: "REVIEW",
    name: t("Đang xem xét việc giải quyết trước đó", "Earlier settlement under review"),
    stage: "review",
    final: false,
    plain: t("Cơ quan đang xem xét hồ sơ giải quyết trước đó.", "The office is reviewing the earlier settlement."),
    next: { act: "no-resettlement", clock: "review", waitingOn: "us" },
  },
  {
    id: "NO_RESETTLEMENT",
    name: t("Không giải quyết lại", "Not settled again"),
    stage: "review",
    final: true,
    plain: t(
      "Việc giải quyết trước đó đúng pháp luật; cơ quan không giải quyết lại và đã nêu rõ lý do.",
      "The earlier settlement was lawful; it is not settled again, and the office has said why.",
    ),
  },
  {
    id: "DEMANDED",
    name: t("Đã yêu cầu cấp dưới báo cáo", "Report demanded from below"),
    stage: "review",
    final: false,
    plain: t(
      "Cơ quan đã yêu cầu cấp dưới báo cáo lý do chậm giải quyết.",
      "The office has demanded a report on the delay.",
    ),
    next: { act: "record-lower-report", clock: "lower-report", waitingOn: "others" },
  },
  {
    id: "URGED",
    name: t("Đang theo dõi, đôn đốc cấp dưới", "Settlement below monitored"),
    stage: "review",
    final: false,
    plain: t("Cơ quan đang theo dõi, đôn đốc việc giải quyết.", "The office is monitoring the settlement below."),
    next: { act: "record-settled-below", waitingOn: "others" },
  },
  {
    id: "SETTLED_BELOW",
    name: t("Cấp dưới đã giải quyết", "Settled below"),
    stage: "review",
    final: true,
    plain: t("Cấp dưới đã giải quyết và báo cáo kết quả.", "It was settled below and the result reported."),
  },
  {
    id: "STOPPED",
    name: t("Đã yêu cầu dừng, chờ chuyển hồ sơ", "Stop ordered, file awaited"),
    stage: "review",
    final: false,
    plain: t("Cơ quan cấp trên sẽ trực tiếp giải quyết.", "The superior body will settle the case itself."),
    next: { act: "take-over", waitingOn: "others" },
  },
  transferred,
  ...settlementStates,
];
