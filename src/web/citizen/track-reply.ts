import { appContext, requestContext } from "../context.ts";
import { formText } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/track-reply.ts";

/** The copy that was sent to one signatory, for whoever holds their codes; they never stand in an address. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { network } = context.get(requestContext);
  const input = {
    code: formText(form, "code"),
    secret: formText(form, "secret"),
    replyId: formText(form, "replyId"),
    network,
  };
  const answer = await orRefusal(context.get(appContext).signatories.replyByCode(input));
  if ("refusal" in answer) throw new Response(null, { status: 429 });
  if (!answer.value) throw new Response(null, { status: 404 });
  const { bytes, fileName } = answer.value;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
