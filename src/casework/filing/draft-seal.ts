import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomInt } from "node:crypto";
import { normaliseTrackingSecret } from "../petitions/index.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const letters = (count: number): string => Array.from({ length: count }, () => alphabet[randomInt(32)]).join("");
const grouped = (text: string): string => text.match(/.{1,4}/g)?.join("-") ?? text;

/** Under which a draft is found again. */
export const newDraftCode = (): string => `NHAP-${grouped(letters(8))}`;

/** A hundred random bits: whoever has the database and the file store cannot try them out. Shown to the citizen, kept nowhere. */
export const newDraftSecret = (): string => grouped(letters(20));

/** What people type, as the one form from which hash and key are made. */
export function normaliseDraftCode(typed: string): string {
  const compact = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  const tail = normaliseTrackingSecret(compact.replace(/^NHAP/, ""));
  return `NHAP-${grouped(tail)}`;
}

export interface DraftKey {
  /** What the database knows the secret by. */
  readonly hash: Buffer;
  readonly key: Buffer;
  /** The secret of the receipt, the same at every sending: a second press of the button shows the same receipt. */
  readonly trackingSecret: string;
}

/** Hash, key and tracking secret are three one-way roads from the same secret: none leads to another. */
export function draftKeyOf(code: string, secret: string): DraftKey {
  const from = normaliseTrackingSecret(secret);
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync("sha256", from, code, purpose, 32));
  const tracking = [...derive("tracking").subarray(0, 12)].map((byte) => alphabet[byte % 32]).join("");
  return {
    hash: createHash("sha256").update(derive("hash")).digest(),
    key: derive("key"),
    trackingSecret: grouped(tracking),
  };
}

const BLOCK = 2048;

/** AES-256-GCM, bound to the draft's code; nonce, tag, ciphertext. */
export function sealForDraft(key: Buffer, code: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(code));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws when it was sealed by another secret, for another draft, or changed. */
export function openForDraft(key: Buffer, code: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAAD(Buffer.from(code));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

/** JSON filled up with spaces: the length of the ciphertext does not tell how much was typed. */
export function paddedJson(value: object): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  return Buffer.concat([json, Buffer.alloc(Math.ceil(json.length / BLOCK) * BLOCK - json.length, " ")]);
}
