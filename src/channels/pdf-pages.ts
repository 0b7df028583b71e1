import { crc32, deflateSync } from "node:zlib";
import { getDocument, ImageKind, OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { ReadLine } from "../casework/intake/index.ts";

/** Pages of a PDF: the picture that a scanner put on each, and the text of those that were typed. */
export interface PdfPages {
  readonly count: number;
  /** Lines of the page's own text; empty on a scan. */
  typed(page: number): Promise<readonly ReadLine[]>;
  /** The largest picture of the page as PNG; null where there is none. */
  picture(page: number): Promise<Uint8Array | null>;
}

/** Fewer letters are a stamp or a page number beside a scan. */
const typedLettersMin = 40;

export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  const pdf = await getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  }).promise;
  return {
    count: pdf.numPages,
    typed: async (page) => typedLines(await pdf.getPage(page + 1)),
    picture: async (page) => largestPicture(await pdf.getPage(page + 1)),
  };
}

async function typedLines(page: PDFPageProxy): Promise<readonly ReadLine[]> {
  const { items } = await page.getTextContent();
  const [, , width = 1, height = 1] = page.view;
  const lines: { text: string; x: number; y: number; end: number; h: number }[] = [];
  for (const item of items) {
    if (!("str" in item) || item.str === "") continue;
    const [, , , , x = 0, y = 0] = item.transform as readonly number[];
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < item.height / 2) {
      last.text += item.str;
      last.end = x + item.width;
    } else lines.push({ text: item.str, x, y, end: x + item.width, h: item.height });
  }
  if (lines.reduce((sum, { text }) => sum + text.trim().length, 0) < typedLettersMin) return [];
  return lines.map(({ text, x, y, end, h }) => ({
    text,
    confidence: 100,
    place: { x: x / width, y: 1 - (y + h) / height, w: (end - x) / width, h: (h * 1.2) / height },
  }));
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data: Uint8Array;
}

async function largestPicture(page: PDFPageProxy): Promise<Uint8Array | null> {
  const { fnArray, argsArray } = await page.getOperatorList();
  let largest: Picture | undefined;
  for (const [index, fn] of fnArray.entries()) {
    if (fn !== OPS.paintImageXObject) continue;
    const [name] = argsArray[index] as readonly [string];
    const found = await pictureNamed(page, name);
    if (found && (!largest || found.width * found.height > largest.width * largest.height)) largest = found;
  }
  return largest ? pngOf(largest) : null;
}

/** Pictures that several pages share stand apart from those of one page. */
function pictureNamed(page: PDFPageProxy, name: string): Promise<Picture | undefined> {
  return new Promise((resolve) => {
    (name.startsWith("g_") ? page.commonObjs : page.objs).get(name, (found: unknown) =>
      resolve(isPicture(found) ? found : undefined),
    );
  });
}

const isPicture = (found: unknown): found is Picture =>
  (typeof found === "object" && found !== null && "data" in found && found.data instanceof Uint8Array) ||
  (typeof found === "object" && found !== null && "data" in found && found.data instanceof Uint8ClampedArray);

const shapes: Readonly<Record<number, { readonly depth: number; readonly colour: number; readonly bits: number }>> = {
  [ImageKind.GRAYSCALE_1BPP]: { depth: 1, colour: 0, bits: 1 },
  [ImageKind.RGB_24BPP]: { depth: 8, colour: 2, bits: 24 },
  [ImageKind.RGBA_32BPP]: { depth: 8, colour: 6, bits: 32 },
};

function pngOf({ width, height, kind, data }: Picture): Uint8Array | null {
  const shape = shapes[kind];
  if (!shape) return null;
  const row = Math.ceil((width * shape.bits) / 8);
  const raw = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y += 1) raw.set(data.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([shape.depth, shape.colour, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(raw, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), body.length + 8);
  return out;
}
