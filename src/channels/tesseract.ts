import { createRequire } from "node:module";
import path from "node:path";
import { createWorker, OEM } from "tesseract.js";
import type { ReadLine } from "../casework/intake/index.ts";

export interface Tesseract {
  read(picture: Uint8Array, size: { readonly width: number; readonly height: number }): Promise<readonly ReadLine[]>;
  close(): Promise<void>;
}

/** The data of the package itself: the network is never asked, and nothing is written to disk. */
const languageFolder = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/vie/package.json")),
  "4.0.0_best_int",
);

export async function openTesseract(): Promise<Tesseract> {
  const worker = await createWorker("vie", OEM.LSTM_ONLY, {
    langPath: languageFolder,
    cacheMethod: "none",
    gzip: true,
    // Without it a picture that cannot be read ends the thread instead of the promise.
    errorHandler: () => undefined,
  });
  return {
    read: async (picture, { width, height }) => {
      const { data } = await worker.recognize(Buffer.from(picture), {}, { text: false, blocks: true });
      const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((each) => each.lines));
      return lines.map(({ text, confidence, bbox }) => ({
        text,
        confidence,
        place: {
          x: bbox.x0 / width,
          y: bbox.y0 / height,
          w: (bbox.x1 - bbox.x0) / width,
          h: (bbox.y1 - bbox.y0) / height,
        },
      }));
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
