import type { ProcedureDescription } from "../../../rules/describe-procedure.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Badge } from "../../ui/deadline-chip.tsx";

/** Stage by stage, the states of a matter and where each may lead. */
export function ProcedureRoad({ procedure }: { procedure: ProcedureDescription }) {
  const nameOf = (id: string) => {
    const state = procedure.states.find((each) => each.id === id);
    return state ? say(state.name) : id;
  };
  const nextOf = (id: string) =>
    new Set(
      procedure.acts.filter((act) => act.from.includes(id)).flatMap((act) => act.reaches.filter((to) => to !== id)),
    );
  return (
    <ol className="road">
      {procedure.stages.map((stage) => (
        <li key={stage.id}>
          <h3>{say(stage.name)}</h3>
          <ul>
            {procedure.states
              .filter((state) => state.stage === stage.id)
              .map((state) => {
                const next = [...nextOf(state.id)].map(nameOf);
                return (
                  <li key={state.id}>
                    <strong>{say(state.name)}</strong>{" "}
                    {state.initial && <Badge tone="blue">{m.law_state_first()}</Badge>}{" "}
                    {state.final && <Badge>{m.law_state_final()}</Badge>}
                    <span className="road-plain">{say(state.plain)}</span>
                    {next.length > 0 && (
                      <span className="road-next">
                        {m.law_state_next()}: {next.join("; ")}
                      </span>
                    )}
                  </li>
                );
              })}
          </ul>
        </li>
      ))}
    </ol>
  );
}
