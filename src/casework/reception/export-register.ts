import { sql } from "kysely";
import type * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import { formatCivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { letterhead } from "../agencies/index.ts";
import { parseInput } from "../parse-input.ts";
import type { Asker, Setting } from "../setting.ts";
import { bookExportInput, bookKindNames, bookWorkbook, inBatches } from "./book-workbook.ts";
import { type ExportRegisterInput, type RefusalState, type RegisterLine, registerLines } from "./register-page.ts";

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

const titles = { vi: "SỔ TIẾP CÔNG DÂN", en: "SỔ TIẾP CÔNG DÂN (Register of citizen reception)" } as const;

const batchRows = 1000;

/**
 * The register of a period as an .xlsx in the columns of Mẫu 03/TCD, oldest first, to print (A4 landscape, header on
 * every page) or to read in again. Holds what the asker may see; the export is recorded. Throws "not-allowed".
 */
export async function exportRegister(setting: Setting, asker: Asker, input: ExportRegisterInput): Promise<Uint8Array> {
  const wanted = parseInput(bookExportInput, input);
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
      return bookWorkbook({
        sheet: "So tiep cong dan",
        columns,
        agency: agency?.name ?? "",
        corner: "Mẫu số 03/TCD",
        title: titles[wanted.locale],
        wanted,
        lines: linesOf(tx, wanted),
        cellsOf,
      });
    },
    { isolation: "repeatable read" },
  );
}

const linesOf = (tx: Trx, wanted: z.infer<typeof bookExportInput>): AsyncGenerator<RegisterLine> =>
  inBatches(batchRows, (after) => {
    const from = after
      ? sql`and (v.received_on, v.register_no) > (${after.receivedOn}::date, ${after.registerNo}::int)`
      : sql``;
    return registerLines(tx, {
      where: sql`v.agency_id = ${wanted.agencyId} and v.received_on between ${wanted.from}::date and ${wanted.to}::date ${from}`,
      order: sql`v.received_on, v.register_no`,
      limit: batchRows,
    });
  });

const withNumber = (name: string | null, number: string | null): string => [name, number].filter(Boolean).join(", số ");

const refusals: Readonly<Record<RefusalState, string>> = {
  REFUSED_ORAL: "Từ chối tiếp, đã giải thích tại chỗ",
  REFUSAL_DUE: "Chờ ra thông báo từ chối tiếp",
  REFUSED_WRITTEN: "Đã thông báo từ chối tiếp",
};

const refusalOf = ({ refusal }: RegisterLine): string =>
  refusal ? withNumber(refusals[refusal.state], refusal.number) : "";

function cellsOf(line: RegisterLine): (string | number)[] {
  const people = line.people.map((one) => [one.name, one.address].filter(Boolean).join(", "));
  return [
    line.registerNo,
    formatCivilDate(line.receivedOn, "vi"),
    line.pseudonym ?? people.join("\n"),
    line.people.flatMap((one) => one.idNumber ?? []).join("\n"),
    line.content,
    line.kinds.map((kind) => bookKindNames[kind]).join("; "),
    line.peopleCount,
    line.priorAuthority ?? "",
    line.withinCompetence ? "x" : "",
    withNumber(line.guidedTo, line.guidanceNumber),
    withNumber(line.transferredTo, line.transferNumber),
    line.followUp ?? line.petitions.map((one) => one.code).join("\n"),
    [refusalOf(line), line.note].filter(Boolean).join("\n"),
  ];
}
