import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import pg from "pg";
import type { App } from "../src/server/app.ts";
import { type Measured, report, round } from "./measure.ts";

const rounds = 5;
const calls = { act: 1600, list: 1600 } as const;
export type SafetyOp = keyof typeof calls;

/** What a side is asked over its channel, and what it answers. */
export interface SideOrder {
  readonly op: SafetyOp;
  readonly n: number;
}

export const bareRole = "minhxet_bench_bare";

/**
 * What row-level security and the trail cost together: acts and the list by the same use cases in two processes on one
 * database, in turn. One side is the application as it is. The other signs in to the database as a role that bypasses
 * row-level security, and its chain computes no hashes. Both look up who asks, as any system must. The first round warms up.
 */
export async function measureSafety(app: App, size: string, env: Readonly<Record<string, string>>): Promise<void> {
  const password = randomBytes(18).toString("base64url");
  await asKeeper(app, [
    `drop role if exists ${bareRole}`,
    `create role ${bareRole} with login bypassrls password '${password}'`,
    `grant ${app.setting.store.appRole} to ${bareRole}`,
  ]);
  const sides = {
    with: openSide("with", size, env),
    without: openSide("without", size, { ...env, BENCH_BARE: password }),
  };
  try {
    await Promise.all([answerOf(sides.with), answerOf(sides.without)]);
    for (const op of ["act", "list"] as const)
      report({ op: `safety.${op}`, size, rounds, ...(await compare(sides, op)) });
  } finally {
    for (const side of Object.values(sides)) {
      side.disconnect();
      if (side.exitCode === null) await once(side, "exit");
    }
    await asKeeper(app, [`drop role ${bareRole}`]);
  }
}

async function compare(sides: { readonly with: ChildProcess; readonly without: ChildProcess }, op: SafetyOp) {
  const kept: { with: Measured[]; without: Measured[] } = { with: [], without: [] };
  for (let i = 0; i <= rounds; i++) {
    // The order changes, so that neither side always finds what the other has warmed.
    for (const side of i % 2 === 0 ? (["with", "without"] as const) : (["without", "with"] as const)) {
      sides[side].send({ op, n: calls[op] } satisfies SideOrder);
      const measured = await answerOf(sides[side]);
      if (i > 0) kept[side].push(measured as Measured);
    }
  }
  const median = (side: Measured[], of: (measured: Measured) => number) =>
    side.map(of).sort((a, b) => a - b)[Math.floor(side.length / 2)] ?? 0;
  const [rps, p95] = [(each: Measured) => each.rps, (each: Measured) => each.p95_ms];
  const errors = [...kept.with, ...kept.without].reduce((sum, each) => sum + each.errors, 0);
  return {
    rps_with: median(kept.with, rps),
    rps_without: median(kept.without, rps),
    rps_ratio: round(median(kept.with, rps) / median(kept.without, rps)),
    p95_with_ms: median(kept.with, p95),
    p95_without_ms: median(kept.without, p95),
    p95_ratio: round(median(kept.with, p95) / median(kept.without, p95)),
    errors,
  };
}

function openSide(name: "with" | "without", size: string, env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [path.join(import.meta.dirname, "safety-side.ts"), name, size], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

async function answerOf(side: ChildProcess): Promise<unknown> {
  const gone = once(side, "exit").then(([code]) => {
    throw new Error(`a side of the comparison ended with ${String(code)}`);
  });
  const [answer]: unknown[] = await Promise.race([once(side, "message"), gone]);
  gone.catch(() => undefined);
  return answer;
}

async function asKeeper(app: App, statements: readonly string[]): Promise<void> {
  const client = new pg.Client(app.setting.store.keeper);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
