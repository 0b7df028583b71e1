import { StoreError } from "../store/index.ts";
import { createApp } from "./app.ts";
import { type Config, ConfigError, readConfig, shownHost } from "./config.ts";
import { firstStart } from "./first-start.ts";
import { openLog } from "./http/log.ts";
import { startJobs } from "./jobs/run-jobs.ts";
import { builtPages, developedPages } from "./pages.ts";
import { serve } from "./serve.ts";

/** Starts everything and stays until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  // From now on: told to stop while it is starting, it starts to the end and stops cleanly.
  const told = untilToldToStop();
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const app = await createApp(config, { mode: "serve", notice: say });
  try {
    for (const line of await firstStart(app)) say(line);
    if (app.audit.warning) say(app.audit.warning.vi);
    const log = openLog(config);
    const jobs = await startJobs(app, { log });
    try {
      const pages = process.argv.includes("--dev") ? await developedPages(app) : await builtPages(app);
      const serving = await serve(app, { log, ...pages });
      say(`Minh Xét: http://${shownHost(config.host)}:${serving.port}`);
      await told;
      await serving.stop();
      await pages.close?.();
    } finally {
      await jobs.stop();
    }
  } finally {
    await app.close();
  }
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
