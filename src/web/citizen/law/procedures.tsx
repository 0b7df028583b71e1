import { data } from "react-router";
import { appContext, requestContext } from "../../context.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { EmptyState } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import type { Route } from "./+types/procedures.ts";
import { AsOfForm, asOf } from "./as-of.tsx";
import { lawPath, proceduresPath, sentence } from "./words.ts";

export function loader({ request, context }: Route.LoaderArgs) {
  const { law } = context.get(appContext);
  const day = asOf(request, context.get(requestContext).today);
  const procedures = day.problem ? [] : law.proceduresOrNone(day.on);
  return data({ day, procedures, subjects: law.subjects }, { status: day.problem ? 422 : 200 });
}

export default function Procedures({ loaderData }: Route.ComponentProps) {
  const { day, procedures, subjects } = loaderData;
  const query = day.typed === "" ? "" : `?${new URLSearchParams({ on: day.on })}`;
  return (
    <div className="law">
      <title>{`${m.law_procedures()} · ${m.ui_product()}`}</title>
      <h1>{m.law_procedures()}</h1>
      <p className="lead">{m.law_procedures_lead()}</p>
      <ErrorSummary problems={day.problem ? [{ field: "on", message: day.problem }] : []} />
      <AsOfForm action={proceduresPath} day={day} />
      {procedures.length === 0 && !day.problem && (
        <EmptyState title={m.law_procedures_none()}>
          <p>
            {m.law_procedures_none_text()} <a href={lawPath}>{m.law_known()}</a>
          </p>
        </EmptyState>
      )}
      <ul className="law-links">
        {procedures.map((each) => (
          <li key={each.procedure}>
            <a href={`${proceduresPath}/${each.procedure}${query}`}>{say(each.name)}</a>
            <span>
              {sentence(subjects[each.subject])}. {m.law_procedure_count({ states: each.states, acts: each.acts })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
