#!/usr/bin/env node
// Standard output belongs to the command: whatever is said before it starts goes to standard error.
import path from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { environment, node, root } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";

ensureInstalled();
process.exit(
  await run(node, [path.join(root, "src/cli/main.ts"), ...process.argv.slice(2)], {
    // npm changes into the project; names of files are meant from where the user stands.
    cwd: process.env.npm_lifecycle_event === "minhxet" ? (process.env.INIT_CWD ?? root) : process.cwd(),
    env: environment(),
  }),
);
