import { computeDeadline } from "../src/rules/deadline.ts";
import { selectVersion } from "../src/rules/select-version.ts";
import type { App } from "../src/server/app.ts";
import { addDays, civilDate } from "../src/time/civil-date.ts";
import { report, round } from "./measure.ts";

/** Explained deadlines a second on one core: the four limits of a first settlement, and acceptance in working days. */
export async function measureDeadlines(app: App, size: string): Promise<void> {
  const calendar = await app.setting.calendar();
  const rules = ["KN-27-1", "KN-28-1", "KN-28-2", "KN-28-3", "KN-28-4"];
  const first = civilDate("2026-07-01");
  const pack = selectVersion(app.setting.law.packs, "complaints", first);
  const compute = (i: number) => {
    const answer = computeDeadline(
      pack,
      { rule: rules[i % rules.length] ?? "KN-27-1", startOn: addDays(first, i % 300), allowProvisional: true },
      calendar,
    );
    if (answer.steps.length === 0) throw new Error("a deadline came without its explanation");
  };
  for (let i = 0; i < 20_000; i++) compute(i);
  const n = 200_000;
  const started = performance.now();
  for (let i = 0; i < n; i++) compute(i);
  const seconds = (performance.now() - started) / 1000;
  report({
    op: "deadline",
    size,
    clients: 1,
    n,
    rps: Math.round(n / seconds),
    p50_ms: round((seconds / n) * 1000 * 1000) / 1000,
    errors: 0,
  });
}
