import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { recogniseColumns } from "./columns.ts";
import { errorWorkbook } from "./error-workbook.ts";
import { parseRows } from "./parse-rows.ts";
import { readRegister } from "./read-register.ts";
import { AGENCY, parsed, sheetOf, TODAY, visit } from "./register-fixture.ts";
import { cellText } from "./sheet.ts";

const HEADER = sheetOf([]).rows[0]?.cells.map((cell) => cellText(cell)) ?? [];

async function fileWith(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
const read = (bytes: Uint8Array) =>
  readRegister(bytes).then(
    () => "read",
    (error) => `${error.code}: ${error.details.message.en}`,
  );

/** A zip of one packed entry, with what its directory claims. */
function zipOf(name: string, data: Buffer, claim: { flags?: number; size?: number; count?: number } = {}): Uint8Array {
  const packed = deflateRawSync(data);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(claim.flags ?? 0, 8);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claim.size ?? data.length, 24);
  central.writeUInt16LE(name.length, 28);
  const start = 30 + name.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(claim.count ?? 1, 8);
  end.writeUInt16LE(claim.count ?? 1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

describe("reading the file", () => {
  test("what is no workbook is refused in words a clerk can act on", async () => {
    expect(await read(new TextEncoder().encode("STT;Ngày tiếp;Họ tên"))).toContain(
      "unreadable-file: This file is not an .xlsx",
    );
    expect(await read(new Uint8Array())).toContain("not an .xlsx");
    expect(await read(zipOf("word/document.xml", Buffer.from("<w/>")))).toContain("not an .xlsx");
    expect(await read(Buffer.from("d0cf11e0a1b11ae100000000", "hex"))).toContain("has a password");
    expect(await read(zipOf("xl/workbook.xml", Buffer.from("<x/>"), { flags: 1 }))).toContain("has a password");
  });

  test("a file cut short is damaged, not empty", async () => {
    const whole = await fileWith((workbook) => workbook.addWorksheet("Sổ").addRow(HEADER));
    expect(await read(whole.subarray(0, whole.length - 30))).toContain("damaged");
    expect(await read(whole.subarray(0, 200))).toContain("damaged");
  });

  test("a small file that unpacks to more than it says is stopped, and so is one of too many parts", async () => {
    expect(await read(zipOf("xl/workbook.xml", Buffer.alloc(120 * 1024 * 1024), { size: 10 }))).toContain("too-large");
    expect(await read(zipOf("xl/workbook.xml", Buffer.from("x"), { count: 60_000 }))).toContain("too-large");
    expect(await read(new Uint8Array(21 * 1024 * 1024))).toContain("too-large");
  });

  test("a workbook without the header of a register says which columns it looked for", async () => {
    expect(
      await read(await fileWith((workbook) => workbook.addWorksheet("Chi tiêu").addRow(["Món", "Giá"]))),
    ).toContain("“Ngày tiếp”");
    expect(await read(await fileWith((workbook) => workbook.addWorksheet("Trống")))).toContain("No header row");
  });

  test("the sheet that is the register is found among others; hidden ones are left alone", async () => {
    const bytes = await fileWith((workbook) => {
      workbook.addWorksheet("Bìa").addRow(["SỔ TIẾP CÔNG DÂN NĂM 2026"]);
      workbook.addWorksheet("Cũ", { state: "hidden" }).addRow(HEADER);
      workbook.addWorksheet("Năm 2026").addRows([HEADER, visit()]);
    });
    expect((await readRegister(bytes)).name).toBe("Năm 2026");
  });

  test("formulas count by their saved value, links and rich text by their words, and a merge over the whole sheet costs nothing", async () => {
    const bytes = await fileWith((workbook) => {
      const sheet = workbook.addWorksheet("Sổ");
      sheet.addRow(HEADER);
      sheet.addRow([
        { formula: "ROW()-1", result: 7 },
        new Date("2026-07-03T00:00:00Z"),
        { richText: [{ text: "Nguyễn Văn " }, { text: "An\nthôn Đoài" }] },
        "035123456789",
        { text: "Khiếu nại thu hồi đất", hyperlink: "https://example.vn" },
        { formula: 'WEBSERVICE("x")' },
      ]);
      sheet.getCell("F2").value = { formula: "A1" };
    });
    const [, row] = (await readRegister(bytes)).rows;
    expect(row?.cells.map((cell) => cell.kind)).toEqual(["number", "date", "text", "text", "text", "unreadable"]);
    expect(cellText(row?.cells[2] ?? { kind: "blank" })).toBe("Nguyễn Văn An\nthôn Đoài");
  });
});

describe("the workbook of rows to mend", () => {
  const faulty = [
    visit({ date: "31/6/2026", note: '=HYPERLINK("http://x","y")', follow: "+84", guided: "@SUM(A1)", prior: "-1" }),
    visit({ no: 2, date: "", content: "Khiếu nại đường đi" }),
    visit({ no: 3, date: "", count: "nhiều", kind: "TC", content: "Ông Nguyễn Văn Bình tố cáo trưởng thôn" }),
  ];

  test("cells that look like formulas stay words, in cells formatted as text", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(await errorWorkbook(parsed(faulty).rejected)).buffer);
    const row = workbook.worksheets[0]?.getRow(5);
    expect([13, 12, 10, 8].map((column) => row?.getCell(column).value)).toEqual([
      '=HYPERLINK("http://x","y")',
      "+84",
      "@SUM(A1)",
      "-1",
    ]);
    expect(row?.getCell(13).type).toBe(ExcelJS.ValueType.String);
    expect(row?.getCell(13).numFmt).toBe("@");
  });

  test("it keeps the original row numbers and the reasons", async () => {
    const sheet = await readRegister(await errorWorkbook(parsed(faulty).rejected, "en"));
    const last = sheet.rows.slice(4).map((row) => row.cells.slice(13).map((cell) => cellText(cell)));
    expect(last.map((cells) => cells[1])).toEqual(["2", "3", "4"]);
    expect(last[0]?.[0]).toContain("month 6 of 2026 has 30 days");
    expect(last[2]?.[0]).toContain("Contains a denunciation");
  });

  test("mended and read again, each row is the visit it would have been in the register", async () => {
    const register = parsed(faulty);
    expect(register.rejected).toHaveLength(3);
    const sheet = await readRegister(await errorWorkbook(register.rejected));
    const mended = {
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cellText(cell) === "31/6/2026"
            ? { kind: "text" as const, text: "30/6/2026" }
            : cellText(cell) === "nhiều" || cellText(cell) === ""
              ? { kind: "blank" as const }
              : cell,
        ),
      })),
    };
    const again = parseRows(mended, recogniseColumns(mended), { agency: AGENCY, today: TODAY });
    const original = parsed(
      faulty.map((row) => row.map((value) => (value === "31/6/2026" ? "30/6/2026" : value === "nhiều" ? "" : value))),
    );
    expect(again.rejected).toEqual([]);
    expect(again.rows.map((row) => row.digest)).toEqual(original.rows.map((row) => row.digest));
  });

  test("a denouncer is not in it", async () => {
    const text = JSON.stringify(
      await readRegister(await errorWorkbook([parsed(faulty).rejected[2]].filter((one) => one !== undefined))),
    );
    for (const trace of ["Nguyễn Văn Bình", "035123456789", "thôn Đoài"]) expect(text).not.toContain(trace);
    expect(text).toContain("tố cáo trưởng thôn");
  });
});
