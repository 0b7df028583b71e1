import { describe, expect, test } from "vitest";
import { type FieldValue, type MatterFacts, possibleActs } from "../src/rules/decide.ts";
import { type LoadedPack, loadPack } from "../src/rules/load-pack.ts";
import type { ActRule, FieldRule, LawPack, ProcedureRule } from "../src/rules/pack.ts";
import { lawCalendar, lawPacks } from "./index.ts";
import { attempt, everybody, refusalOf, today } from "./testing-matter.ts";

const procedures = lawPacks.flatMap((pack) => pack.procedures.map((procedure) => ({ pack, procedure })));
const named = procedures.map(({ pack, procedure }) => ({ name: `${pack.id} ${procedure.id}`, pack, procedure }));

/** The law itself lets what has ended be taken up again by these alone. */
const takesUpAgain = new Set(["open-review"]);

/** A matter in a state, of which nothing else is known. */
function standing(pack: LoadedPack, procedure: ProcedureRule, state: string): MatterFacts {
  const before = procedure.acts.find((act) => act.to === state)?.from.find((each) => each !== state);
  return {
    procedure: procedure.id,
    state,
    previousState: before ?? procedure.initial,
    openedOn: pack.validFrom,
    receivedOn: pack.validFrom,
    facts: {},
    clocks: [],
    pauses: [],
    history: [],
  };
}

function anyAnswer(field: FieldRule): FieldValue {
  const option = field.options?.[0]?.id ?? "";
  switch (field.type) {
    case "date":
      return today;
    case "yes-no":
      return true;
    case "number":
      return "1";
    case "choice":
      return option;
    case "choices":
      return [option];
    case "officers":
      return ["u1"];
    case "officer":
    case "text":
    case "long-text":
      return "x";
  }
}

/** The pack as if no guard stood in the way: what the table of acts says by itself. */
function unguarded(pack: LoadedPack): LoadedPack {
  const acts = (procedure: ProcedureRule) => procedure.acts.map((act) => ({ ...act, guards: [] }));
  return {
    ...pack,
    procedures: pack.procedures.map((procedure) => ({ ...procedure, acts: acts(procedure) })),
  };
}

function ends(procedure: ProcedureRule, act: ActRule, from: string, previous: string | undefined) {
  if (act.to === "same") return from;
  return act.to === "previous" ? (previous ?? procedure.initial) : act.to;
}

describe.each(named)("$name", ({ pack, procedure }) => {
  test("refuses exactly the acts that are not possible from a state, with article and in both languages", () => {
    const wrong: string[] = [];
    for (const state of procedure.states) {
      const matter = standing(pack, procedure, state.id);
      for (const act of procedure.acts) {
        const answer = attempt(pack, matter, act.id, today);
        const refusal = answer.ok ? undefined : answer.refusal;
        const at = `${state.id} ${act.id}`;
        const isWrongState = refusal?.code === "wrong-state";
        if (isWrongState === act.from.includes(state.id)) wrong.push(`${at}: ${refusal?.code ?? "accepted"}`);
        if (isWrongState && refusal.article !== act.article) wrong.push(`${at}: cites ${refusal.article}`);
        if (refusal && [refusal.article, refusal.message.vi, refusal.message.en].some((each) => each.trim() === ""))
          wrong.push(`${at}: leaves the officer without the article or a language`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("says on the button what the decision would say", () => {
    for (const state of procedure.states) {
      const matter = standing(pack, procedure, state.id);
      const buttons = possibleActs(pack, matter, everybody, lawCalendar, today);
      expect(buttons.map((each) => each.act.id)).toEqual(procedure.acts.map((each) => each.id));
      for (const { act, refusal } of buttons)
        if (refusal) expect(refusalOf(attempt(pack, matter, act.id, today))).toEqual(refusal);
    }
  });

  test("leads each act from each of its states to where the table says, when nothing stands in the way", () => {
    const open = unguarded(pack);
    const led: string[] = [];
    const wanted: string[] = [];
    for (const act of procedure.acts) {
      const values = Object.fromEntries(act.fields.map((field) => [field.id, anyAnswer(field)]));
      for (const from of act.from) {
        const matter = standing(pack, procedure, from);
        const answer = attempt(open, matter, act.id, today, values, act.actors);
        led.push(`${from} ${act.id} ${answer.ok ? answer.to : `${answer.refusal.code} ${answer.refusal.field ?? ""}`}`);
        wanted.push(`${from} ${act.id} ${ends(procedure, act, from, matter.previousState)}`);
      }
    }
    expect(led).toEqual(wanted);
  });

  test("tells the acts that end the matter from those that go on and those within the step", () => {
    const final = new Set(procedure.states.filter((state) => state.final).map((state) => state.id));
    for (const state of procedure.states) {
      const matter = standing(pack, procedure, state.id);
      for (const { act, leads } of possibleActs(pack, matter, everybody, lawCalendar, today)) {
        if (!act.from.includes(state.id)) continue;
        const to = ends(procedure, act, state.id, matter.previousState);
        expect(`${act.id} ${leads}`).toBe(`${act.id} ${to === state.id ? "stays" : final.has(to) ? "ends" : "on"}`);
      }
    }
  });

  test("is left by nobody but who may act", () => {
    for (const act of procedure.acts) {
      const others = everybody.filter((actor) => !act.actors.includes(actor));
      const matter = standing(pack, procedure, act.from[0] ?? procedure.initial);
      if (others.length > 0)
        expect(refusalOf(attempt(pack, matter, act.id, today, {}, others))).toMatchObject({ code: "wrong-actor" });
    }
  });

  test("has an exit from every state that is not final, and from a final one only what takes it up again", () => {
    for (const state of procedure.states) {
      const leaving = procedure.acts.filter(
        (act) => act.from.includes(state.id) && act.to !== "same" && act.to !== state.id,
      );
      const named = leaving.map((act) => act.id);
      if (state.final) expect(named.filter((id) => !takesUpAgain.has(id))).toEqual([]);
      else expect(named, state.id).not.toEqual([]);
    }
  });

  test("comes to an end from every state", () => {
    const over = new Set(procedure.states.filter((state) => state.final).map((state) => state.id));
    for (let before = -1; before !== over.size; ) {
      before = over.size;
      for (const act of procedure.acts)
        if (act.to === "previous" || over.has(act.to)) for (const from of act.from) over.add(from);
    }
    expect(procedure.states.map((state) => state.id).filter((id) => !over.has(id))).toEqual([]);
  });
});

describe("every pack", () => {
  test.each(lawPacks.map((pack) => ({ id: pack.id, pack })))("$id survives JSON unchanged", ({ pack }) => {
    const { conditions, ...data } = pack;
    const again: LawPack = JSON.parse(JSON.stringify(data));
    expect(again).toEqual(data);
    expect(loadPack(again, conditions).procedures).toEqual(pack.procedures);
  });

  test.each([...new Set(lawPacks.map((pack) => pack.subject))].map((subject) => ({ subject })))(
    "of $subject takes over on the day after the one before",
    ({ subject }) => {
      const versions = lawPacks
        .filter((pack) => pack.subject === subject)
        .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
      versions.forEach((pack, i) => {
        const next = versions[i + 1];
        if (!next) expect(pack.validTo).toBeUndefined();
        else expect(Date.parse(next.validFrom) - Date.parse(pack.validTo ?? "")).toBe(24 * 60 * 60 * 1000);
      });
    },
  );
});
