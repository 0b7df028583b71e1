import { describe, expect, test } from "vitest";
import { lawPacks } from "../../law/index.ts";
import { checkPack } from "./check-pack.ts";
import type { ActRule, LawPack, ProcedureRule } from "./pack.ts";

const pack = lawPacks.find((each) => each.id === "complaints/2026-07-01");
if (!pack) throw new Error("the complaints pack is missing");
const { conditions, ...law } = pack;

function withProcedure(change: (procedure: ProcedureRule) => Partial<ProcedureRule>): LawPack {
  return { ...law, procedures: law.procedures.map((procedure) => ({ ...procedure, ...change(procedure) })) };
}

function withAct(id: string, change: (act: ActRule) => Partial<ActRule>): LawPack {
  return withProcedure(({ acts }) => ({ acts: acts.map((act) => (act.id === id ? { ...act, ...change(act) } : act)) }));
}

const planted: readonly [string, LawPack, string][] = [
  [
    "an act from an unknown state",
    withAct("accept", () => ({ from: ["NOWHERE"] })),
    "acts[0] accept.from: unknown state NOWHERE",
  ],
  ["an unknown document", withAct("accept", () => ({ documents: ["kn-99"] })), "unknown document kn-99"],
  [
    "a binding document the act does not make",
    withAct("accept", () => ({ bindingDocument: "kn-15" })),
    "kn-15 is not a document of the act",
  ],
  ["an act without its article", withAct("decide", () => ({ article: "" })), "decide.article: is missing"],
  [
    "a secondary value without a source",
    withAct("decide", () => ({ confidence: "secondary" })),
    "decide.source: a secondary value names its source",
  ],
  ["an unknown gap", withAct("decide", () => ({ gap: "GAP-99" })), "unknown gap GAP-99"],
  [
    "a guard with an unknown condition",
    withAct("decide", ({ guards }) => ({ guards: guards.map((guard) => ({ ...guard, condition: "moon" })) })),
    "unknown condition moon",
  ],
  [
    "an unknown act offered instead",
    withAct("decide", ({ guards }) => ({ guards: guards.map((guard) => ({ ...guard, instead: ["fly"] })) })),
    "unknown act fly",
  ],
  [
    "a clock with an unknown rule",
    withAct("send", () => ({ clocks: [{ do: "start", clock: "sending", rules: [{ rule: "KN-0" }] }] })),
    "unknown rule KN-0",
  ],
  [
    "a clock nobody starts",
    withAct("send", () => ({ clocks: [{ do: "meet", clock: "moon" }] })),
    "nothing starts the clock moon",
  ],
  [
    "a clock from a field that is no date",
    withAct("send", () => ({ clocks: [{ do: "start", clock: "sending", rules: [{ rule: "KN-32-1" }], from: "way" }] })),
    "way is not a date field",
  ],
  [
    "a fact copied from a personal field",
    withAct("accept", () => ({ sets: { content: "$content" } })),
    "copies the personal field $content",
  ],
  ["a fact copied from nowhere", withAct("accept", () => ({ sets: { x: "$y" } })), "unknown field $y"],
  [
    "a state without an exit",
    withProcedure(({ acts }) => ({ acts: acts.filter((act) => act.id !== "close") })),
    "ENFORCED",
  ],
  [
    "a sentence in one language only",
    withAct("send", () => ({ name: { vi: "Gửi", en: "" } })),
    "send.name: is not written in both languages",
  ],
  ["an act twice", withProcedure(({ acts }) => ({ acts: [...acts, ...acts.slice(0, 1)] })), "accept occurs twice"],
  [
    "an unknown stage",
    withProcedure(({ states }) => ({ states: states.map((state) => ({ ...state, stage: "moon" })) })),
    "unknown stage moon",
  ],
  [
    "half a day",
    { ...law, rules: law.rules.map((rule) => ({ ...rule, amount: 0.5 })) },
    "is not a whole number of days",
  ],
];

describe("checking a pack", () => {
  test.each(lawPacks)("$id has no fault and is plain data that survives JSON", (each) => {
    const { conditions: named, ...plain } = each;
    expect(checkPack(plain, named)).toEqual([]);
    expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
  });

  test.each(planted)("finds %s", (_, faulty, fault) => {
    expect(checkPack(faulty, conditions).join("\n")).toContain(fault);
  });

  test("finds a state that nothing leads to", () => {
    const unreachable = withProcedure(({ acts }) => ({ acts: acts.filter((act) => act.id !== "suspend") }));
    expect(checkPack(unreachable, conditions).join("\n")).toContain("SUSPENDED: cannot be reached");
  });

  test("finds data that JSON would lose", () => {
    expect(checkPack({ ...law, notEncoded: [undefined as unknown as string] }, conditions).join("\n")).toContain(
      "plain serialisable data",
    );
  });
});
