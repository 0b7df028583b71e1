import { Form, Link } from "react-router";
import type { MatterSheet } from "../../../casework/matters/index.ts";
import { sayInstant } from "../../account/instant.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { CheckboxGroup } from "../../ui/choice.tsx";
import { DateInput, Select } from "../../ui/field.tsx";
import { KeyValues } from "../../ui/stepper.tsx";
import { dayAsTyped } from "./act-fields.tsx";
import { methods, paperStates, recipients, sayMethod, sayRecipient } from "./paper-words.ts";

type Paper = MatterSheet["papers"][number];

/** The papers of a matter: where each stands between draft and proof of receipt, and the step that is mine to take. */
export function MatterPapers({ sheet, keys }: { sheet: MatterSheet; keys: Readonly<Record<string, string>> }) {
  return (
    <section id="papers">
      <h2>{m.matters_papers()}</h2>
      {sheet.papers.length === 0 && <p className="quiet">{m.matters_papers_none()}</p>}
      {sheet.papers.toReversed().map((paper) => (
        <PaperCard key={paper.id} paper={paper} sheet={sheet} formKey={keys[paper.id] ?? ""} />
      ))}
    </section>
  );
}

function PaperCard({ paper, sheet, formKey }: { paper: Paper; sheet: MatterSheet; formKey: string }) {
  const canEdit = ["draft", "checked", "approved"].includes(paper.state);
  return (
    <article className="paper-card">
      <h3>
        {say(paper.name)} {paper.number && <span className="paper-number">{paper.number}</span>}
      </h3>
      <p className="quiet">
        {[
          paper.form && m.matters_paper_form({ form: paper.form }),
          paper.issuedOn && sayDate(paper.issuedOn),
          m.matters_paper_version({ version: paper.version }),
          paper.signedBy ?? paper.draftedBy,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <StateChain state={paper.state} />
      {paper.sentBack && (
        <Callout kind="warn" title={m.processing_sent_back({ who: paper.sentBack.officer ?? "" })}>
          <p className="long">{paper.sentBack.reason}</p>
        </Callout>
      )}
      {paper.threeSignatures && <Signatures paper={paper} />}
      <p className="paper-links">
        <a href={`/office/papers/${paper.id}.pdf`} target="_blank" rel="noreferrer">
          {m.matters_paper_pdf()}
        </a>
        <a href={`/office/papers/${paper.id}.docx`} download>
          {m.matters_paper_docx()}
        </a>
        {canEdit && <Link to={`/office/papers/${paper.id}/edit`}>{m.matters_paper_edit()}</Link>}
      </p>
      {paper.nextStep?.allowed && !paper.sentBack && (
        <StepForm key={paper.state} paper={paper} sheet={sheet} formKey={formKey} />
      )}
      {paper.nextStep?.allowed && !paper.sentBack && canEdit && <ReturnForm paper={paper} formKey={formKey} />}
      {paper.nextStep && !paper.nextStep.allowed && (
        <p className="quiet">{m.matters_paper_wait({ step: say(paper.nextStep.name) })}</p>
      )}
      {paper.deliveries.length > 0 && <Deliveries paper={paper} formKey={formKey} sheet={sheet} />}
    </article>
  );
}

/** Who signed which of the three parts, and when; of the version as it stands now. */
function Signatures({ paper }: { paper: Paper }) {
  const now = paper.steps.filter((each) => each.version === paper.version);
  const parts = [
    [m.processing_proposer(), now.find(({ step }) => step === "drafted" || step === "rewritten")],
    [m.processing_unit(), now.findLast(({ step }) => step === "check")],
    [
      m.processing_head(),
      now.findLast(({ step }) => step === "sign") ?? now.findLast(({ step }) => step === "approve"),
    ],
  ] as const;
  return (
    <KeyValues
      pairs={parts.map(([part, signed]) => [
        part,
        signed && !paper.sentBack
          ? m.processing_signed({ who: signed.officer ?? "", when: sayInstant(new Date(signed.at)) })
          : m.processing_unsigned(),
      ])}
    />
  );
}

function ReturnForm({ paper, formKey }: { paper: Paper; formKey: string }) {
  const id = `return-${paper.id}`;
  return (
    <details className="fold">
      <summary>{m.processing_return()}</summary>
      <Form method="post" className="form">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="paperId" value={paper.id} />
        <div className="field">
          <label htmlFor={id}>{m.processing_return_reason()}</label>
          <textarea id={id} name="returnReason" rows={3} minLength={5} maxLength={4000} required />
        </div>
        <Button type="submit">{m.processing_return_do()}</Button>
      </Form>
    </details>
  );
}

function StateChain({ state }: { state: Paper["state"] }) {
  if (state === "replaced") return <p>{paperStates.replaced()}</p>;
  const chain = ["draft", "checked", "approved", "signed", "numbered", "sent"] as const;
  const at = chain.findIndex((each) => each === state);
  return (
    <ol className="chain">
      {chain.map((each, i) => (
        <li
          key={each}
          className={i < at ? "done" : i === at ? "now" : "later"}
          aria-current={i === at ? "step" : undefined}
        >
          {paperStates[each]()}
        </li>
      ))}
    </ol>
  );
}

function StepForm({ paper, sheet, formKey }: { paper: Paper; sheet: MatterSheet; formKey: string }) {
  const next = paper.nextStep;
  if (!next) return null;
  const { step } = next;
  const form = (
    <Form method="post" className="form">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="paperId" value={paper.id} />
      <input type="hidden" name="step" value={step} />
      {(step === "number" || step === "send") && (
        <DateInput name="on" label={m.matters_paper_step_on()} defaultValue={dayAsTyped(sheet.today)} required />
      )}
      {step === "send" && (
        <>
          <CheckboxGroup
            name="recipients"
            label={m.matters_recipients()}
            chosen={["petitioner"]}
            options={Object.entries(recipients).map(([value, label]) => ({ value, label: label() }))}
          />
          <Select
            name="method"
            label={m.matters_method()}
            defaultValue="post"
            options={Object.entries(methods).map(([value, label]) => ({ value, label: label() }))}
            required
          />
        </>
      )}
      <Button kind="primary" type="submit">
        {say(next.name)}
      </Button>
    </Form>
  );
  if (step === "check" || step === "approve") return form;
  const question =
    step === "number" ? m.matters_paper_number_ask() : m.matters_paper_step_ask({ step: say(next.name) });
  return (
    <ConfirmDialog label={say(next.name)} question={question} danger>
      {form}
    </ConfirmDialog>
  );
}

function Deliveries({ paper, formKey, sheet }: { paper: Paper; formKey: string; sheet: MatterSheet }) {
  return (
    <ul className="deliveries">
      {paper.deliveries.map((delivery) => (
        <li key={delivery.id}>
          {m.matters_delivery({
            who: sayRecipient(delivery.recipient),
            how: sayMethod(delivery.method),
            date: sayDate(delivery.sentOn),
          })}
          {"; "}
          {delivery.receivedOn
            ? m.matters_delivery_received({ date: sayDate(delivery.receivedOn) })
            : m.matters_delivery_open()}
          {!delivery.receivedOn && (
            <details>
              <summary>{m.matters_receipt()}</summary>
              <Form method="post" className="form inline">
                <input type="hidden" name="key" value={formKey} />
                <input type="hidden" name="paperId" value={paper.id} />
                <input type="hidden" name="recipient" value={delivery.recipient} />
                <label>
                  {m.matters_receipt_on()}{" "}
                  <input name="on" className="date" defaultValue={dayAsTyped(sheet.today)} required />
                </label>
                <Button type="submit">{m.matters_receipt_do()}</Button>
              </Form>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
