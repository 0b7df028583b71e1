import type { MatterSheet } from "../../../casework/matters/index.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Timeline } from "../../ui/stepper.tsx";
import { inOrder, movedEntries } from "./moved-clocks.tsx";

/** What was done, newest first, with the answers as they were given and who gave them. */
export function MatterTimeline({ sheet }: { sheet: MatterSheet }) {
  const moved = movedEntries(sheet.clocks);
  return (
    <section>
      <h2>{m.matters_timeline()}</h2>
      {sheet.timeline.length + moved.length === 0 ? (
        <p className="quiet">{m.matters_timeline_none()}</p>
      ) : (
        <Timeline
          entries={inOrder(
            moved,
            sheet.timeline.map((entry) => ({
              id: `${entry.seq}`,
              on: entry.on,
              what: (
                <>
                  <strong>{say(entry.name)}</strong>{" "}
                  {entry.officer && <span className="quiet">{m.matters_event_by({ name: entry.officer })}</span>}
                  {entry.answers.length > 0 && (
                    <dl className="answers">
                      {entry.answers.map((answer) => (
                        <div key={answer.field}>
                          <dt>{say(answer.label)}</dt>
                          <dd className="long">{say(answer.value)}</dd>
                        </div>
                      ))}
                    </dl>
                  )}
                </>
              ),
            })),
          )}
        />
      )}
    </section>
  );
}
