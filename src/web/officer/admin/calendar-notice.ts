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

export function typedNotice(form: FormData): TypedNotice {
  const kind = formText(form, "kind");
  return {
    kind: kind === "complete" || kind === "withdrawal" ? kind : "days",
    source: formText(form, "source"),
    days: Array.from({ length: rows }, (_, i) => ({
      on: formText(form, `days.${i}.on`),
      kind: formText(form, `days.${i}.kind`),
      nameVi: formText(form, `days.${i}.nameVi`),
      nameEn: formText(form, `days.${i}.nameEn`),
    })),
    year: formText(form, "year"),
    noticeId: formText(form, "noticeId"),
    reason: formText(form, "reason"),
  };
}

/** The notice as the use case takes it; a name left empty is that of the day before. Problems carry the names of the form's fields. */
export function noticeOf(
  typed: TypedNotice,
): { readonly notice: NoticeInput; readonly used: readonly number[] } | { readonly problems: readonly Problem[] } {
  const { source, reason, noticeId } = typed;
  if (typed.kind === "complete") return { notice: { kind: "complete", source, year: typed.year }, used: [] };
  if (typed.kind === "withdrawal") return { notice: { kind: "withdrawal", noticeId, reason }, used: [] };
  const problems: Problem[] = [];
  const used = typed.days.flatMap((day, i) => (day.on.trim() || (i > 0 && day.nameVi.trim()) ? [i] : []));
  let [nameVi, nameEn] = ["", ""];
  const days = used.flatMap((i) => {
    const day = typed.days[i];
    const on = typedDate(day?.on ?? "");
    const kind = dayKinds.find((each) => each === day?.kind) ?? "holiday";
    [nameVi, nameEn] = [day?.nameVi.trim() || nameVi, day?.nameEn.trim() || nameEn];
    if (on) return [{ on, kind, nameVi, nameEn }];
    problems.push({ field: `days.${i}.on`, message: m.matters_bad_date() });
    return [];
  });
  if (used.length === 0) problems.push({ field: "days.0.on", message: m.admin_cal_no_day() });
  return problems.length > 0 ? { problems } : { notice: { kind: "days", source, days }, used };
}

/** `days.0.on` of the use case is the first line that was filled in. */
export function atFormLines(problems: readonly Problem[], used: readonly number[]): readonly Problem[] {
  return problems.map((problem) => ({
    ...problem,
    ...(problem.field === undefined
      ? {}
      : { field: problem.field.replace(/^days\.(\d+)/, (_, i: string) => `days.${used[Number(i)] ?? i}`) }),
  }));
}
