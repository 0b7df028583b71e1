import type { FieldRule } from "../../../rules/pack.ts";
import { type CivilDate, parseCivilDate } from "../../../time/civil-date.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { CheckboxGroup, RadioGroup } from "../../ui/choice.tsx";
import { DateInput, Select, TextArea, TextInput } from "../../ui/field.tsx";
import type { Typed } from "./act-form-data.ts";
import { errorOf, type Problem } from "./shown.ts";

interface Officer {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
}

/** The form of an act as the law version describes it. */
export function ActFields({
  fields,
  visible,
  typed,
  problems,
  officers,
}: {
  fields: readonly FieldRule[];
  visible: readonly { readonly id: string; readonly required: boolean }[];
  typed: Typed;
  problems: readonly Problem[];
  officers: readonly Officer[];
}) {
  return visible.map(({ id, required }) => {
    const field = fields.find((each) => each.id === id);
    if (!field) return null;
    return (
      <ActField
        key={id}
        field={field}
        required={required}
        value={typed[id] ?? ""}
        error={errorOf(problems, id)}
        officers={officers}
      />
    );
  });
}

function ActField({
  field,
  required,
  value,
  error,
  officers,
}: {
  field: FieldRule;
  required: boolean;
  value: string | readonly string[];
  error: string | undefined;
  officers: readonly Officer[];
}) {
  const text = typeof value === "string" ? value : "";
  const several = typeof value === "string" ? [value] : value;
  const shared = { name: field.id, label: say(field.label), hint: field.help && say(field.help), error };
  const people = officers.map((each) => ({
    value: each.id,
    label: each.jobTitle ? `${each.name}, ${each.jobTitle}` : each.name,
  }));
  const options = (field.options ?? []).map((option) => ({
    value: option.id,
    label: say(option.label),
    ...(option.article ? { hint: option.article } : {}),
  }));
  switch (field.type) {
    case "date":
      return <DateInput {...shared} required={required} defaultValue={shownDate(text)} />;
    case "number":
      return <TextInput {...shared} required={required} inputMode="numeric" className="date" defaultValue={text} />;
    case "text":
      return <TextInput {...shared} required={required} defaultValue={text} />;
    case "long-text":
      return <TextArea {...shared} required={required} defaultValue={text} />;
    case "yes-no":
      return (
        <RadioGroup
          {...shared}
          required={required}
          chosen={[text]}
          options={[
            { value: "yes", label: m.matters_yes() },
            { value: "no", label: m.matters_no() },
          ]}
        />
      );
    case "choice":
      return <RadioGroup {...shared} required={required} chosen={[text]} options={options} />;
    case "choices":
      return <CheckboxGroup {...shared} chosen={several} options={options} />;
    case "officer":
      return (
        <Select
          {...shared}
          required={required}
          defaultValue={text}
          options={[{ value: "", label: m.matters_act_choose() }, ...people]}
        />
      );
    case "officers":
      return <CheckboxGroup {...shared} chosen={several} options={people} />;
  }
}

function shownDate(text: string): string {
  const date = parseCivilDate(text);
  return date ? dayAsTyped(date) : text;
}

/** dd/mm/yyyy in both languages: what the field reads. */
export function dayAsTyped(date: CivilDate): string {
  const [year, month, day] = date.split("-");
  return `${day}/${month}/${year}`;
}
