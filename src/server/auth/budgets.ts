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
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [identifier]);
    const { rows } = await client.query<{ value: string; expiresAt: Date }>(
      `update auth.verification set value = (value::bigint + $2)::text where identifier = $1 and "expiresAt" > $3 returning value, "expiresAt"`,
      [identifier, units, at],
    );
    const [running] = rows;
    if (!running) {
      await client.query("delete from auth.verification where identifier = $1", [identifier]);
      await client.query(`insert into auth.verification (id, identifier, value, "expiresAt") values ($1, $2, $3, $4)`, [
        randomUUIDv7(),
        identifier,
        String(units),
        new Date(at.getTime() + windowMs),
      ]);
    }
    await client.query("commit");
    if (!running) return { units, secondsLeft: windowMs / 1000 };
    return {
      units: Number(running.value),
      secondsLeft: Math.ceil((running.expiresAt.getTime() - at.getTime()) / 1000),
    };
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
