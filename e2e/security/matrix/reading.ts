import { inflateRawSync } from "node:zlib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Finds marks in what was answered, in whatever case; between the digits of a number may stand what separates its groups. */
export function markFinder(marks: readonly string[]): (text: string) => ReadonlySet<string> {
  const numbers = marks.filter((each) => /^\d+$/.test(each)).map((each) => [...each].join("[ .-]?"));
  const anyNumber = numbers.length > 0 ? new RegExp(numbers.join("|"), "g") : /(?!)/g;
  const words = Map.groupBy(marks.filter((each) => !/^\d+$/.test(each)).map(markOf), (each) => each.slice(0, 3));
  return (text) => {
    const low = text.toLowerCase();
    // Almost no answer holds the letters with which all marks begin: one look instead of one for each.
    const found = [...words].flatMap(([start, each]) =>
      low.includes(start) ? each.filter((word) => low.includes(word)) : [],
    );
    return new Set([...found, ...Array.from(low.matchAll(anyNumber), ([number]) => markOf(number))]);
  };
}

/** How a mark is kept, whatever it looked like where it stood. */
export const markOf = (found: string): string =>
  /^[\d .-]+$/.test(found) ? found.replace(/\D/g, "") : found.toLowerCase();

export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** Everything that an answer says: its headers, also as they are decoded, and its body, unpacked when it is a document. */
export async function readAnswer({ headers, body }: Answer): Promise<string> {
  const lines = headers.map(([name, value]) => `${name}: ${value} ${decoded(value)}`).join("\n");
  return `${lines}\n\n${await textOf(body)}`;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

/** The text of bytes; of an archive (Word, Excel) that of its entries, of a PDF that of its pages besides its raw bytes. */
export async function textOf(bytes: Buffer): Promise<string> {
  const raw = bytes.toString("utf8");
  if (bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))) return `${raw}\n${unzipped(bytes)}`;
  if (bytes.subarray(0, 5).toString() === "%PDF-") return `${raw}\n${await pagesOf(bytes)}`;
  return raw;
}

/** Tags between the letters of a word (Word splits runs) are taken away. */
function unzipped(bytes: Buffer): string {
  const texts: string[] = [];
  let at = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const count = bytes.readUInt16LE(at + 10);
  at = bytes.readUInt32LE(at + 16);
  for (let i = 0; i < count; i++) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const entry = (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString("utf8");
    texts.push(bytes.toString("utf8", at + 46, at + 46 + nameLength), entry, entry.replace(/<[^>]*>/g, ""));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return texts.join("\n");
}

async function pagesOf(bytes: Buffer): Promise<string> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const file = await task.promise;
  const texts: string[] = [];
  for (let no = 1; no <= file.numPages; no++) {
    const { items } = await (await file.getPage(no)).getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await task.destroy();
  return texts.join("\n");
}
