import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, PostgresDialect, type PostgresPoolClient } from "kysely";
import pg from "pg";
import type { Database } from "./rows.ts";
import { errorCode, StoreError } from "./store-error.ts";

/** How to reach one database as one role. */
export interface Access {
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  /** Settings of the session, `-c role=…`. */
  readonly options?: string;
}

export interface PoolSettings {
  readonly name: string;
  readonly max: number;
  /** Longest time a statement may take; 0: no limit. */
  readonly statementTimeoutMs: number;
  readonly lost?: (code: string) => unknown;
  /** Statements may be sent before the one before is answered; needed where BEGIN travels with the first statement. */
  readonly pipeline?: boolean;
}

const parsers = pg.types.builtins;

/** Types as this project reads them: `date` is a civil date (text), `bigint` a number that must be exact. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format) {
    if (format === "binary") return pg.types.getTypeParser(oid, format);
    if (oid === parsers.DATE) return (text: string) => text;
    if (oid === parsers.INT8) return safeInteger;
    if (oid === DATE_ARRAY) return textArray;
    if (oid === INT8_ARRAY) return (text: string) => textArray(text).map((item) => item && safeInteger(item));
    return pg.types.getTypeParser(oid, "text");
  },
};
const DATE_ARRAY = 1182;
const TEXT_ARRAY: number = 1009;
const INT8_ARRAY = 1016;
const textArray: (text: string) => (string | null)[] = pg.types.getTypeParser(TEXT_ARRAY, "text");

function safeInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError("The database holds a bigint that a number cannot hold exactly.");
}

/** A connection that reads types as the pools do. The caller connects and ends it. */
export function openClient(access: Access, name: string): pg.Client {
  const client = new pg.Client({ ...access, types, application_name: name, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  return client;
}

/** A pool that outlives the loss of its server: broken idle connections are dropped and new ones made. */
export function openPool(access: Access, settings: PoolSettings): pg.Pool {
  const pool = new pg.Pool({
    ...access,
    types,
    max: settings.max,
    application_name: settings.name,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    pipeline: settings.pipeline ?? false,
    statement_timeout: settings.statementTimeoutMs || undefined,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  pool.on("error", (error) => settings.lost?.(errorCode(error) ?? "unknown"));
  // A checked-out client whose server dies emits an error of its own; its query rejects as well.
  pool.on("connect", (client) => void client.on("error", () => undefined));
  return pool;
}

/** Kysely over a pool; taking a connection waits for a server that is just being restarted. */
export function openKysely(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: patient(pool) }) });
}

const RESTART_PATIENCE_MS = 8_000;

/** Nothing has been sent when connecting fails, so trying again is safe. */
function patient(pool: pg.Pool) {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      for (const end = Date.now() + RESTART_PATIENCE_MS; ; await sleep(50)) {
        try {
          return prepared(await pool.connect());
        } catch (error) {
          if (!isUnreachable(error) || pool.ending) throw error;
          if (Date.now() >= end) {
            throw new StoreError("database-unreachable", "The database cannot be reached.", { cause: error });
          }
        }
      }
    },
  };
}

const PREPARED_MAX = 200;
const preparedOn = new WeakMap<pg.PoolClient, Map<string, string>>();
const BEGINS = /^(begin|start transaction)\b/;

/**
 * Statements with values are prepared once on each connection: under row security planning takes as long as running
 * (a list of 25: 6.4 ms planned anew each time, 2.2 ms prepared). Past so many statements the rest is planned each time.
 * BEGIN waits for the first statement and travels with it: a system call of its own costs as much as a small statement.
 */
function prepared(client: pg.PoolClient): PostgresPoolClient {
  const names = preparedOn.get(client) ?? new Map<string, string>();
  preparedOn.set(client, names);
  const send = (text: string, values?: readonly unknown[]) => {
    if (values === undefined || values.length === 0) return client.query(text);
    if (!names.has(text) && names.size < PREPARED_MAX) names.set(text, `s${names.size + 1}`);
    return client.query({ name: names.get(text), text, values: [...values] });
  };
  let begin: string | undefined;
  const query = (text: string, values?: readonly unknown[]) => {
    if (BEGINS.test(text)) {
      begin = text;
      return Promise.resolve(nothing("BEGIN"));
    }
    if (begin === undefined) return send(text, values);
    const first = begin;
    begin = undefined;
    // Nothing was asked in between: there is nothing to end.
    if (text === "commit" || text === "rollback") return Promise.resolve(nothing(text.toUpperCase()));
    const { stream } = client.connection;
    stream.cork();
    // A BEGIN that fails leaves a lost connection, on which the statement fails as well.
    client.query(first).catch(() => undefined);
    const answer = send(text, values);
    stream.uncork();
    return answer;
  };
  return new Proxy(client, {
    get(target, key) {
      if (key === "query") return query;
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function nothing(command: string): pg.QueryResult {
  return { command, rowCount: null, oid: 0, rows: [], fields: [] };
}

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ENOENT",
  "ECONNRESET",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08001",
]);

/** The server is down, starting, stopping, or cut the connection. */
export function isUnreachable(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== undefined) return UNREACHABLE.has(code);
  return error instanceof Error && (error.message.startsWith("Connection terminated") || wasNeverSent(error));
}

/** The client knew that its connection was gone and did not send the statement. */
export function wasNeverSent(error: unknown): boolean {
  return error instanceof Error && /is not queryable$/.test(error.message);
}
