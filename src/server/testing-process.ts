import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Environment = Readonly<Record<string, string>>;

/** A folder that the database's unprivileged user can reach, for one test file. */
export function scratchFolder(): { readonly path: string; remove(): void } {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "minhxet-program-")));
  chmodSync(folder, 0o755);
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function start(
  file: string,
  args: readonly string[],
  env: Environment,
  input: "ignore" | "pipe" = "ignore",
): ChildProcess {
  const { PATH = "", HOME = "", NODE_COMPILE_CACHE = "" } = process.env;
  return spawn(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    env: { PATH, HOME, NODE_COMPILE_CACHE, ...env },
    stdio: [input, "pipe", "pipe"],
  });
}

/** Runs a program of the project to its end, with what is typed into it. */
export async function runProgram(
  file: string,
  args: readonly string[],
  env: Environment,
  typed?: string,
): Promise<Ended> {
  const child = start(file, args, env, typed === undefined ? "ignore" : "pipe");
  child.stdin?.end(typed);
  return ended(child);
}

function ended(child: ChildProcess): Promise<Ended> {
  const parts = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (part: string) => {
    parts.stdout += part;
  });
  child.stderr?.setEncoding("utf8").on("data", (part: string) => {
    parts.stderr += part;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...parts }));
  });
}

export interface RunningServer {
  readonly origin: string;
  /** Everything it printed until it listened. */
  readonly greeting: string;
  /** SIGTERM, and how it ended. */
  stop(): Promise<Ended>;
}

/** Starts the real server and waits until it says where it listens. Rejects with what it said when it ends before. */
export async function startServer(env: Environment): Promise<RunningServer> {
  const child = start("src/server/main.ts", [], { LOG_LEVEL: "silent", PORT: "0", ...env });
  const end = ended(child);
  let greeting = "";
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (part: string) => {
      greeting += part;
      const found = /^Minh Xét: (http:\/\/\S+)/m.exec(greeting)?.[1];
      if (found) resolve(found);
    });
    void end.then(({ stdout, stderr }) => reject(new Error(`the server ended: ${stdout}${stderr}`)), reject);
  });
  return {
    origin,
    greeting,
    stop: () => {
      child.kill("SIGTERM");
      return end;
    },
  };
}
