import { data, redirect } from "react-router";
import { appContext } from "../../context.ts";
import { say } from "../../i18n/say.ts";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/receipt-pdf.ts";
import { statusOf } from "./opened-draft.ts";
import { filingPath } from "./paths.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { filing } = context.get(appContext);
  const access = filing.cookie.read(request);
  if (!access) return redirect(filingPath, 303);
  const made = await orRefusal(filing.renderReceipt(access));
  if ("refusal" in made) {
    if (made.refusal.code === "not-found") return redirect(filingPath, 303);
    throw data(say(made.refusal.message), { status: statusOf(made.refusal) });
  }
  const { code, bytes } = made.value;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`bien-nhan-${code}.pdf`)}`,
    },
  });
}
