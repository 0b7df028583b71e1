import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { environment, root, tool } from "./root.mjs";
import { capture } from "./run.mjs";

const SOURCES = ["src/web", "src/time", "vite.config.ts", "react-router.config.ts", "package-lock.json"];
const GENERATED = path.join("src", "web", "paraglide");
const stamp = path.join(root, "build/.stamp");

/** Builds the pages when anything they are made of has changed. Answers whether they are there; complains on standard error. */
export async function ensureBuilt() {
  const wanted = fingerprint();
  const complete = existsSync(path.join(root, "build/server/index.js")) && existsSync(path.join(root, GENERATED));
  if (complete && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return true;
  process.stderr.write("Building the pages …\n");
  rmSync(stamp, { force: true });
  const { code, output } = await capture(tool("react-router"), ["build"], {
    cwd: root,
    env: environment({ NODE_ENV: "production" }),
  });
  if (code !== 0) {
    process.stderr.write(`${output}\nminhxet: The pages could not be built; see above.\n`);
    return false;
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

function fingerprint() {
  const hash = createHash("sha256").update(process.platform);
  for (const source of SOURCES) {
    for (const file of filesUnder(source)) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

function filesUnder(place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  if (path.extname(place) !== "") return [place];
  const entries = readdirSync(full, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));
  return files.filter((file) => !file.startsWith(GENERATED) && !/\.test\.tsx?$/.test(file)).sort();
}
