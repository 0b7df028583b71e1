#!/usr/bin/env node
// Writes src/store/rows.ts anew from a migrated database.
import path from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { environment, node, root, tool } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";

ensureInstalled();
const options = { cwd: root, env: environment() };
const code = await run(node, [path.join(root, "src/store/generate-rows.ts")], options);
process.exit(code || (await run(tool("biome"), ["check", "--write", "src/store/rows.ts"], options)));
