import type { Client } from "pg";
import { requireCapabilities } from "./capabilities.ts";
import type { DatabaseSecrets } from "./embedded/secrets.ts";
import { type Access, openClient } from "./pool.ts";
import { APP, AUTH, ensureRole, grantDatabase, MIGRATOR, refuseMightyRole } from "./roles.ts";
import { errorCode, errorMessage, StoreError } from "./store-error.ts";

/** How each part of the program reaches one database. */
export interface RoleAccess {
  readonly migrator: Access;
  readonly keeper: Access;
  readonly app: Access;
  readonly auth: Access;
  readonly appRole: string;
}

/**
 * Prepares the database of `DATABASE_URL`: what it can do, the three roles, their rights. Its own role acts as the owner
 * `minhxet_migrator`. Without `appUrl` the roles are made here, with passwords of the data folder.
 */
export async function prepareRemote(
  url: string,
  appUrl: string | undefined,
  secrets: DatabaseSecrets,
): Promise<RoleAccess> {
  const client = openClient({ connectionString: url }, "minhxet open");
  try {
    await client.connect();
  } catch (cause) {
    const message = `The server of DATABASE_URL cannot be reached: ${errorCode(cause) ?? errorMessage(cause)}.`;
    throw new StoreError("database-unreachable", message, { cause });
  }
  try {
    await requireCapabilities(client);
    return await prepareRoles(client, url, appUrl, secrets);
  } finally {
    await client.end();
  }
}

async function prepareRoles(
  client: Client,
  url: string,
  appUrl: string | undefined,
  secrets: DatabaseSecrets,
): Promise<RoleAccess> {
  const mayCreate = await mayCreateRoles(client);
  if (mayCreate) {
    await ensureRole(client, AUTH, secrets.auth);
    await ensureRole(client, APP, secrets.app);
    await ensureOwner(client);
  } else {
    await requireRoles(client, appUrl);
  }
  const appRole = appUrl ? decodeURIComponent(new URL(appUrl).username) : APP;
  await refuseMightyRole(client, appRole);
  const { rows } = await client.query<{ database: string }>("select current_database() as database");
  await grantDatabase(client, rows[0]?.database ?? "", [...new Set([APP, appRole, AUTH, MIGRATOR])]);
  await client.query(`grant create on database ${client.escapeIdentifier(rows[0]?.database ?? "")} to ${MIGRATOR}`);
  await client.query(`grant create on schema public to ${MIGRATOR}`);
  const actingAs = (role: string): Access => ({ connectionString: url, options: `-c role=${role}` });
  return {
    migrator: actingAs(MIGRATOR),
    keeper: actingAs(MIGRATOR),
    app: appUrl ? { connectionString: appUrl } : withRole(url, APP, secrets.app),
    auth: mayCreate ? withRole(url, AUTH, secrets.auth) : actingAs(AUTH),
    appRole,
  };
}

async function mayCreateRoles(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user",
  );
  return rows[0]?.may ?? false;
}

async function ensureOwner(client: Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [MIGRATOR]);
  if (rowCount === 0) await client.query(`create role ${MIGRATOR} with nologin`);
  const { rows } = await client.query<{ needed: boolean }>(
    `select current_user <> '${MIGRATOR}' and not rolsuper and not pg_has_role('${MIGRATOR}', 'MEMBER') as needed
     from pg_roles where rolname = current_user`,
  );
  if (rows[0]?.needed) await client.query(`grant ${MIGRATOR} to current_user`);
}

async function requireRoles(client: Client, appUrl: string | undefined): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select count(*) = 3 and coalesce(bool_and(rolname = $3 or pg_has_role(oid, 'MEMBER')), false) as there
     from pg_roles where rolname in ($1, $2, $3)`,
    [MIGRATOR, AUTH, APP],
  );
  if (rows[0]?.there && appUrl) return;
  const message = `The role of DATABASE_URL may not create roles: create ${MIGRATOR}, ${AUTH} and ${APP}, grant it the first two, and set DATABASE_APP_URL.`;
  throw new StoreError("server-lacks", message);
}

function withRole(databaseUrl: string, role: string, password: string): Access {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = password;
  return { connectionString: url.href };
}
