import { data, Form, redirect } from "react-router";
import type { Outcome } from "../../../casework/after-filing/index.ts";
import { appContext, sessionContext } from "../../context.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { EmptyState, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { Pager, Tabs } from "../../ui/table.tsx";
import { problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/outcomes.ts";
import { sayKind } from "./words.ts";

const path = "/office/outcomes";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const all = searchParams.get("view") === "all";
  const after = searchParams.get("after");
  const page = await shown(
    context.get(appContext).afterFiling.listOutcomes(context.get(sessionContext).asker, {
      unread: !all,
      ...(after ? { after } : {}),
    }),
  );
  const lines = page.lines.map((line) => ({ ...line, key: crypto.randomUUID() }));
  return { ...page, lines, all, paged: after !== null, saved: searchParams.has("saved") };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const answer = await orRefusal(
    context.get(appContext).afterFiling.readOutcome(context.get(sessionContext).asker, {
      key: formText(form, "key"),
      outcomeId: formText(form, "outcome"),
      note: formText(form, "note"),
    }),
  );
  if ("refusal" in answer) return data({ problems: problemsOf(answer.refusal) }, { status: statusOf(answer.refusal) });
  return redirect(`${path}?saved=1`, 303);
}

const solved = { yes: m.after_rate_yes, partly: m.after_rate_partly, no: m.after_rate_no };
const colour = { yes: "green", partly: "amber", no: "red" };

/** What petitioners say of the outcome, for a second person. */
export default function Outcomes({ loaderData, actionData }: Route.ComponentProps) {
  const { lines, next, all, paged, saved } = loaderData;
  const address = (cursor?: string) => {
    const query = new URLSearchParams({ ...(all ? { view: "all" } : {}), ...(cursor ? { after: cursor } : {}) });
    return query.size > 0 ? `${path}?${query}` : path;
  };
  return (
    <>
      <title>{`${m.after_outcomes()} · ${m.ui_product()}`}</title>
      <h1>{m.after_outcomes()}</h1>
      <p className="quiet">{m.after_outcomes_about()}</p>
      {saved && <Flash>{m.matters_done()}</Flash>}
      <ErrorSummary problems={actionData?.problems ?? []} />
      <Tabs
        label={m.after_outcomes()}
        items={[
          { to: path, name: m.after_outcomes_unread(), current: !all },
          { to: `${path}?view=all`, name: m.after_outcomes_all(), current: all },
        ]}
      />
      {lines.length === 0 ? (
        <EmptyState title={m.after_outcomes_empty()}>
          <p>{m.after_outcomes_empty_text()}</p>
        </EmptyState>
      ) : (
        <ul className="outcomes">
          {lines.map((line) => (
            <Line key={line.id} line={line} formKey={line.key} />
          ))}
        </ul>
      )}
      <Pager previous={paged ? address() : undefined} next={next ? address(next) : undefined} />
    </>
  );
}

function Line({ line, formKey }: { line: Outcome; formKey: string }) {
  return (
    <li>
      <p>
        <strong>{line.code}</strong> · {sayKind(line.kind)} · <span className="quiet">{sayDate(line.on)}</span>{" "}
        <span className={`badge ${colour[line.solved]}`}>{solved[line.solved]()}</span>
      </p>
      {line.body && <p className="long">{line.body}</p>}
      {line.readOn ? (
        <>
          {line.note && <p className="long">{line.note}</p>}
          <p className="quiet">{m.after_outcomes_read_by({ name: line.reader ?? "", date: sayDate(line.readOn) })}</p>
        </>
      ) : (
        <Form method="post" className="form">
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="outcome" value={line.id} />
          <div className="field">
            <label htmlFor={`note-${line.id}`}>
              {m.after_outcomes_note()} <span className="optional">({m.ui_optional()})</span>
            </label>
            <textarea id={`note-${line.id}`} name="note" rows={2} maxLength={2000} />
          </div>
          <Button type="submit" aria-label={`${m.after_outcomes_read()}: ${line.code}`}>
            {m.after_outcomes_read()}
          </Button>
        </Form>
      )}
    </li>
  );
}
