import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import type { DatabaseSecrets } from "./embedded/secrets.ts";
import { superuserClient } from "./embedded/supervisor.ts";
import { type Store, storeOver } from "./open-store.ts";
import { createDatabase } from "./roles.ts";

/** The server that the test run's setup started. */
export interface TestServer {
  readonly dataDir: string;
  readonly socketDir: string;
  readonly secrets: DatabaseSecrets;
}

export const TEMPLATE = "minhxet_template";

export interface TestDatabaseOptions {
  /** A folder for what is not in the database; by default the test server's, shared by all files. */
  readonly dataDir?: string;
  readonly poolSize?: number;
  /** Another template than the migrated, empty one. */
  readonly template?: string;
}

/** A migrated database of its own for one test file, dropped by `close()`. */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<Store> {
  const { dataDir, socketDir, secrets } = inject("testServer");
  const database = `test_${randomBytes(6).toString("hex")}`;
  await asSuperuser((client) => createDatabase(client, database, options.template ?? TEMPLATE));
  const drop = () => asSuperuser((client) => client.query(`drop database if exists ${database} with (force)`));
  return storeOver(socketDir, secrets, database, {
    dataDir: options.dataDir ?? dataDir,
    poolSize: options.poolSize ?? 8,
    close: async () => void (await drop()),
  });
}

async function asSuperuser<T>(work: (client: ReturnType<typeof superuserClient>) => Promise<T>): Promise<T> {
  const { socketDir, secrets } = inject("testServer");
  const client = superuserClient(socketDir, secrets.superuser);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
