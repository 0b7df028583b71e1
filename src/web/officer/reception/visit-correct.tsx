import { Form } from "react-router";
import type { CorrectVisitInput, VisitSheet } from "../../../casework/reception/index.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Select, TextArea } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { typedDate } from "../../ui/typed-date.ts";
import type { Problem } from "./problems.ts";

const entries: readonly (readonly [field: string, name: () => string])[] = [
  ["receivedOn", m.reception_received_on],
  ["content", m.reception_content],
  ["request", m.reception_request],
  ["peopleCount", m.reception_people_count],
  ["priorAuthority", m.reception_prior],
  ["guidedTo", m.reception_guided],
  ["guidanceNumber", m.reception_guidance_number],
  ["transferredTo", m.reception_transferred],
  ["transferNumber", m.reception_transfer_number],
  ["followUp", m.register_c_follow],
  ["note", m.reception_note],
];
const personEntries: readonly (readonly [field: string, name: () => string])[] = [
  ["fullName", m.reception_name],
  ["address", m.reception_address],
  ["idNumber", m.reception_id_number],
];

/** One wrong entry and its right value; an entry of a person is "person.<id>.<field>". */
export function correctionOf(form: FormData, visitId: string): CorrectVisitInput {
  const which = formText(form, "entry");
  const value = formText(form, "value").trim();
  const base = { key: formText(form, "key"), visitId, reason: formText(form, "reason") };
  const [kind, personId, field] = which.split(".");
  if (kind === "person" && personId && personEntries.some(([name]) => name === field))
    return { ...base, people: [{ personId, [field as string]: value }] };
  if (!entries.some(([name]) => name === which)) return base;
  return { ...base, [which]: which === "receivedOn" ? (typedDate(value) ?? value) : value };
}

/** How an entry is called, for the list of corrections. */
export function entryName(field: string): string {
  const last = field.split(".").at(-1) ?? field;
  return [...entries, ...personEntries].find(([name]) => name === last)?.[1]() ?? field;
}

export function CorrectForm({
  sheet,
  visitKey,
  problems,
  typed,
}: {
  sheet: VisitSheet;
  visitKey: string;
  problems: readonly Problem[];
  typed: Readonly<Record<string, string>>;
}) {
  const options = [
    ...entries.map(([value, name]) => ({ value, label: name() })),
    ...sheet.people.flatMap((person) =>
      personEntries.map(([field, name]) => ({
        value: `person.${person.personId}.${field}`,
        label: `${person.name}: ${name()}`,
      })),
    ),
  ];
  const reason = problems.find(({ field }) => field === "reason")?.message;
  const value = problems.find(({ field }) => field === "value")?.message;
  return (
    <details className="correct" open={problems.length > 0}>
      <summary className="button quiet">{m.reception_sheet_correct()}</summary>
      <Form method="post" className="form">
        <p className="hint">{m.reception_sheet_correct_hint()}</p>
        <input type="hidden" name="key" value={visitKey} />
        <Select
          name="entry"
          label={m.reception_sheet_correct_which()}
          options={options}
          defaultValue={typed.entry}
          required
        />
        <TextArea
          name="value"
          label={m.reception_sheet_correct_value()}
          error={value}
          defaultValue={typed.value}
          rows={2}
          required
        />
        <TextArea
          name="reason"
          label={m.reception_sheet_correct_reason()}
          error={reason}
          defaultValue={typed.reason}
          rows={2}
          required
        />
        <Button type="submit" name="intent" value="correct">
          {m.reception_sheet_correct()}
        </Button>
      </Form>
    </details>
  );
}
