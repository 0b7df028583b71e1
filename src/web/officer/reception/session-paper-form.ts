import type { DraftSessionPaperInput, SessionTemplate } from "../../../casework/reception/sessions/index.ts";
import { m } from "../../paraglide/messages.js";
import { formText } from "../../ui/form-data.ts";
import { typedDate } from "../../ui/typed-date.ts";

const lineFields = ["content", "opinions", "conclusion", "unit", "contact"] as const;

/** The posted form of a session's paper; fields of a visit are called "<field>-<visit>". */
export function readPaper(form: FormData, sessionId: string, template: SessionTemplate) {
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const problems: { readonly field: string; readonly message: string }[] = [];
  const chosen = Object.keys(typed).flatMap((name) => (name.startsWith("visit-") ? [name.slice("visit-".length)] : []));
  const lines = chosen.map((visitId) => {
    const field = `doBy-${visitId}`;
    const written = formText(form, field).trim();
    const doBy = written === "" ? "" : typedDate(written);
    if (doBy === undefined) problems.push({ field, message: m.sessions_bad_date() });
    return {
      visitId,
      doBy: doBy ?? "",
      ...Object.fromEntries(lineFields.map((name) => [name, formText(form, `${name}-${visitId}`)])),
    };
  });
  const text = (name: string) => formText(form, name);
  const input: DraftSessionPaperInput = {
    key: text("key"),
    sessionId,
    template,
    startedAt: text("startedAt"),
    endedAt: text("endedAt"),
    secretary: text("secretary"),
    attending: text("attending"),
    lines,
  };
  return { input, typed, problems };
}

/** "lines.0.unit" of a refusal is the field "unit-<visit>" of the form. */
export function fieldOfLine(field: string | undefined, { lines }: DraftSessionPaperInput): { field?: string } {
  const [, index, name] = /^lines\.(\d+)\.(\w+)$/.exec(field ?? "") ?? [];
  const line = index === undefined ? undefined : lines[Number(index)];
  return line ? { field: `${name}-${line.visitId}` } : {};
}
