import type { ActRule, LawPack, ProcedureRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import { t, text } from "../../wording.ts";
import { gaps } from "../gaps.ts";
import { intakeClocks, within } from "../within.ts";
import { accept, refuse } from "./acts-acceptance.ts";
import { close, correct, monitor, publish, publishHandling } from "./acts-after.ts";
import { conclude, handle, handleLate, recordHandlingReport, send, sendLate } from "./acts-conclusion.ts";
import { extend, extendAgain } from "./acts-extension.ts";
import {
  extendCheck,
  logAndCheck,
  notProcessDuplicate,
  notProcessUnnamed,
  openingFields,
  recordCheck,
  toInspection,
} from "./acts-intake.ts";
import { notifyAcceptance, notifyAccused, notifyRefusal } from "./acts-notices.ts";
import {
  handToSuperior,
  notifyForwarder,
  preventHarm,
  reassign,
  recordDemand,
  recordNotice,
  reportToSuperior,
  settleSimplified,
  transferCrime,
} from "./acts-side.ts";
import {
  resume,
  sendSuspension,
  suspend,
  terminate,
  withdrawAll,
  withdrawAndGoOn,
  withdrawPart,
} from "./acts-suspension.ts";
import { notifyTransfer, transfer, transferToParty } from "./acts-transfer.ts";
import {
  assignVerification,
  commissionExpert,
  recordExpertResult,
  reportAgency,
  reportTeam,
  setUpTeam,
  verifyFurther,
  verifyPersonally,
  workWithAccused,
  workWithDenouncer,
  workWithOthers,
} from "./acts-verification.ts";
import { delayActs } from "./again-delay.ts";
import { againOpeningFields, reviewActs } from "./again-review.ts";
import { correctAgain, reassignAgain } from "./again-side.ts";
import { againStages, againStates } from "./again-states.ts";
import { against } from "./against.ts";
import { competence } from "./competence.ts";
import { againDocuments, intakeDocuments, protectionDocuments, settlementDocuments } from "./documents.ts";
import { protectionOpeningFields, requestActs } from "./protection.ts";
import { activeActs } from "./protection-active.ts";
import { protectionStages, protectionStates } from "./protection-states.ts";
import { rules } from "./rules.ts";
import { stages, states } from "./states.ts";

const intakeActs: readonly ActRule[] = [
  logAndCheck,
  extendCheck,
  recordCheck,
  accept,
  refuse,
  notifyRefusal,
  notProcessUnnamed,
  toInspection,
  notProcessDuplicate,
  transfer,
  notifyTransfer,
  transferToParty,
  settleSimplified,
  notifyForwarder,
];

/** What follows the acceptance, in a denunciation and in one that the superior settles. */
const settlementActs: readonly ActRule[] = [
  notifyAcceptance,
  notifyAccused,
  setUpTeam,
  assignVerification,
  verifyPersonally,
  workWithAccused,
  workWithDenouncer,
  workWithOthers,
  commissionExpert,
  recordExpertResult,
  reportTeam,
  reportAgency,
  verifyFurther,
  extend,
  extendAgain,
  suspend,
  resume,
  sendSuspension,
  terminate,
  withdrawPart,
  withdrawAll,
  withdrawAndGoOn,
  conclude,
  send,
  sendLate,
  handle,
  handleLate,
  recordHandlingReport,
  publish,
  publishHandling,
  monitor,
  close,
  transferCrime,
  preventHarm,
  recordNotice,
  recordDemand,
  reportToSuperior,
  handToSuperior,
  correct,
  reassign,
];

const denunciation: ProcedureRule = {
  id: "denunciation",
  name: t("Giải quyết tố cáo", "Settlement of a denunciation"),
  opens: {
    ...text("Khoản 1 Điều 24 Luật Tố cáo"),
    kinds: ["denunciation"],
    role: "main",
    usual: true,
    prefix: "TC",
    todo: t("Lập hồ sơ tố cáo", "Open a denunciation"),
    fields: openingFields,
  },
  stages,
  initial: "TC_SCREEN",
  opening: [
    {
      do: "start",
      clock: "acceptance",
      rules: [{ rule: "TC-24-1-delegated", when: "check-extended" }, { rule: "TC-24-1" }],
    },
    { do: "start", clock: "transfer", rules: [{ rule: "TC-24-3", when: "outside-competence" }] },
    { do: "start", clock: "transfer-notice", rules: [{ rule: "TC-24-3", when: "outside-competence" }] },
    { do: "start", clock: "forwarder-reply", rules: [{ rule: "TC-26-1", when: "forwarded" }] },
  ],
  inherits: ["answer"],
  states,
  acts: [...intakeActs, ...settlementActs],
  documents: [...intakeDocuments, ...settlementDocuments],
};

/** What a further denunciation has otherwise, or not at all. */
const ofDenunciationOnly = new Set(["record-demand", "report-to-superior", "correct", "reassign"]);

const denunciationAgain: ProcedureRule = {
  id: "denunciation-again",
  name: t("Xử lý tố cáo tiếp, giải quyết lại vụ việc tố cáo", "Further denunciation, to the superior"),
  opens: {
    ...text("Khoản 1 Điều 37, khoản 1 Điều 38 Luật Tố cáo"),
    kinds: ["denunciation"],
    role: "main",
    prefix: "TC",
    todo: t("Lập hồ sơ tố cáo tiếp", "Open a further denunciation"),
    fields: againOpeningFields,
  },
  stages: againStages,
  initial: "TCT_SCREEN",
  opening: [
    { do: "start", clock: "review", rules: [{ rule: "TC-37-1", when: "again-unlawful" }] },
    { do: "start", clock: "demand", rules: [{ rule: "TC-38-1", when: "again-delay" }] },
  ],
  inherits: ["answer"],
  states: againStates,
  acts: [
    ...reviewActs,
    ...delayActs,
    ...within(
      againStates,
      intakeClocks,
      settlementActs.filter((act) => !ofDenunciationOnly.has(act.id)),
    ),
    correctAgain,
    reassignAgain,
  ],
  documents: [...againDocuments, ...settlementDocuments],
};

const denouncerProtection: ProcedureRule = {
  id: "denouncer-protection",
  name: t("Bảo vệ người tố cáo", "Protection of a denouncer"),
  opens: {
    ...text("Điều 47, Điều 50 Luật Tố cáo"),
    kinds: ["denunciation"],
    role: "side",
    prefix: "BV",
    todo: t("Lập hồ sơ bảo vệ người tố cáo", "Open a protection file"),
    fields: protectionOpeningFields,
  },
  stages: protectionStages,
  initial: "REQUESTED",
  opening: [{ do: "start", clock: "protection", rules: [{ rule: "TC-50-1", when: "urgent-request" }] }],
  states: protectionStates,
  acts: [...requestActs, ...activeActs],
  documents: protectionDocuments,
};

/** Luật Tố cáo 25/2018/QH14 as enacted: what the law says itself. */
export const law2018: LawPack = {
  id: "denunciations/2019-01-01",
  subject: "denunciations",
  validFrom: civilDate("2019-01-01"),
  alias: "V0",
  basis: ["Luật Tố cáo 25/2018/QH14"],
  rules,
  procedures: [denunciation, denunciationAgain, denouncerProtection],
  against,
  competence,
  transitions: [],
  duties: [],
  allowances: [],
  reportWindows: [],
  gaps,
  notEncoded: [
    "Nghị định 31/2019/NĐ-CP có hiệu lực từ 28/5/2019; trước ngày đó chỉ có quy định của luật",
    "Thời hạn của pháp luật xử lý vi phạm hành chính đối với vi phạm quản lý nhà nước (khoản 2 Điều 42)",
    "Thẩm quyền chi tiết của Tòa án, Viện kiểm sát, Kiểm toán nhà nước, doanh nghiệp nhà nước, tổ chức chính trị (Điều 14 đến Điều 20)",
    "Thẩm quyền của Tổng cục trưởng, Cục trưởng, người đứng đầu cơ quan thuộc Chính phủ (khoản 5, khoản 6 Điều 13)",
    "Số người đại diện của những người cùng tố cáo (Điều 23; Điều 29 Luật Tiếp công dân)",
    "Tố cáo đã thụ lý theo Luật Tố cáo 2011 (khoản 3 Điều 66)",
  ],
};
