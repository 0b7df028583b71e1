import { Form } from "react-router";
import { m } from "../paraglide/messages.js";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { TextInput } from "../ui/field.tsx";

/** Asks for the code; `action` is the page that takes it, when it is another one. */
export function SecondStep({
  challenge,
  message,
  action,
}: {
  challenge: string;
  message: string | null;
  action?: string;
}) {
  return (
    <div className="narrow">
      <title>{`${m.account_code_title()} · ${m.ui_product()}`}</title>
      <h1>{m.account_code_title()}</h1>
      <p className="lead">{m.account_code_lead()}</p>
      <ErrorSummary problems={message ? [{ field: "code", message }] : []} />
      <Form method="post" action={action} className="form">
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
