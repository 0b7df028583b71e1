import { describe, expect, test } from "vitest";
import { selectVersion } from "../../src/rules/select-version.ts";
import { civilDate } from "../../src/time/civil-date.ts";
import { lawPacks } from "../index.ts";
import { attempt, openIn, refusalOf } from "../testing-matter.ts";

function competent(on: string, kind: string) {
  const pack = selectVersion(lawPacks, "complaints", civilDate(on));
  const rule = pack.competence.find((each) => each.against.includes(kind));
  return rule && { id: rule.id, first: rule.first.name.vi, second: rule.second?.name.vi, confidence: rule.confidence };
}

const commune = "Chủ tịch Ủy ban nhân dân cấp xã";
const district = "Chủ tịch Ủy ban nhân dân cấp huyện";
const province = "Chủ tịch Ủy ban nhân dân cấp tỉnh";

describe("who settles a complaint", () => {
  test.each([
    ["2025-06-30", "commune-chair", { id: "KN-C-1", first: commune, second: district, confidence: "text" }],
    ["2025-07-01", "commune-chair", { id: "KN-C-1", first: commune, second: province, confidence: "secondary" }],
    ["2026-07-01", "commune-chair", { id: "KN-C-1", first: commune, second: province, confidence: "text" }],
    ["2026-07-01", "commune-agency-head", { id: "KN-C-1", first: commune, second: province, confidence: "text" }],
    ["2025-06-30", "commune-agency-head", undefined],
    ["2025-06-30", "district-chair", { id: "KN-C-10-chair", first: district, second: province, confidence: "text" }],
    ["2025-07-01", "district-chair", undefined],
    ["2026-07-01", "district-agency-head", undefined],
    [
      "2026-07-01",
      "provincial-chair",
      { id: "KN-C-4", first: province, second: "Bộ trưởng quản lý ngành, lĩnh vực", confidence: "text" },
    ],
    ["2026-07-01", "minister", { id: "KN-C-6", first: "Bộ trưởng", second: undefined, confidence: "text" }],
    ["2020-12-09", "public-unit-head", undefined],
  ])("on %s against %s", (on, kind, expected) => {
    expect(competent(on, kind)).toEqual(expected);
  });

  test("has a rule for every kind and one only, and from KN-C-1 to KN-C-10 in the time of three levels", () => {
    for (const pack of lawPacks.filter((each) => each.subject === "complaints")) {
      for (const { id } of pack.against)
        expect(
          pack.competence.filter((rule) => rule.against.includes(id)),
          `${pack.id} ${id}`,
        ).toHaveLength(1);
    }
    const three = selectVersion(lawPacks, "complaints", civilDate("2025-06-30")).competence.map((rule) => rule.id);
    for (let n = 1; n <= 10; n++) expect(three).toContain(`KN-C-${n}`);
  });

  test("rests on the text but in the year of two levels, where it is marked and names its gap", () => {
    const pack = selectVersion(lawPacks, "complaints", civilDate("2025-12-01"));
    const marked = pack.competence.filter((rule) => rule.confidence === "secondary");
    expect(marked.map((rule) => [rule.id, rule.gap])).toEqual([["KN-C-1", "GAP-13"]]);
  });
});

describe("what the law of 1 July 2026 does to matters under way", () => {
  const pack = selectVersion(lawPacks, "complaints", civilDate("2026-07-01"));

  test("is written down as VER-1, VER-2, VER-3 and VER-6, for every earlier version", () => {
    expect(pack.transitions.map((rule) => [rule.id, rule.effect])).toEqual([
      ["VER-1", "stays"],
      ["VER-2", "partly"],
      ["VER-3", "stays"],
      ["VER-6", "stays"],
    ]);
    const earlier = lawPacks.filter((each) => each.subject === "complaints" && each.validTo).map((each) => each.id);
    for (const rule of pack.transitions) expect(rule.from).toEqual(earlier);
  });
});

describe("an authorisation to complain", () => {
  const accept = (received: string, facts: Record<string, string>) => {
    const { pack, matter } = openIn("complaints", "complaint-first", received, facts);
    return attempt(pack, matter, "accept", received, { eligible: true, content: "x" });
  };

  test("of an individual is notarised or certified", () => {
    expect(accept("2026-07-06", { authorisation: "certified" }).ok).toBe(true);
    expect(accept("2026-07-06", { authorisation: "notarised", authorisedOn: "2026-07-01" }).ok).toBe(true);
    const wrong = refusalOf(accept("2026-07-06", { authorisation: "no-form" }));
    expect(wrong.article).toBe("Khoản 3 Điều 5 Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)");
    expect(wrong.instead.map((each) => each.act)).toEqual(["refuse", "correct"]);
    expect(accept("2025-03-03", { authorisation: "certified" }).ok).toBe(true);
  });

  test("that was notarised from 1 January 2027 on does not count any more (VER-6)", () => {
    const late = refusalOf(accept("2026-07-06", { authorisation: "notarised", authorisedOn: "2027-01-01" }));
    expect(late.article).toBe("Khoản 2 Điều 21 Nghị định 155/2026/NĐ-CP");
    expect(accept("2026-07-06", { authorisation: "notarised", authorisedOn: "2026-12-31" }).ok).toBe(true);
  });
});
