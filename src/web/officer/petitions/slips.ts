import { appContext, sessionContext } from "../../context.ts";
import { formText } from "../../ui/form-data.ts";
import { shown } from "../matters/shown.ts";
import type { Route } from "./+types/slips.ts";
import { pdfAnswer } from "./pdf-answer.ts";

/** Slips for those who have none, or a new one for one signatory; posted for, because it ends what they held before. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const signatoryId = formText(form, "signatoryId");
  const { asker } = context.get(sessionContext);
  const file = context.get(appContext).signatories.giveSlips(asker, {
    key: formText(form, "key"),
    petitionId: params.id,
    ...(signatoryId
      ? { signatoryIds: [signatoryId] }
      : { to: formText(form, "to") === "representatives" ? "representatives" : "all" }),
  });
  return pdfAnswer(await shown(file));
}
