import { Form, Link } from "react-router";
import type { SessionCase } from "../../../casework/reception/sessions/index.ts";
import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/callout.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { TextArea, TextInput } from "../../ui/field.tsx";
import { sayKind } from "../petitions/words.ts";
import { Fold, type FormState, fieldOf } from "./session-outcomes.tsx";

const groupMin = 5;

/** Who is expected at the session, and the way to the file that is printed for the head. */
export function Expected({ state, cases }: { state: FormState; cases: readonly SessionCase[] }) {
  const { sheet, formKey } = state;
  const isOpen = sheet.state === "draft" || sheet.state === "announced";
  return (
    <section>
      <h2>{m.sessions_cases()}</h2>
      {cases.length === 0 ? (
        <EmptyState title={m.sessions_cases_none()}>
          <p>{sheet.mayPlan ? m.sessions_cases_none_text() : m.sessions_cases_none_reader()}</p>
        </EmptyState>
      ) : (
        <>
          <ul className="session-cases">
            {cases.map((each) => (
              <li key={each.petitionId}>
                <span>
                  <Link to={`/office/petitions/${each.petitionId}`}>{each.code}</Link> · {sayKind(each.kind)}
                  {each.people[0] && ` · ${each.people[0].name}`}
                </span>
                <CaseBadges of={each} />
                {each.prepare && <span className="quiet">{each.prepare}</span>}
                {sheet.mayPlan && isOpen && each.listed && (
                  <Form method="post">
                    <input type="hidden" name="key" value={formKey} />
                    <input type="hidden" name="petitionId" value={each.petitionId} />
                    <button
                      type="submit"
                      name="intent"
                      value="uncase"
                      className="as-link"
                      aria-label={`${m.sessions_case_remove()}: ${each.code}`}
                    >
                      {m.sessions_case_remove()}
                    </button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
          <p>
            <LinkButton to={`/office/sessions/${sheet.id}/file`}>{m.sessions_file_open()}</LinkButton>
          </p>
        </>
      )}
      {sheet.mayPlan && sheet.state !== "postponed" && sheet.state !== "cancelled" && (
        <div className="outcomes">
          <Fold state={state} intent="case" name={m.sessions_case_add()} submit={m.sessions_case_save()}>
            <TextInput
              {...fieldOf(state, "case", "code")}
              label={m.sessions_case_code()}
              hint={m.sessions_case_code_hint()}
              autoComplete="off"
              required
            />
            <TextInput {...fieldOf(state, "case", "unit")} label={m.sessions_case_unit()} autoComplete="off" />
            <TextArea
              {...fieldOf(state, "case", "prepare")}
              label={m.sessions_case_prepare()}
              hint={m.sessions_case_prepare_hint()}
              rows={2}
            />
          </Fold>
        </div>
      )}
    </section>
  );
}

export function CaseBadges({ of }: { of: SessionCase }) {
  const { peopleCount, listed } = of;
  return (
    <span className="session-badges">
      {peopleCount >= groupMin && <Badge tone="amber">{m.sessions_case_group({ n: peopleCount })}</Badge>}
      {peopleCount > 1 && peopleCount < groupMin && <Badge>{m.sessions_case_people({ n: peopleCount })}</Badge>}
      {!listed && <Badge tone="blue">{m.sessions_case_scheduled()}</Badge>}
    </span>
  );
}
