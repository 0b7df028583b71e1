import type { NoticeLine } from "../../../casework/calendar/index.ts";
import type { CalendarDay } from "../../../rules/calendar.ts";
import { sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";

export const kindNames: Readonly<Record<CalendarDay["kind"], () => string>> = {
  holiday: m.admin_cal_kind_holiday,
  "swapped-off": m.admin_cal_kind_swapped,
  "worked-saturday": m.admin_cal_kind_worked,
};

export function sayNotice(line: NoticeLine): string {
  if (line.kind === "withdrawal") return m.admin_cal_notice_withdrawal();
  if (line.kind === "complete") return m.admin_cal_notice_complete({ year: `${line.year ?? ""}` });
  return m.admin_cal_notice_days({ count: sayNumber(line.days.length) });
}

export function sayRecount({ state, looked, moved, confirmed }: NoticeLine["recount"]): string {
  if (state === "waiting") return m.admin_cal_recount_waiting();
  if (state === "running") return m.admin_cal_recount_running({ looked: sayNumber(looked), moved: sayNumber(moved) });
  return m.admin_cal_recount_done({ moved: sayNumber(moved), confirmed: sayNumber(confirmed) });
}
