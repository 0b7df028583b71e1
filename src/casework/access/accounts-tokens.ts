import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import { invalidInput, notAllowed, notFound } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import type { AccountsSetting } from "./accounts.ts";
import { whoAsks } from "./who.ts";

export interface TokenLine {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/**
 * Makes an API token that acts with the officer's own rights: for oneself in a session, for anybody by a command.
 * The secret (`mx_…`) is returned once; the database keeps its SHA-256.
 */
export async function createToken(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly officerId?: string; readonly label: string },
): Promise<{ readonly tokenId: string; readonly secret: string }> {
  const label = input.label.normalize("NFC").trim();
  if (label === "" || label.length > 80) {
    throw invalidInput([
      {
        field: "label",
        message: {
          vi: "Ghi mục đích của mã, tối đa 80 ký tự.",
          en: "Say what the token is for, in at most 80 characters.",
        },
      },
    ]);
  }
  // A token must not breed tokens: who finds one could otherwise outlive its revocation.
  if (asker !== "nobody" && "token" in asker) throw notAllowed();
  const secret = `mx_${randomBytes(32).toString("base64url")}`;
  const tokenId = setting.newId();
  await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    if (who.kind === "officer" && input.officerId !== undefined && input.officerId !== who.officerId)
      throw notAllowed();
    const officerId = input.officerId ?? who.officerId;
    if (officerId === null) throw notFound();
    await sql`insert into api_token (id, officer_id, label, secret_hash) values (${tokenId}, ${officerId}, ${label}, ${digest(secret)})`.execute(
      tx,
    );
  });
  return { tokenId, secret };
}

/** From now on the token opens nothing. */
export async function revokeToken(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly tokenId: string },
): Promise<void> {
  await transaction(setting.store, asker, async (tx) => {
    whoAsks(tx);
    const { numAffectedRows } =
      await sql`update api_token set revoked_at = coalesce(revoked_at, now()) where id = ${input.tokenId}`.execute(tx);
    if (numAffectedRows === 0n) throw notFound();
  });
}

/** The asker's own tokens, newest first. */
export async function listTokens(setting: AccountsSetting, asker: Asker): Promise<readonly TokenLine[]> {
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<TokenLine>`
      select id, label, created_at as "createdAt", revoked_at as "revokedAt" from api_token
      where officer_id = ${who.officerId} order by created_at desc, id`.execute(tx);
    return rows;
  });
}

const digest = (secret: string) => createHash("sha256").update(secret, "utf8").digest();
