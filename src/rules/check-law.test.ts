import { describe, expect, test } from "vitest";
import { civilDate } from "../time/civil-date.ts";
import { checkLaw } from "./check-law.ts";
import type { LoadedPack } from "./load-pack.ts";
import type { TransitionRule } from "./pack.ts";
import {
  said,
  smallAct,
  smallCompetence,
  smallForms,
  smallPack,
  smallProcedure,
  smallRule,
  twoVersions,
} from "./testing-packs.ts";

const check = (packs: readonly LoadedPack[]) => checkLaw(packs, smallForms);
const moving: TransitionRule = {
  id: "T-V-1",
  article: "Điều 9",
  confidence: "text",
  what: said("vụ việc đang giải quyết chuyển sang luật mới"),
  on: civilDate("2026-07-01"),
  effect: "moves",
  from: ["complaints/2020-01-01"],
};
const base = smallProcedure();

describe("the law that holds together", () => {
  test("has no fault, and is counted by version and confidence", () => {
    const rules = [smallRule("T-1"), smallRule("T-2", { confidence: "inference" })];
    const answer = check(twoVersions({ rules }, { transitions: [moving] }));
    expect(answer.faults).toEqual([]);
    expect(answer.ok).toBe(true);
    expect(answer.versions[0]).toMatchObject({
      id: "complaints/2020-01-01",
      validTo: "2026-06-30",
      rules: 2,
      byConfidence: { text: 1, secondary: 0, inference: 1 },
      procedures: 1,
      states: 3,
      acts: 4,
    });
    expect(answer.coverage).toEqual([{ subject: "complaints", from: "2020-01-01", to: null }]);
  });
});

const faulty: readonly [string, readonly LoadedPack[], RegExp][] = [
  [
    "an article that is missing",
    [smallPack("2020-01-01", { rules: [smallRule("T-1", { article: "" })] })],
    /T-1\.article: is missing/,
  ],
  [
    "a condition that nobody wrote",
    [
      smallPack("2020-01-01", {
        procedures: [
          smallProcedure({
            acts: [
              ...base.acts,
              smallAct("x", ["OPEN"], "DONE", {
                guards: [{ article: "Điều 1", confidence: "text", condition: "moon", refusal: said("không") }],
              }),
            ],
          }),
        ],
      }),
    ],
    /unknown condition moon/,
  ],
  [
    "a state without an exit",
    [
      smallPack("2020-01-01", {
        procedures: [smallProcedure({ acts: base.acts.filter(({ id }) => id !== "resume") })],
      }),
    ],
    /HELD: is not final and has no exit/,
  ],
  [
    "a document without a form",
    [
      smallPack("2020-01-01", {
        procedures: [
          smallProcedure({
            documents: base.documents.map((each) => ({ ...each, key: "t-09" })),
            acts: base.acts.map((act) => ({ ...act, documents: [] })),
          }),
        ],
      }),
    ],
    /t-09: has no form/,
  ],
  [
    "an earlier version without an end",
    twoVersions({ validTo: undefined }),
    /2020-01-01: validTo: is open, but complaints\/2026-07-01 follows/,
  ],
  [
    "days without a law",
    twoVersions({ validTo: civilDate("2026-06-28") }),
    /leaves a gap before complaints\/2026-07-01/,
  ],
  ["two laws on one day", twoVersions({ validTo: civilDate("2026-07-03") }), /an overlap with complaints\/2026-07-01/],
  [
    "a folder that is not its first day",
    [smallPack("2020-01-01", { id: "complaints/2020" })],
    /is not the subject and the first day/,
  ],
  ["a version twice", [smallPack("2020-01-01"), smallPack("2020-01-01")], /complaints\/2020-01-01: occurs twice/],
  [
    "a transition from nowhere",
    twoVersions({}, { transitions: [{ ...moving, from: ["complaints/1999-01-01"] }] }),
    /unknown version complaints\/1999-01-01/,
  ],
  [
    "a transition from its own future",
    twoVersions({ transitions: [{ ...moving, on: civilDate("2026-07-01"), from: ["complaints/2026-07-01"] }] }),
    /is not an earlier version/,
  ],
  [
    "a transition before its law",
    twoVersions({}, { transitions: [{ ...moving, on: civilDate("2026-06-30") }] }),
    /before the version begins/,
  ],
  [
    "a matter that moves into a state that is gone",
    twoVersions(
      {
        procedures: [
          smallProcedure({
            states: [
              ...base.states,
              { id: "EXTRA", name: said("thêm"), plain: said("thêm"), final: true, stage: "all" },
            ],
            acts: [...base.acts, smallAct("extra", ["OPEN"], "EXTRA")],
          }),
        ],
      },
      { transitions: [moving] },
    ),
    /a matter in EXTRA of complaints\/2020-01-01 has no such state/,
  ],
  [
    "two rules that both say who is competent",
    [
      smallPack("2020-01-01", {
        competence: [smallCompetence("T-C-1", ["commune-chair"]), smallCompetence("T-C-2", ["commune-chair"])],
      }),
    ],
    /T-C-1, T-C-2 all say who settles a complaint against commune-chair/,
  ],
  [
    "a rule that two subjects value differently",
    [
      smallPack("2020-01-01"),
      smallPack("2021-01-01", { subject: "reception", rules: [smallRule("T-1", { amount: 3 })] }),
    ],
    /rules T-1: reception\/2021-01-01 gives it another value/,
  ],
  [
    "a clock that nobody starts",
    [smallPack("2020-01-01", { procedures: [smallProcedure({ inherits: ["moon"] })] })],
    /nothing starts the clock moon/,
  ],
];

describe("what does not hold is found", () => {
  test.each(faulty)("%s", (_, packs, fault) => {
    const answer = check(packs);
    expect(answer.ok).toBe(false);
    expect(answer.faults.join("\n")).toMatch(fault);
  });
});
