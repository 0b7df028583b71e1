import { useState } from "react";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { FileInput, TextInput } from "../../ui/field.tsx";
import { filledItems, kindsOf, mayScan, peopleCountOf, representativeRows, type Values } from "./visit-form.ts";
import { copyTypeOptions, groupHint } from "./words.ts";

interface PartProps {
  values: Values;
  /** What stands in the form now; on a page without scripts, what was sent. */
  typed: Values;
  error: (field: string) => string | undefined;
}

/** Column 7: how many people share the matter, and who speaks for them. */
export function GroupPart({ values, typed, error }: PartProps) {
  const people = peopleCountOf(typed);
  const rows = Math.min(representativeRows(people), 4);
  return (
    <fieldset className="part" id="representatives" tabIndex={-1}>
      <legend>{m.reception_part_group()}</legend>
      <div className="fields">
        <TextInput
          name="peopleCount"
          label={m.reception_people_count()}
          hint={groupHint(people) ?? m.reception_people_count_hint()}
          error={error("peopleCount")}
          defaultValue={values.peopleCount ?? "1"}
          inputMode="numeric"
          className="short"
          autoComplete="off"
          required
        />
        {error("representatives") && <p className="error">{error("representatives")}</p>}
        <noscript>
          <Button type="submit" name="intent" value="more">
            {m.reception_show_representatives()}
          </Button>
        </noscript>
        {Array.from({ length: rows }, (_, i) => `representatives.${i}`).map((field, i) => (
          <div className="row three" key={field}>
            <TextInput
              name={`${field}.name`}
              label={m.reception_representative({ n: i + 2 })}
              error={error(`${field}.name`)}
              defaultValue={values[`${field}.name`]}
              autoComplete="off"
            />
            <TextInput
              name={`${field}.address`}
              label={m.reception_address()}
              error={error(`${field}.address`)}
              defaultValue={values[`${field}.address`]}
              autoComplete="off"
            />
            <TextInput
              name={`${field}.idNumber`}
              label={m.reception_id_number()}
              error={error(`${field}.idNumber`)}
              defaultValue={values[`${field}.idNumber`]}
              autoComplete="off"
            />
          </div>
        ))}
        {people > 1 && (
          <Checkbox
            name="appointmentPaper"
            label={m.reception_appointment_paper()}
            value="on"
            defaultChecked={values.appointmentPaper === "on"}
          />
        )}
      </div>
    </fieldset>
  );
}

/** The papers that the receipt 02/TCD lists, scanned or not. */
export function PapersPart({ values, typed, error, custodians }: PartProps & { custodians: number }) {
  const last = Math.max(-1, ...filledItems(values));
  const [extra, setExtra] = useState(0);
  const rows = Math.min(40, last + 2 + extra);
  const kinds = kindsOf(typed);
  const hint = kinds.includes("denunciation")
    ? m.reception_scans_sealed({ count: custodians })
    : kinds.length === 0
      ? m.reception_scans_unclassified({ count: custodians })
      : undefined;
  return (
    <fieldset className="part">
      <legend>{m.reception_part_papers()}</legend>
      <div className="fields">
        <Checkbox
          name="hasPetitionPaper"
          label={m.reception_has_paper()}
          value="on"
          defaultChecked={values.hasPetitionPaper === "on"}
        />
        {Array.from({ length: rows }, (_, i) => `items.${i}`).map((field, i) => (
          <div className="row papers" key={field}>
            <TextInput
              name={`${field}.title`}
              label={m.reception_item({ n: i + 1 })}
              error={error(`${field}.title`) ?? error(`${field}.fileId`)}
              defaultValue={values[`${field}.title`]}
              autoComplete="off"
              hint={values[`${field}.fileId`] ? m.reception_item_scanned() : undefined}
            />
            <TextInput
              name={`${field}.pages`}
              label={m.reception_pages()}
              error={error(`${field}.pages`)}
              defaultValue={values[`${field}.pages`]}
              inputMode="numeric"
              autoComplete="off"
            />
            <div className="field">
              <label htmlFor={`${field}.copyType`}>{m.reception_copy_type()}</label>
              <select id={`${field}.copyType`} name={`${field}.copyType`} defaultValue={values[`${field}.copyType`]}>
                {copyTypeOptions().map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            </div>
            {values[`${field}.fileId`] && (
              <input type="hidden" name={`${field}.fileId`} value={values[`${field}.fileId`]} />
            )}
          </div>
        ))}
        <div>
          <Button
            type="submit"
            name="intent"
            value="more"
            kind="quiet"
            onClick={(event) => {
              event.preventDefault();
              setExtra(extra + 1);
            }}
          >
            + {m.reception_add_item()}
          </Button>
        </div>
        {mayScan(typed, custodians) ? (
          <FileInput
            name="files"
            label={m.reception_scans()}
            hint={hint}
            error={error("files")}
            multiple
            accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp,.docx,.mp3,.m4a,.wav"
          />
        ) : (
          <p className="hint" id="files">
            {m.reception_no_scan()}
          </p>
        )}
      </div>
    </fieldset>
  );
}
