import { m } from "../../paraglide/messages.js";
import { Callout } from "../../ui/callout.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Select, TextArea, TextInput } from "../../ui/field.tsx";
import { kindsOf, type Values } from "./visit-form.ts";
import { identityText, identityTitle, kindName, kindOptions } from "./words.ts";

interface PartProps {
  values: Values;
  error: (field: string) => string | undefined;
}

/** Column 5: what was said and what is asked for. */
export function ContentPart({ values, error, children }: PartProps & { children?: React.ReactNode }) {
  return (
    <fieldset className="part">
      <legend>{m.reception_part_content()}</legend>
      <div className="fields">
        <TextArea
          name="content"
          label={m.reception_content()}
          hint={m.reception_content_hint()}
          error={error("content")}
          defaultValue={values.content}
          rows={6}
          required
        />
        <TextArea
          name="request"
          label={m.reception_request()}
          error={error("request")}
          defaultValue={values.request}
          rows={2}
        />
        <div className="row">
          <TextInput
            name="contestedAct"
            label={m.reception_contested()}
            placeholder={m.reception_contested_hint()}
            error={error("contestedAct")}
            defaultValue={values.contestedAct}
            autoComplete="off"
          />
          <TextInput
            name="respondent"
            label={m.reception_respondent()}
            error={error("respondent")}
            defaultValue={values.respondent}
            autoComplete="off"
          />
        </div>
      </div>
      {children}
    </fieldset>
  );
}

/** Columns 8 to 13: who had it before, and where it goes. */
export function SettlingPart({ values, error }: PartProps) {
  return (
    <fieldset className="part">
      <legend>{m.reception_part_settling()}</legend>
      <div className="fields">
        <div className="row">
          <TextInput
            name="priorAuthority"
            label={m.reception_prior()}
            error={error("priorAuthority")}
            defaultValue={values.priorAuthority}
            autoComplete="off"
          />
          <Select
            name="withinCompetence"
            label={m.reception_competence()}
            error={error("withinCompetence")}
            defaultValue={values.withinCompetence}
            options={[
              { value: "", label: m.reception_competence_open() },
              { value: "yes", label: m.reception_yes() },
              { value: "no", label: m.reception_no() },
            ]}
          />
        </div>
        <div className="row">
          <TextInput
            name="guidedTo"
            label={m.reception_guided()}
            error={error("guidedTo")}
            defaultValue={values.guidedTo}
            autoComplete="off"
          />
          <TextInput
            name="guidanceNumber"
            label={m.reception_guidance_number()}
            error={error("guidanceNumber")}
            defaultValue={values.guidanceNumber}
            autoComplete="off"
          />
        </div>
        <div className="row">
          <TextInput
            name="transferredTo"
            label={m.reception_transferred()}
            error={error("transferredTo")}
            defaultValue={values.transferredTo}
            autoComplete="off"
          />
          <TextInput
            name="transferNumber"
            label={m.reception_transfer_number()}
            error={error("transferNumber")}
            defaultValue={values.transferNumber}
            autoComplete="off"
          />
        </div>
        <TextArea name="note" label={m.reception_note()} error={error("note")} defaultValue={values.note} rows={2} />
      </div>
    </fieldset>
  );
}

/** A box for each kind of petition. */
export function KindChoices({ values }: { values: Values }) {
  return (
    <div className="kinds">
      {kindOptions().map(({ value, label }) => (
        <Checkbox
          key={value}
          name={`kind.${value}`}
          label={label}
          value="on"
          defaultChecked={values[`kind.${value}`] === "on"}
        />
      ))}
    </div>
  );
}

/** Column 6: what it is, by its content. */
export function KindPart({
  values,
  typed,
  error,
  custodians,
}: {
  values: Values;
  typed: Values;
  custodians: number;
  error: (field: string) => string | undefined;
}) {
  const kinds = kindsOf(typed);
  return (
    <fieldset className="part" id="kinds" tabIndex={-1}>
      <legend>{m.reception_part_kind()}</legend>
      <div className="fields">
        <p className="hint">{m.reception_kind_hint()}</p>
        {error("kinds") && <p className="error">{error("kinds")}</p>}
        <KindChoices values={values} />
        <div className="when-denounced" role="status">
          <Callout kind="warn" title={identityTitle(custodians)}>
            <p>{identityText(custodians)}</p>
            <p>{m.reception_draft_gone()}</p>
          </Callout>
        </div>
        {kinds.length > 1 && (
          <>
            <Callout kind="info" title={m.reception_mixed_title()}>
              <p>{m.reception_mixed_text()}</p>
            </Callout>
            {kinds.map((kind) => (
              <TextArea
                key={kind}
                name={`part.${kind}`}
                label={m.reception_part_of({ kind: kindName(kind) })}
                hint={m.reception_part_of_hint()}
                defaultValue={values[`part.${kind}`]}
                rows={3}
              />
            ))}
          </>
        )}
      </div>
    </fieldset>
  );
}
