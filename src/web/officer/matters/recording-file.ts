import { appContext, sessionContext } from "../../context.ts";
import type { Route } from "./+types/recording-file.ts";
import { shown } from "./shown.ts";

/** A recording, always saved and never played as a page of ours: its content came from outside. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { asker } = context.get(sessionContext);
  const input = { matterId: params.id, fileId: params.file };
  const file = await shown(context.get(appContext).recordings.openRecording(asker, input));
  return new Response(file.body, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": `${file.bytes}`,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", "%27")}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "Cache-Control": "private, no-store",
    },
  });
}
