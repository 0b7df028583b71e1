import { appContext, sessionContext } from "../../context.ts";
import type { Route } from "./+types/file.ts";
import { shown } from "./shown.ts";

/** A document of the file, always saved and never opened as a page of ours: its content came from outside. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { asker } = context.get(sessionContext);
  const file = await shown(context.get(appContext).files.readFile(asker, { fileId: params.file }));
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", "%27")}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "Cache-Control": "private, no-store",
    },
  });
}
