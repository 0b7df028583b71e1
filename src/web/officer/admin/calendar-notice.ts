import type { NoticeInput } from "../../../casework/calendar/index.ts";
import { m } from "../../paraglide/messages.js";
import { formText } from "../../ui/form-data.ts";
import { typedDate } from "../../ui/typed-date.ts";
import type { Problem } from "../matters/shown.ts";

export const rows = 8;
export const dayKinds = ["holiday", "swapped-off", "worked-saturday"] as const;

/** One line of the form as it was typed. */
export interface TypedDay {
  readonly on: string;
  readonly kind: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** What was typed, to be shown again when something must be mended or before it is saved. */
export interface TypedNotice {
  readonly kind: "days" | "complete" | "withdrawal";
  readonly source: string;
  readonly days: readonly TypedDay[];
  readonly year: string;
  readonly noticeId: string;
  readonly reason: string;
}

/** Several forms stand on the page: the name of a field is its id there, so that of a like field differs. */
export const fieldNames = {
  completeSource: "complete.source",
  reason: (noticeId: string) => `reason.${noticeId}`,
} as const;

export function typedNotice(form: FormData): TypedNotice {
  const kind = formText(form, "kind");
  const noticeId = formText(form, "noticeId");
  return {
    kind: kind === "complete" || kind === "withdrawal" ? kind : "days",
    source: formText(form, kind === "complete" ? fieldNames.completeSource : "source"),
    days: Array.from({ length: rows }, (_, i) => ({
      on: formText(form, `days.${i}.on`),
      kind: formText(form, `days.${i}.kind`),
      nameVi: formText(form, `days.${i}.nameVi`),
      nameEn: formText(form, `days.${i}.nameEn`),
    })),
    year: formText(form, "year"),
    noticeId,
    reason: formText(form, fieldNames.reason(noticeId)),
  };
}

/** The notice as the use case takes it; a name left empty is that of the day of the same kind before. Problems carry the names of the form's fields. */
export function noticeOf(
  typed: TypedNotice,
): { readonly notice: NoticeInput; readonly used: readonly number[] } | { readonly problems: readonly Problem[] } {
  const { source, reason, noticeId } = typed;
  if (typed.kind === "complete") return { notice: { kind: "complete", source, year: typed.year }, used: [] };
  if (typed.kind === "withdrawal") return { notice: { kind: "withdrawal", noticeId, reason }, used: [] };
  const problems: Problem[] = [];
  const used = typed.days.flatMap((day, i) => (day.on.trim() || (i > 0 && day.nameVi.trim()) ? [i] : []));
  const names = new Map<string, { readonly nameVi: string; readonly nameEn: string }>();
  const days = used.flatMap((i) => {
    const day = typed.days[i];
    const on = typedDate(day?.on ?? "");
    const kind = dayKinds.find((each) => each === day?.kind) ?? "holiday";
    const before = names.get(kind);
    const own = {
      nameVi: day?.nameVi.trim() || (before?.nameVi ?? ""),
      nameEn: day?.nameEn.trim() || (before?.nameEn ?? ""),
    };
    names.set(kind, own);
    if (on) return [{ on, kind, ...own }];
    problems.push({ field: `days.${i}.on`, message: m.matters_bad_date() });
    return [];
  });
  if (used.length === 0) problems.push({ field: "days.0.on", message: m.admin_cal_no_day() });
  return problems.length > 0 ? { problems } : { notice: { kind: "days", source, days }, used };
}

/** Problems of the use case at the fields of the form: `days.0.on` is the first line that was filled in. */
export function atFormFields(
  problems: readonly Problem[],
  typed: TypedNotice,
  used: readonly number[],
): readonly Problem[] {
  return problems.map(({ field, message }) => (field === undefined ? { message } : { field: at(field), message }));

  function at(field: string): string {
    if (field === "source" && typed.kind === "complete") return fieldNames.completeSource;
    if (field === "reason") return fieldNames.reason(typed.noticeId);
    return field.replace(/^days\.(\d+)/, (_, i: string) => `days.${used[Number(i)] ?? i}`);
  }
}

/** The hidden fields that carry what was previewed to where it is saved. */
export function asFields(typed: TypedNotice): readonly (readonly [name: string, value: string])[] {
  const { kind, source, year, noticeId, reason, days } = typed;
  const fields: (readonly [string, string])[] = [
    ["kind", kind],
    [kind === "complete" ? fieldNames.completeSource : "source", source],
    ["year", year],
    ["noticeId", noticeId],
    [fieldNames.reason(noticeId), reason],
    ...days.flatMap((day, i) => Object.entries(day).map(([name, value]) => [`days.${i}.${name}`, value] as const)),
  ];
  return fields.filter(([, value]) => value !== "");
}
