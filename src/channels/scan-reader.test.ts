import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { scanReader } from "./scan-reader.ts";

const sample = path.resolve(import.meta.dirname, "../../demo/samples/don-khieu-nai-scan.jpg");
const goOn = async () => true;

/** A PDF of one page that is the picture, as a scanner makes it. */
function pdfOfJpeg(jpeg: Buffer, width: number, height: number): Buffer {
  const content = "q 595 0 0 842 0 0 cm /Im0 Do Q";
  const head = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</Im0 5 0 R>>>>/Contents 4 0 R>>",
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
  ].map((body, i) => Buffer.from(`${i + 1} 0 obj${body}endobj\n`, "latin1"));
  const picture = Buffer.concat([Buffer.from(`5 0 obj${head}stream\n`), jpeg, Buffer.from("\nendstream endobj\n")]);
  return Buffer.concat([Buffer.from("%PDF-1.4\n"), ...objects, picture, Buffer.from("trailer<</Root 1 0 R>>\n%%EOF")]);
}

test("the sample complaint is read with its diacritics, also out of a PDF, each line with its place", async () => {
  const jpeg = await readFile(sample);
  const reader = scanReader();
  const limits = { seconds: 120, pagesMax: 3 };
  const pages: number[] = [];
  const read = await reader.read({ bytes: jpeg, mediaType: "image/jpeg" }, limits, async (page) => {
    pages.push(page);
    return true;
  });
  expect(read.ended).toBe("whole");
  expect(pages).toEqual([1]);
  const text = read.pages[0]?.lines.map((line) => line.text).join("\n");
  expect(text).toContain("Đặng Thị Phượng");
  expect(text).toContain("035187004321");
  const name = read.pages[0]?.lines.find((line) => line.text.includes("Họ và tên"));
  expect(name?.place.y).toBeGreaterThan(0.24);
  expect(name?.place.y).toBeLessThan(0.29);

  const scan = { bytes: pdfOfJpeg(jpeg, 1654, 2339), mediaType: "application/pdf" };
  expect(await reader.pages(scan)).toBe(1);
  const picture = await reader.picture(scan, 0);
  expect(picture?.mediaType).toBe("image/png");
  expect(Buffer.from(picture?.bytes.slice(1, 4) ?? []).toString()).toBe("PNG");
  expect(await reader.picture(scan, 1)).toBeNull();
});

test("a time that is too short ends the reading, and what is no picture is said to be unreadable", async () => {
  const jpeg = await readFile(sample);
  const reader = scanReader();
  const short = await reader.read({ bytes: jpeg, mediaType: "image/jpeg" }, { seconds: 0.3, pagesMax: 1 }, goOn);
  expect(short).toEqual({ ended: "time", pages: [] });
  for (const mediaType of ["image/png", "application/pdf", "text/plain"]) {
    const broken = await reader.read(
      { bytes: Buffer.from("không phải ảnh"), mediaType },
      { seconds: 30, pagesMax: 1 },
      goOn,
    );
    expect(broken).toEqual({ ended: "unreadable", pages: [] });
  }
});
