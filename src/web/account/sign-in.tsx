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
import { SecondStep } from "./second-step.tsx";

export function loader({ request, context }: Route.LoaderArgs) {
  const to = new URL(request.url).searchParams.get("to");
  const { arePasskeysPossible, singleSignOnName } = context.get(appContext).access;
  const query = to ? `?${new URLSearchParams({ to })}` : "";
  return {
    passkeyPath: arePasskeysPossible ? `/sign-in/passkey${query}` : null,
    single: singleSignOnName === null ? null : { name: singleSignOnName, path: `/sign-in/single${query}` },
  };
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
      {loaderData.single && (
        <p>
          <a className="button secondary" href={loaderData.single.path}>
            {m.account_single_by({ name: loaderData.single.name })}
          </a>
        </p>
      )}
      {loaderData.passkeyPath && (
        <p>
          <a href={loaderData.passkeyPath}>{m.account_passkey_sign_in()}</a>
        </p>
      )}
    </div>
  );
}
