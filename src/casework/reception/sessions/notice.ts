import type { Calendar } from "../../../rules/calendar.ts";
import { computeDeadline, type DeadlineStep } from "../../../rules/deadline.ts";
import { isLawRangeError } from "../../../rules/law-range-error.ts";
import type { LawPack } from "../../../rules/pack.ts";
import { selectVersion } from "../../../rules/select-version.ts";
import { type CivilDate, daysBetween } from "../../../time/civil-date.ts";
import type { SessionRow } from "./session-rows.ts";

/** Khoản 4 Điều 24 Luật Tiếp công dân. */
const noticeRule = "TCD-24-1";

/** By when the calendar had to be posted, by the law of the day of reception. Late is shown, never refused. */
export interface Notice {
  readonly rule: string;
  readonly article: string;
  readonly version: string;
  readonly lastOn: CivilDate;
  readonly late: boolean;
  /** Civil days after `lastOn`; 0 in time. */
  readonly lateDays: number;
  readonly provisional: boolean;
  readonly why: readonly DeadlineStep[];
}

/**
 * Null for an unscheduled session, which no calendar can hold, and for the new date of a postponed one: for it the law asks
 * for a notice at the place and sets no number of days. Null too where law or calendar are not covered. A session that
 * nobody posted is late from the day after the last day on.
 */
export function noticeOf(
  packs: readonly LawPack[],
  calendar: Calendar,
  session: Pick<SessionRow, "kind" | "on" | "announcedOn" | "insteadOf">,
  today: CivilDate,
): Notice | null {
  if (session.kind !== "scheduled" || session.insteadOf !== null) return null;
  try {
    const pack = selectVersion(packs, "reception", session.on);
    const question = { rule: noticeRule, startOn: session.on, allowProvisional: true };
    const { rule, version, dueOn, provisional, steps } = computeDeadline(pack, question, calendar);
    const posted = session.announcedOn ?? today;
    const lateDays = Math.max(0, daysBetween(dueOn, posted));
    return {
      rule: rule.id,
      article: rule.article,
      version,
      lastOn: dueOn,
      late: lateDays > 0,
      lateDays,
      provisional,
      why: steps,
    };
  } catch (error) {
    if (isLawRangeError(error)) return null;
    throw error;
  }
}
