import type { Calendar } from "../../rules/calendar.ts";
import { type MatterFacts, possibleActs, procedureOf } from "../../rules/decide.ts";
import type { LoadedPack } from "../../rules/load-pack.ts";
import { transaction } from "../../store/index.ts";
import { addDays, type CivilDate } from "../../time/civil-date.ts";
import { agenciesOn } from "../agencies/index.ts";
import type { Setting } from "../setting.ts";
import type { HeldPetition } from "./receipt-holder.ts";

/** That a second complaint may be filed now, and what is known of the first decision. */
export interface SecondComplaint {
  /** The last day; null while the day on which the decision was received is not known, so that nothing has run out. */
  readonly lastOn: CivilDate | null;
  readonly article: string;
  /** The first decision; null when the limit ran out without one. */
  readonly decision: { readonly number: string; readonly on: CivilDate | null } | null;
  /** The agency above the one that settled it, which is proposed; null at the top. */
  readonly proposed: string | null;
}

const act = "second-complaint";
/** No window is longer than this: a window still open then has not begun to run out. */
const farDays = 400;

/** Null where there is no second complaint, or not yet, or no more (Điều 33, Điều 48 Luật Khiếu nại). */
export async function secondComplaintOf(setting: Setting, held: HeldPetition): Promise<SecondComplaint | null> {
  const { matter } = held;
  const pack = matter && setting.law.packs.find(({ id }) => id === matter.lawPack);
  if (!matter || !pack) return null;
  const today = setting.today();
  const calendar = await setting.calendar();
  const window = windowOn(pack, matter, today, calendar);
  if (!window) return null;
  const rule = procedureOf(pack, matter.procedure).acts.find(({ id }) => id === act);
  const tree = await transaction(setting.store, "nobody", (tx) => agenciesOn(tx, today), { readOnly: true });
  return {
    ...window,
    article: rule?.article ?? "",
    decision: matter.decision,
    proposed: tree.find(({ code }) => code === held.agencyCode)?.parent ?? null,
  };
}

/** The window that is open on that day; null when none is. */
export function windowOn(
  pack: LoadedPack,
  matter: MatterFacts,
  today: CivilDate,
  calendar: Calendar,
): Pick<SecondComplaint, "lastOn"> | null {
  const isOpenOn = (on: CivilDate) =>
    possibleActs(pack, matter, ["petition-officer"], calendar, on).some((each) => each.act.id === act && !each.refusal);
  return isOpenOn(today) ? { lastOn: lastOpenDay(today, isOpenOn) } : null;
}

/** The law itself is asked day by day, by halving: the window is one stretch of days from today. */
function lastOpenDay(today: CivilDate, isOpenOn: (on: CivilDate) => boolean): CivilDate | null {
  let [open, shut] = [0, farDays];
  if (isOpenOn(addDays(today, shut))) return null;
  while (shut - open > 1) {
    const middle = Math.floor((open + shut) / 2);
    if (isOpenOn(addDays(today, middle))) open = middle;
    else shut = middle;
  }
  return addDays(today, open);
}
