import { appContext, requestContext, sessionContext } from "../../context.ts";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/import-errors.ts";
import { download, xlsx } from "./download.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { locale } = context.get(requestContext);
  const answer = await orRefusal(
    context.get(appContext).reception.importErrors(context.get(sessionContext).asker, { runId: params.runId, locale }),
  );
  if ("refusal" in answer) throw new Response(null, { status: 404 });
  return download(answer.value, xlsx, locale === "en" ? "rows-to-mend.xlsx" : "dong-can-sua.xlsx");
}
