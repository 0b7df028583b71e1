import { useEffect } from "react";
import { data, Form, Link, redirect, useRevalidator } from "react-router";
import type { ReplyPage, ReplyState } from "../../../casework/signatories/index.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { say, sayDate, sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout, EmptyState, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { orRefusal } from "../../ui/refusal.ts";
import { Pager, Table, Tabs } from "../../ui/table.tsx";
import { dayAsTyped } from "../matters/act-fields.tsx";
import { problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/replies.ts";
import { Hidden } from "./petition-forms.tsx";
import { doReplies } from "./reply-actions.ts";
import { Prints, RecordForm, SendAllForm } from "./reply-forms.tsx";
import { isReplyState, sayMethod, sayReplyState, states } from "./reply-words.ts";

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const [asked, after] = [query.get("state"), query.get("after")];
  const state = isReplyState(asked) ? asked : undefined;
  const { asker } = context.get(sessionContext);
  const page = await shown(
    context.get(appContext).signatories.listReplies(asker, {
      petitionId: params.id,
      paperId: params.paperId,
      ...(state ? { state } : {}),
      ...(after ? { after } : {}),
    }),
  );
  const today = dayAsTyped(context.get(requestContext).today);
  return { page, state, paged: after !== null, saved: query.has("saved"), today, key: crypto.randomUUID() };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { asker } = context.get(sessionContext);
  const ids = { petitionId: params.id, paperId: params.paperId };
  const answer = await orRefusal(doReplies(context.get(appContext), asker, ids, await request.formData()));
  if ("refusal" in answer) return data({ problems: problemsOf(answer.refusal) }, { status: statusOf(answer.refusal) });
  if ("problems" in answer.value) return data({ problems: answer.value.problems }, { status: 422 });
  return redirect(`/office/petitions/${params.id}/replies/${params.paperId}?saved=1`, 303);
}

/** The copies of one paper: how far their making is, and what became of each. */
export default function Replies({ loaderData, actionData }: Route.ComponentProps) {
  const { page, state, paged, saved, today, key } = loaderData;
  const problems = actionData?.problems ?? [];
  const path = `/office/petitions/${page.petition.id}/replies/${page.paper.id}`;
  const address = (to: ReplyState | undefined, after?: number) => {
    const query = new URLSearchParams({ ...(to ? { state: to } : {}), ...(after ? { after: `${after}` } : {}) });
    return query.size > 0 ? `${path}?${query}` : path;
  };
  return (
    <div className="petition">
      <title>{`${m.signatories_replies_of({ number: page.paper.number })} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to={`/office/petitions/${page.petition.id}/signatories`}>
          {m.signatories_of({ code: page.petition.code })}
        </Link>
      </p>
      <h1>{m.signatories_replies_of({ number: page.paper.number })}</h1>
      <p className="lead-line">
        {say(page.paper.name)} · {sayDate(page.paper.issuedOn)}
      </p>
      {saved && <Flash>{m.signatories_done()}</Flash>}
      <ErrorSummary problems={problems} />
      <Progress page={page} formKey={key} />
      <Tabs
        label={m.signatories_state()}
        items={[undefined, ...states].map((each) => ({
          to: address(each),
          name: each ? sayReplyState(each) : m.signatories_all(),
          count: sayNumber(each ? page.counts[each] : states.reduce((sum, one) => sum + page.counts[one], 0)),
          current: each === state,
        }))}
      />
      {page.lines.length === 0 ? (
        <EmptyState title={m.signatories_empty()} />
      ) : (
        <Form method="post" id="replies">
          <Hidden intent="record" formKey={key} />
          <Lines page={page} />
          {page.maySend && <RecordForm today={today} problems={problems} />}
        </Form>
      )}
      <Pager previous={paged ? address(state) : undefined} next={page.next ? address(state, page.next) : undefined} />
      {page.maySend && page.counts.made > 0 && <SendAllForm formKey={key} today={today} made={page.counts.made} />}
      {page.maySend && <Prints page={page} />}
    </div>
  );
}

function Lines({ page }: { page: ReplyPage }) {
  return (
    <Table
      caption={m.signatories_replies_of({ number: page.paper.number })}
      rows={page.lines}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "name",
          name: m.signatories_name(),
          cell: ({ id, name, ordinal, state }) => (
            <>
              {page.maySend && state !== "waiting" && (
                <input type="checkbox" name="replyIds" value={id} aria-label={m.signatories_choose({ name })} />
              )}{" "}
              {ordinal}. <strong>{name}</strong>
            </>
          ),
        },
        { key: "address", name: m.signatories_address(), cell: ({ address }) => address },
        {
          key: "state",
          name: m.signatories_state(),
          cell: ({ state, changes }) => (
            <>
              {sayReplyState(state)}
              {changes > 1 && <span className="quiet"> ({m.signatories_changes({ n: changes })})</span>}
            </>
          ),
        },
        { key: "method", name: m.signatories_method(), cell: ({ method }) => sayMethod(method) },
        { key: "sent", name: m.signatories_sent_on(), cell: ({ sentOn }) => (sentOn ? sayDate(sentOn) : "–") },
        {
          key: "outcome",
          name: m.signatories_outcome_on(),
          cell: ({ outcomeOn }) => (outcomeOn ? sayDate(outcomeOn) : "–"),
        },
        {
          key: "file",
          name: m.signatories_view(),
          cell: ({ id, state, name }) =>
            page.maySend && state !== "waiting" ? (
              <a href={`/office/replies/${id}`} target="_blank" rel="noreferrer" aria-label={`PDF: ${name}`}>
                PDF
              </a>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}

function Progress({ page, formKey }: { page: ReplyPage; formKey: string }) {
  const { revalidate } = useRevalidator();
  const running = page.batch === "running";
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void revalidate(), 1500);
    return () => clearInterval(timer);
  }, [running, revalidate]);
  const all = states.reduce((sum, each) => sum + page.counts[each], 0);
  const done = all - page.counts.waiting;
  const figures = { done: sayNumber(done), all: sayNumber(all) };
  if (running)
    return (
      <>
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
        <p role="status">{m.signatories_making(figures)}</p>
        <progress value={done} max={Math.max(1, all)} aria-label={m.signatories_making(figures)} />
        {page.maySend && <Act intent="stop" formKey={formKey} label={m.signatories_stop()} />}
      </>
    );
  if (page.counts.waiting === 0) return <p>{m.signatories_made_all(figures)}</p>;
  return (
    <Callout kind="warn">
      <p>
        {page.batch === "done"
          ? m.signatories_missing({ n: sayNumber(page.counts.waiting) })
          : m.signatories_stopped(figures)}
      </p>
      {page.maySend && <Act intent="start" formKey={formKey} label={m.signatories_go_on()} />}
    </Callout>
  );
}

function Act({ intent, formKey, label }: { intent: "start" | "stop"; formKey: string; label: string }) {
  return (
    <Form method="post">
      <Hidden intent={intent} formKey={formKey} />
      <Button type="submit">{label}</Button>
    </Form>
  );
}
