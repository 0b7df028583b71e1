#!/usr/bin/env node
import path from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { environment, node, root } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";

ensureInstalled();
if (!(await ensureBuilt())) process.exit(1);
process.exit(
  await run(node, [path.join(root, "bench/main.ts"), ...process.argv.slice(2)], {
    cwd: root,
    env: environment({ NODE_ENV: "production" }),
  }),
);
