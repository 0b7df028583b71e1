import { data, Form, redirect } from "react-router";
import type { CodeAsked, SignedIn } from "../../casework/access/index.ts";
import { appContext, requestContext } from "../context.ts";
import { say } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { TextInput } from "../ui/field.tsx";
import { formText, safePath } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/sign-in.ts";
import { browserFamily } from "./browser-family.ts";

export function loader({ request, context }: Route.LoaderArgs) {
  const to = new URL(request.url).searchParams.get("to");
  const passkeys = context.get(appContext).access.arePasskeysPossible;
  return { passkeyPath: passkeys ? `/sign-in/passkey${to ? `?${new URLSearchParams({ to })}` : ""}` : null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { network } = context.get(requestContext);
  const form = await request.formData();
  const place = {
    network,
    from: browserFamily(request.headers.get("user-agent")),
    deviceOf: (name: string) => app.devices.read(request, name),
  };
  const [username, challenge] = [formText(form, "username"), formText(form, "challenge")];
  const password = formText(form, "password");
  const refuse = (message: string, status: number, asked = "") =>
    data({ username, message, challenge: asked }, { status });
  if (!challenge && (!username.trim() || !password)) return refuse(m.account_empty(), 422);
  const answer = await orRefusal<SignedIn | CodeAsked>(
    challenge
      ? app.access.finishSignIn({ challenge, code: formText(form, "code"), ...place })
      : app.access.beginSignIn({ username, password, ...place }),
  );
  if ("refusal" in answer) {
    const { code, message } = answer.refusal;
    const isOver = code === "not-signed-in";
    return refuse(say(message), code === "too-many-attempts" ? 429 : 422, isOver ? "" : challenge);
  }
  if ("challenge" in answer.value) return data({ username, message: null, challenge: answer.value.challenge });
  const { secret, expiresAt, mustChangePassword, officer } = answer.value;
  const back = safePath(new URL(request.url).searchParams.get("to") ?? "", "/office");
  const headers = new Headers({ "Set-Cookie": app.cookie.write(secret, expiresAt) });
  headers.append("Set-Cookie", app.devices.write(request, officer.username));
  return redirect(mustChangePassword ? "/password" : back, { status: 303, headers });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData?.challenge) return <SecondStep challenge={actionData.challenge} message={actionData.message} />;
  return (
    <div className="narrow">
      <title>{`${m.account_sign_in()} · ${m.ui_product()}`}</title>
      <h1>{m.account_sign_in()}</h1>
      <p className="lead">{m.account_for_officers()}</p>
      <ErrorSummary problems={actionData?.message ? [{ field: "username", message: actionData.message }] : []} />
      <Form method="post" className="form">
        <TextInput
          name="username"
          label={m.account_username()}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={actionData?.username}
          required
        />
        <TextInput
          name="password"
          type="password"
          label={m.account_password()}
          autoComplete="current-password"
          hint={m.account_forgot()}
          required
        />
        <Button kind="primary" type="submit">
          {m.account_sign_in()}
        </Button>
      </Form>
      {loaderData.passkeyPath && (
        <p>
          <a href={loaderData.passkeyPath}>{m.account_passkey_sign_in()}</a>
        </p>
      )}
    </div>
  );
}

function SecondStep({ challenge, message }: { challenge: string; message: string | null }) {
  return (
    <div className="narrow">
      <title>{`${m.account_code_title()} · ${m.ui_product()}`}</title>
      <h1>{m.account_code_title()}</h1>
      <p className="lead">{m.account_code_lead()}</p>
      <ErrorSummary problems={message ? [{ field: "code", message }] : []} />
      <Form method="post" className="form">
        <input type="hidden" name="challenge" value={challenge} />
        <TextInput
          name="code"
          label={m.account_code()}
          hint={m.account_code_hint()}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <Button kind="primary" type="submit">
          {m.account_code_enter()}
        </Button>
      </Form>
      <p>
        <a href="/sign-in">{m.account_code_again()}</a>
      </p>
    </div>
  );
}
