import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { pdfOfPictures } from "./pdf-of-pictures.ts";

// The smallest grey JPEG: what matters here is the frame around it.
const jpeg = Buffer.from(
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=",
  "base64",
);

test("a PDF of pictures has its pages in their sizes, no words and no metadata", async () => {
  const page = { jpeg, pixels: { width: 1, height: 1 } };
  const bytes = pdfOfPictures([
    { ...page, points: { width: 595.276, height: 841.89 } },
    { ...page, points: { width: 841.89, height: 595.276 } },
  ]);
  expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/\/Info|\/Metadata|\/Font/);
  const document = await getDocumentProxy(bytes);
  expect(document.numPages).toBe(2);
  expect((await document.getPage(2)).view).toEqual([0, 0, 841.89, 595.28]);
  expect((await extractText(document, { mergePages: true })).text.trim()).toBe("");
});
