import { spawn } from "node:child_process";
import { constants } from "node:os";

/**
 * Runs a program to its end, passing on the signals that we get, and answers its exit code (128 + signal when killed).
 *
 * `alone`: the program gets a process group of its own and every signal exactly once. Otherwise a Ctrl-C would reach it
 * twice, from the terminal and from us, and the second one would cut its clean stop short.
 */
export function run(command, args, { alone = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", ...options, detached: alone });
    const passed = new Set();
    const pass = (signal) => {
      const fromTerminal = signal === "SIGINT" && process.stdin.isTTY;
      if ((!alone && fromTerminal) || passed.has("stop")) return;
      passed.add("stop");
      child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
    };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, pass);
    const done = (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code);
    };
    child.once("error", (error) => {
      process.stderr.write(`minhxet: ${command} cannot be run: ${error.message}\n`);
      done(127);
    });
    child.once("exit", (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Runs a program silently and answers its exit code and everything that it wrote. */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.stderr.on("data", (part) => parts.push(part));
    child.once("error", (error) => resolve({ code: 127, output: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString("utf8") }));
  });
}
