import { useState } from "react";
import { Form } from "react-router";
import type { PersonFound, PersonHistory } from "../../../casework/people/index.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { DateInput, Select, TextArea, TextInput } from "../../ui/field.tsx";
import type { Problem } from "./problems.ts";
import { onEntryKey } from "./keyboard.ts";
import { GroupPart, PapersPart } from "./group-and-papers.tsx";
import { useDraft } from "./use-draft.ts";
import { kindsOf, type Values, valuesOf } from "./visit-form.ts";
import { VisitorPart } from "./visitor-part.tsx";
import { kindName, kindOptions } from "./words.ts";

interface Props {
  officerId: string;
  start: Values;
  /** Nothing was sent yet: a draft of this tab may be taken up. */
  fresh: boolean;
  problems: readonly Problem[];
  found: readonly PersonFound[] | undefined;
  history: PersonHistory | undefined;
}

/** The counter: one screen per visitor, in the order of the register's columns. */
export function CounterEntry({ officerId, start, fresh, problems, found, history }: Props) {
  const draft = useDraft(officerId, fresh);
  const values = draft.restored ?? start;
  return (
    <>
      <header className="page-head">
        <h1>{m.reception_title()}</h1>
        <p className="hint">{m.reception_keys()}</p>
      </header>
      {draft.restored && (
        <Callout kind="info">
          <p>
            {m.reception_draft_restored()}{" "}
            <button type="button" className="as-link" onClick={draft.drop}>
              {m.reception_draft_drop()}
            </button>
          </p>
        </Callout>
      )}
      <ErrorSummary problems={problems} />
      <EntryForm key={values === start ? `${start["key"]}${problems.length}${found?.length}` : "draft"} values={values} problems={problems} found={found} history={history} onKeep={draft.keep} />
    </>
  );
}

function EntryForm({
  values,
  problems,
  found,
  history,
  onKeep,
}: Omit<Props, "officerId" | "start" | "fresh"> & { values: Values; onKeep: (form: HTMLFormElement) => void }) {
  const [typed, setTyped] = useState(values);
  const error = (field: string) => problems.find((each) => each.field === field)?.message;
  const changed = (form: HTMLFormElement | null) => {
    if (!form) return;
    setTyped(valuesOf(new FormData(form)));
    onKeep(form);
  };
  return (
    <Form
      id="counter"
      method="post"
      encType="multipart/form-data"
      className="counter"
      noValidate
      onKeyDown={onEntryKey}
      onChange={(event) => changed(event.currentTarget)}
    >
      {/* The first button of a form answers Enter where scripts are off: this one saves nothing. */}
      <button type="submit" name="intent" value="find" tabIndex={-1} aria-hidden="true" className="visually-hidden" />
      <input type="hidden" name="key" value={values["key"] ?? ""} />
      <DateInput name="receivedOn" label={m.reception_received_on()} error={error("receivedOn")} defaultValue={values["receivedOn"]} required />
      <VisitorPart values={values} error={error} found={found} history={history} onChange={() => changed(document.querySelector<HTMLFormElement>("#counter"))} />
      <fieldset className="part">
        <legend>{m.reception_part_content()}</legend>
        <div className="fields">
          <TextArea name="content" label={m.reception_content()} hint={m.reception_content_hint()} error={error("content")} defaultValue={values["content"]} rows={6} required />
          <TextArea name="request" label={m.reception_request()} error={error("request")} defaultValue={values["request"]} rows={2} />
          <TextInput name="contestedAct" label={m.reception_contested()} hint={m.reception_contested_hint()} error={error("contestedAct")} defaultValue={values["contestedAct"]} autoComplete="off" />
          <TextInput name="respondent" label={m.reception_respondent()} error={error("respondent")} defaultValue={values["respondent"]} autoComplete="off" />
        </div>
      </fieldset>
      <KindPart values={values} typed={typed} error={error} />
      <GroupPart values={values} typed={typed} error={error} />
      <fieldset className="part">
        <legend>{m.reception_part_settling()}</legend>
        <div className="fields">
          <TextInput name="priorAuthority" label={m.reception_prior()} error={error("priorAuthority")} defaultValue={values["priorAuthority"]} autoComplete="off" />
          <Select
            name="withinCompetence"
            label={m.reception_competence()}
            error={error("withinCompetence")}
            defaultValue={values["withinCompetence"]}
            options={[
              { value: "", label: m.reception_competence_open() },
              { value: "yes", label: m.reception_yes() },
              { value: "no", label: m.reception_no() },
            ]}
          />
          <div className="row">
            <TextInput name="guidedTo" label={m.reception_guided()} error={error("guidedTo")} defaultValue={values["guidedTo"]} autoComplete="off" />
            <TextInput name="guidanceNumber" label={m.reception_letter_number()} error={error("guidanceNumber")} defaultValue={values["guidanceNumber"]} autoComplete="off" />
          </div>
          <div className="row">
            <TextInput name="transferredTo" label={m.reception_transferred()} error={error("transferredTo")} defaultValue={values["transferredTo"]} autoComplete="off" />
            <TextInput name="transferNumber" label={m.reception_letter_number()} error={error("transferNumber")} defaultValue={values["transferNumber"]} autoComplete="off" />
          </div>
          <TextArea name="note" label={m.reception_note()} error={error("note")} defaultValue={values["note"]} rows={2} />
        </div>
      </fieldset>
      <PapersPart values={values} typed={typed} error={error} />
      <div className="send">
        <Button kind="primary" type="submit" name="intent" value="review" data-stop>
          {m.reception_review()}
        </Button>
        <span className="hint">{m.reception_review_hint()}</span>
      </div>
    </Form>
  );
}

function KindPart({ values, typed, error }: { values: Values; typed: Values; error: (field: string) => string | undefined }) {
  const kinds = kindsOf(typed);
  return (
    <fieldset className="part" id="kinds" tabIndex={-1}>
      <legend>{m.reception_part_kind()}</legend>
      <div className="fields">
        <p className="hint">{m.reception_kind_hint()}</p>
        {error("kinds") && <p className="error">{error("kinds")}</p>}
        <div className="kinds">
          {kindOptions().map(({ value, label }) => (
            <Checkbox key={value} name={`kind.${value}`} label={label} value="on" defaultChecked={values[`kind.${value}`] === "on"} />
          ))}
        </div>
        <div className="when-denounced" role="status">
          <Callout kind="warn" title={m.reception_denounced_title()}>
            <p>{m.reception_denounced_text()}</p>
          </Callout>
        </div>
        {kinds.length > 1 && (
          <>
            <Callout kind="info" title={m.reception_mixed_title()}>
              <p>{m.reception_mixed_text()}</p>
            </Callout>
            {kinds.map((kind) => (
              <TextArea key={kind} name={`part.${kind}`} label={m.reception_part_of({ kind: kindName(kind) })} hint={m.reception_part_of_hint()} defaultValue={values[`part.${kind}`]} rows={3} />
            ))}
          </>
        )}
      </div>
    </fieldset>
  );
}
