import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "react-router";
import { StoreError } from "../store/index.ts";
import type { createHandler } from "../web/entry.server.tsx";
import { type App, createApp } from "./app.ts";
import { type Config, ConfigError, readConfig, shownHost } from "./config.ts";
import { firstStart } from "./first-start.ts";
import { openLog } from "./http/log.ts";
import type { WebHandler } from "./http/server.ts";
import { startJobs } from "./jobs/run-jobs.ts";
import { serve } from "./serve.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Starts everything and stays until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const app = await createApp(config, { mode: "serve", notice: say });
  try {
    for (const line of await firstStart(app)) say(line);
    const clientDir = path.join(root, "build/client");
    const log = openLog(config);
    const jobs = await startJobs(app, { log });
    try {
      const serving = await serve(app, { log, web: await loadWeb(app), clientDir });
      say(`Minh Xét: http://${shownHost(config.host)}:${serving.port}`);
      await untilToldToStop();
      await serving.stop();
    } finally {
      await jobs.stop();
    }
  } finally {
    await app.close();
  }
}

/** The pages, as `react-router build` made them. */
async function loadWeb(app: App): Promise<WebHandler> {
  const bundle = path.join(root, "build/server/index.js");
  if (!existsSync(bundle))
    throw new ConfigError(["The pages are not built: run npm run build, or npm start, which does."]);
  const build: ServerBuild = await import(pathToFileURL(bundle).href);
  const entry = build.entry.module as unknown as { createHandler: typeof createHandler };
  return entry.createHandler(build, app, "production");
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

/** One line for what an operator can mend. */
function lineOf(error: unknown, config?: Config): readonly string[] {
  if (error instanceof ConfigError) return error.lines;
  if (error instanceof StoreError) return [error.message];
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const where = config ? `${config.host}:${config.port}` : "HOST:PORT";
  if (code === "EADDRINUSE") return [`${where} is in use by another program: stop it or set PORT.`];
  if (code === "EACCES" || code === "EADDRNOTAVAIL")
    return [`${where} cannot be listened on (${code}): set PORT and HOST.`];
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
}

function configOrUndefined(): Config | undefined {
  try {
    return readConfig(process.env);
  } catch {
    return undefined;
  }
}

try {
  await main();
} catch (error) {
  for (const line of lineOf(error, configOrUndefined())) process.stderr.write(`minhxet: ${line}\n`);
  process.exitCode = 1;
}
