import type { PaperInput } from "./paper-input.ts";
import type { Slip } from "./slip.ts";

/** Port: turns a filled statutory form into bytes. */
export interface PaperRenderer {
  render(input: PaperInput, format: "pdf" | "docx"): Promise<Uint8Array>;
  /** Several papers one after the other in one PDF, each beginning on a page of its own. */
  renderTogether(inputs: readonly PaperInput[]): Promise<Uint8Array>;
  /** Slips to be cut apart, eight on a page of A4, as PDF. */
  renderSlips(slips: readonly Slip[]): Promise<Uint8Array>;
}
