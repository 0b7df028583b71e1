import { createHash } from "node:crypto";

/** What the first row of every chain is chained to. */
export const chainStart = Buffer.alloc(32);

/** JSON with sorted keys, so that the same facts always have the same bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 over the hash of the row before and this row's facts. */
export function chainHash(previous: Uint8Array, entry: object): Buffer {
  return createHash("sha256").update(previous).update(canonicalJson(entry)).digest();
}

/** Digest that stands in an event for a text kept elsewhere, lower-case hex. */
export function textDigest(text: string): string {
  return createHash("sha256").update(text.normalize("NFC")).digest("hex");
}
