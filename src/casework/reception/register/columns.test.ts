import { describe, expect, test } from "vitest";
import { recogniseColumns } from "./columns.ts";
import { sheetOf, visit } from "./register-fixture.ts";

const letters = (header: readonly string[]) =>
  Object.fromEntries(
    Object.values(recogniseColumns(sheetOf([visit()], header)).fields)
      .filter((one) => one.column !== null)
      .map((one) => [one.field, one.letter]),
  );

describe("what each column was taken for", () => {
  test("the words of the decree, in capitals, without diacritics, or decomposed are the same", () => {
    const form = [
      "STT",
      "Ngày tiếp",
      "Họ tên, địa chỉ",
      "CCCD/CMND/Hộ chiếu",
      "Nội dung đơn",
      "Loại đơn (KN/TC/KN/PA)",
      "Số người cùng nội dung",
      "Cơ quan đã giải quyết",
      "Thuộc thẩm quyền (x)",
      "Hướng dẫn công dân đến cơ quan có thẩm quyền",
      "Cơ quan, đơn vị thụ lý",
      "Theo dõi kết quả giải quyết",
      "Ghi chú",
    ];
    const expected = letters(form);
    expect(Object.values(expected).join("")).toBe("ABCDEFGHIJKLM");
    expect(letters(form.map((text) => text.toUpperCase()))).toEqual(expected);
    expect(letters(form.map((text) => text.normalize("NFD")))).toEqual(expected);
    expect(
      letters(form.map((text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D"))),
    ).toEqual(expected);
  });

  test("another order, missing columns and an address of its own are no obstacle", () => {
    expect(letters(["Số TT", "Họ và tên", "Địa chỉ", "Ngày, tháng", "Tóm tắt nội dung", "Phân loại"])).toEqual({
      registerNo: "A",
      person: "B",
      address: "C",
      receivedOn: "D",
      content: "E",
      kinds: "F",
    });
  });

  test("a column whose header says nothing is known by the number of the form under it", () => {
    const header = ["STT", "Ngày tiếp", "Họ tên, địa chỉ", "…", "Nội dung"];
    const { fields, headerEndsAt } = recogniseColumns(sheetOf([["(1)", "(2)", "(3)", "(4)", "(5)"], visit()], header));
    expect(fields.idNumber).toMatchObject({ letter: "D", confidence: "by-number" });
    expect(headerEndsAt).toBe(2);
  });

  test("the user's choice wins, and takes the column away from what it was taken for", () => {
    const { fields, missing } = recogniseColumns(sheetOf([visit()]), { note: "E", followUp: null });
    expect(fields.note).toMatchObject({ letter: "E", confidence: "chosen" });
    expect(fields.followUp.confidence).toBe("missing");
    expect(missing).toEqual(["content"]);
  });

  test("columns that are taken for nothing are named", () => {
    const { unused } = recogniseColumns(sheetOf([visit()], ["STT", "Ngày tiếp", "Họ tên", "Nội dung", "Dân tộc"]));
    expect(unused).toEqual([{ letter: "E", header: "Dân tộc" }]);
  });

  test("a sheet that is no register has no columns", () => {
    expect(recogniseColumns(sheetOf([], ["Món", "Giá"])).missing).toEqual(["receivedOn", "person", "content"]);
  });
});
