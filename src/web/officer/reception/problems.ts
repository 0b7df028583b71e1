import type { RefusalDetails } from "../../../casework/refusal.ts";
import { say } from "../../i18n/say.ts";

export interface Problem {
  readonly field?: string;
  readonly message: string;
}

/** What a use case refused, one line for each field. */
export function problemsOf({ message, fields }: RefusalDetails): readonly Problem[] {
  if (!fields || fields.length === 0) return [{ message: say(message) }];
  return fields.map(({ field, message: text }) => ({ field: field || "content", message: say(text) }));
}
