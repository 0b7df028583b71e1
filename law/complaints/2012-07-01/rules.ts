import type { DeadlineRule } from "../../../src/rules/pack.ts";
import { t, text } from "../../wording.ts";
import { effect, limit, window } from "./limits.ts";
import { settling } from "./rules-settlement.ts";

const remote = "vùng sâu, vùng xa đi lại khó khăn";

const receipt = t("Ngày nhận được khiếu nại", "Day the complaint was received");
const issue = t("Ngày ban hành quyết định giải quyết khiếu nại", "Day the decision was issued");
const request = t("Ngày có yêu cầu", "Day of the request");
const notAccepted = t(
  "Quá hạn: vi phạm trách nhiệm thụ lý, trả lời người khiếu nại",
  "Overdue: the duty to accept or answer is breached",
);

const limitation: readonly DeadlineRule[] = [
  window(text("Điều 9 Luật Khiếu nại"), {
    id: "KN-9-1",
    amount: 90,
    unit: "day",
    name: t("Thời hiệu khiếu nại lần đầu", "Time bar of a first complaint"),
    startEvent: t(
      "Ngày nhận được hoặc biết được quyết định hành chính, hành vi hành chính",
      "Day the decision or act was received or known",
    ),
  }),
  window(text("Điều 48 Luật Khiếu nại"), {
    id: "KN-48-1",
    amount: 15,
    unit: "day",
    name: t("Thời hiệu khiếu nại lần đầu quyết định kỷ luật", "Time bar of a first disciplinary complaint"),
    startEvent: t("Ngày nhận được quyết định kỷ luật", "Day the disciplinary decision was received"),
  }),
  window(text("Điều 48 Luật Khiếu nại"), {
    id: "KN-48-2",
    amount: 10,
    unit: "day",
    name: t("Thời hiệu khiếu nại lần hai quyết định kỷ luật", "Time bar of a second disciplinary complaint"),
    startEvent: t("Ngày nhận được quyết định giải quyết khiếu nại lần đầu", "Day the first decision was received"),
  }),
  window(text("Điều 48 Luật Khiếu nại"), {
    id: "KN-48-3",
    amount: 30,
    unit: "day",
    name: t(
      "Thời hiệu khiếu nại lần hai quyết định kỷ luật buộc thôi việc",
      "Time bar of a second complaint against dismissal",
    ),
    startEvent: t("Ngày nhận được quyết định giải quyết khiếu nại lần đầu", "Day the first decision was received"),
  }),
];

export const accepting: readonly DeadlineRule[] = [
  {
    ...limit(text("Điều 27 Luật Khiếu nại"), {
      id: "KN-27-1",
      amount: 10,
      unit: "day",
      name: t("Thụ lý hoặc thông báo không thụ lý khiếu nại lần đầu", "Accept or refuse a first complaint"),
      startEvent: receipt,
      consequence: notAccepted,
    }),
    alsoKnownAs: ["KN-27-1-old"],
  },
  {
    ...limit(text("Khoản 1 Điều 36 Luật Khiếu nại"), {
      id: "KN-36-1",
      amount: 10,
      unit: "day",
      name: t("Thụ lý hoặc thông báo không thụ lý khiếu nại lần hai", "Accept or refuse a second complaint"),
      startEvent: receipt,
      consequence: notAccepted,
    }),
    alsoKnownAs: ["KN-36-1-old"],
  },
  {
    ...limit(text("Điều 50 Luật Khiếu nại"), {
      id: "KN-50-1",
      amount: 10,
      unit: "day",
      name: t("Thụ lý hoặc không thụ lý khiếu nại quyết định kỷ luật", "Accept or refuse a disciplinary complaint"),
      startEvent: receipt,
      consequence: notAccepted,
    }),
    alsoKnownAs: ["KN-50-1-old"],
  },
];

const d33 = text("Khoản 1 Điều 33 Luật Khiếu nại");
const second = t(
  "Ngày hết thời hạn giải quyết hoặc ngày nhận được quyết định giải quyết lần đầu",
  "Day the limit ended or the first decision was received",
);

const informing: readonly DeadlineRule[] = [
  window(
    { ...d33, gap: "GAP-5" },
    { id: "KN-33-1", amount: 30, unit: "day", name: t("Khiếu nại lần hai", "Second complaint"), startEvent: second },
  ),
  window(
    { ...d33, gap: "GAP-6" },
    {
      id: "KN-33-1-remote",
      amount: 45,
      unit: "day",
      name: t(`Khiếu nại lần hai ở ${remote}`, "Second complaint, remote area"),
      startEvent: second,
    },
  ),
  limit(text("Điểm đ khoản 1 Điều 12 Luật Khiếu nại"), {
    id: "KN-12-1",
    amount: 7,
    unit: "day",
    name: t("Cung cấp thông tin, tài liệu cho người khiếu nại", "Give information to the complainant"),
    startEvent: request,
  }),
  limit(text("Điểm c khoản 1, điểm c khoản 2 Điều 13 Luật Khiếu nại"), {
    id: "KN-13-1",
    amount: 7,
    unit: "day",
    name: t(
      "Cung cấp thông tin, tài liệu, giải trình của người bị khiếu nại",
      "Information and explanation of the respondent",
    ),
    startEvent: request,
  }),
  limit(text("Điểm a khoản 1 Điều 14, điểm a khoản 1 Điều 15 Luật Khiếu nại"), {
    id: "KN-14-1",
    amount: 7,
    unit: "day",
    name: t(
      "Cung cấp thông tin, tài liệu, chứng cứ theo yêu cầu của người giải quyết",
      "Give information asked for by the resolver",
    ),
    startEvent: request,
  }),
  limit(text("Điều 32 Luật Khiếu nại"), {
    id: "KN-32-1",
    amount: 3,
    unit: "working-day",
    name: t("Gửi quyết định giải quyết khiếu nại lần đầu", "Send the first decision"),
    startEvent: issue,
  }),
  limit(
    { ...text("Khoản 1 Điều 41 Luật Khiếu nại"), gap: "GAP-1" },
    {
      id: "KN-41-1",
      amount: 7,
      unit: "day",
      name: t("Gửi quyết định giải quyết khiếu nại lần hai", "Send the second decision"),
      startEvent: issue,
    },
  ),
  limit(
    { ...text("Khoản 2 Điều 56 Luật Khiếu nại"), gap: "GAP-1" },
    {
      id: "KN-56-1",
      amount: 7,
      unit: "day",
      name: t("Gửi quyết định giải quyết lần hai khiếu nại kỷ luật", "Send the second disciplinary decision"),
      startEvent: issue,
    },
  ),
  limit(text("Khoản 2 Điều 27 Luật Tiếp công dân"), {
    id: "KN-27-2",
    amount: 7,
    unit: "working-day",
    name: t(
      "Thông báo kết quả cho cơ quan, đại biểu đã chuyển đơn",
      "Tell the body that forwarded the case the result",
    ),
    startEvent: t("Ngày giải quyết vụ việc", "Day the case was settled"),
  }),
  window(
    { ...text("Khoản 8 Điều 11 Luật Khiếu nại"), gap: "GAP-4" },
    {
      id: "KN-11-8",
      amount: 30,
      unit: "day",
      name: t("Tiếp tục khiếu nại sau thông báo đình chỉ", "Continue after a notice of termination"),
      startEvent: t("Ngày có văn bản thông báo đình chỉ", "Day of the notice of termination"),
    },
  ),
  {
    ...limit(text("Điều 35 Luật Khiếu nại"), {
      id: "KN-35-1",
      amount: 0,
      unit: "immediately",
      name: t(
        "Hủy bỏ quyết định tạm đình chỉ thi hành khi lý do không còn",
        "Lift the suspension of execution when its reason has ended",
      ),
      startEvent: t("Ngày lý do tạm đình chỉ không còn", "Day the reason ended"),
    }),
    rollsOver: false,
  },
];

const effects: readonly DeadlineRule[] = [
  effect(
    { ...text("Khoản 1 Điều 44 Luật Khiếu nại"), gap: "GAP-5" },
    {
      id: "KN-44-1",
      amount: 30,
      unit: "day",
      name: t("Quyết định giải quyết lần đầu có hiệu lực pháp luật", "The first decision takes legal effect"),
      startEvent: issue,
    },
  ),
  effect(
    { ...text("Khoản 1 Điều 44 Luật Khiếu nại"), gap: "GAP-6" },
    {
      id: "KN-44-1-remote",
      amount: 45,
      unit: "day",
      name: t(
        `Quyết định giải quyết lần đầu có hiệu lực pháp luật ở ${remote}`,
        "The first decision takes legal effect, remote area",
      ),
      startEvent: issue,
    },
  ),
  effect(text("Khoản 2 Điều 44 Luật Khiếu nại"), {
    id: "KN-44-2",
    amount: 30,
    unit: "day",
    name: t("Quyết định giải quyết lần hai có hiệu lực pháp luật", "The second decision takes legal effect"),
    startEvent: issue,
  }),
  effect(
    { ...text("Khoản 2 Điều 44 Luật Khiếu nại"), gap: "GAP-6" },
    {
      id: "KN-44-2-remote",
      amount: 45,
      unit: "day",
      name: t(
        `Quyết định giải quyết lần hai có hiệu lực pháp luật ở ${remote}`,
        "The second decision takes legal effect, remote area",
      ),
      startEvent: issue,
    },
  ),
  effect(text("Khoản 1 Điều 57 Luật Khiếu nại"), {
    id: "KN-57-1",
    amount: 30,
    unit: "day",
    name: t(
      "Quyết định giải quyết khiếu nại kỷ luật có hiệu lực pháp luật",
      "A disciplinary decision takes legal effect",
    ),
    startEvent: issue,
  }),
];

/** What the Law on Complaints 02/2011/QH13 says itself. */
export const rules: readonly DeadlineRule[] = [...limitation, ...accepting, ...settling, ...informing, ...effects];
