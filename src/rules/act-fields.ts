import { parseCivilDate } from "../time/civil-date.ts";
import type { ActCommand, FieldValue, MatterFacts } from "./decide.ts";
import type { Law, LoadedPack } from "./load-pack.ts";
import type { ActRule, FieldId, FieldRule, Text } from "./pack.ts";

export interface BadField {
  readonly code: "field-missing" | "field-invalid";
  readonly field: FieldId;
  readonly message: Text;
}

/** The fields a form shows for these answers, each with whether it must be answered. */
export function visibleFields(
  pack: LoadedPack,
  act: Pick<ActRule, "fields">,
  matter: MatterFacts,
  command: ActCommand,
  law: Law,
): readonly { readonly field: FieldRule; readonly required: boolean }[] {
  const holds = (key: string) => pack.conditions[key]?.(matter, command, law) ?? false;
  return act.fields
    .filter((field) => field.shownWhen === undefined || holds(field.shownWhen))
    .map((field) => ({
      field,
      required: typeof field.required === "boolean" ? field.required : holds(field.required),
    }));
}

/** The first answer that is missing, malformed or belongs to no field; fields that are not shown are not looked at. */
export function firstBadField(
  pack: LoadedPack,
  act: Pick<ActRule, "fields">,
  matter: MatterFacts,
  command: ActCommand,
  law: Law,
): BadField | undefined {
  const known = new Set(act.fields.map((field) => field.id));
  const stranger = Object.keys(command.values).find((id) => !known.has(id));
  if (stranger !== undefined) {
    return invalid(stranger, {
      vi: `Biểu mẫu không có mục “${stranger}”.`,
      en: `The form has no field “${stranger}”.`,
    });
  }
  for (const { field, required } of visibleFields(pack, act, matter, command, law)) {
    const bad = badAnswer(field, required, command.values[field.id]);
    if (bad) return bad;
  }
  return undefined;
}

function badAnswer(field: FieldRule, required: boolean, value: FieldValue | undefined): BadField | undefined {
  if (isBlank(value)) {
    if (!required) return undefined;
    return {
      code: "field-missing",
      field: field.id,
      message: { vi: `Cần nhập “${field.label.vi}”.`, en: `“${field.label.en}” is needed.` },
    };
  }
  if (value !== undefined && fits(field, value)) return undefined;
  return invalid(field.id, { vi: `“${field.label.vi}” chưa đúng.`, en: `“${field.label.en}” is not valid.` });
}

function fits(field: FieldRule, value: FieldValue): boolean {
  switch (field.type) {
    case "date":
      return typeof value === "string" && parseCivilDate(value) !== undefined;
    case "yes-no":
      return typeof value === "boolean";
    case "choice":
      return typeof value === "string" && hasOption(field, value);
    case "choices":
      return Array.isArray(value) && value.every((each) => hasOption(field, each));
    case "number":
      return typeof value === "string" && /^\d{1,9}$/.test(value);
    case "officers":
      return Array.isArray(value);
    case "text":
    case "long-text":
    case "officer":
      return typeof value === "string";
  }
}

function hasOption(field: FieldRule, id: string): boolean {
  return field.options?.some((option) => option.id === id) ?? false;
}

function isBlank(value: FieldValue | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}

function invalid(field: FieldId, message: Text): BadField {
  return { code: "field-invalid", field, message };
}
