import { Form, Link } from "react-router";
import type { SessionPaper, SessionPapers, SessionTemplate } from "../../../casework/reception/sessions/index.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog, LinkButton } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { paperStates } from "../matters/paper-words.ts";

/** What stands in the address for each paper. */
export const paperNames: Readonly<Record<SessionTemplate, string>> = {
  "tcd-session-minutes": "minutes",
  "tcd-session-conclusion": "conclusion",
};

/** Minutes and notice of a session that was held: where each stands, and the step that is mine to take. */
export function Papers({ papers, formKey }: { papers: SessionPapers; formKey: string }) {
  if (!papers.mayDraft) return null;
  return (
    <section id="papers">
      <h2>{m.sessions_papers()}</h2>
      <p className="quiet">{m.sessions_papers_when()}</p>
      {papers.unclassified > 0 && (
        <Callout kind="warn">{m.sessions_papers_unclassified({ n: papers.unclassified })}</Callout>
      )}
      {papers.papers.map((each) => (
        <Paper key={each.template} sessionId={papers.sessionId} of={each} formKey={formKey} />
      ))}
    </section>
  );
}

function Paper({ sessionId, of, formKey }: { sessionId: string; of: SessionPaper; formKey: string }) {
  const { paper, name, article } = of;
  const edit = `/office/sessions/${sessionId}/papers/${paperNames[of.template]}`;
  return (
    <article className="paper-card">
      <h3>
        {say(name)} {paper?.number && <span className="paper-number">{paper.number}</span>}
      </h3>
      <p className="quiet">
        {[
          paper ? paperStates[paper.state]() : m.sessions_paper_none(),
          paper?.issuedOn && sayDate(paper.issuedOn),
          article,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {paper === null ? (
        <p>
          <LinkButton to={edit}>{m.sessions_paper_draw_up()}</LinkButton>
        </p>
      ) : (
        <>
          <p className="paper-links">
            <a href={`/office/papers/${paper.id}.pdf`} target="_blank" rel="noreferrer">
              {m.matters_paper_pdf()}
            </a>
            <a href={`/office/papers/${paper.id}.docx`} download>
              {m.matters_paper_docx()}
            </a>
            {["draft", "checked", "approved"].includes(paper.state) && <Link to={edit}>{m.matters_paper_edit()}</Link>}
          </p>
          <NextStep paper={paper} formKey={formKey} />
        </>
      )}
    </article>
  );
}

function NextStep({ paper, formKey }: { paper: NonNullable<SessionPaper["paper"]>; formKey: string }) {
  const { step } = paper;
  if (!step) return null;
  if (!step.may) return <p className="quiet">{m.matters_paper_wait({ step: say(step.name) })}</p>;
  const form = (
    <Form method="post">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="paperId" value={paper.id} />
      <input type="hidden" name="step" value={step.id} />
      <Button kind="primary" type="submit" name="intent" value="paper">
        {say(step.name)}
      </Button>
    </Form>
  );
  if (step.id === "check" || step.id === "approve") return form;
  return (
    <ConfirmDialog
      label={say(step.name)}
      question={
        step.id === "number" ? m.sessions_paper_number_ask() : m.matters_paper_step_ask({ step: say(step.name) })
      }
      danger
    >
      {form}
    </ConfirmDialog>
  );
}
