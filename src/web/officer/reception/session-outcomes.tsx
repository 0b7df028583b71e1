import { Form } from "react-router";
import type { SessionSheet } from "../../../casework/reception/sessions/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { DateInput, TextArea, TextInput } from "../../ui/field.tsx";
import type { Intent, TypedSession } from "./session-actions.ts";
import { BodiesField } from "./session-bodies.tsx";

export interface FormState {
  readonly sheet: SessionSheet;
  readonly formKey: string;
  readonly intent: Intent | undefined;
  readonly typed: TypedSession;
  readonly error: (field: string) => string | undefined;
}

/** Attributes of one field of one of the page's forms. */
export function fieldOf({ typed, error }: FormState, intent: Intent, field: string, otherwise = "") {
  const name = `${intent}-${field}`;
  return { name, defaultValue: typed[name] ?? otherwise, error: error(name) };
}

export function Fold({
  state,
  intent,
  name,
  text,
  submit,
  children,
}: {
  state: FormState;
  intent: Intent;
  name: string;
  text?: string;
  submit?: string;
  children?: React.ReactNode;
}) {
  return (
    <details className="fold" open={state.intent === intent}>
      <summary>{name}</summary>
      <Form method="post" className="session-form">
        <input type="hidden" name="key" value={state.formKey} />
        {text && <p className="hint wide">{text}</p>}
        {children}
        <Button kind="primary" type="submit" name="intent" value={intent}>
          {submit ?? m.sessions_save_outcome()}
        </Button>
      </Form>
    </details>
  );
}

/** What may become of a session that is open still; before its day only what can be known before. */
export function Outcomes({ state, today }: { state: FormState; today: CivilDate }) {
  const { sheet } = state;
  const came = sheet.on <= today;
  const announced = sheet.state === "announced";
  const field = (intent: Intent, name: string, otherwise?: string) => fieldOf(state, intent, name, otherwise);
  return (
    <div className="outcomes">
      {!came && <p className="quiet">{m.sessions_outcome_later()}</p>}
      {came && (
        <Fold state={state} intent="held" name={m.sessions_do_held()}>
          <TextInput
            {...field("held", "receivedBy", sheet.hostName ?? "")}
            label={m.sessions_received_by()}
            hint={m.sessions_received_by_hint()}
            autoComplete="off"
          />
          <BodiesField sheet={sheet} intent="held" />
        </Fold>
      )}
      {came && announced && (
        <Fold
          state={state}
          intent="held-without-visitors"
          name={m.sessions_do_nobody()}
          text={m.sessions_do_nobody_text()}
        >
          <BodiesField sheet={sheet} intent="held-without-visitors" />
        </Fold>
      )}
      <Fold state={state} intent="delegated" name={m.sessions_do_delegated()} text={m.sessions_do_delegated_text()}>
        <TextInput
          {...field("delegated", "delegatedTo")}
          label={m.sessions_delegate()}
          hint={m.sessions_delegate_hint()}
          autoComplete="off"
          required
        />
        <TextArea
          {...field("delegated", "reason")}
          label={m.sessions_reason()}
          hint={m.sessions_reason_hint()}
          rows={2}
          required
        />
      </Fold>
      {announced && (
        <Fold state={state} intent="postponed" name={m.sessions_do_postponed()} text={m.sessions_do_postponed_text()}>
          <DateInput {...field("postponed", "newOn")} label={m.sessions_new_on()} required />
          <DateInput
            {...field("postponed", "newAnnouncedOn")}
            label={m.sessions_new_announced()}
            hint={m.sessions_announced_on_today()}
          />
          <TextInput
            {...field("postponed", "newStartsAt", sheet.startsAt)}
            label={m.sessions_new_starts()}
            type="time"
            required
          />
          <TextInput
            {...field("postponed", "newEndsAt", sheet.endsAt)}
            label={m.sessions_new_ends()}
            type="time"
            required
          />
          <TextInput
            {...field("postponed", "newPlace")}
            label={m.sessions_new_place()}
            hint={m.sessions_new_place_hint()}
          />
          <TextArea
            {...field("postponed", "reason")}
            label={m.sessions_reason()}
            hint={m.sessions_reason_hint()}
            rows={2}
            required
          />
          <TextArea
            {...field("postponed", "publicReason")}
            label={m.sessions_public_reason()}
            hint={m.sessions_public_reason_hint()}
            rows={2}
          />
        </Fold>
      )}
      <Fold state={state} intent="cancelled" name={m.sessions_do_cancelled()} text={m.sessions_do_cancelled_text()}>
        <TextArea
          {...field("cancelled", "reason")}
          label={m.sessions_reason()}
          hint={m.sessions_reason_hint()}
          rows={2}
          required
        />
      </Fold>
    </div>
  );
}
