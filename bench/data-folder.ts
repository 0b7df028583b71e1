import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type App, createApp } from "../src/server/app.ts";
import { readConfig } from "../src/server/config.ts";
import { benchToday, generate } from "./generate.ts";
import { prepareOfficers } from "./officers.ts";

const root = path.resolve(import.meta.dirname, "..");

export const folderOf = (label: string): string => path.join(root, "data", `bench-${label}`);

/** Environment under which both the bench itself and the server it spawns read the same data folder. */
export function environment(label: string, port: number): Record<string, string> {
  return {
    MINHXET_DATA: folderOf(label),
    MINHXET_TODAY: benchToday,
    PORT: String(port),
    HOST: "127.0.0.1",
    LOG_LEVEL: "error",
  };
}

/** Opens the generated database of that size, made on the first run and kept for the next ones. */
export async function openBench(label: string, size: number, fresh: boolean): Promise<App> {
  const folder = folderOf(label);
  const done = path.join(folder, "bench-ready");
  // Half a generation is worth nothing.
  if (fresh || (existsSync(folder) && !existsSync(done))) rmSync(folder, { recursive: true, force: true });
  const app = await createApp(readConfig(environment(label, 0)), { mode: "serve" });
  if (existsSync(done)) return app;
  const started = Date.now();
  await generate(app, size);
  await prepareOfficers(app);
  writeFileSync(done, `${size}\n`);
  process.stderr.write(
    `bench ${label}: ${size} petitions generated in ${Math.round((Date.now() - started) / 1000)} s\n`,
  );
  return app;
}
