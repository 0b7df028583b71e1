import type { ExplainedClock, MovedClock } from "../../../casework/calendar/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";

/** Lines of a timeline for dates that an announcement of the calendar moved: the date before, the new one, and why. */
export function movedEntries(
  clocks: readonly ExplainedClock[],
): readonly { readonly id: string; readonly on: CivilDate; readonly what: React.ReactNode }[] {
  return clocks.flatMap((clock) =>
    clock.moved ? [{ id: clock.id, on: clock.moved.on, what: <Moved clock={clock} moved={clock.moved} /> }] : [],
  );
}

/** The newest first; on one day what the calendar moved comes above what was done. */
export function inOrder<Entry extends { readonly on: CivilDate }>(
  moved: readonly Entry[],
  done: readonly Entry[],
): readonly Entry[] {
  if (moved.length === 0) return done;
  return [...moved, ...done].toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}

function Moved({ clock, moved }: { clock: ExplainedClock; moved: MovedClock }) {
  const { notice } = moved;
  return (
    <>
      <strong>{whatMoved(clock, moved)}</strong>
      <p>
        {notice.reason !== null && m.matters_moved_withdrawn({ reason: notice.reason })}{" "}
        {notice.days.length > 0
          ? m.matters_moved_days({ days: notice.days.map((day) => `${sayDate(day.on)} (${say(day)})`).join(", ") })
          : m.matters_moved_complete({ year: `${notice.year ?? ""}` })}
        {". "}
        <span className="quiet">{m.matters_moved_source({ source: notice.source ?? "" })}</span>
      </p>
    </>
  );
}

function whatMoved(clock: ExplainedClock, moved: MovedClock): string {
  const name = say(clock.name);
  if (moved.dueOn !== clock.dueOn)
    return m.matters_moved({ clock: name, from: sayDate(clock.dueOn), to: sayDate(moved.dueOn) });
  const on = sayDate(moved.dueOn);
  return moved.provisional
    ? m.matters_moved_provisional({ clock: name, on })
    : m.matters_moved_certain({ clock: name, on });
}
