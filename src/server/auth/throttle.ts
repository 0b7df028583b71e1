import { createHmac, randomUUIDv7 } from "node:crypto";
import type { Pool } from "pg";
import type { Throttle } from "../../casework/access/accounts-port.ts";

const FREE_ATTEMPTS = 5;
const FIRST_WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 900;
const FORGET_AFTER_SECONDS = 3_600;

/** Seconds to wait after that many attempts in a row: 0 for the first five, then 2, 4, 8 … up to 15 minutes. */
export function waitAfter(attempts: number): number {
  if (attempts <= FREE_ATTEMPTS) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** Math.min(attempts - FREE_ATTEMPTS - 1, 20), LONGEST_WAIT_SECONDS);
}

/**
 * Counts attempts by (name, network) in the sign-in library's table of short-lived values, under a keyed digest. The
 * attempt is counted before the password is looked at, so many at once gain nothing; an attempt during the wait is
 * refused and not counted.
 */
export function databaseThrottle(pool: Pool, key: Buffer, now: () => Date): Throttle {
  const identifierOf = (username: string, network: string) =>
    `throttle:${createHmac("sha256", key).update(`${username}\n${network}`).digest("base64url")}`;
  return {
    attempt: (username, network) => countAttempt(pool, identifierOf(username, network), now()),
    succeeded: async (username, network) => {
      await pool.query("delete from auth.verification where identifier = $1", [identifierOf(username, network)]);
    },
  };
}

async function countAttempt(pool: Pool, identifier: string, now: Date): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [identifier]);
    const { rows } = await client.query<{ value: string }>(
      `select value from auth.verification where identifier = $1 and "expiresAt" > $2`,
      [identifier, now],
    );
    const [attempts = 0, openAt = 0] = rows[0]?.value.split(" ").map(Number) ?? [];
    const wait = Math.ceil((openAt - now.getTime()) / 1000);
    if (wait <= 0) await remember(client, identifier, attempts + 1, now);
    await client.query("commit");
    return Math.max(wait, 0);
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function remember(client: Pick<Pool, "query">, identifier: string, attempts: number, now: Date): Promise<void> {
  const openAt = now.getTime() + waitAfter(attempts) * 1000;
  const expiresAt = new Date(now.getTime() + FORGET_AFTER_SECONDS * 1000);
  await client.query("delete from auth.verification where identifier = $1", [identifier]);
  await client.query(`insert into auth.verification (id, identifier, value, "expiresAt") values ($1, $2, $3, $4)`, [
    randomUUIDv7(),
    identifier,
    `${attempts} ${openAt}`,
    expiresAt,
  ]);
}
