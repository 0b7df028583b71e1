import { createServer, type RequestListener, type Server, type ServerOptions } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { App } from "./app.ts";
import { createHttp, type HttpOptions } from "./http/server.ts";

export interface Serving {
  readonly port: number;
  /** Takes no more connections, lets running requests end for ten seconds, then cuts them. */
  stop(): Promise<void>;
}

const DRAIN_MS = 10_000;

/** Listens. Rejects with the system's error (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`). */
export async function serve(app: App, options: HttpOptions): Promise<Serving> {
  const { fetch } = createHttp(app, options);
  // An hour for a recording; other bodies are cut off sooner (server.ts).
  const serverOptions = { requestTimeout: 3_600_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 };
  const { before } = options;
  const server = createAdaptorServer({
    fetch,
    serverOptions,
    ...(before ? { createServer: behind(before) } : {}),
  }) as Server;
  const { port, host } = app.config;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return { port: (server.address() as AddressInfo).port, stop: () => drain(server) };
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(cut);
}

/** A server whose requests see `before` first. */
function behind(before: NonNullable<HttpOptions["before"]>) {
  const make = (options: ServerOptions, listener: RequestListener) =>
    createServer(options, (request, response) => before(request, response, () => listener(request, response)));
  return make as typeof createServer;
}
