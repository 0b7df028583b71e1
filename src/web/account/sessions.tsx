import { data, Form, redirect } from "react-router";
import { appContext } from "../context.ts";
import { say } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button, ConfirmDialog } from "../ui/button.tsx";
import { Flash } from "../ui/callout.tsx";
import { Badge } from "../ui/deadline-chip.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { formText } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/sessions.ts";
import { sayInstant } from "./instant.ts";
import { openSession } from "./session.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { asker } = await openSession(request, context);
  const sessions = await context.get(appContext).access.mySessions(asker);
  return {
    sessions: sessions.map(({ id, from, openedAt, expiresAt, isCurrent }) => ({
      id,
      from,
      isCurrent,
      opened: sayInstant(openedAt),
      until: sayInstant(expiresAt),
    })),
    isEnded: new URL(request.url).searchParams.has("ended"),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { access } = context.get(appContext);
  const { asker } = await openSession(request, context);
  const sessionId = formText(await request.formData(), "sessionId");
  const answer = await orRefusal<unknown>(
    sessionId ? access.endMySession(asker, { sessionId }) : access.endMyOtherSessions(asker),
  );
  if ("value" in answer) return redirect("/sessions?ended=1", 303);
  return data({ problems: [{ message: say(answer.refusal.message) }] }, { status: 422 });
}

export default function Sessions({ loaderData, actionData }: Route.ComponentProps) {
  const { sessions, isEnded } = loaderData;
  return (
    <div className="narrow">
      <title>{`${m.account_sessions()} · ${m.ui_product()}`}</title>
      <h1>{m.account_sessions()}</h1>
      {isEnded && !actionData && <Flash>{m.account_sessions_ended()}</Flash>}
      <ErrorSummary problems={actionData?.problems ?? []} />
      <p className="lead">{m.account_sessions_lead()}</p>
      <ul className="grants">
        {sessions.map((each) => (
          <li key={each.id}>
            <strong>{each.from || m.account_sessions_unknown()}</strong>{" "}
            {each.isCurrent && <Badge tone="green">{m.account_sessions_this()}</Badge>}
            <p className="quiet">{m.account_sessions_times({ opened: each.opened, until: each.until })}</p>
            {!each.isCurrent && (
              <Form method="post">
                <input type="hidden" name="sessionId" value={each.id} />
                <Button type="submit" aria-label={`${m.account_sessions_end()}: ${each.from} ${each.opened}`}>
                  {m.account_sessions_end()}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <ConfirmDialog label={m.account_sessions_end_others()} question={m.account_sessions_end_ask()} danger>
          <Form method="post">
            <Button kind="primary" type="submit">
              {m.account_sessions_end_others()}
            </Button>
          </Form>
        </ConfirmDialog>
      )}
      <p>
        <a href="/office">{m.account_to_office()}</a>
      </p>
    </div>
  );
}
