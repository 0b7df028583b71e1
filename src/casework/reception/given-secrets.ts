/** Tracking secrets by petition id. */
export type Secrets = Readonly<Record<string, string>>;

const keptMs = 15 * 60 * 1000;
const keptMax = 5000;
const kept = new Map<string, { readonly secrets: Secrets; readonly until: number }>();

const nameOf = (officerId: string | null, key: string): string => `${officerId ?? "-"} ${key}`;

/** Keeps the secrets in this process for a quarter of an hour, so that a form sent twice prints the same receipt. */
export function keepSecrets(officerId: string | null, key: string, secrets: Secrets, nowMs: number): void {
  for (const [name, one] of kept) if (one.until <= nowMs || kept.size >= keptMax) kept.delete(name);
  kept.set(nameOf(officerId, key), { secrets, until: nowMs + keptMs });
}

/** The secrets that the same officer was given for that key, while they are kept; they are nowhere else. */
export function keptSecrets(officerId: string | null, key: string, nowMs: number): Secrets | undefined {
  const found = kept.get(nameOf(officerId, key));
  return found && found.until > nowMs ? found.secrets : undefined;
}
