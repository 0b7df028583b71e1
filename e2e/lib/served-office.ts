import path from "node:path";
import { pathToFileURL } from "node:url";
import { openLog } from "../../src/server/http/log.ts";
import { serve } from "../../src/server/serve.ts";
import { openTestOffice, type TestOffice } from "../../src/server/testing.ts";

export interface ServedOffice extends TestOffice {
  readonly url: string;
}

const root = path.resolve(import.meta.dirname, "../..");

/** The test office behind the real HTTP server with the built pages. */
export async function openServedOffice(options: Parameters<typeof openTestOffice>[0] = {}): Promise<ServedOffice> {
  const office = await openTestOffice(options);
  const build = await import(pathToFileURL(path.join(root, "build/server/index.js")).href);
  const web = build.entry.module.createHandler(build, office.app, "production");
  const serving = await serve(office.app, {
    log: openLog(office.app.config),
    web,
    clientDir: path.join(root, "build/client"),
  });
  return {
    ...office,
    url: `http://127.0.0.1:${serving.port}`,
    close: async () => {
      await serving.stop();
      await office.close();
    },
  };
}
