import { createHash, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Keys of this installation, each a file in the data folder that only its owner can read. */
export interface Secrets {
  /** Signs session cookies; derives the keys of throttling, of second factors and of the sign-in library. */
  readonly session: Buffer;
  readonly throttle: Buffer;
  readonly library: string;
  /** Signs the marks of known browsers. */
  readonly device: Buffer;
  /** Signs what a browser carries to the provider of single sign-on and back. */
  readonly signOn: Buffer;
  /** Seals the secrets of one-time codes. */
  readonly secondFactor: Buffer;
  /** Signs that a citizen confirmed a sending. */
  readonly confirmation: Buffer;
  /** Makes the tracking secrets of signatories, which are printed and kept in no row. */
  readonly signatories: Buffer;
  /** Makes the secrets of booked places, likewise. */
  readonly bookings: Buffer;
  /** Opens the context of background work and of commands in the database. */
  readonly task: string;
  readonly command: string;
  /** The same for the portal, which takes in what citizens file. */
  readonly portal: string;
  /** Blind look-up in the vault: a file of its own, which no backup holds. */
  readonly vaultLookUp: Buffer;
}

/** Reads the keys of the data folder; makes what is missing. */
export function readSecrets(dataDir: string): Secrets {
  const folder = path.join(dataDir, "secrets");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const session = Buffer.from(secretFile(folder, "session-key"), "base64url");
  return {
    session,
    throttle: derived(session, "throttle"),
    library: derived(session, "library").toString("base64url"),
    device: derived(session, "device"),
    signOn: derived(session, "single sign-on"),
    secondFactor: derived(session, "second factor"),
    confirmation: derived(session, "confirmation"),
    signatories: derived(session, "signatories"),
    bookings: derived(session, "bookings"),
    task: secretFile(folder, "task"),
    command: secretFile(folder, "command"),
    portal: secretFile(folder, "portal"),
    vaultLookUp: Buffer.from(secretFile(folder, "vault-lookup"), "base64url"),
  };
}

function derived(key: Buffer, purpose: string): Buffer {
  return createHash("sha256").update(purpose).update("\0").update(key).digest();
}

/** Two processes that start at once agree: a complete file is linked into place, and only the first link holds. */
function secretFile(folder: string, name: string): string {
  const file = path.join(folder, name);
  const existing = readIfThere(file);
  if (existing) return existing;
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(fresh, file);
  } catch (error) {
    if (!readIfThere(file)) throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  return readIfThere(file) ?? "";
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
