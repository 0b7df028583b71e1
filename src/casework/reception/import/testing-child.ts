// A process of its own that imports the register named on its command line, to be killed in the middle.
import { readFile } from "node:fs/promises";
import * as z from "zod";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { storeOver } from "../../../store/open-store.ts";
import type { TestServer } from "../../../store/testing.ts";

const given = z.object({
  server: z.custom<TestServer>(),
  database: z.string(),
  dataDir: z.string(),
  agencyId: z.string(),
  file: z.string(),
});
const { server, database, dataDir, agencyId, file } = given.parse(JSON.parse(process.env.IMPORT_CHILD ?? "{}"));
const store = storeOver(server.socketDir, server.secrets, database, {
  dataDir,
  poolSize: 4,
  close: async () => undefined,
});
const app = await createApp(readConfig({ MINHXET_TODAY: "2026-11-24" }), { mode: "join", store });
await app.reception.runImport(app.task, {
  agencyId,
  bytes: await readFile(file),
  onProgress: ({ runId, imported }) => process.stdout.write(`${runId} ${imported}\n`),
});
