import type { StageRule, StateRule } from "../../../src/rules/pack.ts";
import { t } from "../../wording.ts";

export const protectionStages: readonly StageRule[] = [
  { id: "request", name: t("Đề nghị", "Request") },
  { id: "decision", name: t("Xem xét, quyết định", "Decision") },
  { id: "protection", name: t("Bảo vệ", "Protection") },
  { id: "end", name: t("Chấm dứt", "End") },
];

const state = (
  id: string,
  stage: string,
  name: StateRule["name"],
  plain: StateRule["plain"],
  next?: StateRule["next"],
): StateRule => ({ id, name, plain, stage, final: next === undefined, ...(next ? { next } : {}) });

/** The states of §6.9. The secrecy of who denounced does not wait for them: it holds from receipt (khoản 2 Điều 47). */
export const protectionStates: readonly StateRule[] = [
  state(
    "REQUESTED",
    "request",
    t("Có đề nghị hoặc căn cứ bảo vệ", "Protection requested"),
    t("Cơ quan đã nhận đề nghị bảo vệ.", "The office has the request for protection."),
    { act: "assess", clock: "protection", waitingOn: "us" },
  ),
  state(
    "REVIEWED",
    "decision",
    t("Đã xem xét đề nghị", "Request assessed"),
    t("Cơ quan đã xem xét đề nghị và sẽ quyết định.", "The request was assessed; the decision comes next."),
    { act: "order", clock: "protection", waitingOn: "us" },
  ),
  state(
    "REFERRED",
    "decision",
    t("Đã đề nghị cơ quan có thẩm quyền bảo vệ", "Referred to the competent authority"),
    t(
      "Cơ quan đã đề nghị nơi có thẩm quyền áp dụng biện pháp bảo vệ.",
      "The competent authority was asked to protect.",
    ),
    { act: "record-authority-decision", waitingOn: "others" },
  ),
  state(
    "REFUSED",
    "decision",
    t("Không áp dụng biện pháp bảo vệ", "Protection refused"),
    t(
      "Không áp dụng biện pháp bảo vệ: cơ quan đã nêu rõ lý do, hoặc người được bảo vệ đã từ chối.",
      "There is no protection: it was refused with the reason, or declined.",
    ),
  ),
  state(
    "ORDERED",
    "protection",
    t("Đã quyết định bảo vệ", "Protection ordered"),
    t("Đã có quyết định bảo vệ, đang tổ chức thực hiện ngay.", "Protection was ordered and is being put in place."),
    { act: "begin", waitingOn: "us" },
  ),
  state(
    "ACTIVE",
    "protection",
    t("Đang bảo vệ", "Under protection"),
    t("Biện pháp bảo vệ đang được thực hiện.", "The protection is in place."),
    { act: "end", waitingOn: "calendar" },
  ),
  state(
    "ENDED",
    "end",
    t("Đã chấm dứt bảo vệ", "Protection ended"),
    t("Việc bảo vệ đã chấm dứt.", "The protection has ended."),
  ),
];
