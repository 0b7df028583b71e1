import type { Actor, StageRule, StateRule } from "../../../src/rules/pack.ts";
import { t } from "../../wording.ts";

export const counter: readonly Actor[] = ["reception-officer"];
export const office: readonly Actor[] = ["reception-officer", "petition-officer", "head"];
export const head: readonly Actor[] = ["head"];

export const stages: readonly StageRule[] = [
  { id: "intake", name: t("Tiếp", "Reception") },
  { id: "answer", name: t("Trả lời", "Answer") },
  { id: "follow", name: t("Theo dõi kết quả", "Following the result") },
];

/** The states of §6.1; their names are ours. A visit begins at the counter; who is given a day waits for it as SCHEDULED. */
export const states: readonly StateRule[] = [
  {
    id: "CHECKED_IN",
    name: t("Công dân đã đến", "Citizen present"),
    plain: t("Ông/bà đang được tiếp.", "You are being received."),
    stage: "intake",
    final: false,
    next: { act: "record", waitingOn: "us" },
  },
  {
    id: "SCHEDULED",
    name: t("Đã xếp lịch tiếp", "Given a day"),
    plain: t("Ông/bà đã được xếp lịch tiếp.", "You have been given a day of reception."),
    stage: "intake",
    final: false,
    next: { act: "arrive", waitingOn: "petitioner" },
  },
  {
    id: "NOT_ATTENDED",
    name: t("Công dân không đến", "Citizen did not come"),
    plain: t("Ông/bà không đến vào ngày đã hẹn.", "You did not come on the day given."),
    stage: "intake",
    final: true,
  },
  {
    id: "GUIDED",
    name: t("Đã hướng dẫn bổ sung", "Guided to complete"),
    plain: t(
      "Cơ quan chưa tiếp nhận nội dung; đã giải thích lý do và hướng dẫn ông/bà bổ sung.",
      "Nothing was taken in yet; you were told why and what to bring.",
    ),
    stage: "intake",
    final: true,
  },
  {
    id: "REFUSED_ORAL",
    name: t("Từ chối tiếp", "Reception refused"),
    plain: t("Cơ quan đã từ chối tiếp và giải thích lý do.", "Reception was refused and the reason explained."),
    stage: "intake",
    final: true,
  },
  {
    id: "REFUSAL_DUE",
    name: t("Chờ ra thông báo từ chối tiếp", "Written refusal to be issued"),
    plain: t("Cơ quan đang xem xét việc từ chối tiếp.", "The office is considering a refusal of reception."),
    stage: "intake",
    final: false,
    next: { act: "refuse-written", waitingOn: "us" },
  },
  {
    id: "REFUSED_WRITTEN",
    name: t("Đã thông báo từ chối tiếp", "Reception refused in writing"),
    plain: t("Cơ quan đã có văn bản từ chối tiếp, nêu rõ lý do.", "Reception was refused in writing, with the reason."),
    stage: "intake",
    final: true,
  },
  {
    id: "RECORDED",
    name: t("Đã tiếp nhận", "Recorded"),
    plain: t("Nội dung đã được ghi vào sổ tiếp công dân.", "What you said is in the reception register."),
    stage: "answer",
    final: false,
    next: { act: "answer", clock: "answer", waitingOn: "us" },
  },
  {
    id: "CONCLUDED",
    name: t("Người đứng đầu đã kết luận", "Concluded by the head"),
    plain: t(
      "Người đứng đầu đã tiếp và giao cơ quan, đơn vị giải quyết.",
      "The head has received you and told the units what to do.",
    ),
    stage: "answer",
    final: false,
    next: { act: "answer", clock: "answer", waitingOn: "us" },
  },
  {
    id: "NOTIFIED",
    name: t("Đã trả lời", "Answered"),
    plain: t("Cơ quan đã trả lời ông/bà.", "The office has answered you."),
    stage: "answer",
    final: true,
  },
  {
    id: "FOLLOWING",
    name: t("Đã chuyển, theo dõi kết quả", "Forwarded; the result is followed"),
    plain: t(
      "Nội dung đã được chuyển đến cơ quan có thẩm quyền; cơ quan tiếp đang theo dõi kết quả.",
      "It was sent to the competent body; the office follows the result.",
    ),
    stage: "follow",
    final: false,
    next: { act: "record-result", waitingOn: "others" },
  },
  {
    id: "RESULT_KNOWN",
    name: t("Đã có kết quả giải quyết", "Result known"),
    plain: t("Đã có kết quả giải quyết từ cơ quan có thẩm quyền.", "The competent body has reported its result."),
    stage: "follow",
    final: false,
    next: { act: "tell-result", clock: "citizen-result", waitingOn: "us" },
  },
];
