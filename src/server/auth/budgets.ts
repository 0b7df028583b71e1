import { createHmac, randomUUIDv7 } from "node:crypto";
import type { Pool } from "pg";

export interface Budgets {
  /** Counts `units` under that name and returns the count of the running hour. */
  spend(name: string, units?: number): Promise<number>;
}

const windowMs = 3_600_000;

interface Batch {
  units: number;
  readonly count: Promise<number>;
}

/**
 * Counts in hours that begin with the first use, in the sign-in library's table of short-lived values under a keyed
 * digest: who came from which network cannot be read from it. What is spent under one name while an earlier count is being
 * written is written together: a rush takes one connection, not all of them.
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
      return batch.count;
    },
  };
}

async function count(pool: Pool, identifier: string, units: number, at: Date): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [identifier]);
    const { rows } = await client.query<{ value: string }>(
      `update auth.verification set value = (value::bigint + $2)::text where identifier = $1 and "expiresAt" > $3 returning value`,
      [identifier, units, at],
    );
    if (!rows[0]) {
      await client.query("delete from auth.verification where identifier = $1", [identifier]);
      await client.query(`insert into auth.verification (id, identifier, value, "expiresAt") values ($1, $2, $3, $4)`, [
        randomUUIDv7(),
        identifier,
        String(units),
        new Date(at.getTime() + windowMs),
      ]);
    }
    await client.query("commit");
    return Number(rows[0]?.value ?? units);
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
