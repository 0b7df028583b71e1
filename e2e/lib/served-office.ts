import path from "node:path";
import { pathToFileURL } from "node:url";
import { type App, createApp } from "../../src/server/app.ts";
import { openLog } from "../../src/server/http/log.ts";
import { type Serving, serve } from "../../src/server/serve.ts";
import { openTestOffice, type TestOffice } from "../../src/server/testing.ts";
import type { CivilDate } from "../../src/time/civil-date.ts";

export interface ServedOffice extends TestOffice {
  readonly url: string;
}

const root = path.resolve(import.meta.dirname, "../..");

/** The test office behind the real HTTP server with the built pages. */
export async function openServedOffice(options: Parameters<typeof openTestOffice>[0] = {}): Promise<ServedOffice> {
  const office = await openTestOffice(options);
  const serving = await servePages(office.app);
  return {
    ...office,
    url: addressOf(serving),
    close: async () => {
      await serving.stop();
      await office.close();
    },
  };
}

/** The same office on another day, beside the first one. Who is signed in there is signed in here. */
export async function serveOn(
  { app }: TestOffice,
  today: CivilDate,
): Promise<{ readonly app: App; readonly url: string; readonly stop: () => Promise<void> }> {
  const then = await createApp({ ...app.config, today }, { mode: "join", store: app.setting.store });
  const serving = await servePages(then);
  return { app: then, url: addressOf(serving), stop: () => serving.stop() };
}

async function servePages(app: App): Promise<Serving> {
  const build = await import(pathToFileURL(path.join(root, "build/server/index.js")).href);
  const web = build.entry.module.createHandler(build, app, "production");
  return serve(app, { log: openLog(app.config), web, clientDir: path.join(root, "build/client") });
}

const addressOf = ({ port }: Serving): string => `http://127.0.0.1:${port}`;
