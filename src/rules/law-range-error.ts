import type { Text } from "./pack.ts";

/** Closed list of what the law's data cannot answer. */
export type LawRangeCode =
  | "unknown-rule"
  | "before-coverage"
  | "no-version-in-force"
  | "outside-verified-calendar"
  | "outside-calendar"
  | "no-extension"
  | "no-such-procedure"
  | "unknown-kind"
  | "unknown-version";

/** A `RangeError` that says, in both languages, why the data of the law cannot answer. */
export type LawRangeError = RangeError & { readonly code: LawRangeCode; readonly text: Text };

export function lawRangeError(code: LawRangeCode, text: Text): LawRangeError {
  return Object.assign(new RangeError(text.en), { code, text });
}

export function isLawRangeError(error: unknown): error is LawRangeError {
  return error instanceof RangeError && "code" in error && "text" in error;
}
