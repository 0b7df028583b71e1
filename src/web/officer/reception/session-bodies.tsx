import type { SessionSheet } from "../../../casework/reception/sessions/index.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Badge } from "../../ui/deadline-chip.tsx";

/** Who sits at the place of reception and what comes to each: the law's table. */
export function Bodies({ sheet }: { sheet: SessionSheet }) {
  if (sheet.participants.length === 0) return null;
  return (
    <details className="fold">
      <summary>{m.sessions_bodies()}</summary>
      <dl className="session-bodies">
        {sheet.participants.map(({ id, name, scope, article, sat }) => (
          <div key={id}>
            <dt>
              {say(name)} {sat && <Badge tone="green">{m.sessions_body_sat()}</Badge>}
            </dt>
            <dd>
              {say(scope)} <cite>{article}</cite>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Which of them sat in, ticked with the outcome. */
export function BodiesField({ sheet, intent }: { sheet: SessionSheet; intent: string }) {
  if (sheet.participants.length === 0) return null;
  return (
    <fieldset className="wide session-bodies-field">
      <legend>{m.sessions_bodies_sat()}</legend>
      {sheet.participants.map(({ id, name }) => (
        <label key={id} className="choice">
          <input type="checkbox" name={`${intent}-bodies`} value={id} /> {say(name)}
        </label>
      ))}
    </fieldset>
  );
}
