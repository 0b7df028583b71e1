import type { Actor, Cited, DeadlineRule, Text } from "../../../src/rules/pack.ts";
import { inference, t, text } from "../../wording.ts";

type Limit = Pick<DeadlineRule, "id" | "name" | "unit" | "amount" | "startEvent"> & {
  readonly actor?: Actor;
  readonly consequence?: Text;
};

/** "Không quá", "chậm nhất": the last day rolls over a day off (TIME-3). */
export function limit(cited: Cited, rule: Limit): DeadlineRule {
  return {
    actor: "head",
    direction: "forward",
    rollsOver: rule.unit !== "immediately",
    pausable: false,
    kind: "limit",
    ...cited,
    ...rule,
  };
}

/** 30 days, and at most two times 30 more; time of suspension is not counted (khoản 2 Điều 34). */
export function settlement(cited: Cited, rule: Limit, times: number): DeadlineRule {
  return {
    ...limit(cited, rule),
    pausable: true,
    ...(times > 0 ? { extension: { amount: 30, times } } : {}),
  };
}

const receipt = t("Ngày nhận được tố cáo", "Day the denunciation was received");
const conclusion = t("Ngày ban hành kết luận nội dung tố cáo", "Day the conclusion was issued");
const running = t("Ngày hết thời hạn đang chạy, chưa chuyển ngày", "Last day of the running limit before roll-over");
export const overdue = t(
  "Quá hạn: người tố cáo có quyền tố cáo tiếp với người đứng đầu cấp trên trực tiếp (khoản 1 Điều 38 Luật Tố cáo)",
  "Overdue: the denouncer may turn to the head of the direct superior body (Article 38.1)",
);

const intake: readonly DeadlineRule[] = [
  limit(text("Khoản 1 Điều 24 Luật Tố cáo"), {
    id: "TC-24-1",
    amount: 7,
    unit: "working-day",
    startEvent: receipt,
    name: t(
      "Xử lý ban đầu: vào sổ, phân loại, kiểm tra, quyết định thụ lý hoặc không thụ lý tố cáo",
      "Initial processing: log, classify, check, accept or refuse",
    ),
  }),
  limit(text("Khoản 1 Điều 24 Luật Tố cáo"), {
    id: "TC-24-1-delegated",
    amount: 10,
    unit: "working-day",
    startEvent: receipt,
    name: t(
      "Xử lý ban đầu khi phải kiểm tra tại nhiều địa điểm hoặc ủy quyền kiểm tra",
      "Initial processing where several places are checked or the check is delegated",
    ),
  }),
  limit(text("Khoản 1 Điều 24 Luật Tố cáo"), {
    id: "TC-24-2",
    amount: 0,
    unit: "immediately",
    startEvent: t("Ngày quyết định không thụ lý", "Day of the refusal"),
    name: t("Thông báo ngay lý do không thụ lý", "Tell the reason of the refusal at once"),
  }),
  limit(text("Khoản 2 Điều 24 Luật Tố cáo"), {
    id: "TC-24-3",
    amount: 5,
    unit: "working-day",
    startEvent: t("Ngày nhận được đơn tố cáo", "Day the petition was received"),
    name: t(
      "Chuyển tố cáo không thuộc thẩm quyền và thông báo cho người tố cáo",
      "Transfer a denunciation outside competence and tell the denouncer",
    ),
  }),
  limit(text("Khoản 2 Điều 26 Luật Tố cáo"), {
    id: "TC-26-1",
    amount: 20,
    unit: "day",
    startEvent: receipt,
    name: t(
      "Thông báo kết quả xử lý cho cơ quan báo chí, cơ quan, tổ chức, cá nhân chuyển tố cáo đến",
      "Tell the press or the body that forwarded it the result",
    ),
  }),
  limit(text("Khoản 1 Điều 27 Luật Tố cáo"), {
    id: "TC-27-1",
    amount: 0,
    unit: "immediately",
    startEvent: t("Ngày thấy có dấu hiệu của tội phạm", "Day the signs of a crime were seen"),
    name: t("Chuyển ngay hồ sơ có dấu hiệu của tội phạm", "Pass on a file with signs of a crime at once"),
  }),
  limit(text("Khoản 2 Điều 27 Luật Tố cáo"), {
    id: "TC-27-2",
    amount: 0,
    unit: "immediately",
    startEvent: t("Ngày nhận được tố cáo có thiệt hại hoặc đe dọa gây thiệt hại", "Day harm or a threat was known"),
    name: t("Áp dụng biện pháp hoặc báo ngay để ngăn chặn", "Act or warn at once to prevent harm"),
  }),
];

const course: readonly DeadlineRule[] = [
  limit(text("Khoản 3 Điều 29 Luật Tố cáo"), {
    id: "TC-29-1",
    amount: 5,
    unit: "working-day",
    startEvent: t("Ngày ra quyết định thụ lý tố cáo", "Day of the decision of acceptance"),
    name: t(
      "Thông báo việc thụ lý cho người tố cáo và nội dung tố cáo cho người bị tố cáo",
      "Tell the denouncer of the acceptance and the accused of the content",
    ),
  }),
  settlement(
    text("Điều 30 Luật Tố cáo"),
    {
      id: "TC-30-1",
      amount: 30,
      unit: "day",
      startEvent: t("Ngày thụ lý tố cáo", "Day of acceptance"),
      name: t("Giải quyết tố cáo", "Settle the denunciation"),
      consequence: overdue,
    },
    2,
  ),
  settlement(
    inference("Khoản 2 Điều 30 Luật Tố cáo"),
    {
      id: "TC-30-2",
      amount: 30,
      unit: "day",
      startEvent: running,
      name: t("Gia hạn vụ việc phức tạp, một lần", "Extension of a complex case, once"),
      consequence: overdue,
    },
    0,
  ),
  settlement(
    inference("Khoản 3 Điều 30 Luật Tố cáo"),
    {
      id: "TC-30-3",
      amount: 30,
      unit: "day",
      startEvent: running,
      name: t(
        "Gia hạn vụ việc đặc biệt phức tạp, hai lần, mỗi lần không quá 30 ngày",
        "Extension of a specially complex case, twice, each at most 30 days",
      ),
      consequence: overdue,
    },
    1,
  ),
  limit(text("Khoản 4 Điều 34 Luật Tố cáo"), {
    id: "TC-34-1",
    amount: 5,
    unit: "working-day",
    startEvent: t("Ngày ra quyết định tạm đình chỉ, đình chỉ", "Day of the decision"),
    name: t("Gửi quyết định tạm đình chỉ, đình chỉ giải quyết tố cáo", "Send the suspension or termination"),
  }),
  limit(text("Khoản 2 Điều 34 Luật Tố cáo"), {
    id: "TC-34-2",
    amount: 0,
    unit: "immediately",
    startEvent: t("Ngày căn cứ tạm đình chỉ không còn", "Day the ground ended"),
    name: t("Ra ngay quyết định tiếp tục giải quyết tố cáo", "Resume the settlement at once"),
  }),
];

const afterConclusion: readonly DeadlineRule[] = [
  limit(text("Khoản 3 Điều 35 Luật Tố cáo"), {
    id: "TC-35-1",
    amount: 5,
    unit: "working-day",
    startEvent: conclusion,
    name: t(
      "Gửi kết luận nội dung tố cáo và thông báo cho người tố cáo",
      "Send the conclusion and tell the denouncer of it",
    ),
  }),
  limit(text("Khoản 1 Điều 36 Luật Tố cáo"), {
    id: "TC-36-1",
    amount: 7,
    unit: "working-day",
    startEvent: conclusion,
    name: t("Xử lý kết luận nội dung tố cáo", "Act on the conclusion"),
  }),
  limit(text("Khoản 3 Điều 36 Luật Tố cáo"), {
    id: "TC-36-2",
    amount: 5,
    unit: "working-day",
    startEvent: t("Ngày có kết quả xử lý kiến nghị", "Day the recommendation was dealt with"),
    name: t("Cơ quan xử lý kiến nghị báo cho người giải quyết tố cáo", "The competent body tells the resolver"),
  }),
  limit(text("Khoản 1 Điều 40 Luật Tố cáo"), {
    id: "TC-40-1",
    amount: 7,
    unit: "working-day",
    startEvent: t("Ngày ra kết luận hoặc quyết định xử lý", "Day of the conclusion or handling decision"),
    name: t(
      "Công khai kết luận nội dung tố cáo, quyết định xử lý hành vi vi phạm",
      "Publish the conclusion or the handling decision",
    ),
  }),
];

const again: readonly DeadlineRule[] = [
  limit(text("Khoản 2 Điều 37 Luật Tố cáo"), {
    id: "TC-37-1",
    amount: 20,
    unit: "day",
    startEvent: t("Ngày nhận được tố cáo tiếp", "Day the further denunciation was received"),
    name: t("Xem xét tố cáo tiếp về việc giải quyết không đúng pháp luật", "Review an allegedly unlawful settlement"),
  }),
  limit(text("Khoản 2 Điều 38 Luật Tố cáo"), {
    id: "TC-38-1",
    amount: 5,
    unit: "working-day",
    startEvent: t("Ngày nhận được tố cáo tiếp", "Day the further denunciation was received"),
    name: t("Yêu cầu cấp dưới báo cáo lý do chậm giải quyết tố cáo", "Demand a report on the delay"),
  }),
  limit(text("Khoản 3 Điều 38 Luật Tố cáo"), {
    id: "TC-38-2",
    amount: 5,
    unit: "working-day",
    startEvent: t("Ngày nhận được văn bản yêu cầu báo cáo", "Day the demand was received"),
    name: t("Người giải quyết tố cáo gửi báo cáo về việc chậm giải quyết", "The resolver reports on the delay"),
  }),
  limit(text("Khoản 3 Điều 50, khoản 1 Điều 51 Luật Tố cáo"), {
    id: "TC-50-1",
    amount: 0,
    unit: "immediately",
    startEvent: t("Ngày đề nghị bảo vệ trong trường hợp khẩn cấp", "Day of the urgent request for protection"),
    name: t("Áp dụng ngay biện pháp bảo vệ trong trường hợp khẩn cấp", "Protect at once in an urgent case"),
  }),
];

/** What the law itself counts in days. */
export const rules: readonly DeadlineRule[] = [...intake, ...course, ...afterConclusion, ...again];
