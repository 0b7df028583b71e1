import type { Context } from "hono";
import type { RefusalDetails } from "../../casework/refusal.ts";
import type { App } from "../app.ts";
import { passwordPath, secondFactorPath, signInPath } from "../endpoints.ts";
import { refusalAt } from "./gate.ts";
import { pagePath } from "./match-endpoint.ts";
import { networkOf } from "./network.ts";
import {
  changePasswordFirst,
  fromElsewhere,
  noSuchThing,
  preferredLanguage,
  problemBody,
  problemResponse,
  secondFactorFirst,
} from "./problem.ts";
import type { HttpEnv, HttpOptions } from "./server.ts";

/** A page of the web bundle, or the data of one, after the gate. */
export async function answerPage(c: Context<HttpEnv>, app: App, { web }: HttpOptions): Promise<Response> {
  if (!web) return problemResponse(noSuchThing, c.req.raw);
  const endpoint = c.get("endpoint");
  const network = networkOf(c.env.incoming, app.config.trustedProxies);
  if (!endpoint) return web(elsewhere(c.req.raw), { network });
  if (endpoint.method !== "GET" && isForeign(c.req.raw, app)) return refusalPage(fromElsewhere, c.req.raw);
  const refusal = await refusalAt(app, endpoint, app.sessionOf(c.req.raw));
  if (!refusal) return web(asPublished(c.req.raw, app), { network });
  const isData = c.req.path.endsWith(".data");
  const elsewhereTo = wayOut(c, refusal);
  if (elsewhereTo) return isData ? dataRedirect(elsewhereTo) : c.redirect(elsewhereTo, 303);
  return isData ? problemResponse(refusal, c.req.raw) : refusalPage(refusal, c.req.raw);
}

/** An address that no route has, so that the web's own "not found" page answers even where a route was left unlisted. */
function elsewhere(request: Request): Request {
  const { headers } = request;
  return new Request(new URL("/khong-co-trang-nay", request.url), { method: "GET", headers });
}

/**
 * Whether another site, a neighbour under the same domain included, made the browser send this. A browser says where a
 * form comes from in one of two headers; what has neither is no form of ours.
 */
function isForeign(request: Request, app: App): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin";
  const origin = request.headers.get("origin");
  return origin !== app.config.publicUrl && origin !== new URL(request.url).origin;
}

/** The request under the public address: behind a proxy that ends TLS we are called by http, and the form says https. */
function asPublished(request: Request, app: App): Request {
  const [url, known] = [new URL(request.url), new URL(app.config.publicUrl)];
  if (url.host !== known.host || url.protocol === known.protocol) return request;
  url.protocol = known.protocol;
  const { method, headers, body, signal } = request;
  return new Request(url, { method, headers, body, signal, ...(body ? { duplex: "half" } : {}) });
}

function wayOut(c: Context<HttpEnv>, refusal: RefusalDetails): string | undefined {
  if (refusal.code === "not-signed-in") return signInFor(c);
  if (refusal === changePasswordFirst) return passwordPath;
  return refusal === secondFactorFirst ? secondFactorPath : undefined;
}

/** How React Router's client is told to go to another page when it asked for data. */
function dataRedirect(to: string): Response {
  const headers = { "x-remix-redirect": to, "x-remix-status": "303", "x-remix-reload-document": "true" };
  return new Response(null, { status: 204, headers: { ...headers, "cache-control": "no-store" } });
}

function signInFor(c: Context<HttpEnv>): string {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") return signInPath;
  return `${signInPath}?${new URLSearchParams({ to: pagePath(c.req.path) })}`;
}

function refusalPage(refusal: RefusalDetails, request: Request): Response {
  const language = preferredLanguage(request.headers.get("accept-language"));
  const { title, detail, status } = problemBody(refusal, language);
  const home = language === "vi" ? "Về trang đầu" : "To the first page";
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${detail}</p><p><a href="/">${home}</a></p></main></html>`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
  };
  return new Response(html, { status, headers });
}
