import { describe, expect, test } from "vitest";
import { readIdCell } from "./identity-number.ts";

const text = (written: string) => readIdCell({ kind: "text", text: written });
const number = (value: number) => readIdCell({ kind: "number", number: value });

describe("the identity column", () => {
  test("digits may be spaced or dotted and carry the name of the paper", () => {
    for (const written of [
      "035709782333",
      "035 709 782 333",
      "035.709.782.333",
      "CCCD: 035709782333",
      "CCCD số 035 709 782 333",
    ]) {
      expect(text(written)).toEqual([{ number: "035709782333", kind: "citizen-id" }]);
    }
    expect(text("168377334")).toEqual([{ number: "168377334", kind: "old-id" }]);
    expect(text("c1234567")).toEqual([{ number: "C1234567", kind: "passport" }]);
  });

  test("a number cell that lost its zeros gets them back and says so", () => {
    expect(number(35441981312)[0]).toMatchObject({
      number: "035441981312",
      kind: "citizen-id",
      note: expect.anything(),
    });
    expect(number(1234567890)[0]).toMatchObject({ number: "001234567890", kind: "citizen-id" });
    expect(number(12345678)[0]).toMatchObject({ number: "012345678", kind: "old-id" });
    expect(text("35441981312")[0]).toMatchObject({ number: "035441981312" });
  });

  test("a wrong length is kept as written and pointed out, never padded", () => {
    for (const written of ["0354419813", "1234567", "0354419813121", "99441981312"]) {
      expect(text(written)[0]).toMatchObject({ number: written, kind: "other", doubtful: true });
    }
    expect(text("3,54E+10")[0]).toMatchObject({ number: "", doubtful: true });
  });

  test("several papers in one cell are several; another paper stays in words; none is none", () => {
    expect(text("035709782333; 035709782334\n168377334").map((one) => one.number)).toEqual([
      "035709782333",
      "035709782334",
      "168377334",
    ]);
    expect(text("Thẻ đảng viên")).toEqual([{ number: "Thẻ đảng viên", kind: "other" }]);
    expect(text("CCCD 035709782333 cấp ngày 02/7/2021")[0]?.number).toBe("035709782333");
    for (const none of ["", "-", "không", "không có"]) expect(text(none)).toEqual([]);
  });
});
