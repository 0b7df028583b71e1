import type { PaperInput } from "../../documents/index.ts";

/** Port: turns a filled statutory form into bytes. */
export interface PaperRenderer {
  render(input: PaperInput, format: "pdf" | "docx"): Promise<Uint8Array>;
}
