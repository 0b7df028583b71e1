import type { FieldValue } from "../../../rules/decide.ts";
import type { FieldRule } from "../../../rules/pack.ts";
import { typedDate } from "../../ui/typed-date.ts";

/** One answer as the use cases take it. */
type Answer = string | boolean | string[];

/** An answer as it was typed, kept for the form that is shown again. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

const several = (type: FieldRule["type"]) => type === "choices" || type === "officers";

/** What was typed into the fields of an act. */
export function typedOf(form: FormData, fields: readonly FieldRule[]): Typed {
  return Object.fromEntries(
    fields.map(({ id, type }) => {
      const given = form.getAll(id).filter((each) => typeof each === "string");
      return [id, several(type) ? given : (given[0] ?? "")] as const;
    }),
  );
}

/** The answers that the law reads; a day that cannot be read stays as typed, so that the law names its field. */
export function answersOf(typed: Typed, fields: readonly FieldRule[]): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const { id, type } of fields) {
    const given = typed[id] ?? "";
    if (typeof given !== "string") {
      if (given.length > 0) answers[id] = [...given];
    } else if (given.trim() !== "") {
      if (type === "yes-no") answers[id] = given === "yes";
      else answers[id] = type === "date" ? (typedDate(given) ?? given) : given;
    }
  }
  return answers;
}

/** Answers given before, as they are typed into the form. */
export function typedFrom(values: Readonly<Record<string, FieldValue>>): Typed {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      if (typeof value === "boolean") return [id, value ? "yes" : "no"] as const;
      return [id, value] as const;
    }),
  );
}
