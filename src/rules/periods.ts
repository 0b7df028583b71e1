import { addDays, type CivilDate, formatCivilDate } from "../time/civil-date.ts";
import type { LawPack, Text } from "./pack.ts";

export interface Period {
  readonly from: CivilDate;
  /** Absent: still in force. */
  readonly to?: CivilDate;
}

/** When the versions hold, neighbours joined, in order. */
export function periodsOf(packs: readonly LawPack[]): readonly Period[] {
  const joined: Period[] = [];
  for (const pack of packs.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    const before = joined.at(-1);
    const to = pack.validTo === undefined ? {} : { to: pack.validTo };
    if (before?.to !== undefined && addDays(before.to, 1) === pack.validFrom)
      joined[joined.length - 1] = { from: before.from, ...to };
    else joined.push({ from: pack.validFrom, ...to });
  }
  return joined;
}

/** "từ ngày 01/07/2012 đến ngày 30/06/2026", several joined by "và". */
export function periodsInWords(packs: readonly LawPack[]): Text {
  const periods = periodsOf(packs);
  const vi = periods.map(({ from, to }) => {
    const until = to === undefined ? "" : ` đến ngày ${formatCivilDate(to, "vi")}`;
    return `từ ngày ${formatCivilDate(from, "vi")}${until}`;
  });
  const en = periods.map(({ from, to }) => {
    const until = to === undefined ? " on" : ` to ${formatCivilDate(to, "en")}`;
    return `from ${formatCivilDate(from, "en")}${until}`;
  });
  return { vi: vi.join(" và "), en: en.join(" and ") };
}

export function holdsOn(pack: LawPack, on: CivilDate): boolean {
  return pack.validFrom <= on && (pack.validTo === undefined || on <= pack.validTo);
}
