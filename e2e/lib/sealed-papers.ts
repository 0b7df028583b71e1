import type { Page } from "playwright-core";

/** A picture of 800 × 600: white with a grey field at the middle, where a name would stand, and the name in its EXIF. */
export async function scanWithExif(page: Page, words: string): Promise<Uint8Array> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [800, 600];
    const paint = canvas.getContext("2d");
    if (!paint) throw new Error("no canvas");
    paint.fillStyle = "#fff";
    paint.fillRect(0, 0, 800, 600);
    paint.fillStyle = "#888";
    paint.fillRect(280, 270, 240, 30);
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1] ?? "";
  });
  const jpeg = Buffer.from(base64, "base64");
  const note = Buffer.concat([Buffer.from("Exif\0\0"), Buffer.from(words)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(note.byteLength + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, note, jpeg.subarray(2)]);
}

/**
 * A PDF of two pages: words in a font that it does not bring along, with the same words as its title; and a fax scan, black
 * all over, which only a decoder of its own can read.
 */
export function letterAsPdf(words: string): Uint8Array {
  const page = (content: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F 7 0 R >> /XObject << /I 9 0 R >> >> >>`;
  const stream = (text: string, more = "") => `<< ${more} /Length ${text.length} >>\nstream\n${text}\nendstream`;
  // In Group 4 a line like the one above it is one bit: eighty white lines, shown in reverse.
  const fax =
    "/Type /XObject /Subtype /Image /Width 200 /Height 80 /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 200 /Rows 80 >>";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
    page(5),
    page(6),
    stream(`BT /F 24 Tf 200 410 Td (${words}) Tj ET`),
    stream("q 400 0 0 160 100 500 cm /I Do Q"),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Title (${words}) >>`,
    stream("\xff".repeat(10), fax),
  ];
  const head = "%PDF-1.4\n";
  const parts = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`);
  const offsets = parts.map((_, i) => head.length + parts.slice(0, i).join("").length);
  const lines = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = head.length + parts.join("").length;
  const tail = `xref\n0 10\n0000000000 65535 f \n${lines}trailer\n<< /Size 10 /Root 1 0 R /Info 8 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(head + parts.join("") + tail, "latin1");
}
