import { randomUUID } from "node:crypto";

/**
 * A register between its preview and its import. In this process's memory only, because it may name denouncers
 * (settled 2): for half an hour, to the officer who sent it.
 */
const shelf = new Map<string, { readonly officerId: string; readonly bytes: Uint8Array; readonly until: number }>();
const shelvesMax = 8;
const keptMs = 30 * 60 * 1000;

export function shelve(officerId: string, bytes: Uint8Array): string {
  const now = Date.now();
  for (const [id, { until }] of shelf) if (until < now || shelf.size >= shelvesMax) shelf.delete(id);
  const id = randomUUID();
  shelf.set(id, { officerId, bytes, until: now + keptMs });
  return id;
}

/** The bytes, or undefined when they are gone: the officer chooses the file again. */
export function shelved(officerId: string, id: string): Uint8Array | undefined {
  const found = shelf.get(id);
  return found && found.officerId === officerId && found.until >= Date.now() ? found.bytes : undefined;
}

export const unshelve = (id: string): void => void shelf.delete(id);
