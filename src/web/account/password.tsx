import { data, Form, redirect } from "react-router";
import { appContext, requestContext } from "../context.ts";
import { say } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button } from "../ui/button.tsx";
import { Callout } from "../ui/callout.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { TextInput } from "../ui/field.tsx";
import { formText } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/password.ts";
import { openSession } from "./session.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { who } = await openSession(request, context);
  return { mustChange: who.mustChangePassword };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { asker } = await openSession(request, context);
  const form = await request.formData();
  const current = formText(form, "current");
  const next = formText(form, "next");
  if (next !== formText(form, "again")) {
    return data({ problems: [{ field: "again", message: m.account_not_same() }] }, { status: 422 });
  }
  const { network } = context.get(requestContext);
  const answer = await orRefusal(context.get(appContext).access.changePassword(asker, { current, next, network }));
  if ("value" in answer) return redirect("/office", 303);
  const { fields, message } = answer.refusal;
  const problems = fields?.length
    ? fields.map((each) => ({ field: each.field, message: say(each.message) }))
    : [{ field: "current", message: say(message) }];
  return data({ problems }, { status: 422 });
}

export default function Password({ loaderData, actionData }: Route.ComponentProps) {
  const problems = actionData?.problems ?? [];
  const error = (field: string) => problems.find((each) => each.field === field)?.message;
  return (
    <div className="narrow">
      <title>{`${m.account_change()} · ${m.ui_product()}`}</title>
      <h1>{m.account_change()}</h1>
      {loaderData.mustChange && <Callout kind="info">{m.account_must_change()}</Callout>}
      <ErrorSummary problems={problems} />
      <Form method="post" className="form">
        <TextInput
          name="current"
          type="password"
          label={m.account_current()}
          autoComplete="current-password"
          error={error("current")}
          required
        />
        <TextInput
          name="next"
          type="password"
          label={m.account_new()}
          hint={m.account_new_hint()}
          autoComplete="new-password"
          error={error("next")}
          required
        />
        <TextInput
          name="again"
          type="password"
          label={m.account_again()}
          autoComplete="new-password"
          error={error("again")}
          required
        />
        <Button kind="primary" type="submit">
          {m.account_save()}
        </Button>
      </Form>
    </div>
  );
}
