import { type PagePicture, pdfOfPictures } from "./pdf-of-pictures.ts";
import { type Box, pixelsOf } from "./redaction.ts";
import { blankPage, paintOn, type ScanPage } from "./scan-pages.ts";

const jpegQuality = 0.88;

export interface FlatCopy {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: "image/jpeg" | "image/png" | "application/pdf";
}

/** The page as it will be saved: a new canvas on which nothing lies under the black. */
export function blackedOut({ canvas }: ScanPage, boxes: readonly Box[]): HTMLCanvasElement {
  const copy = blankPage(canvas.width, canvas.height);
  const paint = paintOn(copy);
  paint.fillStyle = "#fff";
  paint.fillRect(0, 0, copy.width, copy.height);
  paint.drawImage(canvas, 0, 0);
  paint.fillStyle = "#000";
  for (const box of boxes) {
    const { left, top, width, height } = pixelsOf(box, copy.width, copy.height);
    paint.fillRect(left, top, width, height);
  }
  return copy;
}

/** The working copy: pixels only, encoded anew, so that no text layer and no metadata of the original is left. */
export async function flatten(pages: readonly ScanPage[], boxes: readonly Box[], mediaType: string): Promise<FlatCopy> {
  const canvases = pages.map((page, i) =>
    blackedOut(
      page,
      boxes.filter((box) => box.page === i),
    ),
  );
  const [first] = canvases;
  if (mediaType !== "application/pdf" && first) {
    const type = mediaType === "image/png" ? "image/png" : "image/jpeg";
    return { bytes: await encoded(first, type), mediaType: type };
  }
  const pictures: PagePicture[] = [];
  for (const [i, canvas] of canvases.entries()) {
    const page = pages[i];
    if (!page) continue;
    const { width, height } = canvas;
    pictures.push({ jpeg: await encoded(canvas, "image/jpeg"), pixels: { width, height }, points: page.points });
  }
  return { bytes: pdfOfPictures(pictures), mediaType: "application/pdf" };
}

async function encoded(canvas: HTMLCanvasElement, type: "image/jpeg" | "image/png"): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, jpegQuality));
  if (!blob) throw new Error("the picture could not be encoded");
  return new Uint8Array(await blob.arrayBuffer());
}
