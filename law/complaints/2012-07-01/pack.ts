import type { ActRule, LawPack, ProcedureRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import { t } from "../../wording.ts";
import { gaps } from "../gaps.ts";
import { transitionActs, transitionRules } from "../transition-2026.ts";
import { accept, guideElsewhere, refuse } from "./acts-acceptance.ts";
import { certifyComplexity, reassign } from "./acts-complexity.ts";
import { correct } from "./acts-correction.ts";
import {
  askCouncil,
  recordAdvice,
  recordProposal,
  requestIssuerReport,
  setUpAdvisoryCouncil,
  verifyForCouncil,
} from "./acts-council.ts";
import { decide, recheckDecide } from "./acts-decision.ts";
import { holdDialogue, postponeDialogue } from "./acts-dialogue.ts";
import { announce, close, directEnforcement, recordExecution, recordNonExecution } from "./acts-enforcement.ts";
import { publish, publishLate } from "./acts-publication.ts";
import { openReview, reviewResettle, reviewUphold } from "./acts-review.ts";
import { notifyForwarder, recordReceipt, secondComplaint, send, sendLate } from "./acts-sending.ts";
import { liftSuspensionOfExecution, suspendExecution } from "./acts-urgent.ts";
import {
  commissionExpert,
  handOver,
  holdWorkingSession,
  orderVerification,
  report,
  requestInformation,
} from "./acts-verification.ts";
import { against, competence } from "./competence.ts";
import { type Course, courses } from "./courses.ts";
import { documents } from "./documents.ts";
import { opens } from "./openings.ts";
import { rules } from "./rules.ts";
import { stages, states } from "./states.ts";

/** What only this procedure knows, before the dialogue. */
const own: Readonly<Record<Course["id"], readonly ActRule[]>> = {
  "complaint-first": [],
  "complaint-second": [setUpAdvisoryCouncil, recordAdvice],
  "complaint-disciplinary": [askCouncil, recordProposal, verifyForCouncil],
  "complaint-disciplinary-second": [requestIssuerReport],
};

function acts(course: Course): readonly ActRule[] {
  const first = course.instance === "first";
  return [
    accept(course),
    refuse(course),
    guideElsewhere,
    ...(course.id === "complaint-first" ? [recheckDecide(course)] : []),
    certifyComplexity(course),
    orderVerification(course),
    holdWorkingSession(course),
    requestInformation(course),
    handOver(course),
    commissionExpert(course),
    report(course),
    ...own[course.id],
    ...transitionActs(course),
    holdDialogue(course),
    postponeDialogue(course),
    decide(course),
    send(course),
    recordReceipt(course),
    publish(course),
    publishLate(course),
    ...(first ? [secondComplaint(course), sendLate(course)] : []),
    ...(course.disciplinary ? [announce] : []),
    directEnforcement(course),
    recordExecution(course),
    recordNonExecution(course),
    close(course),
    ...(course.disciplinary ? [] : [suspendExecution(course), liftSuspensionOfExecution(course)]),
    notifyForwarder(course),
    correct(course),
    reassign(course),
    openReview(course),
    reviewUphold,
    reviewResettle(course),
  ];
}

const names = {
  "complaint-first": t("Giải quyết khiếu nại lần đầu", "Settlement of a first complaint"),
  "complaint-second": t("Giải quyết khiếu nại lần hai", "Settlement of a second complaint"),
  "complaint-disciplinary": t(
    "Giải quyết khiếu nại quyết định kỷ luật lần đầu",
    "Settlement of a first complaint against a disciplinary decision",
  ),
  "complaint-disciplinary-second": t(
    "Giải quyết khiếu nại quyết định kỷ luật lần hai",
    "Settlement of a second complaint against a disciplinary decision",
  ),
};

function procedure(course: Course): ProcedureRule {
  return {
    id: course.id,
    name: names[course.id],
    opens: opens(course),
    stages: stages(course),
    initial: "KN_SCREEN",
    opening: [{ do: "start", clock: "acceptance", rules: [{ rule: course.acceptance.rule }] }],
    // Thụ lý and không thụ lý are answers in the sense of Điều 28.1 Luật Tiếp công dân.
    inherits: ["answer"],
    states: states(course),
    acts: acts(course),
    documents: documents(course),
  };
}

/** Luật Khiếu nại 02/2011/QH13 as enacted: what the law says itself. */
export const law2011: LawPack = {
  id: "complaints/2012-07-01",
  subject: "complaints",
  validFrom: civilDate("2012-07-01"),
  alias: "V0",
  basis: ["Luật Khiếu nại 02/2011/QH13"],
  rules: [...rules, ...transitionRules],
  procedures: courses.map(procedure),
  against,
  competence,
  transitions: [],
  duties: [],
  allowances: [],
  reportWindows: [],
  gaps,
  notEncoded: [
    "Nghị định 75/2012/NĐ-CP và các mẫu của Thông tư 07/2013/TT-TTCP: từ 2012 đến 09/12/2020 chỉ có những gì luật tự quy định",
    "Đơn vị sự nghiệp công lập trước Nghị định 124/2020/NĐ-CP (khoản 2 Điều 3)",
    "Thời gian có trở ngại khách quan không tính vào thời hiệu (Điều 9, Điều 48): do người xử lý xác định",
    "Trả lời Mặt trận Tổ quốc, tổ chức thành viên đã chuyển đơn trong 07 ngày (khoản 2 Điều 66)",
  ],
};
