import { describe, expect, test } from "vitest";
import { civilDate } from "../time/civil-date.ts";
import { describeProcedure, proceduresOn } from "./describe-procedure.ts";
import { smallRule, twoVersions } from "./testing-packs.ts";

const packs = twoVersions({}, { rules: [smallRule("T-1", { amount: 7, unit: "working-day" })] });
const on = civilDate("2026-07-02");
const described = describeProcedure(packs, { procedure: "small", on });
const act = (id: string) => described.acts.find((each) => each.id === id);

describe("a procedure described", () => {
  test("is that of the version in force on the day", () => {
    expect(described).toMatchObject({ procedure: "small", version: "2026-07-01" });
    const before = describeProcedure(packs, { procedure: "small", on: civilDate("2026-06-30") });
    expect(before).toMatchObject({ version: "2020-01-01", versionTo: "2026-06-30" });
    expect(before.opening[0]?.rules[0]?.limit?.vi).toBe("10 ngày");
    expect(described.opening[0]?.rules[0]?.limit?.vi).toBe("7 ngày làm việc");
  });

  test("says of an act who does it, from where to where, what speaks against it, its papers and within how long", () => {
    expect(act("finish")).toMatchObject({
      from: ["OPEN"],
      to: "DONE",
      article: "Điều 1 Luật Thử",
      actors: [{ id: "head" }],
      guards: [{ condition: "ready", article: "Điều 1 Luật Thử" }],
      documents: [{ key: "t-01", form: "01" }],
      clocks: [{ do: "meet", clock: "settle", limits: [{ rule: "T-1", limit: { vi: "7 ngày làm việc" } }] }],
    });
  });

  test("an act that goes back leads to where one could come from; one that stays leads nowhere", () => {
    expect(act("resume")?.reaches).toEqual(["OPEN"]);
    expect(act("note")?.reaches).toEqual([]);
  });

  test("an unknown procedure is refused with those there are", () => {
    expect(() => describeProcedure(packs, { procedure: "moon", on })).toThrow(/small: thủ tục thử/);
    expect(proceduresOn(packs, on)).toMatchObject([{ procedure: "small", states: 3, acts: 4 }]);
  });
});

describe("its Mermaid diagram", () => {
  const lines = described.mermaid.split("\n");

  test("begins, moves and ends as the acts say", () => {
    expect(lines[0]).toBe("stateDiagram-v2");
    for (const line of [
      "  [*] --> OPEN",
      "  OPEN --> HELD: làm hold",
      "  HELD --> OPEN: làm resume",
      "  OPEN --> DONE: làm finish",
      "  DONE --> [*]",
    ])
      expect(lines).toContain(line);
  });

  test("tells of acts that change no state in a note, and no label can end a line early", () => {
    expect(lines).toContain("  note right of HELD");
    expect(lines).toContain("    làm note");
    for (const line of lines)
      expect(line.replace(/ as \w+$/, "").replaceAll(/^ {2}state "|"$/g, "")).not.toMatch(/[";#]/);
  });
});
