#!/usr/bin/env node
// Everything that must hold: the checks, one line each, then the tests, whose summary is the last thing printed.
//   npm test              all checks, then the unit, database and browser tests
//   npm test -- PATTERN   only the tests whose file matches
//   npm run test:slow     the long tests
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { environment, node, root, tool } from "./lib/root.mjs";
import { capture, run } from "./lib/run.mjs";

// Two rows beside each other; within a row one waits for the other, as the types do for those of the routes.
const CHECKS = [
  [
    { name: "types of the routes", command: tool("react-router"), args: ["typegen"] },
    { name: "types", command: tool("tsc"), args: ["--noEmit"] },
  ],
  [
    { name: "lint and format", command: tool("biome"), args: ["check", "--error-on-warnings"] },
    { name: "who imports whom", command: node, args: ["bin/boundaries.mjs"] },
    { name: "nothing unused", command: tool("knip"), args: ["--no-progress", "--no-config-hints"] },
  ],
];

ensureInstalled();
const [first, ...rest] = process.argv.slice(2);
const isSlow = first === "slow";
const filters = isSlow ? rest : process.argv.slice(2);
const checksHold = (await ensureBuilt()) && (isSlow || filters.length > 0 || (await checkAll()));
const projects = isSlow ? ["slow"] : ["unit", "db", "e2e"];
const code = await run(tool("vitest"), ["run", ...projects.flatMap((project) => ["--project", project]), ...filters], {
  cwd: root,
  env: environment({ NODE_ENV: "test" }),
});
process.exit(code || (checksHold ? 0 : 1));

async function checkAll() {
  const held = await Promise.all(CHECKS.map(checkInTurn));
  return held.every((each) => each);
}

async function checkInTurn(checks) {
  let allHold = true;
  for (const { name, command, args } of checks) {
    const start = performance.now();
    const { code, output } = await capture(command, args, { cwd: root, env: environment() });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    process.stdout.write(`${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)\n`);
    if (code === 0) continue;
    process.stdout.write(output);
    allHold = false;
  }
  return allHold;
}
