import { redirect } from "react-router";
import { appContext } from "../../context.ts";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/filed-text.ts";
import { filingPath } from "./paths.ts";

/** The text under the receipt's digest, byte for byte. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { filing } = context.get(appContext);
  const access = filing.cookie.read(request);
  const found = access && (await orRefusal(filing.receipt(access)));
  if (!found || "refusal" in found) return redirect(filingPath, 303);
  const { code, filedText } = found.value;
  return new Response(filedText, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`noi-dung-${code}.json`)}`,
    },
  });
}
