import { createHash } from "node:crypto";

/** A UUID that is always the same for a name, so that the demonstration is the same on every machine. */
export function knownId(name: string): string {
  const hex = createHash("sha256").update(`minhxet demo ${name}`).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
