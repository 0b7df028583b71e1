import { type CivilDate, formatCivilDate } from "../time/civil-date.ts";
import { lawRangeError } from "./law-range-error.ts";
import type { AllowanceRule, LawPack, Text } from "./pack.ts";
import { selectVersion } from "./select-version.ts";

export interface AllowanceQuestion {
  /** Which amount: "R1-50" … */
  readonly rule: string;
  readonly on: CivilDate;
  /** Minutes of the duty on that day, and of a standard working day. */
  readonly minutes: number;
  readonly standardMinutes?: number;
  /** đồng a day as the provincial council decided (khoản 2 Điều 7 Thông tư 320/2016); the maximum of the circular without. */
  readonly decided?: number;
}

export interface AllowanceAnswer {
  readonly rule: AllowanceRule;
  /** First day in force of the version that gave the amount. */
  readonly version: string;
  /** đồng */
  readonly amount: number;
  readonly share: "whole" | "half" | "none";
  readonly steps: readonly Text[];
}

const standardDay = 480;
/** Khoản 2 Điều 7 Thông tư 320/2016/TT-BTC: a council may go 20 % above the circular. */
const councilPercentMax = 120;

/**
 * The amount of one person for one day, by the version of that day, with its reasons. Pure.
 * Throws `LawRangeError` before the covered law or for an unknown amount; `RangeError` for impossible minutes or a
 * decided amount above 120 % of the circular.
 */
export function allowanceFor(packs: readonly LawPack[], question: AllowanceQuestion): AllowanceAnswer {
  const pack = selectVersion(packs, "allowances", question.on);
  const rule = pack.allowances.find((each) => each.id === question.rule);
  if (!rule) {
    throw lawRangeError("unknown-rule", {
      vi: `Không có mức bồi dưỡng ${question.rule} trong phiên bản ${pack.id}.`,
      en: `There is no allowance ${question.rule} in version ${pack.id}.`,
    });
  }
  const standard = question.standardMinutes ?? standardDay;
  checkMinutes(question.minutes, standard);
  const daily = dailyAmount(rule, question.decided);
  const share = shareOf(rule, question.minutes, standard);
  const amount = share === "whole" ? daily : share === "half" ? Math.floor(daily / 2) : 0;
  return {
    rule,
    version: pack.validFrom,
    amount,
    share,
    steps: [
      {
        vi: `Ngày ${formatCivilDate(question.on, "vi")}: áp dụng ${pack.basis[0] ?? pack.id}.`,
        en: `${formatCivilDate(question.on, "en")}: ${pack.basis[0] ?? pack.id} applies.`,
      },
      dailyStep(rule, daily, question.decided),
      shareStep(rule, share, question.minutes, standard),
      { vi: `Được chi ${inVietnamese(amount)} đồng.`, en: `${inEnglish(amount)} đồng are paid.` },
    ],
  };
}

function checkMinutes(minutes: number, standard: number): void {
  if (!Number.isInteger(standard) || standard <= 0) throw new RangeError(`not a standard day: ${standard} minutes`);
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 24 * 60)
    throw new RangeError(`not minutes of a day: ${minutes}`);
}

function dailyAmount(rule: AllowanceRule, decided: number | undefined): number {
  if (decided === undefined) return rule.amount;
  if (Number.isInteger(decided) && decided >= 0 && decided * 100 <= rule.amount * councilPercentMax) return decided;
  throw new RangeError(
    `${decided} đồng are more than 120 % of ${rule.amount} (khoản 2 Điều 7 Thông tư 320/2016/TT-BTC)`,
  );
}

function shareOf(rule: AllowanceRule, minutes: number, standard: number): AllowanceAnswer["share"] {
  if (minutes === 0) return "none";
  return minutes >= rule.wholeDayFrom * standard ? "whole" : "half";
}

function dailyStep(rule: AllowanceRule, daily: number, decided: number | undefined): Text {
  if (decided === undefined)
    return {
      vi: `Mức tối đa một ngày: ${inVietnamese(daily)} đồng (${rule.article}).`,
      en: `At most ${inEnglish(daily)} đồng a day (${rule.article}).`,
    };
  return {
    vi: `Mức do Hội đồng nhân dân cấp tỉnh quyết định: ${inVietnamese(daily)} đồng một ngày (tối đa theo thông tư ${inVietnamese(rule.amount)} đồng, được cao hơn không quá 20%).`,
    en: `The provincial council decided ${inEnglish(daily)} đồng a day (the circular has ${inEnglish(rule.amount)}; up to 20 % more is allowed).`,
  };
}

function shareStep(rule: AllowanceRule, share: AllowanceAnswer["share"], minutes: number, standard: number): Text {
  const done = `${minutes}/${standard}`;
  if (share === "none")
    return { vi: "Không làm nhiệm vụ trong ngày nên không chi.", en: "No duty on that day, so nothing is paid." };
  if (rule.wholeDayFrom === 0)
    return {
      vi: "Người được giao nhiệm vụ tính theo ngày làm việc: hưởng toàn bộ mức chi.",
      en: "Who is assigned is paid by the working day: the whole amount.",
    };
  const percent = `${rule.wholeDayFrom * 100}%`;
  if (share === "whole")
    return {
      vi: `Làm ${done} phút, từ ${percent} thời gian tiêu chuẩn trở lên: hưởng toàn bộ mức chi.`,
      en: `${done} minutes, at least ${percent} of a standard day: the whole amount.`,
    };
  return {
    vi: `Làm ${done} phút, dưới ${percent} thời gian tiêu chuẩn: hưởng 50% mức chi.`,
    en: `${done} minutes, less than ${percent} of a standard day: half the amount.`,
  };
}

function grouped(amount: number, separator: string): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, separator);
}

function inVietnamese(amount: number): string {
  return grouped(amount, ".");
}

function inEnglish(amount: number): string {
  return grouped(amount, ",");
}
