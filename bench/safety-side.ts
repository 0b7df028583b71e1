// One side of the comparison of bench/safety.ts, a process of its own: "with" is the application as it is, "without" has
// no row-level security and no chain.
import { registerHooks } from "node:module";
import type { SideOrder } from "./safety.ts";

const [side, size = ""] = process.argv.slice(2);
const bare = side === "without";

const noChain = `
  export const chainStart = Buffer.alloc(32);
  export const canonicalJson = () => "";
  export const chainHash = () => chainStart;
  export const textDigest = () => "";
`;

// Before anything of the application is loaded: its one file that computes the chain is another one here.
if (bare) {
  registerHooks({
    load: (url, context, next) =>
      url.endsWith("/src/casework/audit/chain.ts")
        ? { format: "module", source: noChain, shortCircuit: true }
        : next(url, context),
  });
}

const { createApp } = await import("../src/server/app.ts");
const { readConfig } = await import("../src/server/config.ts");
const { openStore } = await import("../src/store/index.ts");
const { openKysely, openPool } = await import("../src/store/pool.ts");
const { measureActs } = await import("./acts.ts");
const { signInAll } = await import("./officers.ts");
const { measureList } = await import("./reads.ts");
const { bareRole } = await import("./safety.ts");

const config = readConfig(process.env);
const store = await openStore({ dataDir: config.dataDir, mode: "join" });
const pool = openPool(bare ? { ...store.app, user: bareRole, password: process.env.BENCH_BARE } : store.app, {
  name: "minhxet bench",
  max: 16,
  statementTimeoutMs: 30_000,
  pipeline: true,
});
const app = await createApp(config, { mode: "join", store: { ...store, appPool: pool, kysely: openKysely(pool) } });
const clients = await signInAll(app);

process.on("message", async ({ op, n }: SideOrder) => {
  const run = op === "act" ? measureActs : measureList;
  process.send?.(await run(app, size, clients, n, `safety.${op}.${side}`));
});
process.once("disconnect", async () => {
  await pool.end();
  await app.close();
});
process.send?.("ready");
