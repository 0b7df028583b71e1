import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "react-router";
import type { createHandler } from "../web/entry.server.tsx";
import type { App } from "./app.ts";
import { ConfigError } from "./config.ts";
import type { HttpOptions } from "./http/server.ts";

export interface Pages extends Pick<HttpOptions, "web" | "clientDir" | "before"> {
  close?(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, "../..");

/** The pages as `react-router build` made them. Throws `ConfigError` when they are not there. */
export async function builtPages(app: App): Promise<Pages> {
  const bundle = path.join(root, "build/server/index.js");
  if (!existsSync(bundle))
    throw new ConfigError(["The pages are not built: run npm run build, or npm start, which does."]);
  const build: ServerBuild = await import(pathToFileURL(bundle).href);
  return { web: entryOf(build).createHandler(build, app, "production"), clientDir: path.join(root, "build/client") };
}

/** The pages as they are being written: Vite compiles them when asked and tells the browser what changed. */
export async function developedPages(app: App): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    root,
    configLoader: "native",
    server: { middlewareMode: true },
    appType: "custom",
  });
  return {
    web: async (request, from) => {
      const build = (await vite.ssrLoadModule("virtual:react-router/server-build")) as unknown as ServerBuild;
      return entryOf(build).createHandler(build, app, "development")(request, from);
    },
    before: vite.middlewares,
    close: () => vite.close(),
  };
}

/** What src/web/entry.server.tsx exports; the build's type knows only React Router's part of it. */
function entryOf(build: ServerBuild): { readonly createHandler: typeof createHandler } {
  const entry: unknown = build.entry.module;
  return entry as { readonly createHandler: typeof createHandler };
}
