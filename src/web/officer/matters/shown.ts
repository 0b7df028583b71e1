import { redirect } from "react-router";
import type { RefusalDetails } from "../../../casework/refusal.ts";
import { say } from "../../i18n/say.ts";
import { orRefusal } from "../../ui/refusal.ts";

/** What a page shows, or the answer that it is not to be seen: a bad id, a stranger's matter and a missing one look the same. */
export async function shown<T>(work: Promise<T>): Promise<T> {
  const answer = await orRefusal(work);
  if ("value" in answer) return answer.value;
  if (answer.refusal.code === "not-signed-in") throw redirect("/sign-in", 303);
  throw new Response(null, { status: 404 });
}

export interface Problem {
  readonly field?: string;
  readonly message: string;
}

/** A refusal as the lines of the summary above a form; `values.` is the API's name for the answers of an act. */
export function problemsOf(refusal: RefusalDetails): readonly Problem[] {
  const { fields = [], message, article } = refusal;
  if (fields.length > 0)
    return fields.map((each) => ({ field: each.field.replace(/^values\./, ""), message: say(each.message) }));
  return [{ message: article ? `${say(message)} (${article})` : say(message) }];
}

/** The sentence under one field. */
export function errorOf(problems: readonly Problem[], field: string): string | undefined {
  return problems.find((each) => each.field === field)?.message;
}

export function statusOf(refusal: RefusalDetails): number {
  return refusal.code === "conflict" || refusal.code === "already-done" ? 409 : 422;
}
