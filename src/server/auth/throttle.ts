import { createHmac, randomUUIDv7 } from "node:crypto";
import type { Pool } from "pg";
import type { From, Throttle } from "../../casework/access/accounts-port.ts";

const FORGET_AFTER_SECONDS = 3_600;

interface Budget {
  readonly freeAttempts: number;
  readonly longestWaitSeconds: number;
}
/** One name from one network. */
const ofName: Budget = { freeAttempts: 5, longestWaitSeconds: 900 };
/** All names from one network, so that many names cannot be tried once each. An office may share one address: the wait stays short. */
const ofNetwork: Budget = { freeAttempts: 100, longestWaitSeconds: 60 };
/** One name from all networks that are no known device: a guesser with many addresses gains little, and the wait stays short. */
const ofAccount: Budget = { freeAttempts: 30, longestWaitSeconds: 60 };
const FIRST_WAIT_SECONDS = 2;

/** Seconds to wait after that many attempts in a row: 0 for the free ones, then 2, 4, 8 … up to the longest. */
export function waitAfter(attempts: number, { freeAttempts, longestWaitSeconds }: Budget = ofName): number {
  if (attempts <= freeAttempts) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** Math.min(attempts - freeAttempts - 1, 20), longestWaitSeconds);
}

/**
 * Counts attempts by (name, network), by network alone and, where asked for, by name alone; from a known device by that
 * device alone. The counts are in the sign-in library's table of short-lived values, under a
 * keyed digest. The attempt is counted before the password is looked at, so many at once gain nothing; an attempt during
 * the wait is refused and not counted. A right one forgets the name's count and gives the shared counts their attempt back.
 */
export function databaseThrottle(pool: Pool, key: Buffer, now: () => Date): Throttle {
  const digest = (text: string) => `throttle:${createHmac("sha256", key).update(text).digest("base64url")}`;
  const named = (username: string, network: string) => digest(`${username}\n${network}`);
  const whole = (network: string) => digest(`\n\n${network}`);
  const marked = (username: string, device: string) => digest(`\n\n\n${device}\n${username}`);
  const account = (username: string) => digest(`\n\n\n\n${username}`);
  /** The counts of an attempt in the order in which they are looked at; the first is forgotten when it was right. */
  const counts = (username: string, { network, device, everywhere }: From): readonly (readonly [string, Budget])[] => {
    if (device !== undefined) return [[marked(username, device), ofName]];
    const own = [named(username, network), ofName] as const;
    const shared = [whole(network), ofNetwork] as const;
    return everywhere ? [own, shared, [account(username), ofAccount]] : [own, shared];
  };
  return {
    attempt: async (username, from) => {
      // The own count comes last: what the shared ones refuse is not held against the name.
      for (const [identifier, budget] of counts(username, from).toReversed()) {
        const wait = await countAttempt(pool, identifier, now(), budget);
        if (wait > 0) return wait;
      }
      return 0;
    },
    succeeded: async (username, from) => {
      const [own, ...shared] = counts(username, from).map(([identifier]) => identifier);
      await pool.query(
        `with own as (delete from auth.verification where identifier = $1)
         update auth.verification set value = greatest(split_part(value, ' ', 1)::int - 1, 0) || ' 0' where identifier = any ($2)`,
        [own, shared],
      );
    },
  };
}

/** Raises the count unless it has to wait; the seconds to wait. One statement: of many at once each sees the one before. */
async function countAttempt(pool: Pool, identifier: string, now: Date, budget: Budget): Promise<number> {
  const id = randomUUIDv7();
  const at = now.getTime();
  const { rows } = await pool.query<{ value: string }>(
    `insert into auth.verification as v (id, identifier, value, "expiresAt") values ($1::uuid, $2, '1 0 ' || $1::text, $3)
     on conflict (identifier) where starts_with(identifier, 'throttle:') or starts_with(identifier, 'budget:')
     do update set (value, "expiresAt") = (
       select case when v."expiresAt" <= $4 then excluded.value
           when open_at > $5::bigint then v.value
           else concat_ws(' ', n, case when n <= $6 then 0
             else $5::bigint + least($7 * power(2, least(n - $6 - 1, 20)), $8)::bigint * 1000 end, $1::text) end,
         case when v."expiresAt" > $4 and open_at > $5::bigint then v."expiresAt" else excluded."expiresAt" end
       from (select split_part(v.value, ' ', 1)::int + 1 as n, split_part(v.value, ' ', 2)::bigint as open_at) before)
     returning value`,
    [
      id,
      identifier,
      new Date(at + FORGET_AFTER_SECONDS * 1000),
      now,
      at,
      budget.freeAttempts,
      FIRST_WAIT_SECONDS,
      budget.longestWaitSeconds,
    ],
  );
  // The last part names the attempt that was counted last: this one, unless it was refused.
  const [, openAt = "0", last] = rows[0]?.value.split(" ") ?? [];
  return last === id ? 0 : Math.max(Math.ceil((Number(openAt) - at) / 1000), 1);
}
