import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import {
  createRequestHandler,
  type EntryContext,
  isRouteErrorResponse,
  RouterContextProvider,
  type ServerBuild,
  ServerRouter,
} from "react-router";
import type { App } from "../server/app.ts";
import { appContext, requestContext } from "./context.ts";
import { faultLine } from "./fault-line.ts";
import { getLocale } from "./paraglide/runtime.js";
import { paraglideMiddleware } from "./paraglide/server.js";

/**
 * The only seam between the server and this bundle. The handler answers every page; `network` tells networks apart
 * for the throttle of sign-in and tracking.
 */
export function createHandler(build: ServerBuild, app: App, mode: "production" | "development") {
  const handler = createRequestHandler(build, mode);
  return (request: Request, from: { readonly network: string } = { network: "unknown" }): Promise<Response> =>
    paraglideMiddleware(request, async () => {
      const nonce = randomBytes(16).toString("base64");
      const context = new RouterContextProvider();
      context.set(appContext, app);
      context.set(requestContext, { locale: getLocale(), today: app.today(), nonce, network: from.network });
      const response = await handler(request, context);
      response.headers.set("Referrer-Policy", "same-origin");
      response.headers.set("X-Content-Type-Options", "nosniff");
      if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "private, no-store");
      return response;
    });
}

// Nothing on a still page runs, so nothing connects: but what looks at the site through it asks for robots.txt by this.
const still =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Whether any page on the way asks for its scripts. */
function isHydrated(context: EntryContext): boolean {
  return context.staticHandlerContext.matches.some(({ route }) => {
    const handle: unknown = context.routeModules[route.id]?.handle;
    return typeof handle === "object" && handle !== null && "js" in handle && handle.js === true;
  });
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  provider: RouterContextProvider,
): Promise<Response> {
  const { nonce } = provider.get(requestContext);
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!isHydrated(context)) {
    if (import.meta.env.PROD) headers.set("Content-Security-Policy", still);
    const html = renderToString(<ServerRouter context={context} url={request.url} />);
    return new Response(`<!DOCTYPE html>${html}`, { status, headers });
  }
  if (import.meta.env.PROD) {
    // From page to page the policy of the first one stays, so every page of the office may frame our own papers.
    headers.set("Content-Security-Policy", `${still}; script-src 'self' 'nonce-${nonce}'; frame-src 'self'`);
  }
  return streamed(<ServerRouter context={context} url={request.url} nonce={nonce} />, nonce, status, headers);
}

function streamed(page: React.ReactNode, nonce: string, status: number, headers: Headers): Promise<Response> {
  return new Promise((resolve, reject) => {
    const body = new PassThrough();
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(timer);
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
    });
    const timer = setTimeout(abort, 10_000);
  });
}

/** Logs what broke without the address and without the message, which may both hold what somebody typed. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  // Where it failed, and nothing of what it says or of the address: both may hold what somebody typed.
  console.error(JSON.stringify({ level: 50, msg: "page failed", code: faultLine(error) }));
}
