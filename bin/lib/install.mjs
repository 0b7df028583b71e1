import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { node, root, systemEnvironment } from "./root.mjs";

const NODE_MIN = 20;

/** Installs the packages when they are missing or do not match the lockfile. Says so on standard error only. */
export function ensureInstalled() {
  if (Number(process.versions.node.split(".")[0]) < NODE_MIN) {
    stop(`Node ${NODE_MIN} or newer is needed to start; this is ${process.versions.node}.`);
  }
  if (isInstalled()) return;
  process.stderr.write("Installing packages …\n");
  const quiet = process.env.CI ? ["--no-progress"] : [];
  const answer = spawnSync("npm", ["ci", "--no-audit", "--no-fund", ...quiet], {
    cwd: root,
    env: systemEnvironment(),
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (answer.error) stop(`npm cannot be run: ${answer.error.message}`);
  if (answer.status !== 0) stop("Installing the packages failed; see above.", answer.status ?? 1);
  if (!existsSync(node))
    stop("npm did not install the pinned Node: allow its install script (npm config ignore-scripts).");
}

/** npm records what it installed; a package that the lockfile wants in another version, or at all, is missing. */
function isInstalled() {
  if (!existsSync(node)) return false;
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const present = readPackages(path.join(root, "node_modules/.package-lock.json"));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "" || (entry.optional && !present[place])) return true;
    return present[place]?.version === entry.version && present[place]?.integrity === entry.integrity;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

function stop(line, code = 1) {
  process.stderr.write(`minhxet: ${line}\n`);
  process.exit(code);
}
