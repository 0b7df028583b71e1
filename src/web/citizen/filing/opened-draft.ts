import { type RouterContextProvider, redirect } from "react-router";
import type { Step } from "../../../casework/filing/index.ts";
import type { RefusalDetails } from "../../../casework/refusal.ts";
import { appContext } from "../../context.ts";
import { say } from "../../i18n/say.ts";
import { filingPath, receiptPath, stepPath } from "./paths.ts";

type Context = Readonly<RouterContextProvider>;

/** The draft of this browser. Goes to the first page without one, and to the receipt when it was sent. */
export async function openedDraft(request: Request, context: Context) {
  const { filing } = context.get(appContext);
  const access = filing.cookie.read(request);
  const draft = access && (await filing.openDraft(access));
  if (!access || !draft) throw redirect(filingPath, 303);
  if (draft.sent) throw redirect(receiptPath, 303);
  return { access, draft, filing };
}

/** The page after this one, or back to the last page for who came from there to mend something. */
export function pageAfter(steps: readonly Step[], step: Step, form: FormData): string {
  if (form.get("to") === "back") return stepPath(steps[steps.indexOf(step) - 1] ?? step);
  if (form.get("from") === "kiem-tra") return stepPath("kiem-tra");
  return stepPath(steps[steps.indexOf(step) + 1] ?? step);
}

export interface Problem {
  readonly field: string;
  readonly message: string;
}

export const problemsIn = (refusal: RefusalDetails, otherwise: string): readonly Problem[] =>
  refusal.fields?.map(({ field, message }) => ({ field, message: say(message) })) ?? [
    { field: otherwise, message: say(refusal.message) },
  ];

export const statusOf = ({ code }: RefusalDetails): number =>
  code === "too-many-attempts" ? 429 : code === "unavailable" ? 503 : 422;

/** Of an answer that refuses: how, and when to come back. */
export function answerOf(refusal: RefusalDetails): {
  readonly status: number;
  readonly headers: Record<string, string>;
} {
  const { retryAfterSeconds: seconds } = refusal;
  return { status: statusOf(refusal), headers: seconds === undefined ? {} : { "Retry-After": String(seconds) } };
}
