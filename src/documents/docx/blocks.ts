import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  LeaderType,
  LineRuleType,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Block, Table as DataTable, Ending, Paragraph as Para, Rich, Run, Signature, Tracking } from "../model.ts";
import { noBorders } from "./heading.ts";
import { mm, textWidth } from "./measure.ts";

interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
}

const drawRun = (run: Run, look: Look): TextRun => {
  if (typeof run === "string") return new TextRun({ text: run, ...look });
  if ("dots" in run) return new TextRun({ text: ".".repeat(run.dots), ...look });
  if ("fill" in run) return new TextRun({ children: [new Tab()], ...look });
  return new TextRun({ ...look, text: run.text, bold: run.bold ?? look.bold, italics: run.italic ?? look.italics });
};

const drawRich = (text: Rich, look: Look = {}): TextRun[] => text.map((run) => drawRun(run, look));

const leader = [{ type: TabStopType.RIGHT, position: textWidth, leader: LeaderType.DOT }];

const looks: Record<Para["style"], Look> = {
  body: {},
  basis: { italics: true },
  heading: { bold: true },
  note: { italics: true, size: 24 },
};

const alignments = {
  justify: AlignmentType.JUSTIFIED,
  center: AlignmentType.CENTER,
  left: AlignmentType.LEFT,
} as const;

const drawParagraph = (block: Para, keepNext: boolean): Paragraph =>
  new Paragraph({
    alignment: alignments[block.align],
    indent: block.indent ? { firstLine: mm(10) } : undefined,
    spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO },
    tabStops: leader,
    keepNext: keepNext || block.style === "heading",
    children: drawRich(block.text, looks[block.style]),
  });

const dottedLine = (): Paragraph =>
  new Paragraph({ tabStops: leader, spacing: { after: 120 }, children: [new TextRun({ children: [new Tab()] })] });

const small = (
  text: string,
  look: Look,
  alignment: (typeof alignments)[keyof typeof alignments],
  after = 40,
): Paragraph =>
  new Paragraph({ alignment, spacing: { after }, keepNext: true, children: [new TextRun({ text, ...look })] });

const drawTable = (block: DataTable): (Table | Paragraph)[] => {
  const shares = block.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = block.columns.map((column) => Math.round((textWidth * column.width) / shares));
  const cell = (text: string, index: number, head: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: [
        new Paragraph({
          alignment: head || block.columns[index]?.align === "center" ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text, bold: head, size: 26 })],
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    children: block.columns.map((column, index) => cell(column.title, index, true)),
  });
  const rows = block.rows.map(
    (row) => new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index, false)) }),
  );
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [head, ...rows],
    }),
    new Paragraph({ spacing: { after: 60, line: 120, lineRule: LineRuleType.EXACT }, children: [] }),
  ];
};

const signatureTitle = (signature: Signature | null): Paragraph[] => {
  if (!signature) return [new Paragraph({})];
  const centre = AlignmentType.CENTER;
  return [
    ...signature.title.map((one) => small(one, { bold: true, size: 26 }, centre)),
    ...(signature.note ? [small(signature.note, { italics: true, size: 24 }, centre)] : []),
  ];
};

const signatureName = (signature: Signature | null, keepNext = false): Paragraph[] => [
  new Paragraph({
    spacing: { before: 1200, after: 0 },
    keepNext,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: signature?.name ?? "", bold: true, size: 28 })],
  }),
];

/** Rows of two cells without borders, kept on one page. */
const sideBySide = (
  rows: readonly (readonly [Paragraph[], Paragraph[]])[],
  leftShare: number,
): (Table | Paragraph)[] => {
  const widths = [Math.round(textWidth * leftShare), Math.round(textWidth * (1 - leftShare))];
  const cell = (children: Paragraph[], index: number): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      borders: noBorders,
      children,
    });
  return [
    new Paragraph({
      spacing: { after: 0, line: 160, lineRule: LineRuleType.EXACT },
      keepNext: true,
      children: [],
    }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      rows: rows.map((pair) => new TableRow({ cantSplit: true, children: pair.map(cell) })),
    }),
  ];
};

const drawEnding = (block: Ending): (Table | Paragraph)[] =>
  sideBySide(
    [
      [
        [
          small("Nơi nhận:", { bold: true, italics: true, size: 24 }, AlignmentType.LEFT),
          ...block.recipients.map((one) => small(one, { size: 22 }, AlignmentType.LEFT, 20)),
        ],
        [...signatureTitle(block.signature), ...signatureName(block.signature)],
      ],
    ],
    0.44,
  );

const drawTracking = (block: Tracking, qr: Buffer | undefined): (Table | Paragraph)[] => {
  const words = [
    ...block.rows.map(
      (row) =>
        new Paragraph({
          spacing: { after: 60 },
          children: [
            new TextRun({ text: `${row.label} `, size: 24 }),
            new TextRun({ text: row.value, bold: true, size: 26 }),
          ],
        }),
    ),
    new Paragraph({ children: [new TextRun({ text: block.note, italics: true, size: 22 })] }),
  ];
  const picture = qr
    ? [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [
            new ImageRun({
              type: "png",
              data: qr,
              transformation: { width: 102, height: 102 },
              altText: { name: "QR", description: block.url ?? "", title: "QR" },
            }),
          ],
        }),
      ]
    : [new Paragraph({})];
  const widths = [textWidth - mm(36), mm(36)];
  const edge = { style: BorderStyle.SINGLE, size: 6, color: "000000" } as const;
  const hidden = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
  const cells = [words, picture].map(
    (children, index) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        margins: { top: 100, bottom: 100, left: 140, right: 140 },
        verticalAlign: VerticalAlign.CENTER,
        borders:
          index === 0
            ? { top: edge, bottom: edge, left: edge, right: hidden }
            : { top: edge, bottom: edge, right: edge, left: hidden },
        children,
      }),
  );
  return [
    new Paragraph({ spacing: { after: 120 }, children: [] }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [new TableRow({ cantSplit: true, children: cells })],
    }),
  ];
};

/** Draws one block for Word; the last paragraph before a signature stays on its page. */
export const drawBlock = (block: Block, next: Block | undefined, qr: Buffer | undefined): (Paragraph | Table)[] => {
  switch (block.kind) {
    case "paragraph":
      return [drawParagraph(block, next?.kind === "ending" || next?.kind === "signatures")];
    case "dotted-lines":
      return Array.from({ length: block.count }, dottedLine);
    case "table":
      return drawTable(block);
    case "signatures":
      return block.rows.flatMap(([left, right], index) => {
        const keep = index < block.rows.length - 1;
        return sideBySide(
          [
            [signatureTitle(left), signatureTitle(right)],
            [signatureName(left, keep), signatureName(right, keep)],
          ],
          0.5,
        );
      });
    case "ending":
      return drawEnding(block);
    case "tracking":
      return drawTracking(block, qr);
  }
};
