import { Readable } from "node:stream";
import type { Ended, Environment } from "../server/testing-process.ts";
import { runCommand } from "./program.ts";

/**
 * Runs a command as its program would, but in this process: with this environment and what is typed into it, one at a
 * time. A process of its own costs a second of processor; what only such a process shows is tested by a few that have one.
 */
export async function runCommandHere(args: readonly string[], env: Environment, typed = ""): Promise<Ended> {
  const { PATH = "", HOME = "" } = process.env;
  const before = { env: process.env, exitCode: process.exitCode };
  const stdin = Object.getOwnPropertyDescriptor(process, "stdin");
  const said = { stdout: "", stderr: "" };
  const restore = [hear("stdout", said), hear("stderr", said)];
  process.env = { PATH, HOME, ...env };
  process.exitCode = 0;
  Object.defineProperty(process, "stdin", { value: Readable.from(typed === "" ? [] : [typed]), configurable: true });
  try {
    await runCommand(args);
    return { code: Number(process.exitCode), ...said };
  } finally {
    if (stdin) Object.defineProperty(process, "stdin", stdin);
    process.env = before.env;
    process.exitCode = before.exitCode;
    for (const each of restore) each();
  }
}

function hear(stream: "stdout" | "stderr", said: Record<"stdout" | "stderr", string>): () => void {
  const { write } = process[stream];
  process[stream].write = (part: Uint8Array | string) => {
    said[stream] += typeof part === "string" ? part : Buffer.from(part).toString("utf8");
    return true;
  };
  return () => {
    process[stream].write = write;
  };
}
