import { randomUUIDv7 } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import type { HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import type { Asker } from "../../casework/setting.ts";
import { apiRoutes } from "../api/routes.ts";
import type { App } from "../app.ts";
import type { Endpoint } from "../endpoints.ts";
import { apiEndpoints, serviceEndpoints, webEndpoints } from "../endpoints.ts";
import { faultAnswer } from "./fault.ts";
import { apiAsker, refusalAt } from "./gate.ts";
import { secure } from "./headers.ts";
import type { Logger } from "./log.ts";
import { endpointMatcher } from "./match-endpoint.ts";
import { networkOf } from "./network.ts";
import { answerPage } from "./page.ts";
import { busyUploads, noSuchThing, problemResponse, tooLarge } from "./problem.ts";
import { uploadRoom } from "./upload-room.ts";

export interface HttpEnv {
  Bindings: HttpBindings;
  Variables: { endpoint?: Endpoint; requestId: string; asker: Asker };
}

/** Answers a page's request; made by the web bundle. */
export type WebHandler = (request: Request, from: { readonly network: string }) => Promise<Response>;

export interface HttpOptions {
  readonly log: Logger;
  readonly web?: WebHandler;
  /** The built browser files. */
  readonly clientDir?: string;
  /** Within this time a body comes to its end, unless it is a stream of somebody who may send it. */
  readonly bodyMs?: number;
  /** While the pages are being developed: sees every request first, and its pages bring no policy of their own. */
  readonly before?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

const BODY_MAX = 512 * 1024;
const UPLOAD_MAX = 64 * 1024 * 1024;
const CITIZEN_UPLOAD_MAX = 26 * 1024 * 1024;
const enterUpload = uploadRoom({ atOnce: 24, ofNetwork: 4, waiting: 400, waitMs: 20_000 });

/** The whole HTTP surface. A request that no endpoint lists is 404 before any handler sees it. */
export function createHttp(app: App, options: HttpOptions): Hono<HttpEnv> {
  const http = new Hono<HttpEnv>();
  const match = endpointMatcher([...serviceEndpoints, ...apiEndpoints, ...webEndpoints]);
  http.onError((error, c) => faultAnswer(c, error, options.log));
  http.notFound((c) => problemResponse(noSuchThing, c.req.raw));
  http.use(async (c, next) => {
    const started = performance.now();
    c.set("requestId", randomUUIDv7());
    c.set("endpoint", match(c.req.method, c.req.path));
    await next();
    secure(c, app, options.before === undefined);
    const { pattern } = c.get("endpoint") ?? { pattern: "unlisted" };
    const line = {
      requestId: c.get("requestId"),
      method: c.req.method,
      route: pattern,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    };
    if (pattern !== "/healthz") options.log[c.res.status >= 500 ? "error" : "info"](line, "request");
  });
  http.use(compress());
  services(http, app, options);
  const { bodyMs = BODY_MS } = options;
  http.use(async (c, next) => limitBody(c, app, bodyMs, next));
  http.route("/api/v1", guardedApi(app));
  http.all("*", (c) => answerPage(c, app, options));
  return http;
}

function services(http: Hono<HttpEnv>, app: App, { clientDir }: HttpOptions): void {
  http.get("/healthz", (c) => c.json({ status: "ok" }));
  http.get("/readyz", async (c) => {
    const ready = await app.isReady();
    return c.json({ status: ready ? "ready" : "not ready" }, ready ? 200 : 503);
  });
  http.get("/robots.txt", (c) => c.text(robots));
  if (!clientDir || !existsSync(clientDir)) return;
  http.use("/assets/*", async (c, next) => {
    await next();
    if (c.res.ok) c.res.headers.set("cache-control", "public, max-age=31536000, immutable");
  });
  http.use("/assets/*", serveStatic({ root: path.relative(process.cwd(), clientDir) || "." }));
  for (const icon of ["favicon.svg", "favicon.ico"]) {
    const file = path.join(clientDir, icon);
    if (!existsSync(file)) continue;
    const type = icon.endsWith("svg") ? "image/svg+xml" : "image/x-icon";
    http.get(`/${icon}`, async (c) =>
      c.body(await readFile(file), 200, { "content-type": type, "cache-control": "public, max-age=86400" }),
    );
  }
}

/** Officers' pages and the API are nobody's business to index; a tracking page holds nothing without its secret. */
const robots = `User-agent: *\n${[
  "/api/",
  "/assets/",
  ...new Set(
    webEndpoints.filter(({ access }) => access !== "public").map(({ pattern }) => `/${pattern.split("/")[1] ?? ""}`),
  ),
]
  .filter((prefix) => prefix !== "/")
  .map((prefix) => `Disallow: ${prefix}`)
  .join("\n")}\n`;

/** What is left of the body is not read: the connection ends with the answer. */
function refuseBody(c: Context): Response {
  const answer = problemResponse(tooLarge, c.req.raw);
  answer.headers.set("connection", "close");
  return answer;
}

const small = bodyLimit({ maxSize: BODY_MAX, onError: refuseBody });
const large = bodyLimit({ maxSize: UPLOAD_MAX, onError: refuseBody });
const ofCitizens = bodyLimit({ maxSize: CITIZEN_UPLOAD_MAX, onError: refuseBody });

/** So many bodies of strangers are held in memory at once, few of one network; beyond those who wait, the browser is told to come again. */
async function limitCitizens(c: Context<HttpEnv>, app: App, next: () => Promise<void>) {
  const leave = await enterUpload(networkOf(c.env.incoming, app.config.trustedProxies));
  if (!leave) {
    const answer = problemResponse(busyUploads, c.req.raw);
    answer.headers.set("connection", "close");
    return answer;
  }
  try {
    return await ofCitizens(c, next);
  } finally {
    leave();
  }
}

async function limitBody(c: Context<HttpEnv>, app: App, ms: number, next: () => Promise<void>) {
  const endpoint = c.get("endpoint");
  if (endpoint?.upload === "streamed" && c.req.method === "POST" && (await mayKnock(c, app, endpoint))) return next();
  cutAfter(c, ms);
  if (!endpoint?.upload || endpoint.upload === "streamed" || c.req.method !== "POST") return small(c, next);
  return limitUpload(c, app, endpoint, next);
}

const BODY_MS = 120_000;

/** A body that does not come to its end in time is cut off; only a stream may take longer, as far as the server lets. */
function cutAfter(c: Context<HttpEnv>, ms: number): void {
  const { incoming } = c.env;
  const cut = setTimeout(() => incoming.complete || incoming.destroy(), ms);
  // Not with the answer: whoever is refused may go on sending.
  incoming.once("close", () => clearTimeout(cut));
}

/** Who may not knock sends nothing long. */
async function mayKnock(c: Context<HttpEnv>, app: App, endpoint: Endpoint): Promise<boolean> {
  const { raw } = c.req;
  const asker = endpoint.pattern.startsWith("/api/") ? apiAsker(app, raw) : app.sessionOf(raw);
  return (await refusalAt(app, endpoint, asker)) === undefined;
}

async function limitUpload(c: Context<HttpEnv>, app: App, endpoint: Endpoint, next: () => Promise<void>) {
  if (endpoint.access === "public")
    return c.req.raw.headers.has("transfer-encoding") ? small(c, next) : limitCitizens(c, app, next);
  // A body without a length is kept while it comes: only of somebody who may send it is much kept.
  if (c.req.raw.headers.has("transfer-encoding") && !(await mayKnock(c, app, endpoint))) return small(c, next);
  return large(c, next);
}

function guardedApi(app: App): Hono<HttpEnv> {
  const guarded = new Hono<HttpEnv>();
  guarded.use(async (c, next) => {
    const endpoint = c.get("endpoint");
    if (!endpoint) return problemResponse(noSuchThing, c.req.raw);
    const asker = apiAsker(app, c.req.raw);
    const refusal = await refusalAt(app, endpoint, asker);
    if (refusal) return problemResponse(refusal, c.req.raw);
    c.set("asker", asker);
    await next();
    if (endpoint.access !== "public" || endpoint.method !== "GET") c.res.headers.set("cache-control", "no-store");
  });
  guarded.route("/", apiRoutes(app));
  return guarded;
}
