import { appContext, requestContext, sessionContext } from "../../context.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { download, xlsx } from "../reception/download.ts";
import { periodOf } from "../reception/register-period.ts";
import type { Route } from "./+types/book-export.ts";
import { bookAgency } from "./post-agency.ts";

/** The post book of the period as a workbook. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale, today } = context.get(requestContext);
  const { asker, who } = context.get(sessionContext);
  const { period } = periodOf(new URL(request.url).searchParams, today);
  const { intake } = context.get(appContext);
  const answer = await orRefusal(intake.exportPostBook(asker, { agencyId: bookAgency(who.grants), ...period, locale }));
  if ("refusal" in answer) throw new Response(null, { status: 403 });
  return download(answer.value, xlsx, `so-don-den-${period.from}-${period.to}.xlsx`);
}
