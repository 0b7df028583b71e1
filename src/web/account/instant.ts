import { civilDateOf, clockTimeOf } from "../../time/clock.ts";
import { sayDate } from "../i18n/say.ts";

/** "08:05, 02/07/2026" or "08:05, 2 July 2026", in Viet Nam. */
export function sayInstant(instant: Date): string {
  return `${clockTimeOf(instant)}, ${sayDate(civilDateOf(instant))}`;
}
