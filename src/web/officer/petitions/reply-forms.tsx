import { Form } from "react-router";
import type { ReplyPage } from "../../../casework/signatories/index.ts";
import { sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { DateInput, Select } from "../../ui/field.tsx";
import { errorOf, type Problem } from "../matters/shown.ts";
import { Hidden } from "./petition-forms.tsx";
import { methodWords, states, stepWords } from "./reply-words.ts";

const optionsOf = (words: Readonly<Record<string, () => string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label: label() }));

/** What happened to the copies chosen above. */
export function RecordForm({ today, problems }: { today: string; problems: readonly Problem[] }) {
  return (
    <section className="panel form">
      <h2>{m.signatories_record()}</h2>
      <Select
        name="step"
        label={m.signatories_step()}
        options={optionsOf(stepWords)}
        error={errorOf(problems, "replyIds")}
        required
      />
      <Select name="method" label={m.signatories_method()} options={optionsOf(methodWords)} required />
      <DateInput name="on" label={m.signatories_on()} defaultValue={today} error={errorOf(problems, "on")} required />
      <Button type="submit">{m.signatories_record()}</Button>
    </section>
  );
}

/** Sent by post, all on one day. */
export function SendAllForm({ formKey, today, made }: { formKey: string; today: string; made: number }) {
  return (
    <details className="fold">
      <summary>{m.signatories_send_all()}</summary>
      <Form method="post" className="form">
        <Hidden intent="send-all" formKey={formKey} />
        <input type="hidden" name="step" value="sent" />
        <input type="hidden" name="method" value="post" />
        <p>
          {m.signatories_send_all_note({ n: sayNumber(made) })} {m.signatories_method_post()}.
        </p>
        <label className="field">
          {m.signatories_on()}
          <input type="text" name="on" inputMode="numeric" className="date" defaultValue={today} required />
        </label>
        <Button kind="primary" type="submit">
          {m.signatories_send_all()}
        </Button>
      </Form>
    </details>
  );
}

const printedAtOnce = 100;

/** One file for each hundred copies. */
export function Prints({ page }: { page: ReplyPage }) {
  const all = states.reduce((sum, each) => sum + page.counts[each], 0);
  if (all === page.counts.waiting) return null;
  const files = Array.from({ length: Math.ceil(all / printedAtOnce) }, (_, i) => i * printedAtOnce);
  return (
    <section>
      <h2>{m.signatories_print()}</h2>
      <ul>
        {files.map((after) => (
          <li key={after}>
            <a
              href={`/office/petitions/${page.petition.id}/replies/${page.paper.id}/print?after=${after}`}
              target="_blank"
              rel="noreferrer"
            >
              {m.signatories_print_from({ from: after + 1, to: Math.min(after + printedAtOnce, all) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
