import {
  type ActCommand,
  type Decision,
  decide,
  type MatterFacts,
  openMatter,
  type Refusal,
  type RunningClock,
} from "../src/rules/decide.ts";
import type { LoadedPack } from "../src/rules/load-pack.ts";
import type { Actor, LawPack } from "../src/rules/pack.ts";
import { selectVersion } from "../src/rules/select-version.ts";
import { type CivilDate, civilDate } from "../src/time/civil-date.ts";
import { lawCalendar, lawPacks } from "./index.ts";

/** Everyone who may ever act, so that a test of the law is not a test of roles. */
export const everybody: readonly Actor[] = [
  "head",
  "settlement-officer",
  "petition-officer",
  "reception-officer",
  "clerk",
  "inspectorate",
];
/** The day on which the tests of procedures run. */
export const today = civilDate("2026-11-20");

export interface OpenedInTest {
  readonly pack: LoadedPack;
  readonly matter: MatterFacts;
}

/** A matter as it stands on the day its petition was received, under the version of that day. */
export function openIn(
  subject: LawPack["subject"],
  procedure: string,
  received: string,
  facts: MatterFacts["facts"] = {},
): OpenedInTest {
  const receivedOn = civilDate(received);
  const pack = selectVersion(lawPacks, subject, receivedOn);
  const opened = openMatter(pack, { procedure, openedOn: receivedOn, receivedOn, facts }, lawCalendar);
  const clocks = opened.clocks.flatMap((change): RunningClock[] =>
    change.answer
      ? [{ clock: change.clock, rule: change.answer.rule.id, startOn: change.answer.startOn, status: "running" }]
      : [],
  );
  return {
    pack,
    matter: {
      procedure,
      state: opened.state,
      openedOn: receivedOn,
      receivedOn,
      facts,
      clocks,
      pauses: [],
      history: [],
    },
  };
}

export function attempt(
  pack: LoadedPack,
  matter: MatterFacts,
  act: string,
  on: string,
  values: ActCommand["values"] = {},
  actors = everybody,
): Decision {
  return decide(pack, matter, { act, on: civilDate(on), values, actors }, lawCalendar, today);
}

/** The matter after an act, as casework would store it. Throws when the law refuses. */
export function perform(
  pack: LoadedPack,
  matter: MatterFacts,
  act: string,
  on: string,
  values: ActCommand["values"] = {},
): MatterFacts {
  const decision = attempt(pack, matter, act, on, values);
  if (!decision.ok)
    throw new Error(`${act}: ${decision.refusal.code} ${decision.refusal.message.en} ${decision.refusal.field ?? ""}`);
  const changed = new Map(decision.clocks.map((change) => [change.clock, change]));
  const kept = matter.clocks.filter((clock) => !changed.has(clock.clock));
  const fresh = decision.clocks.flatMap((change): RunningClock[] => {
    const before = matter.clocks.find((clock) => clock.clock === change.clock);
    const rule = change.answer?.rule.id ?? before?.rule;
    const startOn = change.answer?.startOn ?? before?.startOn;
    const extensions = change.extensions ?? (change.answer ? undefined : before?.extensions);
    if (!rule || !startOn) return [];
    return [{ clock: change.clock, rule, startOn, status: change.status, ...(extensions ? { extensions } : {}) }];
  });
  return {
    ...matter,
    state: decision.to,
    facts: decision.facts,
    pauses: decision.pauses,
    clocks: [...kept, ...fresh],
    ...(decision.previousState ? { previousState: decision.previousState } : {}),
    history: [...matter.history, { act, on: civilDate(on) }],
  };
}

/** The day on which a clock ends after a decision. */
export function due(decision: Decision, clock: string): CivilDate | undefined {
  return decision.ok ? decision.clocks.find((change) => change.clock === clock)?.answer?.dueOn : undefined;
}

export function refusalOf(decision: Decision): Refusal {
  if (decision.ok) throw new Error("was accepted");
  return decision.refusal;
}
