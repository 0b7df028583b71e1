import { type DestinationStream, type Logger, pino } from "pino";
import type { Config } from "../config.ts";

export type { Logger };

/**
 * Structured logs, a JSON object a line. What they may hold: route patterns, status, time, ids, codes. Never a URL, a
 * query, a header, a body, a name; an error shows its class, its code and where it was thrown, not its message, which
 * may quote a value.
 */
export function openLog(config: Pick<Config, "logLevel">, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: faultOf },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error without its message. */
export function faultOf(error: unknown): {
  readonly name: string;
  readonly code?: string;
  readonly at?: readonly string[];
} {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const at = error.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim().replace(/file:\/\/\S*?\/(?=src\/|law\/|node_modules\/|build\/)/, ""));
  return { name: error.name, code, at };
}
