import type { Actor, StageRule, StateRule } from "../../../src/rules/pack.ts";
import { t } from "../../wording.ts";

/** From acceptance to the last step before the conclusion. */
export const inHand = ["ACCEPTED", "VERIFYING", "REPORTED"] as const;
/** After the conclusion, until the file is closed. */
export const concluded = ["CONCLUDED", "SENT", "HANDLED", "PUBLISHED", "MONITORED"] as const;
export const intake = ["TC_SCREEN", "CHECKING"] as const;

export const head: readonly Actor[] = ["head"];
export const verifier: readonly Actor[] = ["settlement-officer", "inspectorate", "head"];
export const office: readonly Actor[] = ["clerk", "petition-officer", "settlement-officer", "head"];
export const desk: readonly Actor[] = ["petition-officer", "settlement-officer", "head"];

export const stages: readonly StageRule[] = [
  { id: "intake", name: t("Tiếp nhận", "Intake") },
  { id: "acceptance", name: t("Thụ lý", "Acceptance") },
  { id: "verification", name: t("Xác minh", "Verification") },
  { id: "conclusion", name: t("Kết luận", "Conclusion") },
  { id: "handling", name: t("Xử lý kết luận", "Acting on it") },
  { id: "publication", name: t("Công khai", "Publication") },
  { id: "monitoring", name: t("Theo dõi thực hiện", "Monitoring") },
];

export const intakeStates: readonly StateRule[] = [
  {
    id: "TC_SCREEN",
    name: t("Chờ xử lý ban đầu", "Awaiting initial processing"),
    stage: "intake",
    final: false,
    plain: t("Cơ quan đã nhận tố cáo và đang xử lý ban đầu.", "The office has the denunciation and is screening it."),
    next: { act: "log-and-check", clock: "acceptance", waitingOn: "us" },
  },
  {
    id: "CHECKING",
    name: t("Đang kiểm tra điều kiện thụ lý", "Conditions being checked"),
    stage: "acceptance",
    final: false,
    plain: t(
      "Cơ quan đang kiểm tra thông tin và điều kiện thụ lý tố cáo.",
      "The office is checking whether the denunciation can be accepted.",
    ),
    next: { act: "accept", clock: "acceptance", waitingOn: "us" },
  },
  {
    id: "NOT_PROCESSED",
    name: t("Không xử lý theo Luật Tố cáo", "Not processed as a denunciation"),
    stage: "intake",
    final: true,
    plain: t(
      "Thông tin không được xử lý theo quy định của Luật Tố cáo.",
      "The information is not processed under the Law on Denunciations.",
    ),
  },
  {
    id: "TO_INSPECTION",
    name: t("Chuyển thanh tra, kiểm tra", "Passed to inspection"),
    stage: "intake",
    final: true,
    plain: t("Thông tin được dùng để thanh tra, kiểm tra.", "The information goes into an inspection."),
  },
];

export const transferred: StateRule = {
  id: "TRANSFERRED",
  name: t("Đã chuyển đến nơi có thẩm quyền", "Transferred to the competent body"),
  stage: "intake",
  final: true,
  plain: t("Tố cáo đã được chuyển đến nơi có thẩm quyền giải quyết.", "It was passed to the body that is competent."),
};

export const notAccepted: StateRule = {
  id: "NOT_ACCEPTED",
  name: t("Không thụ lý", "Not accepted"),
  stage: "acceptance",
  final: true,
  plain: t("Cơ quan không thụ lý tố cáo và đã nêu rõ lý do.", "The office does not accept it and has said why."),
};

export const settlementStates: readonly StateRule[] = [
  {
    id: "ACCEPTED",
    name: t("Đã thụ lý", "Accepted"),
    stage: "acceptance",
    final: false,
    plain: t("Tố cáo đã được thụ lý và sẽ được xác minh.", "The denunciation is accepted and will be verified."),
    next: { act: "set-up-team", clock: "settlement", waitingOn: "us" },
  },
  {
    id: "VERIFYING",
    name: t("Đang xác minh", "Under verification"),
    stage: "verification",
    final: false,
    plain: t("Nội dung tố cáo đang được xác minh.", "What was denounced is being verified."),
    next: { act: "report-team", clock: "settlement", waitingOn: "us" },
  },
  {
    id: "REPORTED",
    name: t("Đã báo cáo kết quả xác minh", "Verification reported"),
    stage: "verification",
    final: false,
    plain: t("Đã có kết quả xác minh; cơ quan chuẩn bị kết luận.", "Verification is done; the conclusion comes next."),
    next: { act: "conclude", clock: "settlement", waitingOn: "us" },
  },
  {
    id: "SUSPENDED",
    name: t("Tạm đình chỉ giải quyết", "Settlement suspended"),
    stage: "verification",
    final: false,
    plain: t(
      "Việc giải quyết tạm dừng; thời gian này không tính vào thời hạn.",
      "Settlement is suspended; this time does not count.",
    ),
    next: { act: "resume", waitingOn: "others" },
  },
  {
    id: "TERMINATED",
    name: t("Đình chỉ giải quyết", "Settlement ended without a conclusion"),
    stage: "conclusion",
    final: true,
    plain: t(
      "Cơ quan đã đình chỉ giải quyết và nêu rõ lý do.",
      "The office has ended the settlement and given the reason.",
    ),
  },
  {
    id: "TAKEN_OVER",
    name: t("Cấp trên lấy lên giải quyết", "Taken over by the superior body"),
    stage: "conclusion",
    final: true,
    plain: t("Cơ quan cấp trên trực tiếp giải quyết vụ việc này.", "The superior body now settles the case itself."),
  },
  {
    id: "CONCLUDED",
    name: t("Đã kết luận", "Concluded"),
    stage: "conclusion",
    final: false,
    plain: t("Đã có kết luận nội dung tố cáo.", "The conclusion was issued."),
    next: { act: "send", clock: "sending", waitingOn: "us" },
  },
  {
    id: "SENT",
    name: t("Đã gửi kết luận", "Conclusion sent"),
    stage: "handling",
    final: false,
    plain: t("Kết luận đã được gửi và thông báo.", "The conclusion was sent and made known to you."),
    next: { act: "handle", clock: "handling", waitingOn: "us" },
  },
  {
    id: "HANDLED",
    name: t("Đã xử lý kết luận", "Conclusion acted on"),
    stage: "publication",
    final: false,
    plain: t("Cơ quan đã xử lý theo kết luận.", "The office has acted on the conclusion."),
    next: { act: "publish", clock: "publication", waitingOn: "us" },
  },
  {
    id: "PUBLISHED",
    name: t("Đã công khai", "Published"),
    stage: "monitoring",
    final: false,
    plain: t("Kết luận đã được công khai.", "The conclusion was published."),
    next: { act: "monitor", waitingOn: "us" },
  },
  {
    id: "MONITORED",
    name: t("Đang theo dõi việc thực hiện", "Implementation monitored"),
    stage: "monitoring",
    final: false,
    plain: t(
      "Cơ quan đang theo dõi việc thực hiện kết luận.",
      "The office is following how the conclusion is carried out.",
    ),
    next: { act: "close", waitingOn: "others" },
  },
  {
    id: "CLOSED",
    name: t("Đã kết thúc, lưu hồ sơ", "Closed and filed"),
    stage: "monitoring",
    final: true,
    plain: t("Vụ việc đã kết thúc.", "The case is closed."),
  },
];

/** The states of §6.6; their names are ours. Overdue is computed from dates. */
export const states: readonly StateRule[] = [...intakeStates, transferred, notAccepted, ...settlementStates];
