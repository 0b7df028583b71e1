import type { Context } from "hono";
import type { RefusalDetails } from "../../casework/refusal.ts";
import type { App } from "../app.ts";
import { passwordPath, signInPath } from "../endpoints.ts";
import { refusalAt } from "./gate.ts";
import { networkOf } from "./network.ts";
import { changePasswordFirst, noSuchThing, preferredLanguage, problemBody, problemResponse } from "./problem.ts";
import type { HttpEnv, HttpOptions } from "./server.ts";

/** A page of the web bundle, after the gate. Data requests of a page pass to its loader, whose use cases refuse by themselves. */
export async function answerPage(c: Context<HttpEnv>, app: App, { web }: HttpOptions): Promise<Response> {
  if (!web) return problemResponse(noSuchThing, c.req.raw);
  const endpoint = c.get("endpoint");
  const network = networkOf(c.env.incoming, app.config.trustedProxies);
  if (!endpoint) return web(elsewhere(c.req.raw), { network });
  const isDocument = !c.req.path.endsWith(".data");
  const refusal = isDocument ? await refusalAt(app, endpoint, app.sessionOf(c.req.raw)) : undefined;
  if (refusal?.code === "not-signed-in") return c.redirect(signInFor(c), 303);
  if (refusal === changePasswordFirst) return c.redirect(passwordPath, 303);
  if (refusal) return refusalPage(refusal, c.req.raw);
  return web(c.req.raw, { network });
}

/** An address that no route has, so that the web's own "not found" page answers even where a route was left unlisted. */
function elsewhere(request: Request): Request {
  const { headers } = request;
  return new Request(new URL("/khong-co-trang-nay", request.url), { method: "GET", headers });
}

function signInFor(c: Context<HttpEnv>): string {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") return signInPath;
  return `${signInPath}?${new URLSearchParams({ to: c.req.path })}`;
}

function refusalPage(refusal: RefusalDetails, request: Request): Response {
  const language = preferredLanguage(request.headers.get("accept-language"));
  const { title, detail, status } = problemBody(refusal, language);
  const home = language === "vi" ? "Về trang đầu" : "To the first page";
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${detail}</p><p><a href="/">${home}</a></p></main></html>`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'",
    "cache-control": "no-store",
  };
  return new Response(html, { status, headers });
}
