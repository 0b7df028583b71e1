import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import { sql } from "kysely";
import { type Trx, transaction } from "../../store/index.ts";
import { type CivilDate, formatCivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { letterhead } from "../agencies/index.ts";
import { parseInput } from "../parse-input.ts";
import type { Asker, Setting } from "../setting.ts";
import { tidyLines } from "./register/sheet.ts";
import { type ExportRegisterInput, exportInput, type RegisterLine, registerLines } from "./register-page.ts";
import type { Kind } from "./visit-input.ts";

/** The 13 columns of Mẫu số 03/TCD (Nghị định 154/2026/NĐ-CP), word for word, with their widths in characters. */
const columns = [
  ["STT", 6],
  ["Ngày tiếp", 12],
  ["Họ tên, địa chỉ", 32],
  ["CCCD/CMND/Hộ chiếu", 16],
  ["Nội dung đơn", 46],
  ["Loại đơn (KN/TC/KN/PA)", 14],
  ["Số người cùng nội dung", 10],
  ["Cơ quan đã giải quyết", 18],
  ["Thuộc thẩm quyền (x)", 9],
  ["Hướng dẫn công dân đến cơ quan có thẩm quyền", 22],
  ["Cơ quan, đơn vị thụ lý", 20],
  ["Theo dõi kết quả giải quyết", 22],
  ["Ghi chú", 16],
] as const;

const words = {
  vi: { title: "SỔ TIẾP CÔNG DÂN", period: "Từ ngày", to: "đến ngày", style: "vi" },
  en: { title: "SỔ TIẾP CÔNG DÂN (Register of citizen reception)", period: "From", to: "to", style: "en" },
} as const;

const batchRows = 1000;
const headerRow = 5;

/**
 * The register of a period as an .xlsx in the columns of Mẫu 03/TCD, oldest first, to print (A4 landscape, header on
 * every page) or to read in again. Holds what the asker may see; the export is recorded. Throws "not-allowed".
 */
export async function exportRegister(setting: Setting, asker: Asker, input: ExportRegisterInput): Promise<Uint8Array> {
  const wanted = parseInput(exportInput, input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      require(who, "register:export", wanted.agencyId);
      if (who.officerId)
        await sql`insert into read_event (officer_id, what, subject_id) values (${who.officerId}, 'register-export', ${wanted.agencyId})`.execute(
          tx,
        );
      const agency = await letterhead(tx, wanted.agencyId, setting.today());
      return workbookOf(linesOf(tx, wanted), agency?.name ?? "", wanted);
    },
    { isolation: "repeatable read" },
  );
}

type Wanted = ReturnType<typeof exportInput.parse>;

async function* linesOf(tx: Trx, wanted: Wanted): AsyncGenerator<RegisterLine> {
  let after: RegisterLine | undefined;
  for (;;) {
    const from = after
      ? sql`and (v.received_on, v.register_no) > (${after.receivedOn}::date, ${after.registerNo}::int)`
      : sql``;
    const lines = await registerLines(tx, {
      where: sql`v.agency_id = ${wanted.agencyId} and v.received_on between ${wanted.from}::date and ${wanted.to}::date ${from}`,
      order: sql`v.received_on, v.register_no`,
      limit: batchRows,
    });
    yield* lines;
    after = lines.at(-1);
    if (lines.length < batchRows) return;
  }
}

async function workbookOf(lines: AsyncIterable<RegisterLine>, agency: string, wanted: Wanted): Promise<Uint8Array> {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => out.on("end", resolve).on("error", reject));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: true });
  const sheet = workbook.addWorksheet("So tiep cong dan", {
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
  sheet.columns = columns.map(([, width]) => ({ width }));
  writeHead(sheet, agency, wanted);
  for await (const line of lines) {
    const row = sheet.addRow(cellsOf(line));
    row.alignment = { wrapText: true, vertical: "top" };
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = thin;
      // Text cells stay text when somebody edits them: what a visitor dictates never becomes a formula.
      if (typeof cell.value === "string") cell.numFmt = "@";
    });
    row.commit();
  }
  sheet.commit();
  await workbook.commit();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

const thin: Partial<ExcelJS.Borders> = {
  top: { style: "thin" },
  left: { style: "thin" },
  bottom: { style: "thin" },
  right: { style: "thin" },
};

function writeHead(sheet: ExcelJS.Worksheet, agency: string, wanted: Wanted): void {
  const say = words[wanted.locale];
  const on = (date: string) => formatCivilDate(date as CivilDate, say.style);
  sheet.addRow([agency, ...Array.from({ length: columns.length - 2 }, () => null), "Mẫu số 03/TCD"]).commit();
  const title = sheet.addRow([say.title]);
  title.font = { bold: true, size: 14 };
  title.commit();
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

const kindNames: Readonly<Record<Kind, string>> = {
  complaint: "Khiếu nại",
  denunciation: "Tố cáo",
  recommendation: "Kiến nghị, phản ánh",
};

const withNumber = (name: string | null, number: string | null): string => [name, number].filter(Boolean).join(", số ");

function cellsOf(line: RegisterLine): (string | number)[] {
  const people = line.people.map((one) => [one.name, one.address].filter(Boolean).join(", "));
  const cells = [
    line.registerNo,
    formatCivilDate(line.receivedOn, "vi"),
    line.pseudonym ?? people.join("\n"),
    line.people.flatMap((one) => one.idNumber ?? []).join("\n"),
    line.content,
    line.kinds.map((kind) => kindNames[kind]).join("; "),
    line.peopleCount,
    line.priorAuthority ?? "",
    line.withinCompetence ? "x" : "",
    withNumber(line.guidedTo, line.guidanceNumber),
    withNumber(line.transferredTo, line.transferNumber),
    line.followUp ?? line.petitions.map((one) => one.code).join("\n"),
    line.note ?? "",
  ];
  return cells.map((cell) => (typeof cell === "string" ? tidyLines(cell) : cell));
}
