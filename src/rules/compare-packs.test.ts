import { describe, expect, test } from "vitest";
import { comparePacks, isSame, versionsToCompare } from "./compare-packs.ts";
import { said, smallAct, smallCompetence, smallPack, smallProcedure, smallRule, twoVersions } from "./testing-packs.ts";

const base = smallProcedure();
const packs = twoVersions(
  { rules: [smallRule("T-1"), smallRule("T-2")], duties: [] },
  {
    rules: [smallRule("T-1", { amount: 7, unit: "working-day", article: "Điều 2 Luật Thử" }), smallRule("T-3")],
    procedures: [
      smallProcedure({
        acts: [...base.acts.filter(({ id }) => id !== "note"), smallAct("reopen", ["DONE"], "OPEN")],
        documents: base.documents.map((document) => ({ ...document, form: "01a" })),
      }),
    ],
    competence: [smallCompetence("T-C-1", ["commune-chair"], { second: null })],
    duties: [
      {
        id: "T-D-1",
        article: "Điều 3",
        confidence: "text",
        position: "commune-chair",
        positionName: said("chủ tịch xã"),
        level: "commune",
        period: "month",
        days: 2,
      },
    ],
  },
);
const [earlier, later] = packs;
if (!earlier || !later) throw new Error("two versions are needed");
const difference = comparePacks(earlier, later);

describe("what a version changed", () => {
  test("a limit: the old and the new value, with the articles of both", () => {
    expect(difference.rules.map(({ id, change }) => [id, change])).toEqual([
      ["T-1", "changed"],
      ["T-2", "removed"],
      ["T-3", "added"],
    ]);
    expect(difference.rules[0]).toMatchObject({
      before: { vi: "10 ngày" },
      after: { vi: "7 ngày làm việc" },
      articleBefore: "Điều 1 Luật Thử",
      article: "Điều 2 Luật Thử",
      parts: ["article", "unit", "amount"],
    });
  });

  test("acts, documents, competence and duties", () => {
    expect(difference.acts.map(({ id, change, procedure }) => [procedure, id, change])).toEqual([
      ["small", "note", "removed"],
      ["small", "reopen", "added"],
    ]);
    expect(difference.documents).toMatchObject([{ before: { vi: "Mẫu số 01" }, after: { vi: "Mẫu số 01a" } }]);
    expect(difference.competence).toMatchObject([{ change: "changed", after: { vi: "chủ tịch xã" } }]);
    expect(difference.duties).toMatchObject([{ change: "added", after: { vi: "ít nhất 2 ngày mỗi tháng" } }]);
    expect(difference.states).toEqual([]);
  });

  test("nothing, when the same is compared, in whatever order its properties stand", () => {
    expect(isSame(comparePacks(earlier, earlier))).toBe(true);
    const turned = {
      ...earlier,
      rules: earlier.rules.map((rule) => Object.fromEntries(Object.entries(rule).reverse())),
    };
    expect(isSame(comparePacks(earlier, { ...earlier, ...JSON.parse(JSON.stringify({ rules: turned.rules })) }))).toBe(
      true,
    );
    expect(isSame(difference)).toBe(false);
  });
});

describe("versions named by people", () => {
  const other = smallPack("2015-01-01", { subject: "reception", alias: "V0" });
  const all = [...packs, other];
  const ids = (a: string, b: string, subject?: string) =>
    versionsToCompare(all, [a, b], subject).map(([one, two]) => [one.id, two.id]);

  test("by alias, by pack and by day; a subject without that alias is taken as it stood then", () => {
    expect(ids("V0", "V2")).toEqual([
      ["complaints/2020-01-01", "complaints/2026-07-01"],
      ["reception/2015-01-01", "reception/2015-01-01"],
    ]);
    expect(ids("complaints/2020-01-01", "2026-08-01")).toEqual([["complaints/2020-01-01", "complaints/2026-07-01"]]);
    expect(ids("v0", "v2", "reception")).toEqual([["reception/2015-01-01", "reception/2015-01-01"]]);
  });

  test("an unknown one is refused with those there are", () => {
    expect(() => ids("V9", "V2")).toThrow(/V9.*V0, V2, /);
    expect(() => ids("1999-01-01", "V2")).toThrow(/no version 1999-01-01/);
    expect(() => ids("V0", "V2", "moon")).toThrow(/moon/);
    expect(() => ids("complaints/2020-01-01", "reception/2015-01-01")).toThrow(/both/);
  });
});
