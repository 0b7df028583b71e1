import { describe, expect, test } from "vitest";
import { lawPacks } from "../../law/index.ts";
import { civilDate } from "../time/civil-date.ts";
import { selectVersion } from "./select-version.ts";

describe("the version of the law", () => {
  test.each([
    ["2012-07-01", "complaints/2012-07-01"],
    ["2020-12-09", "complaints/2012-07-01"],
    ["2020-12-10", "complaints/2020-12-10"],
    ["2025-06-30", "complaints/2020-12-10"],
    ["2025-07-01", "complaints/2025-07-01"],
    ["2026-06-30", "complaints/2025-07-01"],
    ["2026-07-01", "complaints/2026-07-01"],
  ])("on %s is %s", (on, id) => {
    expect(selectVersion(lawPacks, "complaints", civilDate(on)).id).toBe(id);
  });

  test("is refused by name before the law that is covered", () => {
    expect(() => selectVersion(lawPacks, "complaints", civilDate("2012-06-30"))).toThrow(
      "complaints is covered from 1 July 2012",
    );
    expect(() => selectVersion(lawPacks, "reception", civilDate("2014-06-30"))).toThrow("1 July 2014");
  });

  test("never falls through to one that has expired", () => {
    const expired = lawPacks.filter((pack) => pack.id === "complaints/2012-07-01");
    expect(() => selectVersion(expired, "complaints", civilDate("2026-07-01"))).toThrow(
      "No version of the law on complaints is in force",
    );
    expect(() => selectVersion([], "denunciations", civilDate("2026-07-01"))).toThrow(
      "No version of the law on denunciations",
    );
  });
});
