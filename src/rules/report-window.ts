import { type CivilDate, civilDate, formatCivilDate } from "../time/civil-date.ts";
import { lawRangeError } from "./law-range-error.ts";
import type { Confidence, LawPack, ReportWindowRule, Text } from "./pack.ts";

export interface ReportWindow {
  readonly period: string;
  readonly name: Text;
  readonly year: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The last day on which each level reports; empty where the circular was not found. */
  readonly due: readonly { readonly level: Text; readonly on: CivilDate }[];
  /** true: a report in words and the forms; false: the forms only. */
  readonly narrative: boolean;
  /** First day in force of the version, and the circular itself. */
  readonly version: CivilDate;
  readonly circular: string;
  readonly article: string;
  readonly confidence: Confidence;
  readonly source?: string;
}

export interface PeriodQuestion {
  /** "Q1", "Q2", "6M", "Q3", "9M", "Q4" or "Y". */
  readonly period: string;
  readonly year: number;
}

/**
 * The window of a period of a year, by the circular in force on its closing day. Pure.
 * Throws `LawRangeError` "unknown-rule" or "before-coverage".
 */
export function reportWindow(packs: readonly LawPack[], { period, year }: PeriodQuestion): ReportWindow {
  if (!Number.isInteger(year) || year < 1000 || year > 9998) throw new RangeError(`not a year: ${year}`);
  const versions = packs
    .filter((pack) => pack.subject === "reports")
    .flatMap((pack) => {
      const rule = pack.reportWindows.find((each) => each.id === period);
      return rule ? [{ pack, rule, closesOn: dayOf(year, rule.to.month, rule.to.day) }] : [];
    });
  const inForce = versions.find(
    ({ pack, closesOn }) => pack.validFrom <= closesOn && (pack.validTo === undefined || closesOn <= pack.validTo),
  );
  if (!inForce) throw notCovered(period, versions);
  return windowOf(inForce.pack, inForce.rule, year);
}

function windowOf(pack: LawPack, rule: ReportWindowRule, year: number): ReportWindow {
  return {
    period: rule.id,
    name: rule.name,
    year,
    from: dayOf(year + rule.from.yearOffset, rule.from.month, rule.from.day),
    to: dayOf(year, rule.to.month, rule.to.day),
    due: rule.due.map((each) => ({ level: each.level, on: dayOf(year, rule.to.month, each.day) })),
    narrative: rule.narrative,
    version: pack.validFrom,
    circular: pack.basis[0] ?? pack.id,
    article: rule.article,
    confidence: rule.confidence,
    ...(rule.source ? { source: rule.source } : {}),
  };
}

function notCovered(period: string, versions: readonly { readonly pack: LawPack; readonly closesOn: CivilDate }[]) {
  const first = versions.toSorted((a, b) => (a.pack.validFrom < b.pack.validFrom ? -1 : 1))[0];
  if (!first) {
    return lawRangeError("unknown-rule", {
      vi: `Không có kỳ báo cáo ${period}.`,
      en: `There is no reporting period ${period}.`,
    });
  }
  return lawRangeError("before-coverage", {
    vi: `Chế độ báo cáo chỉ có từ ngày ${formatCivilDate(first.pack.validFrom, "vi")}; kỳ này chốt ngày ${formatCivilDate(first.closesOn, "vi")}.`,
    en: `Reporting is covered from ${formatCivilDate(first.pack.validFrom, "en")}; this period closes on ${formatCivilDate(first.closesOn, "en")}.`,
  });
}

function dayOf(year: number, month: number, day: number): CivilDate {
  return civilDate(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}
