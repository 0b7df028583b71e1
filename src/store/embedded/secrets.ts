import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StoreError } from "../store-error.ts";

/** Passwords of the database's roles, made here and kept only in the data folder, readable by its owner alone. */
export interface DatabaseSecrets {
  readonly superuser: string;
  readonly migrator: string;
  readonly app: string;
  readonly auth: string;
}

const NAMES = ["superuser", "migrator", "app", "auth"] as const;
const secretsFile = (dataDir: string) => path.join(dataDir, "secrets", "database.json");

/** The passwords of this data folder; makes them at the first call unless a database that needs them already exists. */
export function databaseSecrets(dataDir: string, databaseExists: boolean): DatabaseSecrets {
  const file = secretsFile(dataDir);
  if (existsSync(file)) return readSecrets(file);
  if (databaseExists) throw new StoreError("data-folder-damaged", `${file} is gone: the database cannot be opened.`);
  const password = () => randomBytes(24).toString("base64url");
  const secrets = { superuser: password(), migrator: password(), app: password(), auth: password() };
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function readSecrets(file: string): DatabaseSecrets {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new StoreError("data-folder-damaged", `${file} cannot be read.`, { cause });
  }
  if (!isSecrets(read)) throw new StoreError("data-folder-damaged", `${file} does not hold the database's passwords.`);
  return read;
}

function isSecrets(value: unknown): value is DatabaseSecrets {
  if (typeof value !== "object" || value === null) return false;
  const record: Record<string, unknown> = { ...value };
  return NAMES.every((name) => typeof record[name] === "string");
}
