import { Form } from "react-router";
import type { EarlierPetition } from "../../../casework/filing/index.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { CodeAndSecret } from "../code-and-secret.tsx";
import type { Problem } from "./opened-draft.ts";

export interface EarlierAnswer {
  readonly found: EarlierPetition | null;
  readonly code: string;
  /** To open the tracking page with; only where the petition was found. */
  readonly secret: string;
}

/** Whether the sender has sent this before, by the codes of that receipt; sending goes on either way. */
export function Earlier({ answer, problems }: { answer: EarlierAnswer | undefined; problems: readonly Problem[] }) {
  const error = (field: string) => problems.find((each) => each.field === field)?.message;
  return (
    <section id="earlier">
      <h2>{m.filing_earlier()}</h2>
      {answer?.found && <Found petition={answer.found} secret={answer.secret} />}
      <details open={answer !== undefined && !answer.found}>
        <summary>{answer?.found ? m.filing_earlier_another() : m.filing_earlier_ask()}</summary>
        <p>{m.filing_earlier_text()}</p>
        <Form method="post" className="form" preventScrollReset>
          <CodeAndSecret typed={answer?.found ? "" : answer?.code} error={error} />
          <Button type="submit" name="intent" value="earlier">
            {m.filing_earlier_compare()}
          </Button>
        </Form>
      </details>
    </section>
  );
}

function Found({ petition, secret }: { petition: EarlierPetition; secret: string }) {
  const { code, receivedOn, holder, statusPlain, same } = petition;
  const said = { code, date: sayDate(receivedOn), holder };
  const title =
    same === null
      ? m.filing_earlier_unknown(said)
      : same
        ? m.filing_earlier_same(said)
        : m.filing_earlier_different(said);
  return (
    <Callout kind={same ? "warn" : "info"} title={title}>
      <p>{say(statusPlain)}</p>
      <p>{same ? m.filing_earlier_add() : m.filing_earlier_go_on()}</p>
      <form method="post" action="/track">
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="secret" value={secret} />
        <Button type="submit">{m.filing_earlier_open({ code })}</Button>
      </form>
    </Callout>
  );
}
