import JSZip from "jszip";
import { extractText, getDocumentProxy } from "unpdf";
import { type PaperInput, renderPaper } from "./index.ts";

const flat = (text: string): string => text.normalize("NFC").replaceAll(/\s+/gu, " ");

/** What a reader sees on the pages of the PDF, on one line. */
export async function textOfPdf(input: PaperInput): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(await renderPaper(input, "pdf")), { mergePages: true });
  return flat(text);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The same of the Word file. */
export async function textOfWord(input: PaperInput): Promise<string> {
  const zip = await JSZip.loadAsync(await renderPaper(input, "docx"));
  const parts = Object.keys(zip.files).filter((name) => /^word\/(document|header\d+)\.xml$/u.test(name));
  const xml = (await Promise.all(parts.map((name) => zip.file(name)?.async("string") ?? ""))).join(" ");
  const words = xml.replaceAll("</w:p>", " ").replaceAll(/<[^>]+>/gu, "");
  return flat(words.replaceAll(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => entities[name] ?? ""));
}
