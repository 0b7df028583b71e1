import { Form } from "react-router";
import type { FollowUp as May } from "../../casework/after-filing/index.ts";
import { m } from "../paraglide/messages.js";
import { Button } from "../ui/button.tsx";
import { TextInput } from "../ui/field.tsx";
import type { OpenedBy } from "./letters.tsx";
import type { Sent } from "./track-intents.ts";

interface Props {
  readonly told: NonNullable<May["told"]>;
  readonly openedBy: OpenedBy;
  readonly sent: Sent | undefined;
}

/** Being told by e-mail or telephone: where, from now on or no more. Not offered where nobody may be told. */
export function ToldElsewhere({ told, openedBy, sent }: Props) {
  if (!told.may && told.channel === null) return null;
  const failed = sent?.intent === "tell" && sent.problems.length > 0 ? sent : undefined;
  return (
    <section id="told" className="follow-up">
      <h2>{m.notices_tell_at()}</h2>
      {told.channel === null ? (
        <p>{m.notices_about()}</p>
      ) : (
        <Form method="post" action="/track" className="form">
          <Opened openedBy={openedBy} intent="hush" />
          <p>{m.notices_now({ shown: told.shown ?? "" })}</p>
          <Button type="submit">{m.notices_stop()}</Button>
        </Form>
      )}
      <details className="fold" open={failed !== undefined}>
        <summary>{told.channel === null ? m.notices_start() : m.notices_change()}</summary>
        <Form method="post" action="/track" className="form">
          <Opened openedBy={openedBy} intent="tell" />
          <TextInput
            name="tellAt"
            label={m.notices_tell_at()}
            hint={m.notices_tell_at_hint()}
            error={failed?.problems[0]?.message}
            defaultValue={failed?.typed}
            autoComplete="email"
            spellCheck={false}
            maxLength={200}
            required
          />
          <Button type="submit">{m.notices_start()}</Button>
        </Form>
      </details>
    </section>
  );
}

function Opened({ openedBy, intent }: { readonly openedBy: OpenedBy; readonly intent: "tell" | "hush" }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="code" value={openedBy.code} />
      <input type="hidden" name="secret" value={openedBy.secret} />
    </>
  );
}
