import { describe, expect, test } from "vitest";
import { readPeopleCell } from "./people-cell.ts";

const told = (text: string, expected: number | null = null) =>
  readPeopleCell(text, expected).people.map((one) => `${one.name} | ${one.address}`);

describe("the cell of name and address", () => {
  test.each([
    ["Phạm Hoà Phượng\nxóm Chùa, xã Liêm Tuyền", ["Phạm Hoà Phượng | xóm Chùa, xã Liêm Tuyền"]],
    ["DINH HUU QUYET - xom 3, phuong Chau Son", ["DINH HUU QUYET | xom 3, phuong Chau Son"]],
    ["Phung Huu Ut, thôn Đoài, xã Đinh Xá", ["Phung Huu Ut | thôn Đoài, xã Đinh Xá"]],
    ["Ông  Nguyễn Văn An, địa chỉ: thôn Đoài", ["Nguyễn Văn An | thôn Đoài"]],
    ["Bà Tô Thị Hoa (trú tại tổ 5)", ["Tô Thị Hoa | tổ 5"]],
    ["Dương Văn Ngõ\nđường Lê Lợi", ["Dương Văn Ngõ | đường Lê Lợi"]],
    ["Nguyễn Văn An", ["Nguyễn Văn An | "]],
    ["1. Nguyễn Văn An, thôn Đoài\n2. Trần Thị Bé, xóm 3", ["Nguyễn Văn An | thôn Đoài", "Trần Thị Bé | xóm 3"]],
    ["1) Nguyễn Văn An; 2) Trần Thị Bé; xã Đinh Xá", ["Nguyễn Văn An | xã Đinh Xá", "Trần Thị Bé | xã Đinh Xá"]],
    ["Nguyễn Văn An - thôn Đoài\nTrần Thị Bé - xóm 3", ["Nguyễn Văn An | thôn Đoài", "Trần Thị Bé | xóm 3"]],
    ["Nguyễn Văn An và Trần Thị Bé, thôn Đoài", ["Nguyễn Văn An | thôn Đoài", "Trần Thị Bé | thôn Đoài"]],
    [
      "Nguyễn Văn An, Trần Thị Bé, thôn Đoài, xã Đinh Xá",
      ["Nguyễn Văn An | thôn Đoài, xã Đinh Xá", "Trần Thị Bé | thôn Đoài, xã Đinh Xá"],
    ],
  ])("%s", (text, people) => expect(told(text)).toEqual(people));

  test("“Lê Hồng Phong” behind a name is a street unless the register speaks of two people", () => {
    expect(told("Nguyễn Văn An, Lê Hồng Phong, Phủ Lý")).toEqual(["Nguyễn Văn An | Lê Hồng Phong, Phủ Lý"]);
    expect(told("Nguyễn Văn An, Lê Hồng Phong, thôn Đoài", 2)).toEqual([
      "Nguyễn Văn An | thôn Đoài",
      "Lê Hồng Phong | thôn Đoài",
    ]);
    expect(told("Nguyễn Văn An, Lê Hồng Phong, thôn Đoài", 1)).toEqual(["Nguyễn Văn An | Lê Hồng Phong, thôn Đoài"]);
  });

  test("a group keeps its words, its size and those who speak for it", () => {
    expect(
      readPeopleCell("Tập thể 19 hộ dân thôn Đoài, đại diện: Ngô Văn Phượng, xóm Chùa, phường Châu Sơn", 19),
    ).toMatchObject({
      group: "Tập thể 19 hộ dân thôn Đoài",
      groupSize: 19,
      people: [{ name: "Ngô Văn Phượng", address: "xóm Chùa, phường Châu Sơn" }],
    });
    expect(readPeopleCell("Nguyễn Văn An (đại diện 15 hộ dân), thôn Đoài", null)).toMatchObject({
      groupSize: 15,
      people: [{ name: "Nguyễn Văn An", address: "thôn Đoài" }],
    });
  });

  test("an address alone is nobody", () => expect(told("thôn Đoài, xã Đinh Xá")).toEqual([]));

  test("an odd name and a missing address are pointed out", () => {
    expect(
      readPeopleCell("An7, thôn Đoài", null)
        .warnings.map((one) => one.en)
        .join(),
    ).toContain("single word");
    expect(
      readPeopleCell("Nguyễn Văn An", null)
        .warnings.map((one) => one.en)
        .join(),
    ).toContain("No address");
  });
});
