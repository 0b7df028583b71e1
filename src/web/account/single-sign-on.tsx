import { data, Form, redirect } from "react-router";
import type { RefusalDetails } from "../../casework/refusal.ts";
import { appContext, requestContext } from "../context.ts";
import { say } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button, ConfirmDialog } from "../ui/button.tsx";
import { Callout, EmptyState, Flash } from "../ui/callout.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { TextInput } from "../ui/field.tsx";
import { formText } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/single-sign-on.ts";
import { sayInstant } from "./instant.ts";
import { openSession } from "./session.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { asker } = await openSession(request, context);
  const { name, since } = await context.get(appContext).access.mySingleSignOn(asker);
  const said = new URL(request.url).searchParams;
  return {
    name,
    since: since && sayInstant(since),
    said: said.has("linked") ? "linked" : said.has("unlinked") ? "unlinked" : null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { asker } = await openSession(request, context);
  const { network } = context.get(requestContext);
  const form = await request.formData();
  const password = formText(form, "password");
  if (formText(form, "intent") === "unlink") {
    const answer = await orRefusal(app.access.unlinkSingleSignOn(asker, { password, network }));
    return "value" in answer ? redirect("/single-sign-on?unlinked=1", 303) : refused(answer.refusal);
  }
  const answer = await orRefusal(app.access.beginSignOnLink(asker, { password, network }));
  if ("refusal" in answer) return refused(answer.refusal);
  const { url, flow } = answer.value;
  // A link to click, since a form may lead nowhere but to our own pages.
  const headers = { "Set-Cookie": app.signOnCookie.write(flow, "/single-sign-on") };
  return data({ goOn: url, message: null }, { headers });
}

function refused({ code, message }: RefusalDetails) {
  const status = code === "too-many-attempts" ? 429 : code === "unavailable" ? 503 : 422;
  return data({ goOn: null, message: say(message) }, { status });
}

export default function SingleSignOn({ loaderData, actionData }: Route.ComponentProps) {
  const { name, since, said } = loaderData;
  const message = actionData?.message ?? undefined;
  return (
    <div className="narrow">
      <title>{`${m.account_single()} · ${m.ui_product()}`}</title>
      <h1>{m.account_single()}</h1>
      {said && !actionData && (
        <Flash>{said === "linked" ? m.account_single_linked({ name: name ?? "" }) : m.account_single_unlinked()}</Flash>
      )}
      {name !== null && <p className="lead">{m.account_single_lead({ name })}</p>}
      <ErrorSummary problems={message ? [{ field: "password", message }] : []} />
      {name === null && <Callout kind="info">{m.account_single_off()}</Callout>}
      {since && <Linked since={since} name={name} />}
      {name !== null && !since && !actionData?.goOn && <LinkIt name={name} error={message} />}
      {name !== null && actionData?.goOn && (
        <Callout kind="info" title={m.account_single_go_title()}>
          <p>{m.account_single_go_lead({ name })}</p>
          <p>
            <a className="button primary" href={actionData.goOn} rel="noreferrer">
              {m.account_single_go({ name })}
            </a>
          </p>
        </Callout>
      )}
      <p>
        <a href="/office">{m.account_to_office()}</a>
      </p>
    </div>
  );
}

function Linked({ since, name }: { since: string; name: string | null }) {
  return (
    <>
      <p>
        <strong>{m.account_single_since({ since })}</strong>
      </p>
      {name !== null && <p className="quiet">{m.account_single_sign_out({ name })}</p>}
      <ConfirmDialog label={m.account_single_unlink()} question={m.account_single_unlink_ask()} danger>
        <Form method="post" className="form">
          <input type="hidden" name="intent" value="unlink" />
          <TextInput
            name="password"
            type="password"
            label={m.account_password()}
            autoComplete="current-password"
            required
          />
          <Button kind="primary" type="submit">
            {m.account_single_unlink()}
          </Button>
        </Form>
      </ConfirmDialog>
    </>
  );
}

function LinkIt({ name, error }: { name: string; error: string | undefined }) {
  return (
    <>
      <EmptyState title={m.account_single_none()} />
      <Form method="post" className="form">
        <TextInput
          name="password"
          type="password"
          label={m.account_password()}
          hint={m.account_single_link_hint({ name })}
          error={error}
          autoComplete="current-password"
          required
        />
        <Button kind="primary" type="submit">
          {m.account_single_link({ name })}
        </Button>
      </Form>
    </>
  );
}
