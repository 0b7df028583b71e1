import type { Asker } from "../../../casework/setting.ts";
import type { ReplyStep } from "../../../casework/signatories/index.ts";
import type { App } from "../../../server/app.ts";
import { m } from "../../paraglide/messages.js";
import { formText } from "../../ui/form-data.ts";
import { typedDate } from "../../ui/typed-date.ts";
import type { Problem } from "../matters/shown.ts";
import { methodWords, stepWords } from "./reply-words.ts";

type Done = { readonly problems: readonly Problem[] } | object;

/** What the posted form of the replies asks for: making them, stopping, or writing down what became of them. */
export async function doReplies(
  app: App,
  asker: Asker,
  ids: { readonly petitionId: string; readonly paperId: string },
  form: FormData,
): Promise<Done> {
  const { signatories } = app;
  const intent = formText(form, "intent");
  const key = formText(form, "key");
  if (intent === "start") return signatories.startReplies(asker, { ...ids, key });
  if (intent === "stop") return signatories.stopReplies(asker, { ...ids, key });
  const on = typedDate(formText(form, "on"));
  if (!on) return { problems: [{ field: "on", message: m.signatories_bad_day() }] };
  const step: ReplyStep =
    (Object.keys(stepWords) as ReplyStep[]).find((each) => each === formText(form, "step")) ?? "sent";
  const method =
    (Object.keys(methodWords) as (keyof typeof methodWords)[]).find((each) => each === formText(form, "method")) ??
    "post";
  const replyIds = form.getAll("replyIds").filter((each): each is string => typeof each === "string");
  return signatories.recordDeliveries(asker, {
    ...ids,
    key,
    on,
    method,
    step,
    ...(intent === "record" ? { replyIds } : {}),
  });
}
