import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDate } from "../../../time/civil-date.ts";
import { recogniseColumns } from "./columns.ts";
import { parseRows } from "./parse-rows.ts";
import { AGENCY, parsed, sheetOf, TODAY, visit, type Written } from "./register-fixture.ts";

const only = (change: Parameters<typeof visit>[0]) => {
  const { rows, rejected } = parsed([visit(change)]);
  return { row: rows[0], rejected: rejected[0] };
};

describe("what a careful clerk takes and refuses", () => {
  test("refuses a day that has not come yet and a day before the law", () => {
    expect(only({ date: "25/11/2026" }).rejected?.reason.vi).toContain("sau hôm nay");
    expect(only({ date: "30/6/2014" }).rejected?.reason.en).toContain("1 July 2014");
    expect(only({ date: "24/11/2026" }).row?.receivedOn).toBe("2026-11-24");
  });

  test("a row with several faults is refused once and lists them all", () => {
    const { rejected } = parsed([visit({ date: "30/2/2026", content: "", person: "", count: "abc" })]);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]?.problems.map((one) => one.field)).toEqual(["receivedOn", "person", "content", "peopleCount"]);
    expect(rejected[0]?.reason.vi).toContain("Số người cùng nội dung:");
  });

  test("a blank date never repeats a date that was refused", () => {
    const { rows, rejected } = parsed([
      visit({ date: "01/7/2026" }),
      visit({ date: "31/6/2026" }),
      visit({ date: "" }),
      visit({ date: "2/7/2026" }),
      visit({ date: '"' }),
    ]);
    expect(rejected.map((one) => one.row)).toEqual([3, 4]);
    expect(rows.map((one) => one.receivedOn)).toEqual(["2026-07-01", "2026-07-02", "2026-07-02"]);
  });

  test("an earlier date than above is taken with a warning", () => {
    const { rows } = parsed([visit({ date: "05/8/2026" }), visit({ date: "08/5/2026", no: 2 })]);
    expect(rows[1]?.warnings.map((one) => one.text.en).join()).toContain("swapped");
  });

  test("prepared numbers, month headings, page totals and repeated headers are no visits", () => {
    const header = sheetOf([]).rows[0]?.cells ?? [];
    const { dataRows, skipped } = parsed([
      ["Tháng 7/2026"],
      visit(),
      ["", "", "Cộng tháng 7", "", "", "", 1],
      [...header],
      visit({ no: 2 }),
      [3],
      ["", "", "", "", "", "", "", "", "Liêm Tuyền, ngày 30 tháng 9 năm 2026"],
      ["", "", "NGƯỜI LẬP SỔ", "", "", "", "", "", "", "CHỦ TỊCH"],
      ["", "", "Trần Thị Mai"],
    ]);
    expect(dataRows).toBe(2);
    expect(skipped.map((one) => one.why)).toEqual([
      "header",
      "section",
      "total",
      "header",
      "number-only",
      "signature",
      "signature",
      "signature",
    ]);
  });

  test("people whose names sound like a total or a place are visitors", () => {
    const { rows } = parsed([
      visit({ person: "Tống Thị Công\nthôn Đoài" }),
      visit({ person: "Công Văn Tổng, xã Đinh Xá", no: 2 }),
      visit({ person: "Ngô Văn Tô\nngõ 5", no: 3 }),
    ]);
    expect(rows.map((row) => row.people[0]?.name)).toEqual(["Tống Thị Công", "Công Văn Tổng", "Ngô Văn Tô"]);
  });

  test("a letter is split into the agency and its number", () => {
    const { row } = only({
      guided: "Tòa án nhân dân khu vực 1, CV số 12/HD-UBND ngày 03/7/2026",
      transferred: "Công an tỉnh",
    });
    expect(row).toMatchObject({
      guidedTo: "Tòa án nhân dân khu vực 1",
      guidanceNumber: "12/HD-UBND",
      transferredTo: "Công an tỉnh",
      transferNumber: "",
    });
  });

  test("the number of people decides the kind of group", () => {
    const kind = (count: Written) => only({ count }).row?.groupKind;
    expect([1, "02", "4 người", 5, 10, "11 hộ", ""].map(kind)).toEqual([
      "one",
      "two-to-four",
      "two-to-four",
      "five-to-ten",
      "five-to-ten",
      "more-than-ten",
      "one",
    ]);
    expect(only({ count: 0 }).rejected?.column).toBe("Số người cùng nội dung");
  });
});

describe("one visit is one visit", () => {
  const digests = (...rows: Written[][]) => parsed(rows).rows.map((row) => row.digest);

  test("spelling, spaces and columns filled in later do not make a new visit", () => {
    const [first] = digests(visit());
    const [second] = digests(
      visit({
        no: "01.",
        date: 46206,
        person: "NGUYEN VAN BINH - thon Doai, xa Liem Tuyen".normalize("NFD"),
        id: 35123456789,
        follow: "Đã ban hành quyết định",
        note: "xong",
      }),
    );
    expect(second).toBe(first);
  });

  test("another number, another day, another person or another agency does", () => {
    const all = [
      ...digests(
        visit(),
        visit({ no: 2 }),
        visit({ no: 3, date: "4/7/2026" }),
        visit({ date: "4/7/2026" }),
        visit({ person: "Nguyễn Văn Bính\nthôn Đoài", date: "5/7/2026" }),
      ),
      parsed([visit()], "XA-KHAC").rows[0]?.digest,
    ];
    expect(new Set(all).size).toBe(6);
  });

  test("two identical rows without numbers are two visits, with a warning", () => {
    const { rows } = parsed([visit({ no: "" }), visit({ no: "" })]);
    expect(rows[0]?.digest).not.toBe(rows[1]?.digest);
    expect(rows[1]?.warnings.map((one) => one.text.en).join()).toContain("Identical");
  });
});

describe("a denunciation leaves its person behind", () => {
  const denounced = {
    kind: "TC",
    content:
      "Ông Nguyễn Văn Bình (bà con gọi là Binh) ở thôn Đoài, CCCD 035 123 456 789, tố cáo cán bộ địa chính nhận tiền; nguyen van binh có băng ghi âm",
    note: "Gọi ông Bình số 0912 345 678",
  };

  test("name, place, number and telephone are taken out of the free text too", () => {
    const { row } = only(denounced);
    expect(row).toMatchObject({ sealed: true, people: [], otherIds: [], group: null });
    expect(row?.pseudonym).toMatch(/^Người tố cáo 2026-[0-9A-Z]{6}$/);
    const told = JSON.stringify(row);
    for (const trace of ["Nguyễn Văn Bình", "nguyen van binh", "ông Bình", "thôn Đoài", "035", "0912"])
      expect(told).not.toContain(trace);
    expect(row?.content).toContain("tố cáo cán bộ địa chính nhận tiền");
  });

  test("cells filled to the brim with the same words are still read and hidden", () => {
    const brim = "Nguyễn Văn Bình, thôn Đoài hộ 1 ".repeat(900);
    const { row } = only({ kind: "TC", person: brim, content: `Tố cáo ${brim}`, note: brim, guided: brim });
    expect(JSON.stringify(row)).not.toContain("Bình");
  });

  test("the digest and the pseudonym do not depend on who denounced", () => {
    const other = only({
      kind: "TC",
      content: "Tố cáo trưởng thôn",
      person: "Lê Thị Hoa\nxóm 3",
      id: "035000000001",
    }).row;
    const blank = only({ kind: "TC", content: "Tố cáo trưởng thôn", person: "", id: "" }).row;
    expect(other?.digest).toBe(blank?.digest);
    expect(other?.pseudonym).toBe(blank?.pseudonym);
  });

  test("a complaint whose content denounces is sealed as mixed, with a warning", () => {
    const { row } = only({ content: "Khiếu nại thu hồi đất và tố cáo cán bộ địa chính" });
    expect(row).toMatchObject({ sealed: true, mixed: true, kinds: ["complaint", "denunciation"] });
    expect(row?.warnings.map((one) => one.field)).toContain("kinds");
  });

  test("a refused row says nothing of a denouncer, whatever cell is wrong", () => {
    const { rejected } = parsed([
      visit({ ...denounced, date: "Nguyễn Văn Bình 035123456789", count: "ông Bình" }),
      visit({ ...denounced, date: 35123456789 }),
      visit({ kind: "Nguyễn Văn Bình", content: "không rõ" }),
    ]);
    expect(rejected).toHaveLength(3);
    const told = JSON.stringify(rejected);
    for (const trace of ["Nguyễn Văn Bình", "ông Bình", "035123456789", "35123456789"])
      expect(told).not.toContain(trace);
    expect(rejected[0]?.value).toBe("(đã giấu)");
  });

  test("a repeat is never found through a sealed row", () => {
    const { rows } = parsed([visit({ kind: "TC", content: "Tố cáo trưởng thôn" }), visit({ no: 2 })]);
    expect(rows[1]?.warnings).toEqual([]);
  });
});

describe("whatever stands in the cells", () => {
  const words = fc.constantFrom(
    "",
    "x",
    "TC",
    "KN",
    "KN-PA",
    "???",
    "Tổng cộng",
    "NGƯỜI LẬP SỔ",
    "03/7/2026",
    "31/6/2026",
    "ngày 3 tháng 7",
    "Nguyễn Văn Bình\nthôn Đoài",
    "Tập thể 5 hộ dân, đại diện: Lê Thị Hoa",
    "Khiếu nại thu hồi đất",
    "Tố cáo trưởng thôn",
    "STT",
    "Ngày tiếp",
    "1",
    "(1)",
    "=1+1",
  );
  const cell = fc.oneof(
    words,
    fc.string({ unit: "grapheme" }),
    fc.double(),
    fc.integer(),
    fc.constant(null),
    fc.double({ noNaN: true }).map((serial) => ({ kind: "date" as const, serial })),
    fc.string().map((text) => ({ kind: "unreadable" as const, text })),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 15 }), { maxLength: 12 });

  test("nothing crashes and every row comes out exactly once", () => {
    fc.assert(
      fc.property(rows, (written) => {
        const sheet = sheetOf(written);
        const {
          dataRows,
          rows: taken,
          rejected,
          skipped,
        } = parseRows(sheet, recogniseColumns(sheet), { agency: AGENCY, today: TODAY });
        const numbers = [...taken, ...rejected, ...skipped].map((one) => one.row).sort((a, b) => a - b);
        expect(numbers).toEqual(sheet.rows.map((row) => row.number));
        expect(dataRows).toBe(taken.length + rejected.length);
        expect(
          taken.every((row) => row.receivedOn <= civilDate("2026-11-24") && (!row.sealed || row.people.length === 0)),
        ).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("composed and decomposed Unicode read the same", () => {
    fc.assert(
      fc.property(rows, (written) => {
        const form = (how: "NFC" | "NFD") =>
          parsed(written.map((row) => row.map((value) => (typeof value === "string" ? value.normalize(how) : value))));
        expect(form("NFD")).toEqual(form("NFC"));
      }),
      { numRuns: 200 },
    );
  });
});
