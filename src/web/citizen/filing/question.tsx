import { Form } from "react-router";
import type { DraftAccess, Step } from "../../../casework/filing/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { KeyValues } from "../../ui/stepper.tsx";
import type { Problem } from "./opened-draft.ts";
import { filingPath, questions } from "./paths.ts";

interface Props {
  readonly step: Step;
  readonly steps: readonly Step[];
  readonly problems: readonly Problem[];
  readonly saved: DraftAccess & { readonly forgetOn: CivilDate; readonly isNew: boolean };
  readonly children: React.ReactNode;
}

/** The frame of a page that asks one question. */
export function Question({ step, steps, problems, saved, children }: Props) {
  const question = questions[step]();
  return (
    <div className="filing">
      <title>{`${question} · ${m.filing_title()} · ${m.ui_product()}`}</title>
      <p className="eyebrow">{m.filing_step({ n: steps.indexOf(step) + 1, of: steps.length })}</p>
      <h1>{question}</h1>
      <ErrorSummary problems={problems} />
      {children}
      <SaveBox saved={saved} />
    </div>
  );
}

/** The two codes of the draft, and the ways out of it. */
function SaveBox({ saved }: Pick<Props, "saved">) {
  return (
    <details className="save-box" open={saved.isNew}>
      <summary>{m.filing_save()}</summary>
      <p>{m.filing_save_text({ date: sayDate(saved.forgetOn) })}</p>
      <KeyValues
        pairs={[
          [m.filing_code(), <code key="code">{saved.code}</code>],
          [m.filing_secret(), <code key="secret">{saved.secret}</code>],
        ]}
      />
      <Form method="post" action={filingPath} className="buttons">
        <Button type="submit" name="intent" value="leave">
          {m.filing_leave()}
        </Button>
        <Button type="submit" name="intent" value="throw" kind="danger">
          {m.filing_throw()}
        </Button>
      </Form>
      <p className="hint">{m.filing_leave_hint()}</p>
    </details>
  );
}

/** Forward first, so that the Enter key goes forward; back saves what was typed. */
export function Onward({ isFirst }: { isFirst: boolean }) {
  return (
    <div className="buttons">
      <Button type="submit" kind="primary" name="to" value="next">
        {m.filing_next()}
      </Button>
      {!isFirst && (
        <Button type="submit" kind="quiet" name="to" value="back" formNoValidate>
          {m.filing_back()}
        </Button>
      )}
    </div>
  );
}
