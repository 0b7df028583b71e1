import { m } from "../../paraglide/messages.js";
import { Callout } from "../../ui/callout.tsx";

/** Shown once, in the answer to the form that made it. */
export function OneTimePassword({ name, password, waits }: { name: string; password: string; waits: boolean }) {
  return (
    <Callout kind="warn" title={m.admin_password_once({ name })}>
      <p>
        <code className="one-time">{password}</code>
      </p>
      <p>{m.admin_password_note()}</p>
      {waits && <p>{m.admin_made_waiting()}</p>}
    </Callout>
  );
}
