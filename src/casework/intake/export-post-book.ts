import { sql } from "kysely";
import type * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import { type CivilDate, formatCivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { letterhead } from "../agencies/index.ts";
import { parseInput } from "../parse-input.ts";
import { bookExportInput, bookKindNames, bookWorkbook, inBatches } from "../reception/index.ts";
import type { Asker, Setting } from "../setting.ts";
import { type ExportPostInput, type PostLine, postLines } from "./post-book.ts";
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
const batchRows = 1000;

/** The post book of a period as .xlsx, oldest first, within the asker's rights; the export is recorded. Throws "not-allowed". */
export async function exportPostBook(setting: Setting, asker: Asker, input: ExportPostInput): Promise<Uint8Array> {
  const wanted = parseInput(bookExportInput, input);
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
      return bookWorkbook({
        sheet: "So don den",
        columns: columns.map(([name, width]) => [name[wanted.locale], width] as const),
        agency: agency?.name ?? "",
        title: title[wanted.locale],
        wanted,
        lines: linesOf(tx, wanted),
        cellsOf: (line) => cellsOf(line, wanted.locale),
      });
    },
    { isolation: "repeatable read" },
  );
}

const linesOf = (tx: Trx, wanted: z.infer<typeof bookExportInput>): AsyncGenerator<PostLine> =>
  inBatches(batchRows, (last) => {
    const from = last ? sql`and (e.received_on, e.book_no) > (${last.receivedOn}::date, ${last.bookNo}::int)` : sql``;
    return postLines(tx, {
      where: sql`e.agency_id = ${wanted.agencyId} and e.received_on between ${wanted.from}::date and ${wanted.to}::date ${from}`,
      order: sql`e.received_on, e.book_no`,
      limit: batchRows,
    });
  });

function cellsOf(line: PostLine, locale: "vi" | "en"): (string | number)[] {
  const day = (date: CivilDate | null): string => (date ? formatCivilDate(date, "vi") : "");
  const letter = [line.letterNumber, day(line.letterOn)].filter(Boolean).join(", ");
  const forwarder = line.forwarder ? (line.forwarderName ?? forwarderNames[line.forwarder][locale]) : "";
  return [
    line.bookNo,
    day(line.receivedOn),
    day(line.postmarkOn),
    sourceNames[line.source][locale],
    [forwarder, letter].filter(Boolean).join("; "),
    line.pseudonym ?? [line.sender, line.address].filter(Boolean).join(", "),
    line.kinds.map((kind) => bookKindNames[kind]).join("; "),
    line.content ?? "",
    line.signatureCount,
    line.originalCount,
    [day(line.originalsReturnedOn), day(line.forwarderReturnedOn)].filter(Boolean).join("; "),
    line.codes.join("\n"),
    line.note ?? "",
  ];
}
