#!/usr/bin/env node
// Checks .dependency-cruiser.mjs against the sources, and that the check itself can still see: under a compiler it does
// not know, dependency-cruiser reads nothing and reports success.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import config from "../.dependency-cruiser.mjs";
import { root } from "./lib/root.mjs";

process.chdir(root);
const { forbidden, options } = config;
const check = async (folders, baseDir = root) =>
  (await cruise(folders, { ...options, baseDir, ruleSet: { forbidden }, validate: true })).output;

const found = await check(["src", "law", "demo", "bench", "e2e"]);
for (const { rule, from, to } of found.summary.violations) {
  process.stdout.write(`${rule.name}: ${from} -> ${to}\n`);
}
process.stdout.write(`${found.summary.totalCruised} modules, ${found.summary.violations.length} violations\n`);
const sees = await seesPlantedViolation();
if (!sees) process.stdout.write("A planted violation was not seen: this check is blind.\n");
process.exit(found.summary.totalCruised > 0 && found.summary.violations.length === 0 && sees ? 0 : 1);

/** A file in `src/time` that imports the database must be caught. Planted elsewhere: other checks read the sources now. */
async function seesPlantedViolation() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "minhxet-boundaries-")));
  try {
    for (const room of ["src/time", "src/store"]) mkdirSync(path.join(folder, room), { recursive: true });
    writeFileSync(path.join(folder, "src/store/pool.ts"), "export const openPool = 1;\n");
    writeFileSync(
      path.join(folder, "src/time/planted.ts"),
      'import { openPool } from "../store/pool.ts";\nopenPool;\n',
    );
    const { summary } = await check(["src"], folder);
    return summary.violations.some(({ rule }) => rule.name === "time-is-pure");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
