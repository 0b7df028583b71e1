import { round } from "../measure.ts";
import type { Weighed } from "./recall.ts";

const rounds = 12;
/** Keeps a factor that a set happens to have no counter-example of from growing without end. */
const shrink = 2;
/** A repeat that is missed counts as much as three wrong ones that are shown. */
const missed = 3;

/** Logistic regression by Newton's method; every pair counts in each direction in which it was asked. */
export function tuned(pairs: readonly Weighed[]): Readonly<Record<string, number>> {
  const names = Object.keys(pairs[0]?.factors ?? {});
  const rows = pairs.map(({ factors, same }) => ({ x: names.map((name) => factors[name] ?? 0), y: same ? 1 : 0 }));
  let w = names.map(() => 0);
  for (let turn = 0; turn < rounds; turn++) {
    const slope: number[] = w.map((now) => -shrink * now);
    const bend: number[][] = names.map((_, i) => names.map((__, j) => (i === j ? shrink : 0)));
    for (const { x, y } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((so, value, i) => so + value * (w[i] ?? 0), 0)));
      const counts = y ? missed : 1;
      const filled = x.flatMap((value, i) => (value === 0 ? [] : [[i, value] as const]));
      for (const [i, value] of filled) {
        slope[i] = (slope[i] ?? 0) + counts * (y - p) * value;
        const row = bend[i] ?? [];
        for (const [j, other] of filled) row[j] = (row[j] ?? 0) + counts * p * (1 - p) * value * other;
      }
    }
    const step = solved(bend, slope);
    w = w.map((now, i) => now + (step[i] ?? 0));
  }
  return Object.fromEntries(names.map((name, i) => [name, round(w[i] ?? 0)]));
}

/** Solves a symmetric, positive system by elimination. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (const [i, pivot] of rows.entries()) {
    const lead = pivot[i] ?? 1;
    for (const [k, row] of rows.entries()) {
      if (k === i) continue;
      const times = (row[i] ?? 0) / lead;
      for (let j = i; j < row.length; j++) row[j] = (row[j] ?? 0) - times * (pivot[j] ?? 0);
    }
  }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1));
}
