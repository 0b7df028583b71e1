import type { MatterSheet } from "../../../casework/matters/index.ts";
import { say, sayWeekday } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { DeadlineChip } from "../../ui/deadline-chip.tsx";
import { Clocks, Explanation } from "./explained.tsx";

/** What must be done next, by when, and why by then; then every other clock of the matter. */
export function MatterNext({ sheet }: { sheet: MatterSheet }) {
  const { next } = sheet.state;
  const act = sheet.acts.find((each) => each.act.id === next?.act)?.act;
  const clock = sheet.clocks.find((each) => each.clock === next?.clock && each.status === "running");
  const others = sheet.clocks.filter((each) => each !== clock);
  return (
    <>
      <section className="next-step">
        <h2>{m.matters_next()}</h2>
        {act ? (
          <p className="next-what">{say(act.todo ?? act.name)}</p>
        ) : (
          <p className="next-what">{m.matters_next_none()}</p>
        )}
        {clock && (
          <>
            <p className="clock-line">
              <strong>{m.matters_next_by({ date: sayWeekday(clock.dueOn) })}</strong>{" "}
              <DeadlineChip dueOn={clock.dueOn} today={sheet.today} provisional={clock.provisional} />
            </p>
            <Explanation clock={clock} open />
          </>
        )}
      </section>
      {others.length > 0 && (
        <section>
          <h2>{m.matters_clocks()}</h2>
          <Clocks clocks={others} today={sheet.today} />
        </section>
      )}
    </>
  );
}
