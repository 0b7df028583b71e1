import type { AllowanceRule, Confidence, DeadlineRule, DutyRule, Text } from "./pack.ts";

const units = {
  day: { vi: "ngày", one: "day", many: "days" },
  "working-day": { vi: "ngày làm việc", one: "working day", many: "working days" },
  week: { vi: "tuần", one: "week", many: "weeks" },
  month: { vi: "tháng", one: "month", many: "months" },
  year: { vi: "năm", one: "year", many: "years" },
} as const;

function counted(n: number, unit: keyof typeof units): Text {
  const words = units[unit];
  return { vi: `${n} ${words.vi}`, en: `${n} ${n === 1 ? words.one : words.many}` };
}

/** "07 ngày làm việc" as people say it: "7 ngày làm việc", "ít nhất 15 ngày", "ngay", with the extension allowed. */
export function limitInWords(rule: DeadlineRule): Text {
  if (rule.unit === "immediately") return { vi: "ngay", en: "at once" };
  const { vi, en } = counted(rule.amount, rule.unit);
  const plain =
    rule.direction === "backward"
      ? { vi: `trước ít nhất ${vi}`, en: `at least ${en} before` }
      : rule.kind === "minimum"
        ? { vi: `ít nhất ${vi}`, en: `at least ${en}` }
        : { vi, en };
  const { extension } = rule;
  if (!extension) return plain;
  const more = counted(extension.amount, rule.unit);
  return {
    vi: `${plain.vi}; gia hạn tối đa ${extension.times} lần, mỗi lần ${more.vi}`,
    en: `${plain.en}; extended at most ${extension.times === 1 ? "once" : `${extension.times} times`}, each by ${more.en}`,
  };
}

export function dutyInWords(duty: DutyRule): Text {
  return duty.period === "week"
    ? { vi: `ít nhất ${duty.days} ngày mỗi tuần`, en: `at least ${counted(duty.days, "day").en} a week` }
    : { vi: `ít nhất ${duty.days} ngày mỗi tháng`, en: `at least ${counted(duty.days, "day").en} a month` };
}

export function allowanceInWords(rule: AllowanceRule): Text {
  const amount = String(rule.amount);
  return {
    vi: `${amount.replaceAll(/\B(?=(\d{3})+$)/g, ".")} đồng/người/ngày`,
    en: `${amount.replaceAll(/\B(?=(\d{3})+$)/g, ",")} đồng a person and day`,
  };
}

export const confidenceInWords: Readonly<Record<Confidence, Text>> = {
  text: { vi: "đọc trong chính văn bản", en: "read in the text itself" },
  secondary: { vi: "theo nguồn dẫn lại", en: "from a secondary source" },
  inference: { vi: "do suy luận, cần người có chuyên môn xác nhận", en: "derived by us, for a lawyer to confirm" },
};
