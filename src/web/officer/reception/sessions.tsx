import { data, Form, Link, redirect } from "react-router";
import type { Grant } from "../../../casework/access/index.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { m } from "../../paraglide/messages.js";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EmptyState, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Select } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { type Month, monthAfter, monthBefore, monthOf, sayMonth } from "../../ui/month.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { errorOf, type Problem, problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/sessions.ts";
import { Duties } from "./sessions-duty.tsx";
import { planField, readAnnouncement, readPlan, type TypedPlan, typedPlan } from "./sessions-form.ts";
import { Drafts, SessionList } from "./sessions-list.tsx";
import { PlanForm } from "./sessions-plan.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const params = new URL(request.url).searchParams;
  const month = monthOf(params.get("month"), today);
  const agencyId = agencyOf(who.grants, params.get("agency"));
  const asked = { agencyId, from: month.from, to: month.to };
  const [list, duties, tree] = await Promise.all([
    shown(app.headSessions.listSessions(asker, asked)),
    orRefusal(app.headSessions.headDuties(asker, asked)),
    shown(app.agencies.agencyTree(asker, { asOf: today })),
  ]);
  const mine = tree.filter((each) => agenciesOf(who.grants).includes(each.id));
  return {
    month,
    agencyId,
    list,
    // A month before the covered law has sessions and no duty.
    duties: "value" in duties ? duties.value.duties : [],
    dutyProblems: "refusal" in duties ? problemsOf(duties.refusal) : [],
    agencies: mine.map(({ id, name }) => ({ id, name })),
    agencyCode: mine.find((each) => each.id === agencyId)?.code ?? null,
    counts: ["saved", "moved", "skipped"].map((name) => Number(params.get(name) ?? "0") || 0),
    announced: params.has("announced"),
    today,
    key: crypto.randomUUID(),
  };
}

const readers = ["reception-officer", "petition-officer", "settlement-officer", "clerk", "head", "inspectorate"];

function agenciesOf(grants: readonly Grant[]): readonly string[] {
  return [...new Set(grants.filter(({ role }) => readers.includes(role)).map(({ agencyId }) => agencyId))];
}

function agencyOf(grants: readonly Grant[], wanted: string | null): string {
  const mine = agenciesOf(grants);
  const agencyId = mine.find((each) => each === wanted) ?? mine[0];
  if (!agencyId) throw new Response(null, { status: 403 });
  return agencyId;
}

export async function action({ request, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const form = await request.formData();
  const params = new URL(request.url).searchParams;
  const agencyId = agencyOf(who.grants, params.get("agency"));
  const typed = typedPlan(form);
  const refuse = (problems: readonly Problem[], status: number, intent: string) =>
    data({ typed, problems, intent }, { status });
  const back = (month: Month, said: Record<string, string>) => redirect(address(month, agencyId, said), 303);
  if (formText(form, "intent") === "announce") {
    const read = readAnnouncement(form);
    if ("problems" in read) return refuse(read.problems, 422, "announce");
    const answer = await orRefusal(app.headSessions.announceSessions(asker, read.input));
    if ("value" in answer) return back(monthOf(params.get("month"), today), { announced: "1" });
    const problems = problemsOf(answer.refusal).map((each) =>
      each.field === "announcedOn" ? { ...each, field: "draftsAnnouncedOn" } : each,
    );
    return refuse(problems, statusOf(answer.refusal), "announce");
  }
  const read = readPlan(typed, { key: formText(form, "key"), agencyId });
  if ("problems" in read) return refuse(read.problems, 422, "plan");
  const answer = await orRefusal(app.headSessions.planSessions(asker, read.input));
  if ("refusal" in answer) {
    const problems = problemsOf(answer.refusal).map((each) =>
      each.field ? { ...each, field: planField(each.field) } : each,
    );
    return refuse(problems, statusOf(answer.refusal), "plan");
  }
  const { sessions, moved, skipped } = answer.value;
  return back(monthOf(sessions[0]?.on.slice(0, 7) ?? params.get("month"), today), {
    saved: `${sessions.length}`,
    moved: `${moved.length}`,
    skipped: `${skipped.length}`,
  });
}

const address = (month: Month, agencyId: string, more: Record<string, string> = {}) =>
  `/office/sessions?${new URLSearchParams({ month: month.id, agency: agencyId, ...more })}`;

export default function Sessions({ loaderData, actionData }: Route.ComponentProps) {
  const { month, agencyId, list, duties, dutyProblems, agencies, agencyCode, today, key } = loaderData;
  const problems = actionData?.problems ?? [];
  const typed: TypedPlan = actionData?.typed ?? {};
  const error = (field: string) => errorOf(problems, field);
  const drafts = list.mayPlan ? list.sessions.filter((each) => each.state === "draft") : [];
  const rest = list.sessions.filter((each) => !drafts.includes(each));
  return (
    <>
      <title>{`${m.sessions_title()} · ${m.ui_product()}`}</title>
      <header className="page-head">
        <h1>{m.sessions_title()}</h1>
        <div className="actions">
          {agencyCode && (
            <LinkButton
              to={`/lich-tiep?${new URLSearchParams({ agency: agencyCode, month: month.id })}`}
              reloadDocument
            >
              {m.sessions_public_link()}
            </LinkButton>
          )}
        </div>
      </header>
      <Said counts={loaderData.counts} announced={loaderData.announced} />
      <ErrorSummary problems={problems} />
      {agencies.length > 1 && (
        <Form className="form inline" key={agencyId}>
          <input type="hidden" name="month" value={month.id} />
          <Select
            name="agency"
            label={m.sessions_agency()}
            defaultValue={agencyId}
            options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
          <Button type="submit">{m.sessions_show()}</Button>
        </Form>
      )}
      <nav className="months" aria-label={m.sessions_months()}>
        <Link to={address(monthBefore(month), agencyId)}>← {m.sessions_month_before()}</Link>
        <strong aria-current="date">{sayMonth(month)}</strong>
        <Link to={address(monthAfter(month), agencyId)}>{m.sessions_month_after()} →</Link>
      </nav>
      <h2>{m.sessions_duty()}</h2>
      {dutyProblems.map(({ message }) => (
        <p key={message} className="quiet">
          {message}
        </p>
      ))}
      {dutyProblems.length === 0 && (
        <Duties duties={duties} month={{ name: sayMonth(month), from: month.from, to: month.to }} today={today} />
      )}
      <h2>{m.sessions_list()}</h2>
      {list.sessions.length === 0 && (
        <EmptyState title={m.sessions_none()}>
          <p>{list.mayPlan ? m.sessions_none_text() : m.sessions_none_text_reader()}</p>
        </EmptyState>
      )}
      {rest.length > 0 && <SessionList sessions={rest} today={today} />}
      {drafts.length > 0 && (
        <section>
          <h3>{m.sessions_drafts()}</h3>
          <Drafts drafts={drafts} today={today} formKey={key} error={error} />
        </section>
      )}
      {list.mayPlan && list.positions.length > 0 && (
        <PlanForm
          positions={list.positions}
          typed={typed}
          formKey={key}
          error={error}
          open={actionData?.intent === "plan"}
        />
      )}
    </>
  );
}

function Said({ counts, announced }: { counts: readonly number[]; announced: boolean }) {
  const [saved = 0, moved = 0, skipped = 0] = counts;
  if (announced) return <Flash>{m.sessions_saved()}</Flash>;
  if (saved + moved + skipped === 0) return null;
  return (
    <Flash>
      <p>
        {m.sessions_saved_plan({ n: saved })} {moved > 0 && m.sessions_saved_moved({ n: moved })}{" "}
        {skipped > 0 && m.sessions_saved_skipped({ n: skipped })}
      </p>
    </Flash>
  );
}
