import { Worker } from "node:worker_threads";
import QRCode from "qrcode";
import type { DocumentModel } from "../model.ts";
import { PaperError } from "../paper.ts";
import type { SlipSheet } from "../slips.ts";
import type { PdfAnswer, PdfJob } from "./worker.ts";

// Measured: 200 papers add 0.6 MB to the process after the cache is evicted; a new worker gives it back.
const papersPerWorker = 200;
const timeoutMs = 20_000;

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: PaperError) => void;
  readonly timer: NodeJS.Timeout;
}

interface Press {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  taken: number;
}

let press: Press | undefined;

const failAll = (one: Press, error: PaperError): void => {
  for (const job of one.waiting.values()) {
    clearTimeout(job.timer);
    job.reject(error);
  }
  one.waiting.clear();
};

const retire = async (one: Press, error: PaperError): Promise<void> => {
  if (press === one) press = undefined;
  failAll(one, error);
  await one.worker.terminate();
};

const settle = (one: Press, answer: PdfAnswer): void => {
  const job = one.waiting.get(answer.id);
  if (!job) return;
  one.waiting.delete(answer.id);
  clearTimeout(job.timer);
  if ("pdf" in answer) job.resolve(answer.pdf);
  // The compiler quotes the paper in its complaints; only their kind may leave.
  else job.reject(new PaperError("render-failed", "The paper could not be set as PDF."));
  if (one.waiting.size === 0) one.worker.unref();
  if (one !== press && one.waiting.size === 0) void one.worker.terminate();
};

const openPress = (): Press => {
  const one: Press = { worker: new Worker(new URL("./worker.ts", import.meta.url)), waiting: new Map(), taken: 0 };
  one.worker.unref();
  one.worker.on("message", (answer: PdfAnswer) => settle(one, answer));
  one.worker.on("error", (cause) => {
    void retire(one, new PaperError("render-failed", "The worker that makes PDFs stopped.", { cause }));
  });
  one.worker.on("exit", () => {
    if (press === one) press = undefined;
    failAll(one, new PaperError("render-failed", "The worker that makes PDFs stopped."));
  });
  return one;
};

const currentPress = (): Press => {
  // A full worker answers what it was given and is then stopped by `settle`.
  if (press && press.taken >= papersPerWorker) {
    const full = press;
    press = undefined;
    if (full.waiting.size === 0) void full.worker.terminate();
  }
  press ??= openPress();
  return press;
};

const squares = async (url: string): Promise<string> =>
  QRCode.toString(url, { type: "svg", errorCorrectionLevel: "M", margin: 0 });

const forTypst = async (model: DocumentModel | SlipSheet): Promise<object> => {
  if ("slips" in model) {
    // All slips lead to the same page.
    const qr = model.slips[0] ? await squares(model.slips[0].url) : "";
    return { ...model, qr };
  }
  const blocks = await Promise.all(
    model.blocks.map(async (block, index) => {
      if (block.kind === "tracking" && block.url) return { ...block, qr: await squares(block.url) };
      const next = model.blocks[index + 1]?.kind;
      const keep = block.kind === "paragraph" && (next === "ending" || next === "signatures");
      return keep ? { ...block, keep } : block;
    }),
  );
  return { ...model, blocks };
};

/** Draws papers one after the other as one PDF/A-2b in a worker thread. Throws PaperError `render-failed` or `render-timeout`. */
export const renderPdf = async (models: readonly (DocumentModel | SlipSheet)[]): Promise<Uint8Array> => {
  const modelJson = JSON.stringify(await Promise.all(models.map(forTypst)));
  return new Promise((resolve, reject) => {
    const one = currentPress();
    one.taken += 1;
    const id = one.taken;
    const timer = setTimeout(() => {
      void retire(one, new PaperError("render-timeout", `The paper was not ready after ${timeoutMs / 1000} seconds.`));
    }, timeoutMs);
    one.waiting.set(id, { resolve, reject, timer });
    one.worker.ref();
    one.worker.postMessage({ id, modelJson } satisfies PdfJob);
  });
};

/** Stops the worker; a paper under way fails with `render-failed`. */
export const closePdf = async (): Promise<void> => {
  if (press) await retire(press, new PaperError("render-failed", "The renderer was closed."));
};
