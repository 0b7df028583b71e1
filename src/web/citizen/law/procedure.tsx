import { data } from "react-router";
import type { ProcedureDescription } from "../../../rules/describe-procedure.ts";
import { appContext, requestContext } from "../../context.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Table } from "../../ui/table.tsx";
import type { Route } from "./+types/procedure.ts";
import { AsOfForm, asOf } from "./as-of.tsx";
import { ProcedureAct } from "./procedure-act.tsx";
import { ProcedureRoad } from "./procedure-road.tsx";
import { proceduresPath, sayVersion } from "./words.ts";

export function loader({ request, params, context }: Route.LoaderArgs) {
  const { law } = context.get(appContext);
  const day = asOf(request, context.get(requestContext).today);
  const procedure = law.procedureIfAny({ procedure: params.id, on: day.on });
  if (!procedure) {
    const name = law.procedureName(params.id);
    if (!name) throw new Response(null, { status: 404 });
    return data({ day, name, procedure: null }, { status: 404 });
  }
  return data({ day, name: procedure.name, procedure }, { status: day.problem ? 422 : 200 });
}

export default function Procedure({ loaderData, params }: Route.ComponentProps) {
  const { day, name, procedure } = loaderData;
  const problems = day.problem ? [{ field: "on", message: day.problem }] : [];
  return (
    <div className="law">
      <title>{`${say(name)} · ${m.ui_product()}`}</title>
      <p className="eyebrow">{m.law_procedures()}</p>
      <h1>{say(name)}</h1>
      <ErrorSummary problems={problems} />
      <p className="lead">
        {m.law_procedure_asof({ date: sayDate(day.on) })}
        {procedure && ` (${sayVersion(procedure.version, procedure.versionTo)})`}
      </p>
      <AsOfForm action={`${proceduresPath}/${params.id}`} day={day} />
      {procedure ? <Described procedure={procedure} /> : <p>{m.law_procedures_none_text()}</p>}
      <p className="screen-only">
        <a href={proceduresPath}>{m.law_procedure_back()}</a>
      </p>
    </div>
  );
}

function Described({ procedure }: { procedure: ProcedureDescription }) {
  return (
    <>
      <h2>{m.law_states()}</h2>
      <ProcedureRoad procedure={procedure} />
      <h2>{m.law_acts()}</h2>
      <p>{m.law_acts_hint()}</p>
      {procedure.stages.map((stage) => {
        const acts = procedure.acts.filter((act) => stageOf(procedure, act) === stage.id);
        return (
          acts.length > 0 && (
            <section key={stage.id}>
              <h3>{say(stage.name)}</h3>
              {acts.map((act) => (
                <ProcedureAct key={act.id} act={act} states={procedure.states} />
              ))}
            </section>
          )
        );
      })}
      {procedure.documents.length > 0 && (
        <>
          <h2>{m.law_papers()}</h2>
          <Table
            caption={m.law_papers()}
            rows={procedure.documents}
            keyOf={({ key }) => key}
            columns={[
              { key: "name", name: m.law_paper(), cell: ({ name }) => say(name) },
              { key: "form", name: m.law_paper_form(), cell: ({ form }) => form ?? m.law_paper_no_form() },
              { key: "to", name: m.law_paper_to(), cell: ({ recipients }) => recipients.map(say).join("; ") },
            ]}
          />
        </>
      )}
    </>
  );
}

/** An act stands in the stage of the first state it is possible in. */
function stageOf(procedure: ProcedureDescription, act: ProcedureDescription["acts"][number]): string | undefined {
  return procedure.states.find((state) => act.from.includes(state.id))?.stage;
}
