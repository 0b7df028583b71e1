import { appContext, sessionContext } from "../../context.ts";
import { shown } from "../matters/shown.ts";
import type { Route } from "./+types/picture.ts";

/** One page of a draft, as a picture and nothing else: its content came from outside. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { asker } = context.get(sessionContext);
  const page = Number(params.page);
  const found = await shown(context.get(appContext).intake.draftPicture(asker, { draftId: params.draftId, page }));
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      "Content-Type": found.mediaType,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "Cache-Control": "private, no-store",
    },
  });
}
