/** One page of an opened scan, drawn. */
export interface ScanPage {
  readonly canvas: HTMLCanvasElement;
  /** The page's size in points (1/72 inch). */
  readonly points: { readonly width: number; readonly height: number };
}

/** A picture larger than this on one side is drawn smaller: a browser refuses larger canvases. */
const sideMax = 6000;
const pdfDotsPerInch = 170;
export const scanPagesMax = 60;

export type ScanKind = "picture" | "pdf" | "text" | "other";

export function scanKind(mediaType: string): ScanKind {
  if (["image/jpeg", "image/png", "image/webp"].includes(mediaType)) return "picture";
  if (mediaType === "application/pdf") return "pdf";
  return mediaType === "text/plain" ? "text" : "other";
}

/** Draws a scan page by page. Throws when the file cannot be read or has too many pages. */
export async function drawScan(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<readonly ScanPage[]> {
  return scanKind(mediaType) === "pdf" ? drawPdf(bytes) : [await drawPicture(bytes, mediaType)];
}

async function drawPicture(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<ScanPage> {
  const picture = await createImageBitmap(new Blob([bytes], { type }));
  const scale = Math.min(1, sideMax / Math.max(picture.width, picture.height));
  const canvas = blankPage(picture.width * scale, picture.height * scale);
  paintOn(canvas).drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return { canvas, points: { width: canvas.width * 0.75, height: canvas.height * 0.75 } };
}

async function drawPdf(bytes: Uint8Array<ArrayBuffer>): Promise<readonly ScanPage[]> {
  const { openPdf } = await import("./open-pdf.ts");
  const { document, close } = await openPdf(bytes);
  try {
    if (document.numPages > scanPagesMax) throw new Error("too many pages");
    const pages: ScanPage[] = [];
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      const { width, height } = page.getViewport({ scale: 1 });
      const scale = Math.min(pdfDotsPerInch / 72, sideMax / Math.max(width, height));
      const canvas = blankPage(width * scale, height * scale);
      await page.render({ canvas, viewport: page.getViewport({ scale }), background: "white" }).promise;
      pages.push({ canvas, points: { width, height } });
    }
    return pages;
  } finally {
    await close();
  }
}

export function blankPage(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  return canvas;
}

export function paintOn(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  return context;
}
