import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from "@simplewebauthn/browser";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { data, Form, redirect, useFetcher } from "react-router";
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
import type { Route } from "./+types/passkeys.ts";
import { sayInstant } from "./instant.ts";
import { jsonOf } from "./json-of.ts";
import { openSession } from "./session.ts";

export const handle = { js: true };

export async function loader({ request, context }: Route.LoaderArgs) {
  const { asker } = await openSession(request, context);
  const { isPossible, passkeys } = await context.get(appContext).access.myPasskeys(asker);
  const said = new URL(request.url).searchParams;
  return {
    isPossible,
    said: said.has("added") ? "added" : said.has("removed") ? "removed" : null,
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      added: sayInstant(createdAt),
      used: lastUsedAt && sayInstant(lastUsedAt),
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { access } = context.get(appContext);
  const { asker } = await openSession(request, context);
  const { network } = context.get(requestContext);
  const form = await request.formData();
  const [intent, password] = [formText(form, "intent"), formText(form, "password")];
  if (intent === "remove") {
    const passkeyId = formText(form, "passkeyId");
    const answer = await orRefusal(access.removePasskey(asker, { passkeyId, password, network }));
    return "value" in answer ? redirect("/passkeys?removed=1", 303) : refused(answer.refusal, `remove-${passkeyId}`);
  }
  if (intent === "begin") {
    const answer = await orRefusal(access.beginPasskey(asker, { password, network }));
    if ("refusal" in answer) return refused(answer.refusal, "password");
    return data({ options: answer.value as PublicKeyCredentialCreationOptionsJSON, problems: [] });
  }
  const response = jsonOf(formText(form, "response"));
  const answer = await orRefusal(access.finishPasskey(asker, { name: formText(form, "name"), response }));
  return "value" in answer ? redirect("/passkeys?added=1", 303) : refused(answer.refusal, "password");
}

function refused({ code, message, fields }: RefusalDetails, field: string) {
  const problems = fields?.length
    ? fields.map((each) => ({ field: each.field, message: say(each.message) }))
    : [{ field, message: say(message) }];
  return data({ options: null, problems }, { status: code === "too-many-attempts" ? 429 : 422 });
}

export default function Passkeys({ loaderData, actionData }: Route.ComponentProps) {
  const { isPossible, passkeys, said } = loaderData;
  return (
    <div className="narrow">
      <title>{`${m.account_passkeys()} · ${m.ui_product()}`}</title>
      <h1>{m.account_passkeys()}</h1>
      <p className="lead">{m.account_passkeys_lead()}</p>
      {said && !actionData && (
        <Flash>{said === "added" ? m.account_passkeys_added() : m.account_passkeys_removed()}</Flash>
      )}
      <ErrorSummary problems={actionData?.problems ?? []} />
      {passkeys.length === 0 && <EmptyState title={m.account_passkeys_none()} />}
      <ul className="changes">
        {passkeys.map(({ id, name, added, used }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong>
            </p>
            <p className="quiet">
              {m.account_passkeys_times({ added })} {used && m.account_passkeys_used({ used })}
            </p>
            <ConfirmDialog label={m.account_passkeys_remove()} question={m.account_passkeys_remove_ask()}>
              <Form method="post" className="form">
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="passkeyId" value={id} />
                <div className="field">
                  <label htmlFor={`remove-${id}`}>{m.account_password()}</label>
                  <input id={`remove-${id}`} name="password" type="password" autoComplete="current-password" required />
                </div>
                <Button type="submit">{m.account_passkeys_remove()}</Button>
              </Form>
            </ConfirmDialog>
          </li>
        ))}
      </ul>
      {isPossible ? <Add key={passkeys.length} /> : <Callout kind="info">{m.account_passkeys_impossible()}</Callout>}
      <p>
        <a href="/office">{m.account_to_office()}</a>
      </p>
    </div>
  );
}

function Add() {
  const fetcher = useFetcher<typeof action>();
  const name = useRef("");
  const [isStopped, setStopped] = useState(false);
  const options = fetcher.data?.options;
  const askDevice = useEffectEvent((optionsJSON: PublicKeyCredentialCreationOptionsJSON) => {
    startRegistration({ optionsJSON })
      .then((made) => fetcher.submit({ name: name.current, response: JSON.stringify(made) }, { method: "post" }))
      .catch(() => setStopped(true));
  });
  useEffect(() => {
    if (options) askDevice(options);
  }, [options]);
  const problems = isStopped
    ? [{ field: "password", message: m.account_passkeys_stopped() }]
    : (fetcher.data?.problems ?? []);
  const error = (field: string) => problems.find((each) => each.field === field)?.message;
  return (
    <>
      <h2>{m.account_passkeys_add()}</h2>
      <noscript>
        <p>{m.account_passkeys_scripts()}</p>
      </noscript>
      <fetcher.Form method="post" className="form" onSubmit={() => setStopped(false)}>
        <input type="hidden" name="intent" value="begin" />
        <TextInput
          name="name"
          label={m.account_passkeys_name()}
          hint={m.account_passkeys_name_hint()}
          error={error("name")}
          onChange={(event) => {
            name.current = event.currentTarget.value;
          }}
          maxLength={60}
          autoComplete="off"
          required
        />
        <TextInput
          name="password"
          type="password"
          label={m.account_password()}
          error={error("password")}
          autoComplete="current-password"
          required
        />
        <Button kind="primary" type="submit" disabled={fetcher.state !== "idle"}>
          {m.account_passkeys_add()}
        </Button>
      </fetcher.Form>
    </>
  );
}
