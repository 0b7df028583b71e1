import { createHash, randomInt } from "node:crypto";

// Crockford's base 32: no I, L, O, U, so that a secret read aloud or copied by hand survives.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Sixty random bits as three groups, e.g. "K7QX-2M4P-9TRA". Given once on the receipt; only its hash is kept. */
export function newTrackingSecret(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(32)]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** What people type (lower case, spaces, O for 0, I or L for 1) as the one form that was hashed. */
export function normaliseTrackingSecret(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
}

/** SHA-256; sixty random bits behind a rate limit need no slow hash. */
export function hashTrackingSecret(typed: string): Buffer {
  return createHash("sha256").update(normaliseTrackingSecret(typed)).digest();
}
