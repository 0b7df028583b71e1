export interface PagePicture {
  /** A JPEG. */
  readonly jpeg: Uint8Array;
  readonly pixels: { readonly width: number; readonly height: number };
  /** The page's size in points (1/72 inch). */
  readonly points: { readonly width: number; readonly height: number };
}

/** A PDF that holds one picture per page and nothing else: no text, no metadata, no trace of the one it came from. */
export function pdfOfPictures(pages: readonly PagePicture[]): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  writer.text("%PDF-1.4\n");
  const kids = pages.map((_, i) => `${3 + i * 3} 0 R`).join(" ");
  writer.object("<< /Type /Catalog /Pages 2 0 R >>");
  writer.object(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  pages.forEach((page, i) => {
    const [content, picture] = [4 + i * 3, 5 + i * 3];
    const { width, height } = page.points;
    writer.object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${round(width)} ${round(height)}] /Contents ${content} 0 R /Resources << /XObject << /P ${picture} 0 R >> >> >>`,
    );
    writer.object("<<", bytesOf(`q ${round(width)} 0 0 ${round(height)} 0 0 cm /P Do Q`));
    writer.object(
      `<< /Type /XObject /Subtype /Image /Width ${page.pixels.width} /Height ${page.pixels.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
      page.jpeg,
    );
  });
  return writer.end();
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const round = (n: number) => Math.round(n * 100) / 100;

class Writer {
  readonly #parts: Uint8Array[] = [];
  readonly #offsets: number[] = [];
  #length = 0;

  text(text: string): void {
    this.bytes(bytesOf(text));
  }

  bytes(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#length += bytes.byteLength;
  }

  /** A dictionary, or a stream whose dictionary is left open for its length. */
  object(dictionary: string, stream?: Uint8Array): void {
    this.#offsets.push(this.#length);
    this.text(`${this.#offsets.length} 0 obj\n${dictionary}`);
    if (stream) {
      this.text(` /Length ${stream.byteLength} >>\nstream\n`);
      this.bytes(stream);
      this.text("\nendstream");
    }
    this.text("\nendobj\n");
  }

  end(): Uint8Array<ArrayBuffer> {
    const start = this.#length;
    const count = this.#offsets.length + 1;
    const lines = this.#offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
    this.text(`xref\n0 ${count}\n0000000000 65535 f \n${lines.join("")}`);
    this.text(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
    const whole = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.byteLength;
    }
    return whole;
  }
}
