export { type AddedFile, type AddFileInput, addFile, type ReadFile, readFile } from "./add-file.ts";
export type { FileStore } from "./file-store.ts";
export { fileBytesMax } from "./media-types.ts";
