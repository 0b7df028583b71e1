import { data, Link, redirect } from "react-router";
import { appContext, sessionContext } from "../../context.ts";
import { m } from "../../paraglide/messages.js";
import { EmptyState, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { shown } from "../matters/shown.ts";
import type { Route } from "./+types/conflicts.ts";
import { doConflict, typedConflict } from "./conflict-actions.ts";
import { ConflictEntry, ConflictOfOther, OwnConflict } from "./conflict-forms.tsx";

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { petitions, access } = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const sheet = await shown(petitions.listConflicts(asker, { petitionId: params.id }));
  const officers = sheet.mayDeclareOthers ? await shown(access.listOfficers(asker, { agencyId: sheet.agencyId })) : [];
  const away = new Set(sheet.lines.filter(({ lifted }) => lifted === null).map(({ officerId }) => officerId));
  return {
    sheet,
    officers: officers
      .filter(({ id, active }) => active && id !== who.officerId && !away.has(id))
      .map(({ id, displayName, jobTitle }) => ({
        value: id,
        label: [displayName, jobTitle].filter(Boolean).join(", "),
      })),
    done: new URL(request.url).searchParams.get("done"),
    formKey: crypto.randomUUID(),
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { asker } = context.get(sessionContext);
  const typed = typedConflict(await request.formData());
  const answer = await doConflict(context.get(appContext), asker, params.id, typed);
  if (answer !== "done") return data({ typed, problems: answer.problems }, { status: answer.status });
  // Whoever declared themselves sees it no more.
  if (typed.intent === "own") return redirect("/office/list?conflict=1", 303);
  return redirect(`/office/petitions/${params.id}/conflicts?done=${typed.intent}`, 303);
}

export default function Conflicts({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, done, officers, formKey } = loaderData;
  const problems = actionData?.problems ?? [];
  const form = { sheet, officers, formKey, problems, typed: actionData?.typed };
  const holding = sheet.lines.filter(({ lifted }) => lifted === null);
  const before = sheet.lines.filter(({ lifted }) => lifted !== null);
  const title = m.conflicts_page({ code: sheet.code });
  return (
    <div className="conflicts">
      <title>{`${title} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to={`/office/petitions/${sheet.petitionId}`}>← {m.matters_petition({ code: sheet.code })}</Link>
      </p>
      <h1>{title}</h1>
      <p className="lead-line">
        {m.conflicts_lead()} <cite>{m.conflicts_article()}</cite>
      </p>
      {done === "lift" && <Flash>{m.conflicts_lifted()}</Flash>}
      {done === "other" && <Flash>{m.conflicts_declared()}</Flash>}
      <ErrorSummary problems={problems} />
      <section>
        <h2>{m.conflicts_away()}</h2>
        {holding.length === 0 ? (
          <EmptyState title={m.conflicts_none()}>
            <p>{m.conflicts_none_text()}</p>
          </EmptyState>
        ) : (
          <ul className="changes">
            {holding.map((line) => (
              <ConflictEntry key={line.id} line={line} form={form} />
            ))}
          </ul>
        )}
        {before.length > 0 && (
          <details className="fold">
            <summary>{m.conflicts_history({ count: before.length })}</summary>
            <ul className="changes">
              {before.map((line) => (
                <ConflictEntry key={line.id} line={line} form={form} />
              ))}
            </ul>
          </details>
        )}
      </section>
      <div className="halves" key={sheet.lines.length}>
        <OwnConflict {...form} />
        {sheet.mayDeclareOthers && <ConflictOfOther {...form} />}
      </div>
    </div>
  );
}
