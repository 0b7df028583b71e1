import { createHmac, randomUUIDv7 } from "node:crypto";
import type { Pool } from "pg";

export interface Spent {
  /** In the running hour, these units included. */
  readonly units: number;
  /** Until the next hour of this budget begins. */
  readonly secondsLeft: number;
}

export interface Budgets {
  spend(name: string, units?: number): Promise<Spent>;
}

const windowMs = 3_600_000;

interface Batch {
  units: number;
  readonly count: Promise<Spent>;
}

/**
 * Counts in hours that begin with the first use, in the sign-in library's table of short-lived values under a keyed
 * digest: who came from which network cannot be read from it. What is spent under one name while an earlier count is being
 * written is written together, each told its own place: a rush takes one connection, not all of them.
 */
export function databaseBudgets(pool: Pool, key: Buffer, now: () => Date): Budgets {
  const waiting = new Map<string, Batch>();
  const last = new Map<string, Promise<unknown>>();
  const begin = (identifier: string): Batch => {
    const before = last.get(identifier) ?? Promise.resolve();
    const batch: Batch = {
      units: 0,
      count: before.then(() => {
        waiting.delete(identifier);
        return count(pool, identifier, batch.units, now());
      }),
    };
    waiting.set(identifier, batch);
    const ended = batch.count
      .catch(() => undefined)
      .then(() => {
        if (last.get(identifier) === ended) last.delete(identifier);
      });
    last.set(identifier, ended);
    return batch;
  };
  return {
    spend: (name, units = 1) => {
      const identifier = `budget:${createHmac("sha256", key).update(name).digest("base64url")}`;
      const batch = waiting.get(identifier) ?? begin(identifier);
      batch.units += units;
      const place = batch.units;
      return batch.count.then((spent) => ({ ...spent, units: spent.units - batch.units + place }));
    },
  };
}

async function count(pool: Pool, identifier: string, units: number, at: Date): Promise<Spent> {
  const { rows } = await pool.query<{ value: string; expiresAt: Date }>(
    `insert into auth.verification as v (id, identifier, value, "expiresAt") values ($1, $2, $3::bigint::text, $4)
     on conflict (identifier) where starts_with(identifier, 'throttle:') or starts_with(identifier, 'budget:')
     do update set value = case when v."expiresAt" > $5 then (v.value::bigint + $3)::text else excluded.value end,
       "expiresAt" = case when v."expiresAt" > $5 then v."expiresAt" else excluded."expiresAt" end
     returning value, "expiresAt"`,
    [randomUUIDv7(), identifier, units, new Date(at.getTime() + windowMs), at],
  );
  const [running] = rows;
  if (!running) throw new Error("a budget without a count");
  return { units: Number(running.value), secondsLeft: Math.ceil((running.expiresAt.getTime() - at.getTime()) / 1000) };
}
