export { type BackupSummary, backup, prepareSchema } from "./backup.ts";
export { type BaseSummary, backupBase } from "./base.ts";
export { type RestoreSummary, restore } from "./restore.ts";
export { type RestoreToSummary, restoreTo } from "./restore-to.ts";
