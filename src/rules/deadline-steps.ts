import { type CivilDate, type DayNumber, formatCivilDate, fromDayNumber } from "../time/civil-date.ts";
import { type Calendar, dayOffReason } from "./calendar.ts";
import type { Gap } from "./deadline.ts";
import type { DeadlineRule, Text } from "./pack.ts";

export interface DeadlineStep {
  readonly kind: "start" | "count" | "skip" | "pause" | "extension" | "roll-over" | "effect" | "provisional" | "due";
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Days counted in this step (0 for skips). */
  readonly counted: number;
  readonly text: Text;
}

export interface Reckoning {
  readonly rule: DeadlineRule;
  readonly calendar: Calendar;
  readonly start: DayNumber;
  /** The last counted day of the limit and of each extension. */
  readonly ends: readonly DayNumber[];
  readonly raw: DayNumber;
  readonly due: DayNumber;
  readonly gaps: readonly Gap[];
  readonly uncertainFrom: DayNumber | undefined;
}

/**
 * The reasons of a deadline in order. The steps "start", "count", "extension", "skip", "pause" and "roll-over" cover
 * every day between start and due once; the counted days add up to the limit.
 */
export function explain(r: Reckoning): readonly DeadlineStep[] {
  const steps: DeadlineStep[] = [startStep(r)];
  if (r.rule.unit !== "immediately") {
    if (r.rule.direction === "backward") backward(r, steps);
    else forward(r, steps);
  }
  if (r.due !== r.raw) steps.push(rollOver(r));
  if (r.uncertainFrom !== undefined) steps.push(provisional(r.uncertainFrom, Math.max(r.due, r.uncertainFrom)));
  steps.push(dueStep(r));
  if (r.rule.kind === "effect") steps.push(effectStep(r.due + 1));
  return steps;
}

function startStep(r: Reckoning): DeadlineStep {
  const { vi, en } = r.rule.startEvent;
  if (r.rule.unit === "immediately") {
    return step(
      "start",
      r.start,
      r.start,
      0,
      `${vi}: phải làm ngay trong ngày`,
      `${en}: to be done at once, the same day`,
    );
  }
  return step("start", r.start, r.start, 0, `${vi}: ngày này không tính`, `${en}: this day is not counted`);
}

function forward(r: Reckoning, steps: DeadlineStep[]): void {
  let day = r.start + 1;
  let kind: "count" | "extension" = "count";
  for (const end of r.ends) {
    day = countTo(r, steps, day, end, kind);
    kind = "extension";
  }
  const open = r.gaps.find((gap) => gap.until === undefined);
  if (open && open.from <= r.raw) {
    steps.push(
      step(
        "pause",
        open.from,
        open.from,
        0,
        `Đang tạm đình chỉ từ ${formatCivilDate(fromDayNumber(open.from), "vi")}: thời hạn dừng, được tính lại khi tiếp tục giải quyết`,
        `Suspended since ${formatCivilDate(fromDayNumber(open.from), "en")}: the limit stands still and is computed anew on resumption`,
      ),
    );
  }
}

/** Steps for the days from `day` to `end`; returns the day after. */
function countTo(
  r: Reckoning,
  steps: DeadlineStep[],
  day: DayNumber,
  end: DayNumber,
  kind: "count" | "extension",
): DayNumber {
  let from = day;
  for (const gap of r.gaps) {
    if (gap.until === undefined || gap.until <= from || gap.from > end) continue;
    if (gap.from > from) countRun(r, steps, from, gap.from - 1, kind);
    steps.push(pauseStep(Math.max(gap.from, from), gap.until - 1));
    from = gap.until;
  }
  if (from <= end) countRun(r, steps, from, end, kind);
  return Math.max(from, end + 1);
}

function countRun(
  r: Reckoning,
  steps: DeadlineStep[],
  from: DayNumber,
  to: DayNumber,
  kind: "count" | "extension",
): void {
  if (r.rule.unit !== "working-day") {
    const { vi, en } = lengthOf(r.rule, from, to, kind);
    steps.push(step(kind, from, to, to - from + 1, `Tính ${vi}${extra(kind).vi}`, `${en} counted${extra(kind).en}`));
    return;
  }
  let runFrom = from;
  for (let day = from; day <= to; day++) {
    const off = dayOffReason(r.calendar, day);
    const made = off ? undefined : r.calendar.special.get(day);
    if (!off && !made) continue;
    if (day > runFrom) steps.push(workingRun(runFrom, day - 1, kind));
    steps.push(off ? skipStep(day, off) : workedSaturday(day, kind));
    runFrom = day + 1;
  }
  if (runFrom <= to) steps.push(workingRun(runFrom, to, kind));
}

function backward(r: Reckoning, steps: DeadlineStep[]): void {
  if (r.rule.unit !== "working-day") {
    const { vi, en } = lengthOf(r.rule, r.raw, r.start - 1, "count");
    steps.push(step("count", r.raw, r.start - 1, r.start - r.raw, `Đếm lùi ${vi}`, `${en} counted back`));
    return;
  }
  let runTo = r.start - 1;
  for (let day = runTo; day >= r.raw; day--) {
    const off = dayOffReason(r.calendar, day);
    const made = off ? undefined : r.calendar.special.get(day);
    if (!off && !made) continue;
    if (day < runTo) steps.push(workingRun(day + 1, runTo, "count"));
    steps.push(off ? skipStep(day, off) : workedSaturday(day, "count"));
    runTo = day - 1;
  }
  if (runTo >= r.raw) steps.push(workingRun(r.raw, runTo, "count"));
}

/** The length of a run of days in the words of the rule; months and years name the day they lead to (Điều 148.3–4 Bộ luật Dân sự). */
function lengthOf(rule: DeadlineRule, from: DayNumber, to: DayNumber, kind: "count" | "extension"): Text {
  const days = to - from + 1;
  const many = (n: number, vi: string, en: string): Text => ({
    vi: `${n} ${vi}`,
    en: `${n} ${en}${n === 1 ? "" : "s"}`,
  });
  const inDays = many(days, "ngày", "day");
  if (rule.unit === "week" && days % 7 === 0) {
    const weeks = many(days / 7, "tuần", "week");
    return { vi: `${weeks.vi} (${inDays.vi})`, en: `${weeks.en} (${inDays.en})` };
  }
  if (rule.unit !== "month" && rule.unit !== "year") return inDays;
  const n = kind === "count" ? rule.amount : (rule.extension?.amount ?? 0);
  const length = rule.unit === "month" ? many(n, "tháng", "month") : many(n, "năm", "year");
  const [before, end] = rule.direction === "backward" ? [to + 1, from] : [from - 1, to];
  const on = fromDayNumber(end);
  const same = fromDayNumber(before).slice(8) === on.slice(8);
  return {
    vi: `${length.vi}, đến ${same ? "ngày tương ứng" : "ngày cuối tháng (tháng này không có ngày tương ứng)"} ${formatCivilDate(on, "vi")}`,
    en: `${length.en}, to ${same ? "the same date" : "the last day of the month (which has no such date)"}, ${formatCivilDate(on, "en")},`,
  };
}

function workingRun(from: DayNumber, to: DayNumber, kind: "count" | "extension"): DeadlineStep {
  const n = to - from + 1;
  return step(
    kind,
    from,
    to,
    n,
    `Tính ${n} ngày làm việc${extra(kind).vi}`,
    `${n} working day${n === 1 ? "" : "s"} counted${extra(kind).en}`,
  );
}

function workedSaturday(day: DayNumber, kind: "count" | "extension"): DeadlineStep {
  return step(
    kind,
    day,
    day,
    1,
    `Ngày nghỉ hằng tuần nhưng làm bù: tính là ngày làm việc${extra(kind).vi}`,
    `Made-up working day: counted${extra(kind).en}`,
  );
}

function skipStep(day: DayNumber, why: Text): DeadlineStep {
  return step("skip", day, day, 0, `Không tính: ${why.vi}`, `Not counted: ${why.en}`);
}

function pauseStep(from: DayNumber, to: DayNumber): DeadlineStep {
  const n = to - from + 1;
  return step(
    "pause",
    from,
    to,
    0,
    `Tạm đình chỉ ${n} ngày: không tính vào thời hạn`,
    `Suspended for ${n} day${n === 1 ? "" : "s"}: not counted`,
  );
}

function rollOver(r: Reckoning): DeadlineStep {
  const days: DayNumber[] = [];
  for (let day = r.raw; day < r.due; day++) days.push(day);
  const reasons = days.map((day) => ({ on: fromDayNumber(day), why: dayOffReason(r.calendar, day) }));
  const vi = reasons.map((each) => `${formatCivilDate(each.on, "vi")} (${each.why?.vi ?? ""})`).join(", ");
  const en = reasons.map((each) => `${formatCivilDate(each.on, "en")} (${each.why?.en ?? ""})`).join(", ");
  return step(
    "roll-over",
    r.raw + 1,
    r.due,
    0,
    `Ngày cuối là ngày nghỉ, chuyển sang ngày làm việc tiếp theo; không làm việc: ${vi}`,
    `The last day is a day off, so it moves to the next working day; days off: ${en}`,
  );
}

function provisional(from: DayNumber, to: DayNumber): DeadlineStep {
  const year = fromDayNumber(from).slice(0, 4);
  return step(
    "provisional",
    from,
    to,
    0,
    `Tạm tính: lịch nghỉ năm ${year} chưa được công bố, mới biết ngày lễ dương lịch và ngày nghỉ hằng tuần`,
    `Provisional: the holidays of ${year} are not announced; only fixed solar holidays and weekends are known`,
  );
}

function dueStep(r: Reckoning): DeadlineStep {
  const on = fromDayNumber(r.due);
  const vi = formatCivilDate(on, "vi-weekday");
  const en = formatCivilDate(on, "en-weekday");
  if (r.rule.direction === "backward") return step("due", r.due, r.due, 0, `Chậm nhất ${vi}`, `No later than ${en}`);
  if (r.rule.kind === "minimum")
    return step("due", r.due, r.due, 0, `Ít nhất đến hết ${vi}`, `At least until the end of ${en}`);
  if (r.rule.kind === "target")
    return step(
      "due",
      r.due,
      r.due,
      0,
      `Mục tiêu của cơ quan: đến hết ${vi}`,
      `The office means to do it by the end of ${en}`,
    );
  return step("due", r.due, r.due, 0, `Hết hạn vào cuối ${vi}`, `Ends at the end of ${en}`);
}

function effectStep(day: DayNumber): DeadlineStep {
  const on = fromDayNumber(day);
  return step(
    "effect",
    day,
    day,
    0,
    `Có hiệu lực pháp luật từ ${formatCivilDate(on, "vi-weekday")}`,
    `In legal effect from ${formatCivilDate(on, "en-weekday")}`,
  );
}

function extra(kind: "count" | "extension"): Text {
  return kind === "extension" ? { vi: " (gia hạn)", en: " (extension)" } : { vi: "", en: "" };
}

function step(
  kind: DeadlineStep["kind"],
  from: DayNumber,
  to: DayNumber,
  counted: number,
  vi: string,
  en: string,
): DeadlineStep {
  return { kind, from: fromDayNumber(from), to: fromDayNumber(to), counted, text: { vi, en } };
}
