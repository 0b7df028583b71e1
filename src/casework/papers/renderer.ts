import type { PaperInput } from "./paper-input.ts";

/** Port: turns a filled statutory form into bytes. */
export interface PaperRenderer {
  render(input: PaperInput, format: "pdf" | "docx"): Promise<Uint8Array>;
}
