import { Form } from "react-router";
import type { LetterSheet } from "../../../casework/papers/index.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { paperStates } from "../matters/paper-words.ts";
import { Hidden } from "./petition-forms.tsx";

/** The letter that goes with the petition, and the step of it that is mine to take. */
export function LetterPanel({ letter, formKey, note }: { letter: LetterSheet | null; formKey: string; note?: string }) {
  if (!letter) return null;
  const { step } = letter;
  return (
    <section className="panel">
      <h2>{m.transfers_letter()}</h2>
      <p>
        {say(letter.name)} {letter.number && <span className="paper-number">{letter.number}</span>}
        <br />
        <span className="quiet">{paperStates[letter.state]()}</span>
      </p>
      {note && <p className="quiet">{note}</p>}
      <p className="paper-links">
        <a href={`/office/papers/${letter.paperId}.pdf`} target="_blank" rel="noreferrer">
          {m.matters_paper_pdf()}
        </a>
        <a href={`/office/papers/${letter.paperId}.docx`} download>
          {m.matters_paper_docx()}
        </a>
      </p>
      {step?.may && (
        <Form method="post" className="form">
          <Hidden intent={step.id} formKey={formKey} />
          <input type="hidden" name="paperId" value={letter.paperId} />
          <Button type="submit">{say(step.name)}</Button>
        </Form>
      )}
      {step && !step.may && <p className="quiet">{m.matters_paper_wait({ step: say(step.name) })}</p>}
    </section>
  );
}
