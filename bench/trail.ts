import type { App } from "../src/server/app.ts";

/**
 * One root over everything, one more when nothing has grown, and the check of all of it, each once: seconds, not rates. The
 * generated hashes are no chains, so the check finds faults; it reads and computes the same.
 */
export async function measureTrail(app: App, size: string): Promise<void> {
  const timed = async <T extends object>(op: string, work: () => Promise<T | null>): Promise<void> => {
    const started = performance.now();
    const done = await work();
    const seconds = Math.round(performance.now() - started) / 1000;
    const { chains, rows } = { chains: 0, rows: 0, ...done };
    const memory = Math.round(process.memoryUsage.rss() / 2 ** 20);
    process.stdout.write(`${JSON.stringify({ op, size, chains, rows, seconds, rss_mb: memory })}\n`);
  };
  await timed("trail.root", () => app.audit.makeRoot(app.command, { daily: false }));
  await timed("trail.root.again", () => app.audit.makeRoot(app.command, { daily: false }));
  await timed("trail.verify", () => app.audit.verifyTrail(app.command));
}
