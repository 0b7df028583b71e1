export {
  cancelImport,
  failDeadImports,
  type ImportRejection,
  type ImportRun,
  type ImportState,
  importErrors,
  importRejections,
  importRun,
} from "./import-run.ts";
export { type PreviewColumn, previewRegister, type RegisterPreview } from "./preview-register.ts";
export type { Upload } from "./read-upload.ts";
export {
  type ImportInput,
  type ImportProgress,
  type ImportResult,
  runImport,
  startImport,
  stopImports,
} from "./run-import.ts";
