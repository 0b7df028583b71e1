import { appContext, sessionContext } from "../../context.ts";
import { shown } from "../matters/shown.ts";
import type { Route } from "./+types/sealed-bytes.ts";

/** A sealed scan as it is kept: only a custodian's browser makes a picture of it. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { asker } = context.get(sessionContext);
  const { bytes } = await shown(context.get(appContext).identity.sealedFile(asker, { fileId: params.file }));
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": "attachment",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
