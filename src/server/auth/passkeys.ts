import { isIP } from "node:net";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Pool } from "pg";
import { z } from "zod";
import type { PasskeyLine, Passkeys } from "../../casework/access/accounts-port.ts";

/** Between the challenge and its answer. */
const CHALLENGE_MINUTES = 5;
const rpName = "Minh Xét";

const answer = z.looseObject({
  id: z.string().max(2000),
  response: z.looseObject({ clientDataJSON: z.string().max(8000) }),
});
const clientData = z.looseObject({ challenge: z.string().max(200) });

/**
 * Passkeys (WebAuthn level 2) in a table that only the sign-in library's role sees. They are bound to the public address;
 * the browser must have verified the person (PIN, finger, face). A challenge is used up by the first answer, right or wrong.
 */
export function databasePasskeys(pool: Pool, publicUrl: string, now: () => Date): Passkeys {
  const { hostname: rpID, origin, protocol } = new URL(publicUrl);
  const isPossible = isIP(rpID.replace(/^\[|\]$/g, "")) === 0 && (protocol === "https:" || rpID === "localhost");

  async function remember(identifier: string, value: string): Promise<void> {
    await pool.query(
      `insert into auth.verification (id, identifier, value, "expiresAt") values (gen_random_uuid(), $1, $2, $3)`,
      [identifier, value, new Date(now().getTime() + CHALLENGE_MINUTES * 60_000)],
    );
  }
  /** Whether it was waiting; it is no longer. */
  async function take(identifier: string): Promise<boolean> {
    const { rowCount } = await pool.query(
      `with gone as (delete from auth.verification where identifier = $1 returning "expiresAt") select from gone where "expiresAt" > $2`,
      [identifier, now()],
    );
    return rowCount === 1;
  }
  const registering = (officerId: string, challenge: string) => `passkey-new:${officerId}:${challenge}`;
  const signingIn = (challenge: string) => `passkey-sign-in:${challenge}`;

  return {
    isPossible,
    list: async (officerId) => {
      const { rows } = await pool.query<PasskeyLine>(
        `select id, name, created_at as "createdAt", last_used_at as "lastUsedAt" from auth.passkey where user_id = $1 order by created_at, id`,
        [officerId],
      );
      return rows;
    },
    begin: async (officerId, username, displayName) => {
      const { rows } = await pool.query<{ id: string }>("select id from auth.passkey where user_id = $1", [officerId]);
      const options = await generateRegistrationOptions({
        rpName,
        rpID,
        userID: Buffer.from(officerId.replaceAll("-", ""), "hex"),
        userName: username,
        userDisplayName: displayName,
        attestationType: "none",
        excludeCredentials: rows,
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      await remember(registering(officerId, options.challenge), officerId);
      return options;
    },
    finish: async (officerId, name, given) => {
      const challenge = challengeOf(given);
      if (challenge === undefined || !(await take(registering(officerId, challenge)))) return undefined;
      const { registrationInfo } = await verifyRegistrationResponse({
        response: given as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
      }).catch(() => ({ registrationInfo: undefined }));
      if (!registrationInfo?.userVerified) return undefined;
      const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
      const { rowCount } = await pool.query(
        `insert into auth.passkey (id, user_id, name, public_key, counter, transports, created_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [id, officerId, name, Buffer.from(publicKey), counter, transports, now()],
      );
      return rowCount === 1 ? id : undefined;
    },
    remove: async (officerId, id) => {
      const { rowCount } = await pool.query("delete from auth.passkey where user_id = $1 and id = $2", [officerId, id]);
      return rowCount === 1;
    },
    removeAll: async (officerId) => {
      await pool.query("delete from auth.passkey where user_id = $1", [officerId]);
    },
    challenge: async () => {
      const options = await generateAuthenticationOptions({ rpID, userVerification: "required" });
      await remember(signingIn(options.challenge), "anyone");
      return options;
    },
    take: async (given) => {
      const challenge = challengeOf(given);
      if (challenge === undefined || !(await take(signingIn(challenge)))) return undefined;
      const response = given as AuthenticationResponseJSON;
      const { rows } = await pool.query<{ user_id: string; public_key: Buffer; counter: string; transports: string[] }>(
        "select user_id, public_key, counter, transports from auth.passkey where id = $1",
        [response.id],
      );
      const row = rows[0];
      if (!row) return undefined;
      const verified = await verifyAuthenticationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        credential: { id: response.id, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter) },
      }).catch(() => undefined);
      if (!verified?.verified || !verified.authenticationInfo.userVerified) return undefined;
      const { rowCount } = await pool.query(
        // A copy of the authenticator that counts along would be behind: the count never goes back, not even at once.
        "update auth.passkey set counter = $2, last_used_at = $3 where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))",
        [response.id, verified.authenticationInfo.newCounter, now()],
      );
      return rowCount === 1 ? row.user_id : undefined;
    },
  };
}

/** The challenge that the browser says it answered; whether we asked it, the database says. */
function challengeOf(given: unknown): string | undefined {
  const read = answer.safeParse(given);
  if (!read.success) return undefined;
  try {
    const text: unknown = JSON.parse(Buffer.from(read.data.response.clientDataJSON, "base64url").toString("utf8"));
    return clientData.safeParse(text).data?.challenge;
  } catch {
    return undefined;
  }
}
