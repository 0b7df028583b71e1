import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import serif from "pdfjs-dist/standard_fonts/FoxitSerif.pfb?url";
import serifBold from "pdfjs-dist/standard_fonts/FoxitSerifBold.pfb?url";
import serifBoldItalic from "pdfjs-dist/standard_fonts/FoxitSerifBoldItalic.pfb?url";
import serifItalic from "pdfjs-dist/standard_fonts/FoxitSerifItalic.pfb?url";
import sansBold from "pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf?url";
import sansBoldItalic from "pdfjs-dist/standard_fonts/LiberationSans-BoldItalic.ttf?url";
import sansItalic from "pdfjs-dist/standard_fonts/LiberationSans-Italic.ttf?url";
import sans from "pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf?url";
import jbig2 from "pdfjs-dist/wasm/jbig2.wasm?url";
import openjpeg from "pdfjs-dist/wasm/openjpeg.wasm?url";

/** What the library may ask for: the decoders of fax, JBIG2 and JPEG 2000 scans, and letters that a PDF did not bring along. */
const bundled: Readonly<Record<string, string>> = {
  "jbig2.wasm": jbig2,
  "openjpeg.wasm": openjpeg,
  "LiberationSans-Regular.ttf": sans,
  "LiberationSans-Bold.ttf": sansBold,
  "LiberationSans-Italic.ttf": sansItalic,
  "LiberationSans-BoldItalic.ttf": sansBoldItalic,
  "FoxitSerif.pfb": serif,
  "FoxitSerifBold.pfb": serifBold,
  "FoxitSerifItalic.pfb": serifItalic,
  "FoxitSerifBoldItalic.pfb": serifBoldItalic,
};

/** Brings them from our own assets; nothing is asked of another host. */
class BundledData {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const url = bundled[filename];
    if (!url) throw new Error(`${filename} is not bundled`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${filename} could not be loaded`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** Opens a PDF in the library's worker, without eval, fonts of the page or scripts of the document. */
export async function openPdf(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly document: PDFDocumentProxy; readonly close: () => Promise<void> }> {
  GlobalWorkerOptions.workerSrc = workerUrl;
  const loading = getDocument({
    data: bytes.slice(),
    BinaryDataFactory: BundledData,
    useWorkerFetch: false,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: true,
  });
  return { document: await loading.promise, close: () => loading.destroy() };
}
