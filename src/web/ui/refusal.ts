import type { RefusalDetails } from "../../casework/refusal.ts";

/** What a use case said when it refused; undefined for any other error. Looks at the shape: the class lives in another bundle. */
export function refusalOf(error: unknown): RefusalDetails | undefined {
  if (!(error instanceof Error) || !("details" in error) || error.name !== "Refused") return undefined;
  return error.details as RefusalDetails;
}

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
