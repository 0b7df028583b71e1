import type { LawPack } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import { t, text } from "../../wording.ts";
import { gaps } from "../gaps.ts";
import { transitionActs, transitionRules } from "../transition-2026.ts";
import { accept, certifyComplexity, openingFields, reassign, refuse } from "./acts-acceptance.ts";
import {
  close,
  correct,
  directEnforcement,
  openReview,
  recordExecution,
  recordNonExecution,
  reviewResettle,
  reviewUphold,
  withdrawAll,
} from "./acts-after.ts";
import {
  decide,
  notifyForwarder,
  publish,
  publishLate,
  recheckDecide,
  recordReceipt,
  secondComplaint,
  send,
} from "./acts-decision.ts";
import {
  commissionExpert,
  handOver,
  holdDialogue,
  holdWorkingSession,
  liftSuspensionOfExecution,
  orderVerification,
  postponeDialogue,
  report,
  requestInformation,
  suspendExecution,
} from "./acts-verification.ts";
import { documents } from "./documents.ts";
import { rules } from "./rules.ts";
import { stages, states } from "./states.ts";

/** Luật Khiếu nại 02/2011/QH13 as enacted: what the law says itself. */
export const law2011: LawPack = {
  id: "complaints/2012-07-01",
  subject: "complaints",
  validFrom: civilDate("2012-07-01"),
  alias: "V0",
  basis: ["Luật Khiếu nại 02/2011/QH13"],
  rules: [...rules, ...transitionRules],
  procedures: [
    {
      id: "complaint-first",
      name: t("Giải quyết khiếu nại lần đầu", "Settlement of a first complaint"),
      opens: {
        ...text("Điều 27 Luật Khiếu nại"),
        kinds: ["complaint"],
        prefix: "KN",
        todo: t("Lập hồ sơ khiếu nại lần đầu", "Open a first complaint"),
        fields: openingFields,
      },
      stages,
      initial: "KN_SCREEN",
      opening: [{ do: "start", clock: "acceptance", rules: [{ rule: "KN-27-1" }] }],
      // Thụ lý and không thụ lý are answers in the sense of Điều 28.1 Luật Tiếp công dân.
      inherits: ["answer"],
      states,
      acts: [
        accept,
        refuse,
        recheckDecide,
        certifyComplexity,
        orderVerification,
        holdWorkingSession,
        requestInformation,
        handOver,
        commissionExpert,
        report,
        ...transitionActs,
        holdDialogue,
        postponeDialogue,
        decide,
        send,
        recordReceipt,
        publish,
        publishLate,
        secondComplaint,
        directEnforcement,
        recordExecution,
        recordNonExecution,
        close,
        withdrawAll,
        suspendExecution,
        liftSuspensionOfExecution,
        notifyForwarder,
        correct,
        reassign,
        openReview,
        reviewUphold,
        reviewResettle,
      ],
      documents,
    },
  ],
  against: [],
  competence: [],
  transitions: [],
  duties: [],
  allowances: [],
  reportWindows: [],
  gaps,
  notEncoded: [
    "Khiếu nại lần hai (từ khi nhận đơn lần hai) và khiếu nại quyết định kỷ luật: mới có thời hạn, chưa có quy trình",
    "Nghị định 75/2012/NĐ-CP và các mẫu của Thông tư 07/2013/TT-TTCP",
    "Thẩm quyền ba cấp trước 01/7/2025 (Điều 17 đến Điều 26)",
  ],
};
