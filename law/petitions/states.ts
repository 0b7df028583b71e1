import type { Actor, StageRule, StateRule } from "../../src/rules/pack.ts";
import { t } from "../wording.ts";

export const processor: readonly Actor[] = ["petition-officer", "reception-officer"];
export const head: readonly Actor[] = ["head"];

export const stages: readonly StageRule[] = [
  { id: "intake", name: t("Tiếp nhận", "Intake") },
  { id: "check", name: t("Kiểm tra, phân loại", "Checking") },
  { id: "outcome", name: t("Kết quả xử lý", "Outcome") },
];

const ended = (id: string, vi: string, en: string, plainVi: string, plainEn: string): StateRule => ({
  id,
  name: t(vi, en),
  plain: t(plainVi, plainEn),
  stage: "outcome",
  final: true,
});

/** The states of §6.2; their names are ours. */
export const states: readonly StateRule[] = [
  {
    id: "RECEIVED",
    name: t("Mới tiếp nhận", "Received"),
    plain: t("Cơ quan đã nhận đơn.", "The office has your petition."),
    stage: "intake",
    final: false,
    next: { act: "check", waitingOn: "us" },
  },
  {
    id: "CHECKED",
    name: t("Đã kiểm tra, phân loại", "Checked and classified"),
    plain: t(
      "Đơn đã được phân loại, đang chờ hướng xử lý.",
      "Your petition is classified; the outcome is being decided.",
    ),
    stage: "check",
    final: false,
    next: { act: "propose", waitingOn: "us" },
  },
  {
    id: "INCOMPLETE",
    name: t("Chờ bổ sung", "Waiting for completion"),
    plain: t("Cơ quan đã đề nghị bổ sung đơn, tài liệu.", "You were asked to complete your petition."),
    stage: "check",
    final: false,
    next: { act: "record-completion", waitingOn: "petitioner" },
  },
  {
    id: "PROPOSED",
    name: t("Đã đề xuất thụ lý", "Proposed for acceptance"),
    plain: t("Đơn đang được trình người có thẩm quyền.", "Your petition lies before the competent person."),
    stage: "outcome",
    final: false,
    next: { act: "take-up", waitingOn: "us" },
  },
  {
    id: "ESCALATED",
    name: t("Đã yêu cầu cấp dưới giải quyết, báo cáo", "The lower body was told to settle and report"),
    plain: t(
      "Cơ quan đã yêu cầu cấp dưới giải quyết và báo cáo.",
      "The office has told the lower body to settle it and report.",
    ),
    stage: "outcome",
    final: false,
    next: { act: "close-escalation", waitingOn: "others" },
  },
  ended(
    "HANDED_OVER",
    "Đã chuyển giải quyết",
    "Handed over for settlement",
    "Đơn được xem xét giải quyết theo thủ tục riêng.",
    "Your petition is now examined under its own procedure.",
  ),
  ended("NOT_ELIGIBLE", "Không đủ điều kiện", "Not eligible", "Cơ quan đã trả lời lý do.", "You were told the reason."),
  ended(
    "GUIDED",
    "Đã hướng dẫn",
    "Guided",
    "Cơ quan đã hướng dẫn nơi có thẩm quyền.",
    "The office has told you where to go.",
  ),
  ended("TRANSFERRED", "Đã chuyển đơn", "Transferred", "Đơn đã chuyển đến nơi có thẩm quyền.", "It was sent on."),
  ended(
    "RETURNED",
    "Đã trả lại nơi chuyển",
    "Returned",
    "Đơn đã trả lại nơi chuyển đến.",
    "It went back to the forwarder.",
  ),
  ended("FILED", "Đã xếp lưu", "Filed", "Đơn được xếp lưu theo quy định.", "Your petition was filed without action."),
  ended("SPLIT", "Đã tách đơn", "Split", "Đơn đã tách theo từng nội dung.", "Your petition was split by content."),
  ended(
    "ESCALATION_CLOSED",
    "Cấp dưới đã báo cáo kết quả",
    "The lower body has reported",
    "Cấp dưới đã giải quyết và báo cáo.",
    "The lower body has settled it and reported.",
  ),
];
