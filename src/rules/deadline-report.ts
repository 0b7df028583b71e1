import { type CivilDate, formatCivilDate } from "../time/civil-date.ts";
import type { Calendar } from "./calendar.ts";
import { computeDeadline, type DeadlineStep } from "./deadline.ts";
import type { Pause } from "./decide.ts";
import { lawRangeError } from "./law-range-error.ts";
import type { Confidence, LawPack, RuleId, Text } from "./pack.ts";
import { selectVersion } from "./select-version.ts";

/** The answer of `law deadline`, ready for JSON: dates as YYYY-MM-DD. */
export interface DeadlineReport {
  readonly rule: RuleId;
  readonly name: Text;
  readonly start: CivilDate;
  readonly dueOn: CivilDate;
  readonly rawOn: CivilDate;
  /** First day of legal effect, for rules on legal effect. */
  readonly effectiveOn?: CivilDate;
  /** First day in force of the version that answered. */
  readonly version: string;
  readonly article: string;
  readonly confidence: Confidence;
  readonly gap?: string;
  readonly provisional: boolean;
  readonly steps: readonly DeadlineStep[];
}

export interface DeadlineQuestion {
  readonly rule: RuleId;
  readonly start: CivilDate;
  readonly paused?: readonly Pause[];
  readonly extensions?: number;
  readonly provisional?: boolean;
}

/**
 * Answers one deadline by the version in force on the start day. Throws `LawRangeError`: "unknown-rule",
 * "before-coverage", "no-version-in-force" (the rule is not of that version), "outside-verified-calendar", "no-extension".
 */
export function deadlineReport(
  packs: readonly LawPack[],
  question: DeadlineQuestion,
  calendar: Calendar,
): DeadlineReport {
  const pack = versionFor(packs, question.rule, question.start);
  const answer = computeDeadline(
    pack,
    {
      rule: question.rule,
      startOn: question.start,
      pauses: question.paused ?? [],
      extensions: question.extensions ?? 0,
      allowProvisional: question.provisional ?? false,
    },
    calendar,
  );
  const { rule } = answer;
  return {
    rule: rule.id,
    name: rule.name,
    start: answer.startOn,
    dueOn: answer.dueOn,
    rawOn: answer.rawOn,
    ...(answer.effectiveOn ? { effectiveOn: answer.effectiveOn } : {}),
    version: answer.version,
    article: rule.article,
    confidence: rule.confidence,
    ...(rule.gap ? { gap: rule.gap } : {}),
    provisional: answer.provisional,
    steps: answer.steps,
  };
}

function versionFor(packs: readonly LawPack[], id: RuleId, on: CivilDate): LawPack {
  const holders = packs.filter((pack) => holds(pack, id));
  const subject = holders[0]?.subject;
  if (subject === undefined) {
    throw lawRangeError("unknown-rule", { vi: `Không có quy định nào mang mã ${id}.`, en: `There is no rule ${id}.` });
  }
  const inForce = selectVersion(packs, subject, on);
  if (holds(inForce, id)) return inForce;
  throw lawRangeError("no-version-in-force", {
    vi: `Quy định ${id} không có hiệu lực vào ngày ${formatCivilDate(on, "vi")}; có trong phiên bản: ${holders.map(period("vi")).join(", ")}.`,
    en: `Rule ${id} is not in force on ${formatCivilDate(on, "en")}; it is found in: ${holders.map(period("en")).join(", ")}.`,
  });
}

/** A rule that a later text gave to matters under way was never in force in the time of the version itself. */
function holds(pack: LawPack, id: RuleId): boolean {
  const { validTo } = pack;
  return pack.rules.some(
    (rule) =>
      (rule.id === id || rule.alsoKnownAs?.includes(id)) &&
      (rule.inForceFrom === undefined || validTo === undefined || rule.inForceFrom <= validTo),
  );
}

function period(style: "vi" | "en"): (pack: LawPack) => string {
  return (pack) => {
    const from = formatCivilDate(pack.validFrom, style);
    if (pack.validTo === undefined) return style === "vi" ? `từ ${from}` : `from ${from}`;
    return `${from} – ${formatCivilDate(pack.validTo, style)}`;
  };
}
