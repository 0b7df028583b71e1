import { parentPort, workerData } from "node:worker_threads";
import type { ReadLine } from "../casework/intake/index.ts";
import { openPdf, type PdfPages } from "./pdf-pages.ts";
import { isPicture, pictureSize } from "./picture-size.ts";
import { openTesseract, type Tesseract } from "./tesseract.ts";

/** What the thread of one scan is asked. */
export type ScanTask = { readonly bytes: Uint8Array; readonly mediaType: string } & (
  | { readonly what: "read"; readonly pagesMax: number }
  | { readonly what: "count" }
  | { readonly what: "picture"; readonly page: number }
);

export type ScanAnswer =
  | { readonly what: "page"; readonly lines: readonly ReadLine[] }
  | { readonly what: "count"; readonly pages: number }
  | { readonly what: "picture"; readonly bytes: Uint8Array }
  | { readonly what: "end"; readonly well: boolean };

/** A page of A3 at 600 dpi has 70 million pixels; more is no scan of a letter. */
const pixelsMax = 80_000_000;

const say = (answer: ScanAnswer) => parentPort?.postMessage(answer);

async function carryOut(task: ScanTask): Promise<void> {
  if (isPicture(task.mediaType)) {
    if (task.what === "read") await withTesseract(async (tesseract) => readPicture(tesseract, task.bytes));
    return;
  }
  if (task.mediaType !== "application/pdf") throw new TypeError("no scan");
  const pdf = await openPdf(task.bytes);
  if (task.what === "count") say({ what: "count", pages: pdf.count });
  if (task.what === "picture") {
    const bytes = task.page < pdf.count ? await pdf.picture(task.page) : null;
    if (bytes) say({ what: "picture", bytes });
  }
  if (task.what === "read") await withTesseract((tesseract) => readPdf(tesseract, pdf, task.pagesMax));
}

async function withTesseract(work: (open: () => Promise<Tesseract>) => Promise<void>): Promise<void> {
  let opened: Promise<Tesseract> | undefined;
  await work(() => {
    opened ??= openTesseract();
    return opened;
  });
  await (await opened)?.close();
}

async function readPicture(open: () => Promise<Tesseract>, bytes: Uint8Array): Promise<void> {
  const size = pictureSize(bytes);
  if (!size || size.width * size.height > pixelsMax) throw new RangeError("no picture of a page");
  const tesseract = await open();
  say({ what: "page", lines: await tesseract.read(bytes, size) });
}

async function readPdf(open: () => Promise<Tesseract>, pdf: PdfPages, pagesMax: number): Promise<void> {
  for (let page = 0; page < Math.min(pdf.count, pagesMax); page += 1) {
    const typed = await pdf.typed(page);
    if (typed.length > 0) {
      say({ what: "page", lines: typed });
      continue;
    }
    const picture = await pdf.picture(page);
    if (picture) await readPicture(open, picture);
    else say({ what: "page", lines: [] });
  }
}

carryOut(workerData as ScanTask).then(
  () => say({ what: "end", well: true }),
  () => say({ what: "end", well: false }),
);
