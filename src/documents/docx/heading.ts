import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { DocumentModel } from "../model.ts";
import { mm, textWidth } from "./measure.ts";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;

/** Borders that do not show. */
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
} as const;

interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

const centred = (text: string, look: Look, after = 20): Paragraph[] =>
  text.split("\n").map(
    (one) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after },
        keepNext: true,
        children: [new TextRun({ text: one, bold: look.bold, italics: look.italic, size: look.size * 2 })],
      }),
  );

// A short rule is the top border of an empty paragraph set in from both sides.
const shortRule = (boxWidth: number, length: number): Paragraph => {
  const inset = Math.max(0, Math.round((boxWidth - length) / 2));
  return new Paragraph({
    indent: { left: inset, right: inset },
    spacing: { before: 30, after: 0, line: 120, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    keepNext: true,
    children: [],
  });
};

const cell = (width: number, children: Paragraph[]): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: { left: 0, right: 0 },
    borders: noBorders,
    children: children.length > 0 ? children : [new Paragraph({})],
  });

const nationalTitle = (width: number): Paragraph[] => [
  ...centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: 12, bold: true }),
  ...centred("Độc lập - Tự do - Hạnh phúc", { size: 13, bold: true }),
  shortRule(width, mm(59)),
];

const gap = (): Paragraph =>
  new Paragraph({ spacing: { after: 120, line: 120, lineRule: LineRuleType.EXACT }, children: [] });

// A citizen's own paper: the national title in the middle, place and date at the right.
const letterless = (header: DocumentModel["header"]): Paragraph[] => [
  ...nationalTitle(textWidth),
  ...(header.placeAndDate
    ? [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          spacing: { before: 160, after: 20 },
          keepNext: true,
          children: [new TextRun({ text: header.placeAndDate, italics: true, size: 26 })],
        }),
      ]
    : []),
  gap(),
];

/** Agency and number on the left, national title, place and date on the right. */
export const drawHeader = (header: DocumentModel["header"]): (Table | Paragraph)[] => {
  const left = mm(64);
  const right = textWidth - left;
  if (header.agency === undefined) return letterless(header);
  const agency = [
    ...(header.parent ? centred(header.parent, { size: 12 }) : []),
    ...centred(header.agency, { size: 12, bold: true }),
    shortRule(left, mm(22)),
  ];
  const nation = nationalTitle(right);
  const number = [
    ...(header.number ? centred(header.number, { size: 13 }) : []),
    ...(header.subject ? centred(header.subject, { size: 12 }, 120) : []),
  ];
  const date = header.placeAndDate ? centred(header.placeAndDate, { size: 13, italic: true }) : [];
  const rows = [new TableRow({ cantSplit: true, children: [cell(left, agency), cell(right, nation)] })];
  if (number.length + date.length > 0)
    rows.push(new TableRow({ cantSplit: true, children: [cell(left, number), cell(right, date)] }));
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [left, right],
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      rows,
    }),
    gap(),
  ];
};

/** Kind of paper, subject with its rule, authority. */
export const drawHeading = (heading: DocumentModel["heading"]): Paragraph[] => {
  if (!heading) return [];
  return [
    ...centred(heading.kind, { size: 14, bold: true }),
    ...(heading.subject ? [...centred(heading.subject, { size: 14, bold: true }), shortRule(textWidth, mm(35))] : []),
    ...(heading.authority ? centred(heading.authority, { size: 14, bold: true }, 120) : []),
    new Paragraph({ spacing: { after: 60, line: 120, lineRule: LineRuleType.EXACT }, keepNext: true, children: [] }),
  ];
};
