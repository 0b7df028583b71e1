export { type BackupSummary, backup, prepareSchema } from "./backup.ts";
export { type RestoreSummary, restore } from "./restore.ts";
