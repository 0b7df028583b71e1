import { appContext, sessionContext } from "../../context.ts";
import { shown } from "../matters/shown.ts";
import type { Route } from "./+types/reply-file.ts";
import { pdfAnswer } from "./pdf-answer.ts";

/** The copy of one signatory, as it was made. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { asker } = context.get(sessionContext);
  return pdfAnswer(await shown(context.get(appContext).signatories.openReply(asker, { replyId: params.reply })));
}
