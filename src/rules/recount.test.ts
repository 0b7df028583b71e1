import { describe, expect, test } from "vitest";
import { lawPacks } from "../../law/index.ts";
import { type CivilDate, civilDate } from "../time/civil-date.ts";
import { computeDeadline } from "./deadline.ts";
import type { Pause } from "./decide.ts";
import type { LawPack } from "./pack.ts";
import { recountClocks, type StandingClock } from "./recount.ts";
import { calendarOf, packOf, rule } from "./testing-deadline.ts";

const complaints = lawPacks.find((each) => each.id === "complaints/2026-07-01") as LawPack;
const procedure = complaints.procedures.find((each) => each.id === "complaint-first");

/** Days of 2025 by their offset from 1 January. */
const before = calendarOf([]);
const monday = 5;

function standing(pack: LawPack, start: string, change: Partial<StandingClock> = {}, pauses: readonly Pause[] = []) {
  const clock = { clock: "settlement", rule: "R", status: "running" as const, startOn: civilDate(start), ...change };
  const { rawOn, dueOn, effectiveOn, provisional } = computeDeadline(
    pack,
    { rule: clock.rule, startOn: clock.startOn, pauses, extensions: clock.extensions ?? 0, allowProvisional: true },
    before,
  );
  return { version: pack.validFrom, rawOn, dueOn, effectiveOn: effectiveOn ?? null, provisional, ...clock };
}

const dueOf = (moved: ReturnType<typeof recountClocks>) => moved.map((each) => each.answer.dueOn);

describe("open deadlines under another calendar", () => {
  const pack = packOf(rule({ unit: "working-day", amount: 3, extension: { amount: 2, times: 2 } }));

  test("a holiday moves the date; the same calendar moves nothing", () => {
    const clock = standing(pack, "2025-01-03");
    expect(clock.dueOn).toBe("2025-01-08");
    expect(dueOf(recountClocks([pack], undefined, [clock], [], calendarOf([monday])))).toEqual(["2025-01-09"]);
    expect(recountClocks([pack], undefined, [clock], [], before)).toEqual([]);
  });

  test("extensions and pauses stay", () => {
    const pauses = [{ from: "2025-01-07" as CivilDate, to: "2025-01-09" as CivilDate }];
    const clock = standing(pack, "2025-01-03", { extensions: [2] }, pauses);
    const [moved] = recountClocks([pack], undefined, [clock], pauses, calendarOf([monday]));
    expect(clock.dueOn).toBe("2025-01-14");
    expect(moved?.answer.dueOn).toBe("2025-01-15");
  });

  test("what was met in time, or was cancelled, stays", () => {
    for (const status of ["met", "cancelled"] as const)
      expect(
        recountClocks([pack], undefined, [standing(pack, "2025-01-03", { status })], [], calendarOf([monday])),
      ).toEqual([]);
  });

  test("a clock of a version that is not installed is left as it is", () => {
    const clock = standing(pack, "2025-01-03", { version: "2019-01-01" });
    expect(recountClocks([pack], undefined, [clock], [], calendarOf([monday]))).toEqual([]);
  });

  test("a limit that runs from the day of legal effect follows that day", () => {
    const effect = standing(complaints, "2025-01-05", { clock: "effect", rule: "KN-44-1" });
    expect(effect).toMatchObject({ dueOn: "2025-02-04", effectiveOn: "2025-02-05" });
    const enforcement = standing(complaints, "2025-02-05", { clock: "enforcement", rule: "KN-31-1" });
    const february4 = 34;
    const moved = recountClocks([complaints], procedure, [effect, enforcement], [], calendarOf([february4]));
    expect(moved.map(({ before: { clock }, answer }) => [clock, answer.startOn])).toEqual([
      ["effect", "2025-01-05"],
      ["enforcement", "2025-02-06"],
    ]);
  });
});
