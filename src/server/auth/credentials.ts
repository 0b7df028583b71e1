import { randomUUIDv7 } from "node:crypto";
import { betterAuth } from "better-auth";
import { username as usernamePlugin } from "better-auth/plugins/username";
import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import type { Credentials, SessionLine } from "../../casework/access/accounts-port.ts";
import { hashPassword, verifyPassword } from "./password-hash.ts";

/** A working day with its overtime; then one signs in again. Nothing renews a session silently. */
export const SESSION_SECONDS = 12 * 3_600;

/**
 * Passwords and sessions by better-auth on schema `auth`, through the pool of the role that sees nothing else. None of
 * its HTTP endpoints is mounted: only these functions reach it.
 */
export async function openCredentials(pool: Pool, secret: string): Promise<Credentials> {
  const auth = betterAuth({
    secret,
    baseURL: "http://localhost",
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }).withSchema("auth"), type: "postgres" },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    advanced: {
      database: { generateId: () => randomUUIDv7() },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [usernamePlugin({ usernameValidator: () => true, displayUsername: false })],
  });
  const { internalAdapter, adapter } = await auth.$context;

  return {
    open: async (username, password, from) => {
      const opened = await auth.api.signInUsername({ body: { username, password } }).catch(refusedAsUndefined);
      if (!opened) return undefined;
      await nameSession(pool, opened.token, from);
      const found = await internalAdapter.findSession(opened.token);
      return found
        ? { secret: opened.token, officerId: found.session.userId, expiresAt: new Date(found.session.expiresAt) }
        : undefined;
    },
    openFor: async (officerId, from, isStrong = false) => {
      const { token, userId, expiresAt } = await internalAdapter.createSession(officerId);
      await nameSession(pool, token, from);
      if (isStrong) await pool.query("update auth.session set strong = true where token = $1", [token]);
      return { secret: token, officerId: userId, expiresAt: new Date(expiresAt) };
    },
    close: (token) => internalAdapter.deleteSession(token),
    closeAll: async (officerId, except) => {
      const sessions = await internalAdapter.listSessions(officerId);
      const tokens = sessions.map(({ token }) => token).filter((token) => token !== except);
      if (tokens.length > 0) await internalAdapter.deleteSessions(tokens);
      return tokens.length;
    },
    sessions: async (officerId, current) => {
      const { rows } = await pool.query<SessionLine>(
        `select id, coalesce("userAgent", '') as "from", "createdAt" as "openedAt", "expiresAt", coalesce(token = $2, false) as "isCurrent"
         from auth.session where "userId" = $1 and "expiresAt" > now() order by "createdAt" desc, id`,
        [officerId, current ?? null],
      );
      return rows;
    },
    closeOne: async (officerId, sessionId) => {
      const { rowCount } = await pool.query(`delete from auth.session where "userId" = $1 and id::text = $2`, [
        officerId,
        sessionId,
      ]);
      return rowCount === 1;
    },
    matches: async (officerId, password) => {
      const account = await internalAdapter.findCredentialAccount(officerId);
      return account?.password ? verifyPassword(account.password, password) : false;
    },
    create: async ({ username, name, password }) => {
      if (await adapter.findOne({ model: "user", where: [{ field: "username", value: username }] })) return undefined;
      // The library wants an address; this one can never receive anything (RFC 2606).
      const email = `${username}@officer.invalid`;
      const user = await internalAdapter.createUser({ name, username, email }, { method: "admin" });
      const hash = await hashPassword(password);
      await internalAdapter.createAccount({
        userId: user.id,
        accountId: user.id,
        providerId: "credential",
        password: hash,
      });
      return user.id;
    },
    remove: (officerId) => internalAdapter.deleteUser(officerId),
    setPassword: async (officerId, password) => internalAdapter.updatePassword(officerId, await hashPassword(password)),
  };
}

/** The library's column for the browser's full name holds its family only. */
async function nameSession(pool: Pool, token: string, from = ""): Promise<void> {
  await pool.query(`update auth.session set "userAgent" = $2 where token = $1`, [token, from.slice(0, 60)]);
}

/** Removes sessions and short-lived values whose time is over. */
export async function forgetOldSessions(pool: Pool): Promise<void> {
  await pool.query(`delete from auth.session where "expiresAt" < now()`);
  await pool.query(`delete from auth.verification where "expiresAt" < now()`);
}

/** Every 4xx of the library means "not this name with this password"; anything else is a fault. */
function refusedAsUndefined(error: unknown): undefined {
  const status = typeof error === "object" && error !== null && "statusCode" in error ? error.statusCode : undefined;
  if (typeof status === "number" && status >= 400 && status < 500) return undefined;
  throw error;
}
