import { appContext, sessionContext } from "../../context.ts";
import { shown } from "../matters/shown.ts";
import { download, pdf } from "../reception/download.ts";
import type { Route } from "./+types/originals.ts";

/** The receipt for original papers that went back. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { intake } = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const bytes = await shown(intake.originalsReceipt(asker, { entryId: params.entryId }));
  return download(bytes, pdf, "bien-nhan-tra-lai.pdf", true);
}
