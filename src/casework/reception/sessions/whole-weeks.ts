import type { DutyRule, LawPack } from "../../../rules/pack.ts";
import { selectVersion } from "../../../rules/select-version.ts";
import { addDays, type CivilDate, dayOfWeek } from "../../../time/civil-date.ts";

interface Stretch {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * The period with the weeks at its ends made whole, where the duty goes by weeks: a month that begins on a Friday would
 * else forgive the week it cuts. Not over the day on which the law changed: there the law itself cuts the week.
 * Throws `LawRangeError` before the covered law.
 */
export function wholeWeeks(packs: readonly LawPack[], position: string, { from, to }: Stretch): Stretch {
  return { from: walk(packs, position, from, -1), to: walk(packs, position, to, 1) };
}

const monday = 1;
const sunday = 0;

function walk(packs: readonly LawPack[], position: string, start: CivilDate, step: 1 | -1): CivilDate {
  const duty = dutyAt(packs, position, start);
  if (duty?.period !== "week") return start;
  let day = start;
  while (dayOfWeek(day) !== (step === 1 ? sunday : monday)) {
    const next = addDays(day, step);
    if (!isSame(dutyAt(packs, position, next), duty)) return day;
    day = next;
  }
  return day;
}

const isSame = (a: DutyRule | undefined, b: DutyRule) => a?.period === b.period && a.days === b.days;

function dutyAt(packs: readonly LawPack[], position: string, on: CivilDate): DutyRule | undefined {
  return selectVersion(packs, "reception", on).duties.find((each) => each.position === position);
}
