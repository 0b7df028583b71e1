import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type ControlledTransaction, type Kysely, sql } from "kysely";
import { isUnreachable, wasNeverSent } from "./pool.ts";
import type { Database } from "./rows.ts";
import { errorCode, StoreError } from "./store-error.ts";

/**
 * On whose behalf a transaction runs, by a secret: a session's, an API token's, or the key of background work or of the
 * command line. The database looks it up and sets the rights for this transaction only. A secret that opens nothing, and
 * `nobody`, see what the policies give to nobody.
 */
export type Caller = { readonly session: string } | { readonly token: string } | { readonly job: string } | "nobody";

/** The handle inside a transaction. */
export type Trx = ControlledTransaction<Database>;

export interface TransactionOptions {
  readonly isolation?: "read committed" | "repeatable read" | "serializable";
  readonly readOnly?: boolean;
  /** Idempotency key of the command: what it answered before comes with who asks. */
  readonly commandKey?: string;
  /** The matter that the work is about: whether the caller may read it and act on it is found once, at the beginning. */
  readonly matterId?: string;
}

/** What `transaction` needs of a store. */
export interface HasKysely {
  readonly kysely: Kysely<Database>;
}

const ATTEMPTS_MAX = 5;

/**
 * Runs `work` in one transaction on behalf of `caller` and commits. A serialization failure or deadlock, or a connection
 * lost before COMMIT was sent, runs it again (5 times at most): `work` must not act outside the database.
 * A connection lost during COMMIT is `StoreError("outcome-unknown")`: the caller asks by its idempotency key what
 * became of it. Errors of `work` roll back and pass through.
 */
export async function transaction<T>(
  store: HasKysely,
  caller: Caller,
  work: (trx: Trx) => T | Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(store, caller, work, options);
    } catch (error) {
      if (!nothingWasDone(error)) throw error;
      if (attempt >= ATTEMPTS_MAX) throw isUnreachable(error) ? unreachable(error) : error;
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}

async function attemptOnce<T>(
  store: HasKysely,
  caller: Caller,
  work: (trx: Trx) => T | Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  let begin = store.kysely.startTransaction();
  if (options.isolation) begin = begin.setIsolationLevel(options.isolation);
  if (options.readOnly) begin = begin.setAccessMode("read only");
  const trx = await begin.execute();
  let committing = false;
  try {
    await enter(trx, caller, options);
    const result = await work(trx);
    committing = true;
    // Kysely refuses a COMMIT that PostgreSQL answered with ROLLBACK because `work` had swallowed a failed statement.
    await trx.commit().execute();
    return result;
  } catch (error) {
    // Gives the connection back, also after a failed COMMIT.
    await ignoring(trx.rollback().execute());
    if (!committing || !isUnreachable(error) || wasNeverSent(error)) throw error;
    const message = "The connection was lost while the work was being saved.";
    throw new StoreError("outcome-unknown", message, { cause: error });
  }
}

const unreachable = (cause: unknown) =>
  new StoreError("database-unreachable", "The database cannot be reached; nothing was saved.", { cause });

const ignoring = (promise: Promise<void>): Promise<void> => promise.catch(() => undefined);

/** Whom the database recognised at the start of a transaction, and what a command with its key answered before. */
export interface Entered {
  readonly kind: "officer" | "task" | "command" | "portal";
  readonly officerId: string | null;
  readonly displayName: string;
  readonly jobTitle: string | null;
  readonly mustChangePassword: boolean;
  /** One of the roles demands a second factor, and there is none yet. */
  readonly secondFactorDue: boolean;
  /** The roles that hold today. */
  readonly grants: readonly { readonly agencyId: string; readonly role: string; readonly acting?: true }[];
  readonly commandKey?: string;
  readonly command?: { readonly name: string; readonly result: object } | null;
}

const enteredBy = new WeakMap<Trx, Entered>();

/** Whom the database recognised for this transaction; undefined when the secret opened nothing. */
export function entered(trx: Trx): Entered | undefined {
  return enteredBy.get(trx);
}

async function enter(trx: Trx, caller: Caller, { commandKey, matterId }: TransactionOptions): Promise<void> {
  if (caller === "nobody") return;
  const session = "session" in caller ? caller.session : null;
  const token = "token" in caller ? sha256(caller.token) : null;
  const job = "job" in caller ? caller.job : null;
  const { rows } = await sql<{
    who: Entered | null;
  }>`select app.enter_as(${session}, ${token}::bytea, ${job}, ${commandKey ?? null}::uuid, ${matterId ?? null}::uuid) as who`.execute(
    trx,
  );
  const who = rows[0]?.who;
  if (who) enteredBy.set(trx, who);
}

const sha256 = (secret: string): Buffer => createHash("sha256").update(secret, "utf8").digest();

const SERIALIZATION_FAILURE = "40001";
const DEADLOCK_DETECTED = "40P01";

function nothingWasDone(error: unknown): boolean {
  if (error instanceof StoreError) return false;
  const code = errorCode(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED || isUnreachable(error);
}
