import { appContext, requestContext, sessionContext } from "../../context.ts";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/register-export.ts";
import { download, xlsx } from "./download.ts";
import { registerAgency } from "./reception-agency.ts";
import { periodOf } from "./register-period.ts";

/** The register of the period in the 13 columns of Mẫu 03/TCD. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale, today } = context.get(requestContext);
  const { asker, who } = context.get(sessionContext);
  const { period } = periodOf(new URL(request.url).searchParams, today);
  const { reception } = context.get(appContext);
  const answer = await orRefusal(
    reception.exportRegister(asker, { agencyId: registerAgency(who.grants), ...period, locale }),
  );
  if ("refusal" in answer) throw new Response(null, { status: 403 });
  return download(answer.value, xlsx, `so-tiep-cong-dan-${period.from}-${period.to}.xlsx`);
}
