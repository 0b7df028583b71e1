import { parentPort } from "node:worker_threads";
import { openCompiler, readFonts } from "./compile.ts";
import { keepDrawable } from "./glyphs.ts";

/** What the worker is asked, and what it answers. */
export interface PdfJob {
  readonly id: number;
  readonly modelJson: string;
}
export type PdfAnswer =
  | { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly problem: string };

if (!parentPort) throw new Error("This file runs as a worker thread.");
const port = parentPort;

const fonts = readFonts();
const compile = openCompiler(fonts);
const drawable = fonts[0] ? keepDrawable(fonts[0]) : (text: string) => text;

port.on("message", ({ id, modelJson }: PdfJob) => {
  try {
    const pdf = compile(drawable(modelJson));
    port.postMessage({ id, pdf } satisfies PdfAnswer, [pdf.buffer]);
  } catch (error) {
    port.postMessage({ id, problem: error instanceof Error ? error.message : String(error) } satisfies PdfAnswer);
  }
});
