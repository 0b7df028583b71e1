import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Text } from "../rules/pack.ts";
import { openClient } from "../store/pool.ts";
import type { App } from "./app.ts";
import { isLoopback } from "./config.ts";

const demoFile = path.resolve(import.meta.dirname, "../../demo/load.ts");

/**
 * Fills an empty installation: the demonstration in an embedded database on loopback (always with MINHXET_DEMO=1, never
 * with 0), otherwise one administrator with a one-time password, shown once. Returns the lines to show.
 */
export async function firstStart(app: App): Promise<readonly string[]> {
  const { config } = app;
  const wantsDemo = config.demo ?? (app.setting.store.embedded && isLoopback(config.host));
  const { officers, agencies } = await whoIsThere(app);
  if (wantsDemo && existsSync(demoFile)) {
    const demo = await demonstration();
    if (!officers && !agencies) await demo.loadDemo(app);
    if (await demo.isDemo(app)) {
      app.installation.banner = demo.demoBanner;
      return demo.demoSignIns;
    }
  }
  return officers ? [] : makeAdministrator(app);
}

/** Loads the demonstration into an empty database that may hold it, and returns its sign-ins as lines. */
export async function loadDemoOnce(app: App): Promise<readonly string[] | "not-empty" | "not-here"> {
  if (!app.config.demo && !app.setting.store.embedded) return "not-here";
  const { officers, agencies } = await whoIsThere(app);
  if (officers || agencies) return "not-empty";
  const demo = await demonstration();
  await demo.loadDemo(app);
  return demo.demoSignIns;
}

const demonstration = (): Promise<Demo> => import(pathToFileURL(demoFile).href);

interface Demo {
  readonly loadDemo: (app: App) => Promise<unknown>;
  readonly isDemo: (app: App) => Promise<boolean>;
  readonly demoSignIns: readonly string[];
  /** Said on every page: everything here is invented. */
  readonly demoBanner: Text;
}

async function whoIsThere(app: App): Promise<{ readonly officers: boolean; readonly agencies: boolean }> {
  const client = openClient(app.setting.store.migrator, "minhxet first start");
  await client.connect();
  try {
    const { rows } = await client.query<{ officers: boolean; agencies: boolean }>(
      "select exists (select from officer) as officers, exists (select from agency) as agencies",
    );
    return rows[0] ?? { officers: true, agencies: true };
  } finally {
    await client.end();
  }
}

async function makeAdministrator(app: App): Promise<readonly string[]> {
  const made = await app.access.createAdministrator(app.command, {
    username: "admin",
    displayName: "Quản trị hệ thống",
  });
  return [
    "First start: sign in once as admin with this one-time password, then choose your own.",
    `  admin  ${made.oneTimePassword}`,
    "Then name the agency that works here, and who administers it:",
    '  npm run minhxet -- agency create --code XA-A --name "Ủy ban nhân dân xã A" --level commune --place "xã A" --admin admin',
  ];
}
