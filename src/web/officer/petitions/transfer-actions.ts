import type { Asker } from "../../../casework/setting.ts";
import type { App } from "../../../server/app.ts";
import { formText } from "../../ui/form-data.ts";

const names = ["intent", "key", "reason", "handlerId", "paperId"] as const;
export type TypedAnswer = Readonly<Record<(typeof names)[number], string>>;

export function typedAnswer(form: FormData): TypedAnswer {
  return Object.fromEntries(names.map((name) => [name, formText(form, name)])) as TypedAnswer;
}

const steps = ["check", "approve", "sign", "number", "send"] as const;

/** What the posted form of a transfer's page asks for: an answer, a decision, or the next step of its letter. */
export function answerTransfer(
  app: App,
  asker: Asker,
  transferId: string,
  typed: TypedAnswer,
): Promise<{ readonly petitionId: string } | { readonly paperId: string }> {
  const { key, reason, handlerId, paperId } = typed;
  switch (typed.intent) {
    case "accept":
      return app.transfers.acceptTransfer(asker, { key, transferId });
    case "return":
      return app.transfers.returnTransfer(asker, { key, transferId, reason });
    case "decide":
      return app.transfers.decideHandler(asker, { key, transferId, reason, handlerId });
    default:
      return app.matters.stepPaper(asker, {
        key,
        paperId,
        step: steps.find((each) => each === typed.intent) ?? "check",
        ...(typed.intent === "send" ? { recipients: ["other" as const] } : {}),
      });
  }
}
