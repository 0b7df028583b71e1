import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomInt } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import QRCode from "qrcode";
import type { SecondFactors } from "../../casework/access/accounts-port.ts";
import { base32, enrolmentAddress, stepOfCode } from "./one-time-code.ts";

/** RFC 4226, 4: at least 128 bits; 160 as the hash. */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** Between the right password and the code. */
const CHALLENGE_MINUTES = 10;

/**
 * One-time codes of authenticator apps and recovery codes, in tables that only the sign-in library's role sees. The
 * secret is sealed for its officer (AES-256-GCM) and recovery codes are kept as keyed digests: both keys come from `key`,
 * which is in no database and no backup.
 */
export function databaseSecondFactors(pool: Pool, key: Buffer, now: () => Date): SecondFactors {
  const sealKey = Buffer.from(hkdfSync("sha256", key, "", "second factor: secret", 32));
  const digestKey = Buffer.from(hkdfSync("sha256", key, "", "second factor: digests", 32));
  const digest = (...parts: readonly string[]) => createHmac("sha256", digestKey).update(parts.join("\n")).digest();
  const challengeId = (challenge: string) => `second-factor:${digest("challenge", challenge).toString("base64url")}`;

  /** Takes a code that is of now and newer than the last one taken; the row is the lock, so one code is taken once. */
  async function takeCode(client: Pool | PoolClient, officerId: string, code: string): Promise<boolean> {
    const { rows } = await client.query<{ sealed_secret: Buffer }>(
      "select sealed_secret from auth.second_factor where user_id = $1",
      [officerId],
    );
    const secret = rows[0] && opened(sealKey, officerId, rows[0].sealed_secret);
    const step = secret && stepOfCode(secret, code, now());
    if (step === undefined) return false;
    const { rowCount } = await client.query(
      "update auth.second_factor set last_step = $2 where user_id = $1 and last_step < $2",
      [officerId, step],
    );
    return rowCount === 1;
  }

  async function writeRecoveryCodes(client: PoolClient, officerId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await client.query("delete from auth.recovery_code where user_id = $1", [officerId]);
    for (const code of codes) {
      await client.query("insert into auth.recovery_code (user_id, digest) values ($1, $2)", [
        officerId,
        digest("recovery", officerId, plain(code)),
      ]);
    }
    return codes;
  }

  return {
    state: async (officerId) => {
      const { rows } = await pool.query<{ since: Date; left: number }>(
        `select confirmed_at as since, (select count(*)::int from auth.recovery_code c where c.user_id = f.user_id) as left
         from auth.second_factor f where user_id = $1 and confirmed_at is not null`,
        [officerId],
      );
      return rows[0] && { since: rows[0].since, recoveryCodesLeft: rows[0].left };
    },
    begin: async (officerId, username) => {
      const fresh = randomBytes(SECRET_BYTES);
      const { rows } = await pool.query<{ sealed_secret: Buffer; confirmed: boolean }>(
        `insert into auth.second_factor as f (user_id, sealed_secret) values ($1, $2)
         on conflict (user_id) do update set created_at = f.created_at
         returning sealed_secret, confirmed_at is not null as confirmed`,
        [officerId, sealed(sealKey, officerId, fresh)],
      );
      const row = rows[0];
      if (!row || row.confirmed) return undefined;
      // A page that is loaded again shows the same secret: the telephone may have read it already.
      const secret = opened(sealKey, officerId, row.sealed_secret) ?? fresh;
      const svg = await QRCode.toString(enrolmentAddress(username, secret), { type: "svg", margin: 2 });
      return { secret: base32(secret), picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}` };
    },
    confirm: (officerId, code) =>
      inTransaction(pool, async (client) => {
        if (!(await takeCode(client, officerId, code))) return undefined;
        const { rowCount } = await client.query(
          "update auth.second_factor set confirmed_at = now() where user_id = $1 and confirmed_at is null",
          [officerId],
        );
        return rowCount === 1 ? writeRecoveryCodes(client, officerId) : undefined;
      }),
    take: async (officerId, given) => {
      const code = given.replaceAll(/[\s.-]/g, "").toLowerCase();
      if (/^\d{6}$/.test(code)) return (await takeCode(pool, officerId, code)) ? "code" : undefined;
      const { rowCount } = await pool.query("delete from auth.recovery_code where user_id = $1 and digest = $2", [
        officerId,
        digest("recovery", officerId, code),
      ]);
      return rowCount === 1 ? "recovery-code" : undefined;
    },
    renewRecoveryCodes: (officerId) => inTransaction(pool, (client) => writeRecoveryCodes(client, officerId)),
    remove: async (officerId) => {
      const { rows } = await pool.query<{ confirmed: boolean }>(
        "delete from auth.second_factor where user_id = $1 returning confirmed_at is not null as confirmed",
        [officerId],
      );
      return rows[0]?.confirmed ?? false;
    },
    ask: async (officerId) => {
      const challenge = randomBytes(32).toString("base64url");
      await pool.query(
        `insert into auth.verification (id, identifier, value, "expiresAt") values (gen_random_uuid(), $1, $2, $3)`,
        [challengeId(challenge), officerId, new Date(now().getTime() + CHALLENGE_MINUTES * 60_000)],
      );
      return challenge;
    },
    asked: async (challenge) => {
      const { rows } = await pool.query<{ value: string }>(
        `select value from auth.verification where identifier = $1 and "expiresAt" > $2`,
        [challengeId(challenge), now()],
      );
      return rows[0]?.value;
    },
    answered: async (challenge) => {
      const { rowCount } = await pool.query("delete from auth.verification where identifier = $1", [
        challengeId(challenge),
      ]);
      return rowCount === 1;
    },
  };
}

/** 12 bytes nonce, 16 bytes tag, ciphertext; bound to the officer, so that a row copied to another opens nothing. */
function sealed(key: Buffer, officerId: string, secret: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(officerId));
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Undefined when it was sealed with another key, as after a restore without the keys: then no code is right. */
function opened(key: Buffer, officerId: string, box: Buffer): Buffer | undefined {
  const decipher = createDecipheriv("aes-256-gcm", key, box.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(officerId))
    .setAuthTag(box.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Ten letters and digits that cannot be mistaken for each other on paper: about 49 bits. A letter leads, so that it is no one-time code. */
function newRecoveryCode(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz";
  const all = `${letters}23456789`;
  const pick = (from: string) => from.charAt(randomInt(from.length));
  const code = pick(letters) + Array.from({ length: 9 }, () => pick(all)).join("");
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

const plain = (code: string) => code.replace("-", "");

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
