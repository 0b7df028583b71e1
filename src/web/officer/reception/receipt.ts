import { appContext, sessionContext } from "../../context.ts";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/receipt.ts";
import { docx, download, pdf } from "./download.ts";

/** The receipt 02/TCD of one petition; posted for, so that the tracking secret on it stands in no address. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const format = formText(form, "format") === "docx" ? "docx" : "pdf";
  const secret = formText(form, "secret");
  const { reception } = context.get(appContext);
  const answer = await orRefusal(
    reception.renderReceipt(context.get(sessionContext).asker, {
      visitId: params.visitId,
      petitionId: formText(form, "petitionId"),
      format,
      ...(secret ? { trackingSecret: secret } : {}),
    }),
  );
  if ("refusal" in answer) throw new Response(null, { status: 404 });
  return format === "pdf"
    ? download(answer.value, pdf, "bien-nhan.pdf", true)
    : download(answer.value, docx, "bien-nhan.docx");
}
