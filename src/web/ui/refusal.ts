import type { RefusalDetails } from "../../casework/refusal.ts";

/** What a use case said when it refused; undefined for any other error. Looks at the shape: the class lives in another bundle. */
export function refusalOf(error: unknown): RefusalDetails | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && (error.code === "22021" || error.code === "22P05" || isHalfLetter(error))) return unstorable;
  if (!("details" in error) || error.name !== "Refused") return undefined;
  return error.details as RefusalDetails;
}

/** Half a character inside JSON, which PostgreSQL calls bad syntax. */
const isHalfLetter = (error: Error): boolean =>
  "code" in error && error.code === "22P02" && error.message.startsWith("invalid input syntax for type json");

/** PostgreSQL's word for text that it cannot hold: the character zero, half a character. */
const unstorable: RefusalDetails = {
  code: "invalid-input",
  message: {
    vi: "Nội dung có ký tự không lưu được. Hãy gõ lại thay vì dán.",
    en: "The text holds a character that cannot be stored. Type it instead of pasting it.",
  },
};

/** Runs a use case and gives its refusal as a value; other errors go on. */
export async function orRefusal<T>(work: Promise<T>): Promise<{ value: T } | { refusal: RefusalDetails }> {
  try {
    return { value: await work };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { refusal };
    throw error;
  }
}
