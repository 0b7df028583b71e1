import { appContext, sessionContext } from "../../context.ts";
import { shown } from "../matters/shown.ts";
import type { Route } from "./+types/replies-print.ts";
import { pdfAnswer } from "./pdf-answer.ts";

/** Up to a hundred copies in one PDF, from `after` on. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get("after") ?? "0";
  const { asker } = context.get(sessionContext);
  const { signatories } = context.get(appContext);
  const input = { petitionId: params.id, paperId: params.paperId, after };
  return pdfAnswer(await shown(signatories.printReplies(asker, input)));
}
