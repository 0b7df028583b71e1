import { createHash, createHmac, randomInt } from "node:crypto";

// Crockford's base 32: no I, L, O, U, so that a secret read aloud or copied by hand survives.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** So many random letters of the same alphabet, for codes. */
export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => alphabet[randomInt(32)]).join("");
}

/** Sixty random bits as three groups, e.g. "K7QX-2M4P-9TRA". Given once on the receipt; only its hash is kept. */
export function newTrackingSecret(): string {
  return grouped(randomLetters(12));
}

/** Of the same shape, and the same each time from that key: it is printed anew without being kept. */
export function derivedTrackingSecret(key: Buffer, id: string): string {
  const bytes = createHmac("sha256", key).update(id).digest();
  return grouped(Array.from(bytes.subarray(0, 12), (byte) => alphabet[byte % 32]).join(""));
}

const grouped = (letters: string): string => `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;

/** What people type (lower case, spaces, O for 0, I or L for 1) as the one form that was hashed. */
export function normaliseTrackingSecret(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
}

/** SHA-256; sixty random bits behind a rate limit need no slow hash. */
export function hashTrackingSecret(typed: string): Buffer {
  return createHash("sha256").update(normaliseTrackingSecret(typed)).digest();
}
