import ExcelJS from "exceljs";
import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import { type CivilDate, formatCivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { letterhead } from "../agencies/index.ts";
import { parseInput } from "../parse-input.ts";
import { tidyLines } from "../reception/index.ts";
import type { Asker, Setting } from "../setting.ts";
import { type ExportPostInput, exportPostInput, type PostLine, postLines } from "./post-book.ts";
import type { PostKind } from "./post-input.ts";
import { forwarderNames, sourceNames } from "./post-words.ts";

/** Columns of the book of petitions received; the law names no form for it. Widths in characters. */
const columns: readonly (readonly [Text, number])[] = [
  [{ vi: "Số đến", en: "No." }, 8],
  [{ vi: "Ngày đến", en: "Received" }, 12],
  [{ vi: "Ngày dấu bưu điện", en: "Postmark" }, 12],
  [{ vi: "Nguồn đơn", en: "Source" }, 16],
  [{ vi: "Nơi chuyển; số, ngày công văn", en: "Forwarder; letter" }, 28],
  [{ vi: "Người gửi, địa chỉ", en: "Sender, address" }, 32],
  [{ vi: "Loại đơn", en: "Kind" }, 16],
  [{ vi: "Nội dung", en: "Content" }, 46],
  [{ vi: "Số người ký", en: "Signatures" }, 9],
  [{ vi: "Giấy tờ gốc", en: "Originals" }, 9],
  [{ vi: "Trả lại giấy tờ, nơi chuyển", en: "Given back" }, 18],
  [{ vi: "Mã đơn", en: "Petition" }, 18],
  [{ vi: "Ghi chú", en: "Note" }, 18],
];
const title: Text = { vi: "SỔ ĐƠN ĐẾN", en: "SỔ ĐƠN ĐẾN (Book of petitions received)" };
const between: Text = { vi: "Từ ngày", en: "From" };
const until: Text = { vi: "đến ngày", en: "to" };

const rowsMax = 50_000;
const batchRows = 1000;

/** The post book of a period as .xlsx, oldest first, within the asker's rights; the export is recorded. Throws "not-allowed". */
export async function exportPostBook(setting: Setting, asker: Asker, input: ExportPostInput): Promise<Uint8Array> {
  const wanted = parseInput(exportPostInput, input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      require(who, "post:read", wanted.agencyId);
      if (who.officerId)
        await sql`insert into read_event (officer_id, what, subject_id) values (${who.officerId}, 'post-book-export', ${wanted.agencyId})`.execute(
          tx,
        );
      const agency = await letterhead(tx, wanted.agencyId, setting.today());
      return workbookOf(await allLines(tx, wanted), agency?.name ?? "", wanted);
    },
    { isolation: "repeatable read" },
  );
}

type Wanted = ReturnType<typeof exportPostInput.parse>;

async function allLines(tx: Trx, wanted: Wanted): Promise<readonly PostLine[]> {
  const all: PostLine[] = [];
  while (all.length < rowsMax) {
    const last = all.at(-1);
    const from = last ? sql`and (e.received_on, e.book_no) > (${last.receivedOn}::date, ${last.bookNo}::int)` : sql``;
    const lines = await postLines(tx, {
      where: sql`e.agency_id = ${wanted.agencyId} and e.received_on between ${wanted.from}::date and ${wanted.to}::date ${from}`,
      order: sql`e.received_on, e.book_no`,
      limit: batchRows,
    });
    all.push(...lines);
    if (lines.length < batchRows) break;
  }
  return all;
}

async function workbookOf(lines: readonly PostLine[], agency: string, wanted: Wanted): Promise<Uint8Array> {
  const { locale } = wanted;
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("So don den", {
    views: [{ state: "frozen", ySplit: 4 }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "4:4",
    },
    headerFooter: { oddFooter: "&C&P/&N" },
  });
  sheet.columns = columns.map(([, width]) => ({ width }));
  sheet.addRow([agency]);
  sheet.addRow([title[locale]]).font = { bold: true, size: 14 };
  const on = (date: string) => formatCivilDate(date as CivilDate, locale);
  sheet.addRow([`${between[locale]} ${on(wanted.from)} ${until[locale]} ${on(wanted.to)}`]);
  const head = sheet.addRow(columns.map(([name]) => name[locale]));
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
  for (const line of lines) {
    const row = sheet.addRow(cellsOf(line, locale));
    row.alignment = { wrapText: true, vertical: "top" };
    row.eachCell({ includeEmpty: true }, (cell) => {
      // Text cells stay text when somebody edits them: what a letter says never becomes a formula.
      if (typeof cell.value === "string") cell.numFmt = "@";
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const kindNames: Readonly<Record<PostKind, string>> = {
  complaint: "Khiếu nại",
  denunciation: "Tố cáo",
  recommendation: "Kiến nghị, phản ánh",
};

function cellsOf(line: PostLine, locale: "vi" | "en"): (string | number)[] {
  const day = (date: CivilDate | null): string => (date ? formatCivilDate(date, "vi") : "");
  const letter = [line.letterNumber, day(line.letterOn)].filter(Boolean).join(", ");
  const forwarder = line.forwarder ? (line.forwarderName ?? forwarderNames[line.forwarder][locale]) : "";
  const cells = [
    line.bookNo,
    day(line.receivedOn),
    day(line.postmarkOn),
    sourceNames[line.source][locale],
    [forwarder, letter].filter(Boolean).join("; "),
    line.pseudonym ?? [line.sender, line.address].filter(Boolean).join(", "),
    line.kinds.map((kind) => kindNames[kind]).join("; "),
    line.content ?? "",
    line.signatureCount,
    line.originalCount,
    [day(line.originalsReturnedOn), day(line.forwarderReturnedOn)].filter(Boolean).join("; "),
    line.codes.join("\n"),
    line.note ?? "",
  ];
  return cells.map((cell) => (typeof cell === "string" ? tidyLines(cell) : cell));
}
