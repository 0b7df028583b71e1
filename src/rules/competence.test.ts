import { describe, expect, test } from "vitest";
import { civilDate } from "../time/civil-date.ts";
import { competenceOn, kindsOn } from "./competence.ts";
import { isLawRangeError, type LawRangeCode } from "./law-range-error.ts";
import { said, smallCompetence, smallPack, twoVersions } from "./testing-packs.ts";

const district = { id: "district-chair", label: said("chủ tịch huyện") };
const packs = twoVersions(
  {
    against: [{ id: "commune-chair", label: said("chủ tịch xã") }, district],
    competence: [smallCompetence("T-C-1", ["commune-chair"]), smallCompetence("T-C-2", ["district-chair"])],
  },
  { competence: [smallCompetence("T-C-1", ["commune-chair"], { second: null })] },
);
const ask = (against: string, on: string, matter: "complaint" | "denunciation" = "complaint") =>
  competenceOn(packs, { matter, against, on: civilDate(on) });

function refusal(run: () => unknown): { code: LawRangeCode; vi: string } | undefined {
  try {
    run();
  } catch (error) {
    if (isLawRangeError(error)) return { code: error.code, vi: error.text.vi };
  }
  return undefined;
}

describe("who is competent", () => {
  test("is said by the version in force on the day", () => {
    expect(ask("commune-chair", "2026-06-30").rule.second?.name.vi).toBe("chủ tịch tỉnh");
    expect(ask("commune-chair", "2026-07-01").rule.second).toBeNull();
  });

  test("an office that no longer exists is refused by name, with when it did and which kinds there are", () => {
    expect(ask("district-chair", "2026-06-30").rule.id).toBe("T-C-2");
    const refused = refusal(() => ask("district-chair", "2026-07-01"));
    expect(refused?.code).toBe("unknown-kind");
    expect(refused?.vi).toContain("từ ngày 01/01/2020 đến ngày 30/06/2026");
    expect(refused?.vi).toContain("commune-chair: chủ tịch xã");
  });

  test("a day before the law is covered, and a matter without a law, are refused", () => {
    expect(refusal(() => ask("commune-chair", "2019-12-31"))?.code).toBe("before-coverage");
    expect(refusal(() => ask("commune-chair", "2026-07-01", "denunciation"))?.code).toBe("no-version-in-force");
  });

  test("the kinds of a day are those that a rule speaks of", () => {
    expect(kindsOn(packs, civilDate("2026-07-01")).map((kind) => kind.id)).toEqual(["commune-chair"]);
    expect(kindsOn(packs, civilDate("2025-07-01"), "complaint")).toHaveLength(2);
    expect(kindsOn(packs, civilDate("2025-07-01"), "denunciation")).toEqual([]);
    const none = [smallPack("2020-01-01", { against: [], competence: [] })];
    expect(
      refusal(() => competenceOn(none, { matter: "complaint", against: "x", on: civilDate("2026-07-01") }))?.vi,
    ).toContain("chưa có bảng thẩm quyền");
  });
});
