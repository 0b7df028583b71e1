import { addMonths, type CivilDate, type DayNumber, dayNumber, fromDayNumber } from "../time/civil-date.ts";
import { type Calendar, isVerifiedDay, nextWorkingDay, nthWorkingDay, workedUpTo } from "./calendar.ts";
import { type DeadlineStep, explain } from "./deadline-steps.ts";
import type { Pause } from "./decide.ts";
import { lawRangeError } from "./law-range-error.ts";
import type { DeadlineRule, LawPack, RuleId } from "./pack.ts";

export type { DeadlineStep } from "./deadline-steps.ts";

export interface DeadlineAnswer {
  readonly rule: DeadlineRule;
  /** The first day in force of the version that gave the value. */
  readonly version: string;
  readonly startOn: CivilDate;
  /** The last day as counted. */
  readonly rawOn: CivilDate;
  /** The last day in law, after roll-over (TIME-3). */
  readonly dueOn: CivilDate;
  /** The first day of legal effect: the day after `dueOn`. */
  readonly effectiveOn?: CivilDate;
  /** true: it rests on a year whose holidays are not announced yet. */
  readonly provisional: boolean;
  readonly steps: readonly DeadlineStep[];
}

export interface DeadlineInput {
  readonly rule: RuleId;
  readonly startOn: CivilDate;
  readonly pauses?: readonly Pause[];
  /** How often it was extended, each by all that the rule allows; or by how much each time. */
  readonly extensions?: number | readonly number[];
  readonly allowProvisional?: boolean;
}

/** A stretch of days that do not count: [from, until). `until` is absent while the matter is suspended. */
export interface Gap {
  readonly from: DayNumber;
  readonly until?: DayNumber;
}

/**
 * Computes one deadline with its reasons, by the law of `pack`. Days are civil days; the start day is not counted.
 * `RangeError` with code "outside-verified-calendar" unless `allowProvisional`; "unknown-rule", "no-extension",
 * "outside-calendar". Source: Điều 145–151 Bộ luật Dân sự 2015, by analogy (TIME-7).
 */
export function computeDeadline(pack: LawPack, input: DeadlineInput, calendar: Calendar): DeadlineAnswer {
  const rule = findRule(pack, input.rule);
  const extensions = checkedExtensions(rule, input.extensions ?? 0);
  const start = dayNumber(input.startOn);
  const gaps = rule.pausable && input.pauses ? closedGaps(input.pauses) : [];
  const ends = countEnds(calendar, rule, start, gaps, extensions);
  const raw = ends.at(-1) ?? start;
  const due = rule.rollsOver && rule.unit !== "immediately" ? nextWorkingDay(calendar, raw) : raw;
  const uncertainFrom = firstUnverified(calendar, rule, start, raw, due);
  if (uncertainFrom !== undefined && !input.allowProvisional) throw outsideVerified(rule, uncertainFrom);

  const dueOn = fromDayNumber(due);
  return {
    rule,
    version: pack.validFrom,
    startOn: input.startOn,
    rawOn: fromDayNumber(raw),
    dueOn,
    ...(rule.kind === "effect" ? { effectiveOn: fromDayNumber(due + 1) } : {}),
    provisional: uncertainFrom !== undefined,
    steps: explain({ rule, calendar, start, ends, raw, due, gaps, uncertainFrom }),
  };
}

/** The rule by its id or by another name it is known under. */
export function findRule(pack: LawPack, id: RuleId): DeadlineRule {
  const rule = pack.rules.find((each) => each.id === id || each.alsoKnownAs?.includes(id));
  if (rule) return rule;
  throw lawRangeError("unknown-rule", {
    vi: `Không có quy định ${id} trong phiên bản ${pack.id}.`,
    en: `There is no rule ${id} in version ${pack.id}.`,
  });
}

/** By how much each time. Throws "no-extension" for more times, or more each time, than the rule allows. */
function checkedExtensions(rule: DeadlineRule, wanted: number | readonly number[]): readonly number[] {
  const { times = 0, amount = 0 } = rule.extension ?? {};
  const each = typeof wanted === "number" ? Array.from({ length: Math.max(0, wanted) }, () => amount) : wanted;
  const fits = (days: number) => Number.isInteger(days) && days >= 1 && days <= amount;
  const whole = typeof wanted !== "number" || (Number.isInteger(wanted) && wanted >= 0);
  if (whole && each.length <= times && each.every(fits)) return each;
  throw lawRangeError("no-extension", {
    vi:
      times === 0
        ? `Quy định ${rule.id} không cho gia hạn.`
        : `Quy định ${rule.id} chỉ cho gia hạn tối đa ${times} lần, mỗi lần không quá ${amount}.`,
    en:
      times === 0
        ? `Rule ${rule.id} allows no extension.`
        : `Rule ${rule.id} allows at most ${times} extension(s) of at most ${amount} each.`,
  });
}

/** Ordered, merged stretches; a pause that has not ended comes last and takes no days yet. */
function closedGaps(pauses: readonly Pause[]): readonly Gap[] {
  const sorted = pauses
    .map((pause): Gap => ({ from: dayNumber(pause.from), ...(pause.to ? { until: dayNumber(pause.to) } : {}) }))
    .toSorted((a, b) => a.from - b.from);
  const merged: Gap[] = [];
  for (const gap of sorted) {
    const before = merged.at(-1);
    if (before?.until !== undefined && gap.from <= before.until) {
      if (gap.until === undefined) merged.push({ from: before.until });
      else merged[merged.length - 1] = { from: before.from, until: Math.max(before.until, gap.until) };
    } else if (before === undefined || before.until !== undefined) merged.push(gap);
  }
  return merged;
}

/** The last counted day of the limit and of each extension, in order. */
function countEnds(
  calendar: Calendar,
  rule: DeadlineRule,
  start: DayNumber,
  gaps: readonly Gap[],
  extensions: readonly number[],
): readonly DayNumber[] {
  const { unit, amount } = rule;
  if (unit === "immediately") return [start];
  const months = monthsOf(unit);
  if (rule.direction === "backward") {
    if (months > 0) return [monthsLater(start, -amount * months)];
    if (unit === "working-day") return [nthWorkingDay(calendar, workedUpTo(calendar, start - 1) - amount + 1)];
    return [start - amount * daysOf(unit)];
  }
  const ends: DayNumber[] = [];
  let counted = 0;
  for (const more of [amount, ...extensions]) {
    counted += more;
    // A month more counts from the end of the running limit (TIME-13): from 31/01 to 28/02 and then to 28/3.
    if (months > 0) ends.push(monthsLater(ends.at(-1) ?? start, more * months));
    else ends.push(lastCounted(calendar, countedBy(unit), start, counted * daysOf(unit), gaps));
  }
  return ends;
}

/** Months of a unit that follows the calendar; 0 where days are counted. */
const monthsOf = (unit: DeadlineRule["unit"]): number => (unit === "month" ? 1 : unit === "year" ? 12 : 0);
/** A week is seven days whose last is the same weekday (Điều 148.2 Bộ luật Dân sự). */
const daysOf = (unit: DeadlineRule["unit"]): number => (unit === "week" ? 7 : 1);
const countedBy = (unit: DeadlineRule["unit"]) => (unit === "working-day" ? unit : "day");
const monthsLater = (day: DayNumber, months: number): DayNumber => dayNumber(addMonths(fromDayNumber(day), months));

/** The `amount`-th counted day after `start`, leaving out the gaps. */
function lastCounted(
  calendar: Calendar,
  unit: "day" | "working-day",
  start: DayNumber,
  amount: number,
  gaps: readonly Gap[],
): DayNumber {
  let after = start;
  let left = amount;
  for (const gap of gaps) {
    if (gap.until === undefined) break;
    const available = gap.from - 1 > after ? countBetween(calendar, unit, after, gap.from - 1) : 0;
    if (available >= left) break;
    left -= available;
    after = Math.max(after, gap.until - 1);
  }
  if (unit === "day") return after + left;
  return left === 0 ? after : nthWorkingDay(calendar, workedUpTo(calendar, after) + left);
}

function countBetween(calendar: Calendar, unit: "day" | "working-day", after: DayNumber, to: DayNumber): number {
  return unit === "day" ? to - after : workedUpTo(calendar, to) - workedUpTo(calendar, after);
}

/** The first day the answer rests on whose year is not verified. Counting calendar days needs no holidays, rolling over does. */
function firstUnverified(
  calendar: Calendar,
  rule: DeadlineRule,
  start: DayNumber,
  raw: DayNumber,
  due: DayNumber,
): DayNumber | undefined {
  if (rule.unit === "immediately") return undefined;
  const byWorkingDays = rule.unit === "working-day";
  if (!byWorkingDays && !rule.rollsOver) return undefined;
  const from = byWorkingDays ? Math.min(start + 1, raw) : raw;
  const to = rule.direction === "backward" ? start - 1 : due;
  for (const day of [from, to]) if (!isVerifiedDay(calendar, day)) return firstUnverifiedIn(calendar, from, to);
  return undefined;
}

function firstUnverifiedIn(calendar: Calendar, from: DayNumber, to: DayNumber): DayNumber {
  for (let day = from; day <= to; day++) if (!isVerifiedDay(calendar, day)) return day;
  return to;
}

function outsideVerified(rule: DeadlineRule, day: DayNumber) {
  const year = fromDayNumber(day).slice(0, 4);
  return lawRangeError("outside-verified-calendar", {
    vi: `Không tính được thời hạn ${rule.id}: lịch nghỉ lễ, tết và hoán đổi ngày làm việc năm ${year} chưa được kiểm chứng.`,
    en: `Cannot answer ${rule.id}: the public holidays and swapped working days of ${year} are not verified.`,
  });
}
