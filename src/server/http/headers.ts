import type { Context } from "hono";
import type { App } from "../app.ts";
import type { HttpEnv } from "./server.ts";

const common = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
} as const;

const nothing = "default-src 'none'; frame-ancestors 'none'";

/**
 * A worker keeps the policy of its own file. The one that reads a custodian's PDF runs the decoders of fax, JBIG2 and
 * JPEG 2000 scans, which are WebAssembly; it may still load nothing and run no text as code.
 */
const pdfWorker = /^\/assets\/pdf\.worker[\w.-]*\.mjs$/;
const pdfWorkerPolicy = "default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'";

/** Headers of every answer. The content security policy of a page is the page's own; what has none may load nothing. */
export function secure(c: Context<HttpEnv>, app: App, isBuilt: boolean): void {
  const { headers } = c.res;
  // A page may say "same-origin" itself: with "no-referrer" a browser sends its forms with "Origin: null".
  for (const [name, value] of Object.entries(common)) if (!headers.has(name)) headers.set(name, value);
  headers.set("x-request-id", c.get("requestId"));
  if (isBuilt && !headers.has("content-security-policy"))
    headers.set("content-security-policy", pdfWorker.test(c.req.path) ? pdfWorkerPolicy : nothing);
  if (app.config.publicUrl.startsWith("https:"))
    headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
}
