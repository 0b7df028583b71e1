import JSZip from "jszip";
import { extractText, getDocumentProxy } from "unpdf";
import { type PaperInput, renderPaper } from "./index.ts";

const flat = (text: string): string => text.normalize("NFC").replaceAll(/\s+/gu, " ");

/** The text of the paper as PDF, white space folded. */
export const pdfText = async (input: PaperInput): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(await renderPaper(input, "pdf")), { mergePages: true });
  return flat(text);
};

/** The same, page by page. */
export const pages = async (input: PaperInput): Promise<string[]> => {
  const { text } = await extractText(await getDocumentProxy(await renderPaper(input, "pdf")), { mergePages: false });
  return text.map(flat);
};

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of the paper as Word. */
export const docxText = async (input: PaperInput): Promise<string> => {
  const zip = await JSZip.loadAsync(await renderPaper(input, "docx"));
  const parts = Object.keys(zip.files).filter((name) => /^word\/(document|header\d+)\.xml$/u.test(name));
  const xml = (await Promise.all(parts.map((name) => zip.file(name)?.async("string") ?? ""))).join(" ");
  const words = xml.replaceAll("</w:p>", " ").replaceAll(/<[^>]+>/gu, "");
  return flat(words.replaceAll(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => entities[name] ?? ""));
};
