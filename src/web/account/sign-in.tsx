import { data, Form, redirect } from "react-router";
import { appContext, requestContext } from "../context.ts";
import { say } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { TextInput } from "../ui/field.tsx";
import { formText, safePath } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/sign-in.ts";

export async function action({ request, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const form = await request.formData();
  const username = formText(form, "username");
  const password = formText(form, "password");
  const refuse = (message: string, status: number) => data({ username, message }, { status });
  if (!username.trim() || !password) return refuse(m.account_empty(), 422);
  const { network } = context.get(requestContext);
  const answer = await orRefusal(app.access.signIn({ username, password, network }));
  if ("refusal" in answer) {
    const { code, message } = answer.refusal;
    return refuse(say(message), code === "too-many-attempts" ? 429 : 422);
  }
  const { secret, expiresAt, mustChangePassword } = answer.value;
  const back = safePath(new URL(request.url).searchParams.get("to") ?? "", "/office");
  return redirect(mustChangePassword ? "/password" : back, {
    status: 303,
    headers: { "Set-Cookie": app.cookie.write(secret, expiresAt) },
  });
}

export default function SignIn({ actionData }: Route.ComponentProps) {
  return (
    <div className="narrow">
      <title>{`${m.account_sign_in()} · ${m.ui_product()}`}</title>
      <h1>{m.account_sign_in()}</h1>
      <p className="lead">{m.account_for_officers()}</p>
      <ErrorSummary problems={actionData ? [{ field: "username", message: actionData.message }] : []} />
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
    </div>
  );
}
