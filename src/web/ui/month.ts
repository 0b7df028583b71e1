import { addDays, type CivilDate, formatCivilDate, parseCivilDate } from "../../time/civil-date.ts";
import { getLocale } from "../paraglide/runtime.js";

export interface Month {
  /** YYYY-MM, as addresses have it. */
  readonly id: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The month of an address ("2026-11"), or the month of `today` when it names none. */
export function monthOf(text: string | null, today: CivilDate): Month {
  const from = parseCivilDate(`${text ?? ""}-01`) ?? firstOf(today);
  const next = addDays(from, 31);
  return { id: from.slice(0, 7), from, to: addDays(next, -Number(next.slice(8, 10))) };
}

export function monthBefore({ from }: Month): Month {
  return monthOf(null, addDays(from, -1));
}

export function monthAfter({ to }: Month): Month {
  return monthOf(null, addDays(to, 1));
}

/** "Tháng 11/2026" or "November 2026". */
export function sayMonth({ from }: Month): string {
  if (getLocale() === "en") return formatCivilDate(from, "en").replace(/^1 /, "");
  return `Tháng ${Number(from.slice(5, 7))}/${from.slice(0, 4)}`;
}

const firstOf = (date: CivilDate): CivilDate => addDays(date, 1 - Number(date.slice(8, 10)));
