import type { LawDesk } from "../server/law-desk.ts";
import { type CivilDate, formatCivilDate, parseCivilDate } from "../time/civil-date.ts";
import { systemClock } from "../time/clock.ts";
import { misused } from "./output.ts";

/** The law by itself, without a database: its own calendar, no announcement of an installation. */
export async function openDesk(): Promise<LawDesk> {
  // Not at the top: a faulty law must not keep the other commands from running, and `law check` says what is wrong.
  const [{ lawCalendar, lawPacks }, { openLawDesk }] = await Promise.all([
    import("../../law/index.ts"),
    import("../server/law-desk.ts"),
  ]);
  return openLawDesk({ packs: lawPacks, calendar: () => lawCalendar });
}

/** The day a question is about; the day MINHXET_TODAY sets, or today in Viet Nam, when none is given. */
export function asOfDay(text: string | undefined): CivilDate {
  const asked = text ?? (process.env.MINHXET_TODAY || systemClock.today());
  const date = parseCivilDate(asked);
  if (!date) throw misused("as-of", `${asked} is not a date YYYY-MM-DD.`);
  return date;
}

/** "02/07/2026", also of what is a date by its origin only. */
export function sayDate(text: string): string {
  const date = parseCivilDate(text);
  return date ? formatCivilDate(date, "vi") : text;
}

export const asOfFlags = ["--as-of <date>", "as the law stood on that day, YYYY-MM-DD (default: today)"] as const;
