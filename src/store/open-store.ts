import type { Kysely } from "kysely";
import type { Pool } from "pg";
import { SUPERUSER } from "./embedded/cluster.ts";
import { prepareDataFolder } from "./embedded/layout.ts";
import { openEmbedded } from "./embedded/open.ts";
import { type DatabaseSecrets, databaseSecrets } from "./embedded/secrets.ts";
import { superuserClient } from "./embedded/supervisor.ts";
import { type Access, openKysely, openPool } from "./pool.ts";
import { prepareRemote, type RoleAccess } from "./remote.ts";
import { APP, AUTH, createDatabase, databaseExists, ensureRole, MIGRATOR } from "./roles.ts";
import type { Database } from "./rows.ts";

export interface OpenStoreOptions {
  readonly dataDir: string;
  /** A PostgreSQL server's URL, whose role owns the schema; without it the embedded database is used. */
  readonly databaseUrl?: string;
  /** The application's role on that server, when the URL's role may not create roles. */
  readonly databaseAppUrl?: string;
  /** `serve`: alone on the data folder. `join`: a command, beside a running application or without one. */
  readonly mode: "serve" | "join";
  readonly poolSize?: number;
  /** `false` only for databases that tests throw away. */
  readonly durable?: boolean;
  /** Told, in one line without personal data, what an operator should know. */
  readonly notice?: (line: string) => void;
}

/** The open database. The schema may still have to be migrated: `migrate(store.migrator)`. */
export interface Store {
  readonly embedded: boolean;
  /** Whether we started the embedded server ourselves (false: joined, or a server of its own). */
  readonly ours: boolean;
  readonly dataDir: string;
  /** The role that owns the schema. */
  readonly migrator: Access;
  readonly migratorUrl: string;
  /** A role that sees every row whatever the policies say, for backups; on a remote server the migrator. */
  readonly keeper: Access;
  readonly app: Access;
  readonly appRole: string;
  readonly appPool: Pool;
  /** Sees schema `auth` only. */
  readonly authPool: Pool;
  readonly kysely: Kysely<Database>;
  /** The embedded server's process id when it is our child, for tests that kill it. */
  serverPid(): number | undefined;
  close(): Promise<void>;
}

export const DATABASE = "minhxet";

/** Opens (and if need be creates) the database. Throws `StoreError` with one clear line; nothing is left running then. */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const dataDir = prepareDataFolder(options.dataDir);
  return options.databaseUrl ? openRemote(dataDir, options.databaseUrl, options) : openOwn(dataDir, options);
}

async function openOwn(dataDir: string, options: OpenStoreOptions): Promise<Store> {
  const notice = options.notice ?? (() => undefined);
  const server = await openEmbedded(dataDir, { mode: options.mode, durable: options.durable ?? true, notice });
  try {
    if (server.ours) await prepareDatabase(server.socketDir, server.secrets);
  } catch (error) {
    await server.close();
    throw error;
  }
  const { socketDir, secrets, ours, pid, close } = server;
  return assemble(dataDir, options, embeddedRoles(socketDir, secrets, DATABASE), { ours, pid, close });
}

function embeddedRoles(host: string, secrets: DatabaseSecrets, database: string): RoleAccess {
  const as = (user: string, password: string): Access => ({ host, port: 5432, database, user, password });
  return {
    migrator: as(MIGRATOR, secrets.migrator),
    keeper: as(SUPERUSER, secrets.superuser),
    app: as(APP, secrets.app),
    auth: as(AUTH, secrets.auth),
    appRole: APP,
  };
}

export interface OverOptions {
  readonly dataDir: string;
  readonly poolSize: number;
  readonly close: () => Promise<void>;
}

/** A store over one database of an embedded server that somebody else runs. */
export function storeOver(socketDir: string, secrets: DatabaseSecrets, database: string, options: OverOptions): Store {
  const { dataDir, poolSize, close } = options;
  const roles = embeddedRoles(socketDir, secrets, database);
  return assemble(dataDir, { dataDir, poolSize, mode: "join" }, roles, { ours: false, pid: () => undefined, close });
}

/** Roles, passwords and the database itself. */
export async function prepareDatabase(socketDir: string, secrets: DatabaseSecrets, database = DATABASE): Promise<void> {
  const client = superuserClient(socketDir, secrets.superuser);
  await client.connect();
  try {
    await ensureRole(client, MIGRATOR, secrets.migrator);
    await ensureRole(client, APP, secrets.app);
    await ensureRole(client, AUTH, secrets.auth);
    if (!(await databaseExists(client, database))) await createDatabase(client, database);
  } finally {
    await client.end();
  }
}

async function openRemote(dataDir: string, databaseUrl: string, options: OpenStoreOptions): Promise<Store> {
  const roles = await prepareRemote(databaseUrl, options.databaseAppUrl, databaseSecrets(dataDir, false));
  return assemble(dataDir, options, roles);
}

interface OwnServer {
  readonly ours: boolean;
  pid(): number | undefined;
  close(): Promise<void>;
}

function assemble(dataDir: string, options: OpenStoreOptions, roles: RoleAccess, server?: OwnServer): Store {
  let closing = false;
  const lost = (code: string) => closing || options.notice?.(`A database connection was lost (${code}).`);
  const settings = { statementTimeoutMs: 30_000, lost };
  const appPool = openPool(roles.app, {
    ...settings,
    name: "minhxet app",
    max: options.poolSize ?? 16,
    pipeline: true,
  });
  const authPool = openPool(roles.auth, { ...settings, name: "minhxet auth", max: 4 });
  return {
    embedded: server !== undefined,
    ours: server?.ours ?? false,
    dataDir,
    migrator: roles.migrator,
    migratorUrl: urlOf(roles.migrator),
    keeper: roles.keeper,
    app: roles.app,
    appRole: roles.appRole,
    appPool,
    authPool,
    kysely: openKysely(appPool),
    serverPid: () => server?.pid(),
    close: async () => {
      closing = true;
      await Promise.all([appPool.end(), authPool.end()]);
      await server?.close();
    },
  };
}

/** The same access as a URL, for tools that take nothing else; a socket's folder stands percent-encoded for the host. */
export function urlOf(access: Access): string {
  if (access.connectionString) return access.connectionString;
  const [user, password] = [encodeURIComponent(access.user ?? ""), encodeURIComponent(access.password ?? "")];
  return `postgres://${user}:${password}@${encodeURIComponent(access.host ?? "")}:${access.port}/${access.database}`;
}
