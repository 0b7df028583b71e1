import { addDays, type CivilDate, dayOfWeek, daysBetween, formatCivilDate, laterOf } from "../time/civil-date.ts";
import type { DutyRule, LawPack, Text } from "./pack.ts";
import { selectVersion } from "./select-version.ts";

/** What became of a day on which a head was to receive citizens. */
export interface DutyDay {
  readonly on: CivilDate;
  readonly how: "in-person" | "delegated" | "announced-without-visitor" | "postponed";
}

export interface DutyQuestion {
  /** `DutyRule.position`: "commune-chair", "province-chair" … */
  readonly position: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly days: readonly DutyDay[];
}

/** One week or month, or what is left of it between two bounds. */
export interface DutyPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly duty: DutyRule;
  /** First day in force of the version. */
  readonly version: CivilDate;
  /** Cut by the question or by a new version: the duty counts in proportion, rounded down. */
  readonly cut: boolean;
  readonly required: number;
  /** Days on which the head was there in person, with or without visitors. */
  readonly counted: number;
  readonly withoutVisitor: number;
  readonly delegated: number;
  readonly postponed: number;
  readonly missing: number;
  readonly reasons: readonly Text[];
}

export interface DutyAnswer {
  readonly position: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly required: number;
  readonly counted: number;
  readonly delegated: number;
  readonly missing: number;
  readonly periods: readonly DutyPeriod[];
  /** Stretches in which no law asks this position to receive citizens. */
  readonly withoutDuty: readonly { readonly from: CivilDate; readonly to: CivilDate }[];
}

interface Stretch {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * How many days of reception the law asked of a position, and how many count. Pure. Weeks are ISO weeks, months
 * calendar months; each version of the law counts for its own part. A week or month too many makes up for no other.
 *
 * How the law is read (Điều 12.5, 13.5, 15.2, 18.2 Luật Tiếp công dân, Điều 10.2 and 25.1 Nghị định 154/2026): the head
 * receives "trực tiếp", in person, so a day taken by a deputy is counted apart. The duty is to be there on the announced
 * day; that nobody came does not undo it (form 01/TCD counts announced days). A postponed day counts on its new date.
 *
 * Throws `LawRangeError` "before-coverage", and `RangeError` when `to` lies before `from`.
 */
export function dutyFulfilment(packs: readonly LawPack[], question: DutyQuestion): DutyAnswer {
  const { position, from, to, days } = question;
  if (to < from) throw new RangeError(`${to} lies before ${from}`);
  const parts = partsByVersion(packs, question);
  const periods = parts.flatMap((part) =>
    part.duty
      ? periodsOf(part, part.duty).map((period) => fulfilled({ ...period, ...citedOn(packs, position, period) }, days))
      : [],
  );
  const sum = (value: (period: DutyPeriod) => number) => periods.reduce((total, each) => total + value(each), 0);
  return {
    position,
    from,
    to,
    required: sum((each) => each.required),
    counted: sum((each) => each.counted),
    delegated: sum((each) => each.delegated),
    missing: sum((each) => each.missing),
    periods,
    withoutDuty: parts.filter((part) => !part.duty).map((part) => ({ from: part.from, to: part.to })),
  };
}

interface Part extends Stretch {
  readonly duty: DutyRule | undefined;
  readonly version: CivilDate;
}

/** The question cut where the duty changes; a new version that leaves it alone cuts nothing. */
function partsByVersion(packs: readonly LawPack[], { position, from, to }: DutyQuestion): readonly Part[] {
  const parts: Part[] = [];
  for (let day = from; day <= to; ) {
    const pack = selectVersion(packs, "reception", day);
    const end = pack.validTo !== undefined && pack.validTo < to ? pack.validTo : to;
    const duty = pack.duties.find((each) => each.position === position);
    const before = parts.at(-1);
    if (before && sameDuty(before.duty, duty)) parts[parts.length - 1] = { ...before, to: end };
    else parts.push({ from: day, to: end, duty, version: pack.validFrom });
    day = addDays(end, 1);
  }
  return parts;
}

function sameDuty(a: DutyRule | undefined, b: DutyRule | undefined): boolean {
  return a?.period === b?.period && a?.days === b?.days;
}

/** The same number of days may rest on a new text: a period cites the one of its first day. */
function citedOn(packs: readonly LawPack[], position: string, period: Period): Pick<Period, "duty" | "version"> {
  const pack = selectVersion(packs, "reception", period.from);
  const duty = pack.duties.find((each) => each.position === position) ?? period.duty;
  return { duty, version: pack.validFrom };
}

type Period = Pick<DutyPeriod, "from" | "to" | "duty" | "version" | "cut" | "required">;

function periodsOf(part: Part, duty: DutyRule): readonly Period[] {
  const periods: Period[] = [];
  for (let day = part.from; day <= part.to; ) {
    const whole = wholePeriod(duty.period, day);
    const to = whole.to < part.to ? whole.to : part.to;
    const from = laterOf(whole.from, day);
    const length = daysBetween(whole.from, whole.to) + 1;
    const left = daysBetween(from, to) + 1;
    const required = Math.floor((duty.days * left) / length);
    periods.push({ from, to, duty, version: part.version, cut: left < length, required });
    day = addDays(to, 1);
  }
  return periods;
}

/** The ISO week, Monday to Sunday, or the calendar month of a day. */
function wholePeriod(period: DutyRule["period"], day: CivilDate): Stretch {
  if (period === "week") {
    const monday = addDays(day, -((dayOfWeek(day) + 6) % 7));
    return { from: monday, to: addDays(monday, 6) };
  }
  const first = addDays(day, 1 - Number(day.slice(8, 10)));
  const inNextMonth = addDays(first, 31);
  return { from: first, to: addDays(inNextMonth, -Number(inNextMonth.slice(8, 10))) };
}

/** A day counts once; being there in person weighs more than a delegation entered for the same day. */
function fulfilled(period: Period, days: readonly DutyDay[]): DutyPeriod {
  const within = days.filter((day) => day.on >= period.from && day.on <= period.to);
  const on = (...how: readonly DutyDay["how"][]) =>
    new Set(within.filter((day) => how.includes(day.how)).map((day) => day.on));
  const present = on("in-person", "announced-without-visitor");
  const visited = on("in-person");
  const delegated = [...on("delegated")].filter((day) => !present.has(day)).length;
  const withoutVisitor = [...present].filter((day) => !visited.has(day)).length;
  const postponed = on("postponed").size;
  const missing = Math.max(0, period.required - present.size);
  const figures = { counted: present.size, withoutVisitor, delegated, postponed, missing };
  return { ...period, ...figures, reasons: reasonsOf(period, figures) };
}

type Figures = Pick<DutyPeriod, "counted" | "withoutVisitor" | "delegated" | "postponed" | "missing">;

function reasonsOf(period: Period, figures: Figures): readonly Text[] {
  const { duty } = period;
  const unit = duty.period === "week" ? { vi: "tuần", en: "week" } : { vi: "tháng", en: "month" };
  const reasons: Text[] = [
    {
      vi: `${duty.positionName.vi}: ít nhất ${duty.days} ngày trong một ${unit.vi} (${duty.article}).`,
      en: `${duty.positionName.en}: at least ${duty.days} day(s) a ${unit.en} (${duty.article}).`,
    },
  ];
  if (period.cut)
    reasons.push({
      vi: `Chỉ xét từ ${formatCivilDate(period.from, "vi")} đến ${formatCivilDate(period.to, "vi")}, không trọn ${unit.vi}: tính theo tỷ lệ, làm tròn xuống còn ${period.required} ngày.`,
      en: `Only ${formatCivilDate(period.from, "en")} to ${formatCivilDate(period.to, "en")}, not a whole ${unit.en}: in proportion, rounded down to ${period.required}.`,
    });
  const said: readonly (readonly [number, string, string])[] = [
    [
      figures.withoutVisitor,
      "ngày đã thông báo công khai, có mặt nhưng không có công dân đến: vẫn tính",
      "announced day(s) without a visitor: counted",
    ],
    [
      figures.delegated,
      "ngày ủy quyền cho người khác tiếp: không tính là trực tiếp tiếp",
      "delegated day(s): not counted, the law says in person",
    ],
    [figures.postponed, "ngày đã lùi lịch: tính vào ngày tiếp mới", "postponed day(s): counted on the new date"],
    [figures.missing, "ngày còn thiếu", "day(s) missing"],
  ];
  for (const [n, vi, en] of said) if (n > 0) reasons.push({ vi: `${n} ${vi}.`, en: `${n} ${en}.` });
  return reasons;
}
