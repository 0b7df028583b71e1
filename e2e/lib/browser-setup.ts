import { existsSync, mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    readonly browserPath: string;
    readonly browserLibraries: string;
  }
}

const systemBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Finds a browser once for the whole run: the machine's own, or the one in the npm package, unpacked with the libraries it needs. */
export default async function setup(project: TestProject): Promise<void> {
  const own = process.env.CHROMIUM_PATH ?? systemBrowsers.find((each) => existsSync(each));
  if (own) {
    project.provide("browserPath", own);
    project.provide("browserLibraries", "");
    return;
  }
  // The package unpacks where temporary files go, closed to others: each user of a machine has a folder of their own.
  const before = process.env.TMPDIR;
  const folder = path.join(tmpdir(), `minhxet-browser-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  process.env.TMPDIR = folder;
  try {
    const { default: chromium, inflate } = await import("@sparticuz/chromium");
    const bundle = path.resolve(import.meta.dirname, "../../node_modules/@sparticuz/chromium/bin/al2023.tar.br");
    await inflate(bundle);
    project.provide("browserPath", await chromium.executablePath());
    project.provide("browserLibraries", path.join(folder, "al2023/lib"));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
