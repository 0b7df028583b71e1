import type { StateRule } from "../../../src/rules/pack.ts";
import { t } from "../../wording.ts";

const state = (
  id: string,
  stage: string,
  names: readonly [string, string],
  plain: readonly [string, string],
  next?: StateRule["next"],
): StateRule => ({
  id,
  name: t(...names),
  plain: t(...plain),
  stage,
  final: next === undefined,
  ...(next ? { next } : {}),
});

/** The states of §6.8; their names are ours. */
export const recommendationStates: readonly StateRule[] = [
  state(
    "CLASSIFIED",
    "intake",
    ["Đã phân loại", "Classified"],
    ["Cơ quan đã nhận kiến nghị, phản ánh.", "The office has your reflection."],
    {
      act: "assign",
      clock: "answer",
      waitingOn: "us",
    },
  ),
  state(
    "ASSIGNED",
    "intake",
    ["Đã phân công", "Assigned"],
    ["Đã phân công bộ phận xem xét.", "A unit has been told to look into it."],
    {
      act: "notify",
      clock: "answer",
      waitingOn: "us",
    },
  ),
  state(
    "TRANSFERRED",
    "intake",
    ["Đã chuyển", "Transferred"],
    ["Đã chuyển đến cơ quan có thẩm quyền.", "It was sent to the competent body."],
    {
      act: "notify",
      clock: "answer",
      waitingOn: "us",
    },
  ),
  state(
    "NOTIFIED",
    "handling",
    ["Đã thông báo", "Told"],
    ["Cơ quan đã thông báo việc tiếp nhận, xử lý.", "You were told what happens with it."],
    {
      act: "begin-handling",
      clock: "internal-target",
      waitingOn: "us",
    },
  ),
  state(
    "HANDLING",
    "handling",
    ["Đang giải quyết", "Being handled"],
    ["Nội dung đang được nghiên cứu, xem xét.", "It is being looked into."],
    {
      act: "answer",
      clock: "internal-target",
      waitingOn: "us",
    },
  ),
  state(
    "ANSWERED",
    "answer",
    ["Đã trả lời", "Answered"],
    ["Cơ quan đã trả lời bằng văn bản.", "You were answered in writing."],
    {
      act: "close",
      waitingOn: "us",
    },
  ),
  state("CLOSED", "answer", ["Đã kết thúc", "Closed"], ["Việc xử lý đã kết thúc.", "The matter is closed."]),
  state(
    "RECLASSIFIED",
    "intake",
    ["Đã phân loại lại", "Classified anew"],
    ["Đơn được xử lý theo thủ tục khác.", "It is handled under another procedure."],
  ),
];
