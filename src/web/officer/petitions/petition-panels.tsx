import { Form, Link } from "react-router";
import type { CompetenceTable, PetitionSheet } from "../../../casework/petitions/index.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog, LinkButton } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Select, TextArea, TextInput } from "../../ui/field.tsx";
import { errorOf } from "../matters/shown.ts";
import { type FormProps, Hidden } from "./petition-forms.tsx";

const processing = "petition-processing";

/** The procedures that the petition may be examined under: the usual one as the first button, the others below. */
export function Openings({ sheet }: { sheet: PetitionSheet }) {
  const [usual, ...others] = sheet.openings.filter((each) => each.procedure !== processing);
  if (!usual) return null;
  const to = (procedure: string) => `/office/petitions/${sheet.id}/open/${procedure}`;
  return (
    <section className="panel main-panel">
      <h2>{m.matters_openings()}</h2>
      <p className="quiet">{m.matters_openings_note()}</p>
      <p>
        <LinkButton kind="primary" to={to(usual.procedure)}>
          {say(usual.todo)}
        </LinkButton>
      </p>
      {others.length > 0 && (
        <details className="fold">
          <summary>{m.matters_openings_other()}</summary>
          <ul className="acts">
            {others.map((each) => (
              <li key={each.procedure}>
                <LinkButton to={to(each.procedure)}>{say(each.todo)}</LinkButton>
                <span className="act-notes">{each.article}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Conditions, proposal, letter: the way every petition may go, whatever becomes of it. */
export function ProcessingPanel({ sheet, formKey }: FormProps) {
  const running = sheet.matters.find((each) => each.procedure === processing && !each.closed);
  const mayBegin = sheet.openings.some((each) => each.procedure === processing);
  if (!running && !mayBegin) return null;
  return (
    <section className="panel main-panel">
      <h2>{m.processing_title()}</h2>
      <p className="quiet">{m.processing_about()}</p>
      {running ? (
        <p>
          <LinkButton to={`/office/matters/${running.id}`}>{m.processing_go_on()}</LinkButton>
        </p>
      ) : (
        <Form method="post" className="form">
          <Hidden intent="process" formKey={formKey} />
          <Button kind="primary" type="submit">
            {m.processing_begin()}
          </Button>
        </Form>
      )}
    </section>
  );
}

/** Every matter of the petition: what it was examined in, and what runs beside it. */
export function RelatedMatters({
  matters,
}: {
  matters: readonly { id: string; code: string; name: string; state: string; closed: boolean }[];
}) {
  if (matters.length === 0) return null;
  return (
    <section>
      <h2>{m.matters_related()}</h2>
      <ul className="plain-list">
        {matters.map((each) => (
          <li key={each.id}>
            <Link to={`/office/matters/${each.id}`}>{each.code}</Link> · {each.name}
            <br />
            <span className="quiet">
              {each.state}
              {each.closed && ` · ${m.matters_related_closed()}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function HandOverForm({ formKey }: FormProps) {
  return (
    <section className="panel main-panel">
      <h2>{m.matters_hand_over()}</h2>
      <p>{m.matters_hand_over_note()}</p>
      <Form method="post" className="form">
        <Hidden intent="hand-over" formKey={formKey} />
        <ConfirmDialog label={m.matters_hand_over_do()} question={m.matters_hand_over_confirm()}>
          <Button kind="primary" type="submit">
            {m.ui_confirm()}
          </Button>
        </ConfirmDialog>
      </Form>
    </section>
  );
}

/** What the law proposes for whom the petition is against, and what the officer made of it. */
export function CompetencePanel({
  sheet,
  formKey,
  typed,
  problems,
  table,
  against,
}: FormProps & { table: CompetenceTable; against: string }) {
  const settled = sheet.competence;
  const kind = table.kinds.find((each) => each.id === (typed.against || against || settled?.against));
  const mayChange = sheet.maySettleCompetence && table.kinds.length > 0;
  return (
    <section className="panel" id="competence">
      <h2>{m.matters_competence()}</h2>
      {table.kinds.length === 0 && <p className="quiet">{m.matters_competence_none()}</p>}
      {settled && (
        <>
          <p>
            <strong>
              {say(
                table.kinds.find((each) => each.id === settled.against)?.label ?? {
                  vi: settled.against,
                  en: settled.against,
                },
              )}
            </strong>
          </p>
          <p>
            {settled.agrees
              ? m.matters_competence_settled_agree({ rule: settled.rule })
              : m.matters_competence_settled_differ({
                  rule: settled.rule,
                  chosen: settled.chosen ?? "",
                  reason: settled.reason ?? "",
                })}
          </p>
          <p className="quiet">
            {m.matters_competence_settled({ officer: settled.officer ?? "", date: sayDate(settled.on) })}
          </p>
        </>
      )}
      {kind && <Proposal kind={kind} />}
      {mayChange && (
        <details className="fold" open={!settled || typed.intent === "competence" || against !== ""}>
          <summary>{settled ? m.matters_competence_change() : m.matters_competence_choose()}</summary>
          <p className="quiet">{m.matters_competence_hint()}</p>
          <Form method="get" className="form" preventScrollReset action="#competence">
            <Select
              name="against"
              label={m.matters_competence_against()}
              defaultValue={kind?.id ?? ""}
              error={errorOf(problems, "against")}
              required
              options={[
                { value: "", label: m.matters_competence_choose() },
                ...table.kinds.map((each) => ({ value: each.id, label: say(each.label) })),
              ]}
            />
            <Button type="submit">{m.matters_competence_show()}</Button>
          </Form>
          {kind && (
            <Form method="post" className="form">
              <Hidden intent="competence" formKey={formKey} />
              <input type="hidden" name="against" value={kind.id} />
              <RadioGroup
                name="agrees"
                label={m.matters_competence_agrees()}
                chosen={[typed.agrees]}
                error={errorOf(problems, "agrees")}
                options={[
                  { value: "yes", label: m.matters_competence_agree() },
                  { value: "no", label: m.matters_competence_differ() },
                ]}
                required
              />
              <TextInput
                name="chosen"
                label={m.matters_competence_chosen()}
                defaultValue={typed.chosen}
                error={errorOf(problems, "chosen")}
              />
              <TextArea
                name="competenceReason"
                rows={2}
                label={m.matters_competence_reason()}
                defaultValue={typed.competenceReason}
                error={errorOf(problems, "reason")}
              />
              <Button type="submit">{m.matters_competence_do()}</Button>
            </Form>
          )}
        </details>
      )}
    </section>
  );
}

function Proposal({ kind }: { kind: CompetenceTable["kinds"][number] }) {
  return (
    <div className="proposal">
      <dl className="pairs">
        <dt>{m.matters_competence_first()}</dt>
        <dd>{say(kind.first)}</dd>
        <dt>{m.matters_competence_second()}</dt>
        <dd>{kind.second ? say(kind.second) : m.matters_competence_court()}</dd>
      </dl>
      <p className="quiet">{m.matters_competence_rule({ rule: kind.rule, article: kind.article })}</p>
      {kind.note && <p>{say(kind.note)}</p>}
      {kind.confidence !== "text" && <Callout kind="warn">{m.matters_competence_unsure()}</Callout>}
    </div>
  );
}
