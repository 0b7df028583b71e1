#!/usr/bin/env node
// Plain JavaScript that an older Node can run: it brings in the pinned one and hands over to it.
import { readdirSync } from "node:fs";
import path from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { environment, node, root } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";

const args = process.argv.slice(2);
const isDev = args.includes("--dev");

ensureInstalled();
if (!(await ensureBuilt())) process.exit(1);
const lifeline = ["--import", path.join(root, "bin/lib/lifeline.mjs")];
const main = [path.join(root, "src/server/main.ts"), ...args];
process.exit(
  await run(node, isDev ? [...watched(), ...main] : [...lifeline, ...main], {
    cwd: root,
    env: environment({ NODE_ENV: isDev ? "development" : "production" }),
    stdio: ["ignore", "inherit", "inherit"],
    alone: true,
  }),
);

/** Named folders only: watching everything restarts in a loop, because building writes files of its own. */
function watched() {
  const rooms = readdirSync(path.join(root, "src")).filter((room) => room !== "web");
  return ["law", ...rooms.map((room) => `src/${room}`)].map((folder) => `--watch-path=${path.join(root, folder)}`);
}
