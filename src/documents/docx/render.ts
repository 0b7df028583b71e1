import { AlignmentType, Document, Header, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from "docx";
import QRCode from "qrcode";
import type { Block, DocumentModel } from "../model.ts";
import { PaperError } from "../paper.ts";
import { drawBlock } from "./blocks.ts";
import { drawHeader, drawHeading } from "./heading.ts";
import { mm, page, textWidth } from "./measure.ts";

const pageHeader = (model: DocumentModel, first: boolean): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        tabStops: [
          { type: TabStopType.CENTER, position: textWidth / 2 },
          { type: TabStopType.RIGHT, position: textWidth },
        ],
        children: [
          new TextRun({ text: model.marks.join("   "), bold: true, size: 20, color: "595959" }),
          new TextRun({ children: [new Tab(), ...(first ? [] : [PageNumber.CURRENT])], size: 26 }),
          ...(first && model.formLabel
            ? [new TextRun({ children: [new Tab(), model.formLabel], bold: true, size: 22 })]
            : []),
        ],
      }),
    ],
  });

const squares = async (blocks: readonly Block[]): Promise<Buffer | undefined> => {
  const url = blocks.find((block) => block.kind === "tracking")?.url;
  return url ? QRCode.toBuffer(url, { errorCorrectionLevel: "M", margin: 0, scale: 8 }) : undefined;
};

/** Writes the paper as an editable Word file (Times New Roman 14). Throws PaperError `render-failed`. */
export const renderDocx = async (model: DocumentModel): Promise<Uint8Array> => {
  try {
    const qr = await squares(model.blocks);
    const document = new Document({
      title: model.name,
      creator: "Minh Xét",
      styles: {
        default: { document: { run: { font: "Times New Roman", size: 28, language: { value: "vi-VN" } } } },
      },
      sections: [
        {
          properties: {
            titlePage: true,
            page: {
              size: { width: mm(page.width), height: mm(page.height) },
              margin: {
                top: mm(20),
                bottom: mm(20),
                left: mm(page.left),
                right: mm(page.right),
                header: mm(9),
                footer: mm(9),
              },
            },
          },
          headers: { first: pageHeader(model, true), default: pageHeader(model, false) },
          children: [
            ...drawHeader(model.header),
            ...drawHeading(model.heading),
            ...model.blocks.flatMap((block, index) => drawBlock(block, model.blocks[index + 1], qr)),
          ],
        },
      ],
    });
    return new Uint8Array(await Packer.toBuffer(document));
  } catch (cause) {
    throw new PaperError("render-failed", "The paper could not be written as Word.", { cause });
  }
};
