export { type AddedFile, type AddFileInput, addFile, cleanName, type ReadFile, readFile } from "./add-file.ts";
export { addFiledFiles, type FiledFile } from "./add-filed-files.ts";
export { type FileScanner, refuseInfected } from "./file-scanner.ts";
export type { FileStore, StoredBytes } from "./file-store.ts";
export { fileBytesMax, mediaTypeOf, piecesOfRecording, recordingTooLarge } from "./media-types.ts";
