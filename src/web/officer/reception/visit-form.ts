import type { RecordVisitInput } from "../../../casework/reception/index.ts";
import { typedDate } from "../../ui/typed-date.ts";

/** What was typed, by field name; names are those that casework gives its problems ("visitor.name", "items.0.title"). */
export type Values = Readonly<Record<string, string>>;

export const kinds = ["complaint", "denunciation", "recommendation"] as const;
export type Kind = (typeof kinds)[number];
export const idKinds = ["citizen-card", "id-certificate", "personal-number", "old-id", "passport"] as const;
export const copyTypes = ["original", "photocopy", "certified-copy"] as const;

const personFields = ["personId", "name", "address", "idKind", "idNumber", "birthYear", "phone"] as const;
const itemsMax = 40;

/** The texts of a posted form. Files and the button that was pressed are left out. */
export function valuesOf(form: FormData): Values {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name === "intent" || name === "choose") continue;
    values[name] = value.normalize("NFC");
  }
  return values;
}

export const kindsOf = (values: Values): readonly Kind[] => kinds.filter((kind) => values[`kind.${kind}`] === "on");

/** A scan shows who denounces: it is taken where that cannot be, or where custodians hold it. */
export function mayScan(values: Values, custodians: number): boolean {
  const chosen = kindsOf(values);
  return custodians > 0 || (chosen.length > 0 && !chosen.includes("denunciation"));
}

export const peopleCountOf = (values: Values): number => Math.max(1, Math.trunc(Number(values.peopleCount ?? 1)) || 1);

/** How many besides the visitor may speak for a group; only how many rows the form shows, casework decides. */
export function representativeRows(peopleCount: number): number {
  if (peopleCount <= 1) return 0;
  if (peopleCount <= 4) return peopleCount - 1;
  return peopleCount <= 10 ? 1 : 4;
}

/** Indexes of the rows of papers that hold something. */
export function filledItems(values: Values): readonly number[] {
  return Array.from({ length: itemsMax }, (_, i) => i).filter(
    (i) => values[`items.${i}.title`]?.trim() || values[`items.${i}.fileId`],
  );
}

const filled = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);

/** The date that was typed, so that casework can refuse what is none in its own words. */
export const dateGiven = (text: string | undefined): string | undefined =>
  filled(text) === undefined ? undefined : (typedDate(text ?? "") ?? text);

/** What the use case takes, from what was typed. Numbers stay as typed: casework refuses what is none. */
export function visitInputOf(values: Values, agencyId: string, readBack: boolean): RecordVisitInput {
  const chosen = kindsOf(values);
  const competence = values.withinCompetence;
  return {
    key: values.key ?? "",
    agencyId,
    readBack,
    receivedOn: dateGiven(values.receivedOn),
    visitor: personOf(values, "visitor"),
    peopleCount: filled(values.peopleCount) ?? "1",
    representatives: representativesOf(values),
    appointmentPaper: values.appointmentPaper === "on",
    kinds: [...chosen],
    content: values.content ?? "",
    ...texts(values, [
      "request",
      "contestedAct",
      "respondent",
      "priorAuthority",
      "guidedTo",
      "guidanceNumber",
      "transferredTo",
      "transferNumber",
      "note",
      "tellAt",
    ]),
    ...(competence === "yes" || competence === "no" ? { withinCompetence: competence === "yes" } : {}),
    parts: chosen.length < 2 ? [] : partsOf(values, chosen),
    hasPetitionPaper: values.hasPetitionPaper === "on",
    items: filledItems(values).map((i) => itemOf(values, i)),
  } as RecordVisitInput;
}

function texts(values: Values, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = filled(values[name]);
      return text ? [[name, text]] : [];
    }),
  );
}

function personOf(values: Values, prefix: string): Record<string, string> {
  return Object.fromEntries(
    personFields.flatMap((field) => {
      const text = filled(values[`${prefix}.${field}`]);
      return text ? [[field, text]] : [];
    }),
  );
}

function representativesOf(values: Values): Record<string, string>[] {
  const rows = Array.from({ length: representativeRows(peopleCountOf(values)) }, (_, i) =>
    personOf(values, `representatives.${i}`),
  );
  return rows.filter((row) => row.name || row.idNumber || row.address);
}

function partsOf(values: Values, chosen: readonly Kind[]): { kind: Kind; content: string }[] {
  return chosen.flatMap((kind) => {
    const content = filled(values[`part.${kind}`]);
    return content ? [{ kind, content }] : [];
  });
}

function itemOf(values: Values, i: number): Record<string, string> {
  return Object.fromEntries(
    ["title", "pages", "copyType", "fileId"].flatMap((field) => {
      const text = filled(values[`items.${i}.${field}`]);
      return text ? [[field, text]] : [];
    }),
  );
}

/** Puts the people that were found, or scans that were taken in, into what was typed. */
export function withValues(values: Values, more: Readonly<Record<string, string | number | null | undefined>>): Values {
  const merged: Record<string, string> = { ...values };
  for (const [name, value] of Object.entries(more))
    merged[name] = value === null || value === undefined ? "" : String(value);
  return merged;
}
