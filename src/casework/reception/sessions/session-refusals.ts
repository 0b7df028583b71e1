import type { Text } from "../../../rules/pack.ts";
import { type FieldProblem, Refused } from "../../refusal.ts";
import type { SessionRow } from "./session-rows.ts";

export const scheduleArticle = "Khoản 4 Điều 24 Luật Tiếp công dân";
export const unscheduledArticle = "Khoản 3 Điều 18 Luật Tiếp công dân";

const names = {
  announce: { vi: "Công bố lịch", en: "Announce it" },
  postpone: { vi: "Lùi lịch sang thời gian khác", en: "Postpone it to another time" },
  cancel: { vi: "Ghi không tổ chức buổi tiếp", en: "Record that it is cancelled" },
  correct: { vi: "Đính chính buổi tiếp", en: "Correct the session" },
} as const satisfies Record<string, Text>;

export function againstLaw(
  message: Text,
  article: string,
  details: { readonly fields?: readonly FieldProblem[]; readonly instead?: readonly (keyof typeof names)[] } = {},
): Refused {
  const { fields, instead } = details;
  return new Refused({
    code: "law",
    message,
    article,
    ...(fields ? { fields } : {}),
    ...(instead ? { instead: instead.map((act) => ({ act, name: names[act] })) } : {}),
  });
}

/** What became of it was recorded, or it was announced, before. */
export function doneBefore({ seq, state }: SessionRow): Refused {
  return new Refused({
    code: "already-done",
    message: {
      vi: "Buổi tiếp này đã được ghi trước đó. Nếu ghi sai, hãy đính chính kèm lý do.",
      en: "This was recorded before. If the record is wrong, correct it with the reason.",
    },
    instead: [{ act: "correct", name: names.correct }],
    current: { seq, state },
  });
}

export const timeTaken: Text = {
  vi: "Người đứng đầu đã có buổi tiếp bắt đầu vào giờ này. Chọn ngày, giờ khác.",
  en: "That head already has a session beginning then. Choose another day or time.",
};
export const endsBeforeStart: Text = { vi: "Giờ kết thúc phải sau giờ bắt đầu.", en: "It ends after it begins." };
export const announcedLater: Text = {
  vi: "Ngày công bố không thể sau hôm nay hoặc sau ngày tiếp.",
  en: "It cannot be announced after today or after the day of reception.",
};
export const groundNeeded: Text = {
  vi: "Tiếp đột xuất: chọn trường hợp của luật.",
  en: "An unscheduled session: choose the case of the law.",
};
export const notYet: Text = {
  vi: "Chưa đến ngày tiếp: kết quả được ghi từ ngày tiếp trở đi.",
  en: "The day has not come: what became of it is recorded from that day on.",
};
export const needed: Text = { vi: "Cần nhập mục này.", en: "This is needed." };
