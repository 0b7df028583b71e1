import { type CivilDate, parseCivilDate } from "../../time/civil-date.ts";

/** Reads a day as people type it (2/7/2026, 02-07-2026, 02.07.2026, 02072026, 2026-07-02); undefined when it is no day. */
export function typedDate(text: string): CivilDate | undefined {
  const typed = text.trim();
  const iso = parseCivilDate(typed);
  if (iso) return iso;
  const match =
    /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  if (!match) return undefined;
  const [, day = "", month = "", year = ""] = match;
  return parseCivilDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
