import { useEffect } from "react";
import { data, Form, redirect, useRevalidator } from "react-router";
import type { Queue as QueueOfDay, Ticket } from "../../../casework/reception/queue/index.ts";
import { appContext, sessionContext } from "../../context.ts";
import { m } from "../../paraglide/messages.js";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EmptyState, Flash } from "../../ui/callout.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextInput } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/queue.ts";
import { doQueue } from "./queue-actions.ts";
import { KioskPart } from "./queue-kiosk.tsx";
import { receptionAgency } from "./reception-agency.ts";

const refreshMs = 5000;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { asker, who } = context.get(sessionContext);
  const params = new URL(request.url).searchParams;
  const queue = await shown(context.get(appContext).queue.queue(asker, { agencyId: receptionAgency(who.grants) }));
  const given = Number(params.get("given")) || null;
  return { queue, desk: deskOf(params.get("desk")), given, nobody: params.has("nobody"), key: crypto.randomUUID() };
}

function deskOf(text: string | null): number {
  const desk = Number(text);
  return Number.isInteger(desk) && desk >= 1 && desk <= 99 ? desk : 1;
}

export async function action({ request, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const form = await request.formData();
  const desk = deskOf(formText(form, "desk"));
  const answer = await orRefusal(doQueue(app, asker, receptionAgency(who.grants), desk, form));
  if ("refusal" in answer)
    return data({ problems: problemsOf(answer.refusal), code: null }, { status: statusOf(answer.refusal) });
  const { code, ...said } = answer.value;
  if (code) return data({ problems: [], code });
  return redirect(`/office/queue?${new URLSearchParams({ desk: `${desk}`, ...said })}`, 303);
}

export default function Queue({ loaderData, actionData }: Route.ComponentProps) {
  const { queue, desk, given, nobody, key } = loaderData;
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && revalidate(), refreshMs);
    return () => clearInterval(timer);
  }, [revalidate]);
  const here = queue.called.find((each) => each.desk === desk);
  const others = queue.called.filter((each) => each !== here);
  const hidden = { desk, formKey: key };
  return (
    <>
      <title>{`${m.queue_title()} · ${m.ui_product()}`}</title>
      <header className="page-head">
        <h1>{m.queue_title()}</h1>
        <Form className="form inline queue-desk" key={desk}>
          <TextInput
            name="desk"
            label={m.queue_desk()}
            defaultValue={desk}
            type="number"
            min={1}
            max={99}
            required
            autoComplete="off"
          />
          <Button type="submit">{m.queue_desk_set()}</Button>
        </Form>
      </header>
      <ErrorSummary problems={actionData?.problems ?? []} />
      {given && <Flash>{m.queue_given({ n: given })}</Flash>}
      {nobody && queue.waiting.length === 0 && <Flash>{m.queue_next_none()}</Flash>}
      <section className="queue-now panel" aria-live="polite">
        {here ? <Here ticket={here} {...hidden} /> : <Free queue={queue} {...hidden} />}
      </section>
      <div className="queue-columns">
        <section>
          <h2>{m.queue_waiting({ n: queue.waiting.length })}</h2>
          {queue.waiting.length === 0 ? (
            <EmptyState title={m.queue_waiting_none()}>
              <p>{m.queue_waiting_none_text()}</p>
            </EmptyState>
          ) : (
            <Numbers tickets={queue.waiting} canCall={!here} {...hidden} />
          )}
          {others.length > 0 && (
            <>
              <h2>{m.queue_others()}</h2>
              <Numbers tickets={others} canCall={false} {...hidden} />
            </>
          )}
          {queue.skipped.length > 0 && (
            <>
              <h2>{m.queue_skipped()}</h2>
              <Numbers tickets={queue.skipped} canCall={!here} {...hidden} />
            </>
          )}
          <p className="quiet">{m.queue_served({ n: queue.done })}</p>
        </section>
        <aside>
          <h2>{m.queue_give()}</h2>
          <Form method="post" className="queue-acts">
            <Hidden {...hidden} />
            <Button type="submit" name="intent" value="give">
              {m.queue_give_plain()}
            </Button>
            <Button type="submit" name="intent" value="give-priority">
              {m.queue_give_priority()}
            </Button>
          </Form>
          <p className="hint">{m.queue_priority_note()}</p>
          <KioskPart queue={queue} code={actionData?.code ?? null}>
            <Hidden {...hidden} />
          </KioskPart>
        </aside>
      </div>
    </>
  );
}

interface Place {
  readonly desk: number;
  readonly formKey: string;
}

function Hidden({ desk, formKey }: Place) {
  return (
    <>
      <input type="hidden" name="desk" value={desk} />
      <input type="hidden" name="key" value={formKey} />
    </>
  );
}

function Here({ ticket, ...place }: Place & { ticket: Ticket }) {
  return (
    <>
      <h2>{m.queue_now({ desk: place.desk })}</h2>
      <p className="queue-number">
        {m.queue_number({ n: ticket.number })} {ticket.priority && <Badge tone="amber">{m.queue_priority()}</Badge>}
      </p>
      <p className="quiet">{m.queue_calls({ n: ticket.calls, time: ticket.calledAt ?? "" })}</p>
      <Form method="post" className="queue-acts">
        <Hidden {...place} />
        <input type="hidden" name="ticket" value={ticket.id} />
        <LinkButton kind="primary" to={`/office/reception?ticket=${ticket.id}`}>
          {m.queue_record()}
        </LinkButton>
        <Button type="submit" name="intent" value="recall">
          {m.queue_recall()}
        </Button>
        <Button type="submit" name="intent" value="skip">
          {m.queue_skip()}
        </Button>
        <Button type="submit" name="intent" value="done">
          {m.queue_done()}
        </Button>
      </Form>
    </>
  );
}

function Free({ queue, ...place }: Place & { queue: QueueOfDay }) {
  return (
    <>
      <h2>{m.queue_now_none({ desk: place.desk })}</h2>
      <Form method="post" className="queue-acts">
        <Hidden {...place} />
        <Button kind={queue.waiting.length > 0 ? "primary" : "secondary"} type="submit" name="intent" value="next">
          {m.queue_next()}
        </Button>
      </Form>
    </>
  );
}

function Numbers({ tickets, canCall, ...place }: Place & { tickets: readonly Ticket[]; canCall: boolean }) {
  return (
    <ol className="queue-list">
      {tickets.map((ticket) => (
        <li key={ticket.id}>
          <strong>{ticket.number}</strong>
          <span className="quiet">
            {ticket.desk === null ? m.queue_taken_at({ time: ticket.takenAt }) : m.queue_at_desk({ desk: ticket.desk })}
          </span>
          {ticket.priority && <Badge tone="amber">{m.queue_priority()}</Badge>}
          {canCall && (
            <Form method="post">
              <Hidden {...place} />
              <input type="hidden" name="ticket" value={ticket.id} />
              <button type="submit" name="intent" value="call" className="as-link">
                {m.queue_call_this({ n: ticket.number })}
              </button>
            </Form>
          )}
        </li>
      ))}
    </ol>
  );
}
