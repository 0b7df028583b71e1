import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import type { Asker } from "../setting.ts";

let office: TestOffice;
let here: Asker;
let elsewhere: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  const counter = await office.as("reception-officer");
  here = await office.as("petition-officer");
  elsewhere = await office.as("petition-officer", "elsewhere");
  const visits: readonly (readonly [string, string, string])[] = [
    ["2024-03-05", "Hoàng Thị  Mai Lan", "Bồi thường đất trồng lúa"],
    ["2025-06-02", "Hoàng Thị Mai", "Cấp giấy chứng nhận quyền sử dụng đất"],
    ["2026-11-02", "Đỗ Hoàng Mai", "Lấn chiếm lối đi chung"],
    ["2026-11-03", "Trần Văn Thử", "Nhà ông Hoàng lấn chiếm lối đi"],
  ];
  for (const [on, name, content] of visits) {
    await office.app.reception.recordVisit(counter, {
      key: randomUUID(),
      agencyId: office.communeId,
      receivedOn: on,
      visitor: { name, address: "thôn Một, xã An Thử", idNumber: "001099000001" },
      kinds: ["complaint"],
      content,
      readBack: true,
    });
  }
});
afterAll(() => office?.close());

const found = async (q: string, asker = here, after?: string) =>
  (await office.app.petitions.listPetitions(asker, { view: "all", q, ...(after ? { after } : {}) })).lines.map(
    (line) => line.petitioner,
  );

describe("a search for a name", () => {
  test("finds it without diacritics, in any case, newest first, over the years", async () => {
    expect(await found("hoang thi mai")).toEqual(["Hoàng Thị Mai", "Hoàng Thị Mai Lan"]);
    expect(await found("HOÀNG THỊ MAI")).toEqual(["Hoàng Thị Mai", "Hoàng Thị Mai Lan"]);
  });

  test("takes words in their order and as whole words", async () => {
    expect(await found("hoàng mai")).toEqual(["Đỗ Hoàng Mai"]);
    expect(await found("mai hoàng")).toEqual([]);
    expect(await found("do hoang")).toEqual(["Đỗ Hoàng Mai"]);
  });

  test("finds a name whose last word is not finished yet, and a part of one word", async () => {
    expect(await found("hoang thi m")).toEqual(["Hoàng Thị Mai", "Hoàng Thị Mai Lan"]);
    expect(await found("oàng")).toEqual(["Đỗ Hoàng Mai", "Hoàng Thị Mai", "Hoàng Thị Mai Lan"]);
  });

  test("comes before the same words in a text, and gives way to the text when nobody has the name", async () => {
    expect(await found("hoàng")).not.toContain("Trần Văn Thử");
    expect(await found("lấn chiếm")).toEqual(["Trần Văn Thử", "Đỗ Hoàng Mai"]);
  });

  test("goes on after a page where the page ended", async () => {
    const first = await office.app.petitions.listPetitions(here, { view: "all", q: "hoang thi mai", limit: 1 });
    expect(first.lines.map((line) => line.petitioner)).toEqual(["Hoàng Thị Mai"]);
    expect(await found("hoang thi mai", here, first.next)).toEqual(["Hoàng Thị Mai Lan"]);
  });

  test("shows nothing to an officer of another commune", async () => {
    expect(await found("hoang thi mai", elsewhere)).toEqual([]);
    expect(await found("hoang thi m", elsewhere)).toEqual([]);
  });
});
