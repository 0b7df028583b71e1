import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from "@simplewebauthn/browser";
import { useEffect, useEffectEvent, useState } from "react";
import { data, redirectDocument, useFetcher, useSearchParams } from "react-router";
import { appContext, requestContext } from "../context.ts";
import { say } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { formText, safePath } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/passkey-sign-in.ts";
import { browserFamily } from "./browser-family.ts";
import { jsonOf } from "./json-of.ts";

export const handle = { js: true };

export async function action({ request, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { network } = context.get(requestContext);
  const form = await request.formData();
  const given = formText(form, "response");
  if (!given) {
    const asked = await orRefusal(app.access.passkeyChallenge());
    if ("refusal" in asked) return data({ options: null, message: say(asked.refusal.message) }, { status: 422 });
    return data({ options: asked.value as PublicKeyCredentialRequestOptionsJSON, message: null });
  }
  const from = browserFamily(request.headers.get("user-agent"));
  const answer = await orRefusal(app.access.signInWithPasskey({ response: jsonOf(given), network, from }));
  if ("refusal" in answer) {
    const { code, message } = answer.refusal;
    return data({ options: null, message: say(message) }, { status: code === "too-many-attempts" ? 429 : 422 });
  }
  const { secret, expiresAt, mustChangePassword, officer } = answer.value;
  const headers = new Headers({ "Set-Cookie": app.cookie.write(secret, expiresAt) });
  headers.append("Set-Cookie", app.devices.write(request, officer.username));
  const to = safePath(formText(form, "to"), "/office");
  return redirectDocument(mustChangePassword ? "/password" : to, { status: 303, headers });
}

export default function PasskeySignIn() {
  const fetcher = useFetcher<typeof action>();
  const [search] = useSearchParams();
  const [isStopped, setStopped] = useState(false);
  const options = fetcher.data?.options;
  const to = search.get("to") ?? "";
  const askDevice = useEffectEvent((optionsJSON: PublicKeyCredentialRequestOptionsJSON) => {
    startAuthentication({ optionsJSON })
      .then((made) => fetcher.submit({ response: JSON.stringify(made), to }, { method: "post" }))
      .catch(() => setStopped(true));
  });
  useEffect(() => {
    if (options) askDevice(options);
  }, [options]);
  const message = isStopped ? m.account_passkeys_stopped() : fetcher.data?.message;
  return (
    <div className="narrow">
      <title>{`${m.account_passkey_sign_in()} · ${m.ui_product()}`}</title>
      <h1>{m.account_passkey_sign_in()}</h1>
      <p className="lead">{m.account_passkey_lead()}</p>
      <noscript>
        <p>{m.account_passkeys_scripts()}</p>
      </noscript>
      <ErrorSummary problems={message ? [{ field: "passkey", message }] : []} />
      <Button
        id="passkey"
        kind="primary"
        disabled={fetcher.state !== "idle"}
        onClick={() => {
          setStopped(false);
          fetcher.submit({ intent: "begin" }, { method: "post" });
        }}
      >
        {m.account_passkey_sign_in()}
      </Button>
      <p>
        <a href={to ? `/sign-in?to=${encodeURIComponent(to)}` : "/sign-in"}>{m.account_passkey_password()}</a>
      </p>
    </div>
  );
}
