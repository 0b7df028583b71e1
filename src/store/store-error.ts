/** What can go wrong below the use cases; the code is stable, the message is one line without personal data. */
export type StoreErrorCode =
  | "data-folder-unwritable"
  | "data-folder-in-use"
  | "data-folder-damaged"
  | "platform-unsupported"
  | "server-did-not-start"
  | "server-lacks"
  | "database-unreachable"
  | "database-newer"
  | "migration-changed"
  | "migration-failed"
  | "not-all-rows-visible"
  | "backup-damaged"
  | "backup-locked"
  | "backup-key"
  | "backup-refused"
  | "restore-refused"
  | "outcome-unknown";

export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}

/** The five-character SQLSTATE or the system's error code (`ECONNREFUSED`), if the error has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
