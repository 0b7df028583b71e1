import type { StateRule } from "../../../src/rules/pack.ts";
import { t } from "../../wording.ts";

/** The states of a reflection on regulations; their names are ours. */
export const regulationStates: readonly StateRule[] = [
  {
    id: "RECEIVED",
    name: t("Đã nhận", "Received"),
    plain: t("Cơ quan đã nhận phản ánh, kiến nghị.", "The office has your reflection."),
    stage: "intake",
    final: false,
    next: { act: "log", clock: "transfer", waitingOn: "us" },
  },
  {
    id: "LOGGED",
    name: t("Đã vào sổ, phân loại", "Logged and classified"),
    plain: t("Phản ánh, kiến nghị đã được vào sổ.", "Your reflection is in the book."),
    stage: "intake",
    final: false,
    next: { act: "assess", clock: "transfer", waitingOn: "us" },
  },
  {
    id: "REJECTED",
    name: t("Không tiếp nhận", "Not taken in"),
    plain: t("Phản ánh, kiến nghị không đáp ứng yêu cầu.", "Your reflection does not meet what is asked of it."),
    stage: "intake",
    final: true,
  },
  {
    id: "TRANSFERRED",
    name: t("Đã chuyển", "Transferred"),
    plain: t("Đã chuyển đến cơ quan có thẩm quyền xử lý.", "It was sent to the competent body."),
    stage: "intake",
    final: true,
  },
  {
    id: "ASSESSING",
    name: t("Đang nghiên cứu, đánh giá", "Being assessed"),
    plain: t("Quy định được phản ánh đang được xem xét.", "The regulation is being looked at."),
    stage: "assessment",
    final: false,
    next: { act: "decide-handling", waitingOn: "us" },
  },
  {
    id: "COLLECTED",
    name: t("Tiếp tục tập hợp", "Kept for further study"),
    plain: t("Chưa đủ cơ sở xử lý; tiếp tục tập hợp để nghiên cứu.", "Not enough to act on yet; it is kept for study."),
    stage: "assessment",
    final: false,
    next: { act: "assess-again", waitingOn: "others" },
  },
  {
    id: "HANDLED",
    name: t("Đã quyết định xử lý", "Handling decided"),
    plain: t("Cơ quan đã quyết định cách xử lý.", "The office has decided what to do."),
    stage: "publication",
    final: false,
    next: { act: "publish", waitingOn: "us" },
  },
  {
    id: "PUBLISHED",
    name: t("Đã công khai kết quả", "Result published"),
    plain: t("Kết quả xử lý đã được công khai.", "The result has been published."),
    stage: "publication",
    final: true,
  },
];
