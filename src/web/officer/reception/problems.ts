import type { RefusalDetails } from "../../../casework/refusal.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";

export interface Problem {
  readonly field?: string;
  readonly message: string;
}

/** What a use case refused, one line for each field. */
export function problemsOf({ message, fields }: RefusalDetails): readonly Problem[] {
  if (!fields || fields.length === 0) return [{ message: say(message) }];
  return fields.map(({ field, message: text }) => {
    const name = entryNames[field]?.();
    return { field: field || "content", message: name ? `${name}: ${say(text)}` : say(text) };
  });
}

/** Entries whose refusal does not name them by itself. */
const entryNames: Readonly<Record<string, () => string>> = {
  content: m.reception_content,
  peopleCount: m.reception_people_count,
  "visitor.birthYear": m.reception_birth_year,
  reason: m.reception_sheet_correct_reason,
};
