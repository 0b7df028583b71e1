import type { ClientBase } from "pg";
import { errorCode, StoreError } from "./store-error.ts";

/** The roles of the database: the owner of everything, the application, and the sign-in library. */
export const MIGRATOR = "minhxet_migrator";
export const APP = "minhxet_app";
export const AUTH = "minhxet_auth";

/** Makes a role that may sign in and nothing else, or gives an existing one this password. */
export async function ensureRole(client: ClientBase, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  // Rights that only a superuser may name are not named: a new role has none of them, `refuseMightyRole` looks at an old one.
  const clause = `${client.escapeIdentifier(role)} with login password ${client.escapeLiteral(password)}`;
  await client.query(rowCount === 0 ? `create role ${clause}` : `alter role ${clause}`);
}

/** Refuses a role that could walk around row-level security or change the schema. */
export async function refuseMightyRole(client: ClientBase, role: string): Promise<void> {
  const { rows } = await client.query<{ mighty: boolean }>(
    "select rolsuper or rolbypassrls or rolcreaterole as mighty from pg_roles where rolname = $1",
    [role],
  );
  if (rows[0]?.mighty) {
    const message = `The application's database role ${role} is a superuser, may bypass row security or create roles: use another.`;
    throw new StoreError("server-lacks", message);
  }
}

/** Rights on the database itself, which neither a template nor a migration carries along. */
export async function grantDatabase(client: ClientBase, database: string, roles: readonly string[]): Promise<void> {
  const name = client.escapeIdentifier(database);
  const names = roles.map((role) => client.escapeIdentifier(role)).join(", ");
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${names}`);
}

export async function databaseExists(client: ClientBase, database: string): Promise<boolean> {
  return (await client.query("select from pg_database where datname = $1", [database])).rowCount === 1;
}

/** Creates a database owned by the migrator; somebody else doing the same at the same time is no error. */
export async function createDatabase(client: ClientBase, database: string, template = "template0"): Promise<void> {
  const [name, source] = [client.escapeIdentifier(database), client.escapeIdentifier(template)];
  try {
    await client.query(`create database ${name} owner ${MIGRATOR} template ${source}`);
  } catch (error) {
    if (errorCode(error) !== "42P04") throw error;
  }
  await grantDatabase(client, database, [APP, AUTH]);
}
