export {
  type BackupSummary,
  type BaseSummary,
  backup,
  backupBase,
  prepareSchema,
  type RestoreSummary,
  type RestoreToSummary,
  restore,
  restoreTo,
} from "./backup/index.ts";
export { requireCapabilities } from "./capabilities.ts";
export { makeBackupKey, readIdentities, requireRecipients } from "./embedded/sealing.ts";
export { migrate } from "./migrate.ts";
export { type OpenStoreOptions, openStore, type Store } from "./open-store.ts";
export type { Database } from "./rows.ts";
export { errorCode, StoreError, type StoreErrorCode } from "./store-error.ts";
export { type Caller, entered, type TransactionOptions, type Trx, transaction } from "./transaction.ts";
