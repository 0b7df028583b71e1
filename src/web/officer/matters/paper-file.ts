import { appContext, sessionContext } from "../../context.ts";
import type { Route } from "./+types/paper-file.ts";
import { shown } from "./shown.ts";

/** A paper as PDF (shown in the page beside the form) or Word (saved). */
export async function loader({ params, context }: Route.LoaderArgs) {
  const [, paperId, format] = /^([0-9a-f-]{36})\.(pdf|docx)$/.exec(params.file) ?? [];
  if (!paperId || (format !== "pdf" && format !== "docx")) throw new Response(null, { status: 404 });
  const { asker } = context.get(sessionContext);
  const paper = await shown(context.get(appContext).papers.renderPaper(asker, { paperId, format }));
  // The number of a decision has letters ("QĐ") that a header carries only in this form.
  const name = `filename*=UTF-8''${encodeURIComponent(paper.fileName)}`;
  return new Response(new Uint8Array(paper.bytes), {
    headers: {
      "Content-Type": paper.mediaType,
      "Content-Disposition": `${format === "pdf" ? "inline" : "attachment"}; ${name}`,
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "SAMEORIGIN",
      "Content-Security-Policy": "frame-ancestors 'self'",
      "Cache-Control": "private, no-store",
    },
  });
}
