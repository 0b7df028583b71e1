import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { prepareDataFolder } from "./embedded/layout.ts";
import { openEmbedded } from "./embedded/open.ts";
import { migrate } from "./migrate.ts";
import { prepareDatabase } from "./open-store.ts";
import { MIGRATOR } from "./roles.ts";
import { TEMPLATE, type TestServer } from "./testing.ts";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** One throw-away server for all files that need a database, with a migrated template that each of them copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = prepareDataFolder(mkdtempSync(path.join("/tmp", "minhxet-test-")));
  const server = await openEmbedded(dataDir, { mode: "serve", durable: false, notice: () => undefined });
  const close = async () => {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await prepareDatabase(server.socketDir, server.secrets, TEMPLATE);
    const { socketDir, secrets } = server;
    await migrate({ host: socketDir, port: 5432, user: MIGRATOR, password: secrets.migrator, database: TEMPLATE });
    project.provide("testServer", { dataDir, socketDir, secrets });
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}
