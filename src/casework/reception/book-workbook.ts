import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import * as z from "zod";
import { type CivilDate, formatCivilDate } from "../../time/civil-date.ts";
import { tidyLines } from "./register/sheet.ts";

/** Whose book, and of which days: YYYY-MM-DD, both included. */
export const bookPeriod = { agencyId: z.uuid(), from: z.iso.date(), to: z.iso.date() };
/** A page of a book, newest first; `after` is day and number of the last line of the page before. */
export const bookPageInput = z.object({
  ...bookPeriod,
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\.\d{1,9}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const bookExportInput = z.object({ ...bookPeriod, locale: z.enum(["vi", "en"]).default("vi") });
export const bookCountCap = 10_000;

/** Kinds as the books print them, in either language of the screen. */
export const bookKindNames = {
  complaint: "Khiếu nại",
  denunciation: "Tố cáo",
  recommendation: "Kiến nghị, phản ánh",
} as const;

export interface Book<Line> {
  readonly sheet: string;
  /** Names, and widths in characters. */
  readonly columns: readonly (readonly [string, number])[];
  readonly agency: string;
  /** At the right of the first row: the number of the form. */
  readonly corner?: string;
  readonly title: string;
  readonly wanted: z.infer<typeof bookExportInput>;
  readonly lines: AsyncIterable<Line>;
  readonly cellsOf: (line: Line) => readonly (string | number)[];
}

const headerRow = 5;
const words = { vi: { period: "Từ ngày", to: "đến ngày" }, en: { period: "From", to: "to" } } as const;
const thin: Partial<ExcelJS.Borders> = {
  top: { style: "thin" },
  left: { style: "thin" },
  bottom: { style: "thin" },
  right: { style: "thin" },
};

/** Lines in batches, however many there are; `read` is given the last line of the batch before. */
export async function* inBatches<Line>(
  size: number,
  read: (after: Line | undefined) => Promise<readonly Line[]>,
): AsyncGenerator<Line> {
  for (let after: Line | undefined; ; ) {
    const lines = await read(after);
    yield* lines;
    after = lines.at(-1);
    if (lines.length < size) return;
  }
}

/** A book as .xlsx to print (A4 landscape, header on every page) or to read in again; written as its lines come. */
export async function bookWorkbook<Line>(book: Book<Line>): Promise<Uint8Array> {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => out.on("end", resolve).on("error", reject));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: true });
  const sheet = workbook.addWorksheet(book.sheet, {
    views: [{ state: "frozen", ySplit: headerRow + 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headerRow}:${headerRow + 1}`,
    },
    headerFooter: { oddFooter: "&C&P/&N" },
  });
  sheet.columns = book.columns.map(([, width]) => ({ width }));
  writeHead(sheet, book);
  for await (const line of book.lines) {
    const row = sheet.addRow(book.cellsOf(line).map((cell) => (typeof cell === "string" ? tidyLines(cell) : cell)));
    row.alignment = { wrapText: true, vertical: "top" };
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = thin;
      // Text cells stay text when somebody edits them: what a visitor or a letter says never becomes a formula.
      if (typeof cell.value === "string") cell.numFmt = "@";
    });
    row.commit();
  }
  sheet.commit();
  await workbook.commit();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function writeHead<Line>(sheet: ExcelJS.Worksheet, { agency, columns, corner, title, wanted }: Book<Line>): void {
  const say = words[wanted.locale];
  const on = (date: string) => formatCivilDate(date as CivilDate, wanted.locale);
  sheet.addRow([agency, ...Array.from({ length: columns.length - 2 }, () => null), corner ?? null]).commit();
  const titleRow = sheet.addRow([title]);
  titleRow.font = { bold: true, size: 14 };
  titleRow.commit();
  sheet.addRow([`${say.period} ${on(wanted.from)} ${say.to} ${on(wanted.to)}`]).commit();
  sheet.addRow([]).commit();
  for (const cells of [columns.map(([name]) => name), columns.map((_, index) => String(index + 1))]) {
    const row = sheet.addRow(cells);
    row.font = { bold: true };
    row.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
    row.eachCell((cell) => {
      cell.border = thin;
    });
    row.commit();
  }
}
