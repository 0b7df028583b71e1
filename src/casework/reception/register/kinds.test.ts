import { describe, expect, test } from "vitest";
import { settleKinds } from "./kinds.ts";

const letters = (kind: string, content = "") =>
  settleKinds(kind, content)
    .kinds.map((one) => one[0])
    .join("");

describe("the kind of a petition", () => {
  test.each([
    ["KN", "c"],
    ["kn", "c"],
    ["K.nại", "c"],
    ["Khiếu nại", "c"],
    ["Đơn khiếu nại lần 2", "c"],
    ["TC", "d"],
    ["tc", "d"],
    ["Tố cáo", "d"],
    ["T/c", "d"],
    ["KN-PA", "r"],
    ["KNPA", "r"],
    ["KN/PA", "r"],
    ["PA", "r"],
    ["Kiến nghị, phản ánh", "r"],
    ["Đề nghị", "r"],
    ["KN + TC", "cd"],
    ["KN, TC", "cd"],
    ["KNTC", "cd"],
    ["Khiếu tố", "cd"],
    ["TC, KN-PA", "dr"],
    ["Khiếu nại".normalize("NFD"), "c"],
  ])("%s", (written, kinds) => expect(letters(written)).toBe(kinds));

  test("KN is kiến nghị where only the content can tell", () => {
    expect(letters("KN", "Kiến nghị sửa đường liên thôn")).toBe("r");
    expect(letters("KN", "Khiếu nại thu hồi đất, đề nghị xem xét lại")).toBe("c");
    expect(letters("KN + TC", "Kiến nghị sửa đường; đồng thời tố cáo cán bộ địa chính")).toBe("dr");
  });

  test("a class that is not understood goes back to the clerk with what the content reads like", () => {
    const reading = settleKinds("???", "Phản ánh trại lợn gây ô nhiễm");
    expect(reading.problem?.vi).toContain("kiến nghị, phản ánh");
    expect(reading.sealed).toBe(false);
    expect(settleKinds("KN gì đó", "Khiếu nại").problem).toBeDefined();
  });

  test("a blank class is read from the content, with a warning; where that says nothing the row goes back, sealed", () => {
    expect(settleKinds("", "Khiếu nại thu hồi đất")).toMatchObject({ kinds: ["complaint"], sealed: false });
    expect(settleKinds("", "Khiếu nại thu hồi đất").warnings).toHaveLength(1);
    expect(settleKinds("", "Việc của gia đình")).toMatchObject({ sealed: true, problem: expect.anything() });
  });

  test("what may be a denunciation is sealed, whatever the class says", () => {
    for (const content of [
      "Khiếu nại và tố cáo ông trưởng thôn",
      "Phản ánh cán bộ địa chính nhận tiền làm sổ đỏ",
      "Kiến nghị xử lý trưởng thôn thu tiền trái quy định",
      "TO CAO can bo",
    ]) {
      expect(settleKinds("PA", content)).toMatchObject({ sealed: true });
    }
    expect(settleKinds("PA", "Phản ánh trại lợn gây ô nhiễm").sealed).toBe(false);
    expect(settleKinds("KN", "Khiếu nại Quyết định của Chủ tịch UBND xã về thu hồi đất").sealed).toBe(false);
  });
});
