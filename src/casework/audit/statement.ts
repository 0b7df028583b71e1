import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import * as z from "zod";
import type { CivilDate } from "../../time/civil-date.ts";
import { canonicalJson } from "./chain.ts";

const hex = z.string().regex(/^[0-9a-f]{64}$/);

/** What is signed. */
const statement = z.object({
  of: z.literal("minh-xet/trail-root/1"),
  no: z.int().positive(),
  on: z.iso.date(),
  at: z.iso.datetime(),
  /** The database's clock, by which reads and steps of papers are dated. */
  databaseAt: z.iso.datetime(),
  daily: z.boolean(),
  /** SHA-256 of the statement of the root before; null for the first. */
  after: hex.nullable(),
  /** Root of the Merkle tree over the heads of all chains. */
  merkle: hex,
  chains: z.int(),
  rows: z.int(),
  /** Digest over the leaves that this root added. */
  changes: hex,
  /** The public key, SPKI in base64. */
  key: z.string(),
});
export type RootStatement = z.infer<typeof statement>;

export interface SignedRoot {
  readonly no: number;
  readonly on: CivilDate;
  readonly daily: boolean;
  readonly statement: string;
  readonly hash: Buffer;
  readonly signature: Buffer;
}

/** Where the private key comes from is the server's matter. Null when this installation has none at hand. */
export interface TrailKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export const publicKeyText = (key: KeyObject): string => key.export({ type: "spki", format: "der" }).toString("base64");

/** Short name of a key, to be read out and compared. */
export const keyId = (spki: string): string =>
  createHash("sha256").update(Buffer.from(spki, "base64")).digest("hex").slice(0, 16);

export const statementHash = (text: string): Buffer => createHash("sha256").update(text).digest();

export function signStatement(said: RootStatement, key: TrailKey): { text: string; hash: Buffer; signature: Buffer } {
  const text = canonicalJson(said);
  return { text, hash: statementHash(text), signature: sign(null, Buffer.from(text), key.privateKey) };
}

export function parseStatement(text: string): RootStatement | undefined {
  try {
    const parsed = statement.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export function isSignedBy(spki: string, text: string, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, "base64"), format: "der", type: "spki" });
    return key.asymmetricKeyType === "ed25519" && verify(null, Buffer.from(text), key, signature);
  } catch {
    return false;
  }
}
