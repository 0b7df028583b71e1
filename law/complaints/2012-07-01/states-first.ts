import type { StateRule } from "../../../src/rules/pack.ts";
import { t } from "../../wording.ts";

/** The states of §6.3 and §6.10; their names are ours. EFFECTIVE and OVERDUE are computed from dates. */
export const firstStates: readonly StateRule[] = [
  {
    id: "KN_SCREEN",
    name: t("Chờ thụ lý", "Awaiting acceptance"),
    stage: "intake",
    final: false,
    plain: t(
      "Cơ quan đã nhận đơn và đang xem xét điều kiện thụ lý.",
      "The office has your complaint and is checking whether it can be accepted.",
    ),
    next: { act: "accept", clock: "acceptance", waitingOn: "us" },
  },
  {
    id: "NOT_ACCEPTED",
    name: t("Không thụ lý", "Not accepted"),
    stage: "acceptance",
    final: true,
    plain: t(
      "Cơ quan đã thông báo không thụ lý và nêu rõ lý do.",
      "The office has told you that it does not accept the complaint, and why.",
    ),
  },
  {
    id: "GUIDED",
    name: t("Đã hướng dẫn đến nơi có thẩm quyền", "Guided to the competent authority"),
    stage: "intake",
    final: true,
    plain: t(
      "Khiếu nại không thuộc thẩm quyền của cơ quan này; ông/bà đã được hướng dẫn đến nơi có thẩm quyền.",
      "The complaint is not for this office to settle; you were guided to who is competent.",
    ),
  },
  {
    id: "ACCEPTED",
    name: t("Đã thụ lý", "Accepted"),
    stage: "acceptance",
    final: false,
    plain: t(
      "Khiếu nại đã được thụ lý; cơ quan đang kiểm tra lại quyết định, hành vi bị khiếu nại.",
      "Your complaint is accepted; the office is re-checking the contested decision or act.",
    ),
    next: { act: "order-verification", clock: "settlement", waitingOn: "us" },
  },
  {
    id: "VERIFYING",
    name: t("Đang xác minh", "Under verification"),
    stage: "verification",
    final: false,
    plain: t("Cơ quan đang xác minh nội dung khiếu nại.", "The office is verifying what you complained about."),
    next: { act: "report", clock: "settlement", waitingOn: "us" },
  },
  {
    id: "VERIFIED",
    name: t("Đã xác minh", "Verified"),
    stage: "verification",
    final: false,
    plain: t(
      "Đã có kết quả xác minh; cơ quan chuẩn bị đối thoại hoặc ra quyết định.",
      "Verification is done; a dialogue or the decision comes next.",
    ),
    next: { act: "decide", clock: "settlement", waitingOn: "us" },
  },
  {
    id: "DIALOGUE_SET",
    name: t("Đã mời đối thoại", "Dialogue called"),
    stage: "dialogue",
    final: false,
    plain: t(
      "Cơ quan đã mời đối thoại; ông/bà xem thời gian, địa điểm trong giấy mời.",
      "A dialogue has been called; see the invitation for time and place.",
    ),
    next: { act: "hold-dialogue", clock: "settlement", waitingOn: "calendar" },
  },
  {
    id: "DIALOGUED",
    name: t("Đã đối thoại", "Dialogue held"),
    stage: "dialogue",
    final: false,
    plain: t(
      "Đã đối thoại; cơ quan chuẩn bị ra quyết định giải quyết.",
      "The dialogue was held; the decision comes next.",
    ),
    next: { act: "decide", clock: "settlement", waitingOn: "us" },
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
    name: t("Đình chỉ giải quyết", "Settlement ended without a decision"),
    stage: "decision",
    final: true,
    plain: t(
      "Cơ quan đã đình chỉ giải quyết khiếu nại và nêu rõ lý do.",
      "The office has ended the settlement and given the reason.",
    ),
  },
  {
    id: "DECIDED",
    name: t("Đã ra quyết định", "Decided"),
    stage: "decision",
    final: false,
    plain: t("Đã có quyết định giải quyết; cơ quan đang gửi quyết định.", "The decision is made and is being sent."),
    next: { act: "send", clock: "sending", waitingOn: "us" },
  },
  {
    id: "SENT",
    name: t("Đã gửi quyết định", "Decision sent"),
    stage: "publication",
    final: false,
    plain: t(
      "Quyết định đã gửi; ông/bà có quyền khiếu nại lần hai hoặc khởi kiện.",
      "The decision was sent; you may complain a second time or sue.",
    ),
    next: { act: "publish", clock: "publication", waitingOn: "us" },
  },
  {
    id: "PUBLISHED",
    name: t("Đã công khai quyết định", "Decision published"),
    stage: "effect",
    final: false,
    plain: t(
      "Quyết định đã được công khai và sẽ có hiệu lực sau 30 ngày (vùng sâu, vùng xa không quá 45 ngày) kể từ ngày ban hành, nếu không có khiếu nại lần hai.",
      "The decision is public and takes effect 30 days (remote areas: up to 45) after it was issued, unless there is a second complaint.",
    ),
    next: { act: "direct-enforcement", clock: "enforcement", waitingOn: "calendar" },
  },
  {
    id: "APPEALED",
    name: t("Đã khiếu nại lần hai", "Second complaint filed"),
    stage: "effect",
    final: true,
    plain: t(
      "Ông/bà đã khiếu nại lần hai; hồ sơ chuyển sang người giải quyết lần hai.",
      "A second complaint was filed; it is now with the second resolver.",
    ),
  },
  {
    id: "ENFORCING",
    name: t("Đang thi hành", "Being carried out"),
    stage: "enforcement",
    final: false,
    plain: t("Quyết định đã có hiệu lực và đang được thi hành.", "The decision is in force and being carried out."),
    next: { act: "record-execution", waitingOn: "others" },
  },
  {
    id: "NOT_EXECUTED",
    name: t("Chưa thi hành", "Not carried out"),
    stage: "enforcement",
    final: false,
    plain: t(
      "Quyết định chưa được thi hành đầy đủ; cơ quan đang áp dụng biện pháp xử lý.",
      "The decision is not fully carried out; the office is taking measures.",
    ),
    next: { act: "direct-enforcement", waitingOn: "us" },
  },
  {
    id: "ENFORCED",
    name: t("Đã thi hành xong", "Carried out"),
    stage: "enforcement",
    final: false,
    plain: t("Quyết định đã được thi hành xong.", "The decision has been carried out."),
    next: { act: "close", waitingOn: "us" },
  },
  {
    id: "UNDER_REVIEW",
    name: t("Đang xem xét lại việc giải quyết", "Settlement under review"),
    stage: "enforcement",
    final: false,
    plain: t(
      "Việc giải quyết đang được cấp có thẩm quyền kiểm tra lại.",
      "A higher authority is checking how the case was settled.",
    ),
    next: { act: "review-uphold", waitingOn: "others" },
  },
  {
    id: "CLOSED",
    name: t("Đã kết thúc, lưu hồ sơ", "Closed and filed"),
    stage: "enforcement",
    final: true,
    plain: t("Vụ việc đã kết thúc.", "The case is closed."),
  },
];
