import { type CivilDate, formatCivilDate } from "../time/civil-date.ts";
import type { Calendar } from "./calendar.ts";
import { computeDeadline, type DeadlineStep } from "./deadline.ts";
import type { Pause } from "./decide.ts";
import { lawRangeError } from "./law-range-error.ts";
import type { Confidence, DeadlineRule, LawPack, RuleId, Text } from "./pack.ts";
import { holdsOn, periodsInWords } from "./periods.ts";
import { limitInWords } from "./rule-in-words.ts";
import { selectVersion } from "./select-version.ts";

/** One deadline as the command line, the API and the public page answer it, ready for JSON: dates as YYYY-MM-DD. */
export interface DeadlineReport {
  /** The rule as it was asked for. */
  readonly rule: RuleId;
  readonly name: Text;
  readonly start: CivilDate;
  readonly startEvent: Text;
  readonly rawOn: CivilDate;
  readonly dueOn: CivilDate;
  /** First day of legal effect, for rules on legal effect. */
  readonly effectiveOn?: CivilDate;
  /** First day in force of the version that answered. */
  readonly version: string;
  /** The version's folder: "complaints/2026-07-01". */
  readonly pack: string;
  /** Last day in force of that version, when a later one exists. */
  readonly versionTo?: CivilDate;
  /** "7 ngày làm việc" */
  readonly limit: Text;
  readonly amount: number;
  readonly unit: DeadlineRule["unit"];
  readonly kind: DeadlineRule["kind"];
  readonly direction: DeadlineRule["direction"];
  readonly consequence?: Text;
  readonly article: string;
  readonly confidence: Confidence;
  readonly source?: string;
  readonly gap?: string;
  /** The open question behind the value and the default taken. */
  readonly openQuestion?: { readonly question: Text; readonly default: Text };
  readonly extensions: number;
  /** How many the rule allows; 0 where it knows none. */
  readonly extensionsMax: number;
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
  const extensions = question.extensions ?? 0;
  const answer = computeDeadline(
    pack,
    {
      rule: question.rule,
      startOn: question.start,
      pauses: question.paused ?? [],
      extensions,
      allowProvisional: question.provisional ?? false,
    },
    calendar,
  );
  const { rule } = answer;
  const gap = pack.gaps.find((each) => each.id === rule.gap);
  return {
    rule: question.rule,
    name: rule.name,
    start: answer.startOn,
    startEvent: rule.startEvent,
    rawOn: answer.rawOn,
    dueOn: answer.dueOn,
    ...(answer.effectiveOn ? { effectiveOn: answer.effectiveOn } : {}),
    version: answer.version,
    pack: pack.id,
    ...(pack.validTo ? { versionTo: pack.validTo } : {}),
    limit: limitInWords(rule),
    amount: rule.amount,
    unit: rule.unit,
    kind: rule.kind,
    direction: rule.direction,
    ...(rule.consequence ? { consequence: rule.consequence } : {}),
    article: rule.article,
    confidence: rule.confidence,
    ...(rule.source ? { source: rule.source } : {}),
    ...(rule.gap ? { gap: rule.gap } : {}),
    ...(gap ? { openQuestion: { question: gap.question, default: gap.default } } : {}),
    extensions,
    extensionsMax: rule.extension?.times ?? 0,
    provisional: answer.provisional,
    steps: answer.steps,
  };
}

/** The version in force on that day that knows the rule; a rule known only at another time is refused by name and period. */
function versionFor(packs: readonly LawPack[], id: RuleId, on: CivilDate): LawPack {
  const holders = packs.filter((pack) => holds(pack, id));
  const subject = holders[0]?.subject;
  if (subject === undefined) {
    throw lawRangeError("unknown-rule", { vi: `Không có quy định nào mang mã ${id}.`, en: `There is no rule ${id}.` });
  }
  const inForce = holders.find((pack) => holdsOn(pack, on));
  if (inForce) return inForce;
  selectVersion(packs, subject, on);
  const periods = periodsInWords(holders);
  throw lawRangeError("no-version-in-force", {
    vi: `Quy định ${id} không có hiệu lực vào ngày ${formatCivilDate(on, "vi")}; có hiệu lực ${periods.vi}.`,
    en: `Rule ${id} is not in force on ${formatCivilDate(on, "en")}; it holds ${periods.en}.`,
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
