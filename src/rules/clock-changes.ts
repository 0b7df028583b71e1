import { type CivilDate, parseCivilDate } from "../time/civil-date.ts";
import type { Calendar } from "./calendar.ts";
import { computeDeadline, type DeadlineAnswer } from "./deadline.ts";
import type { ActCommand, ClockChange, MatterFacts, Pause, RunningClock } from "./decide.ts";
import type { Law, LoadedPack } from "./load-pack.ts";
import type { ActRule, ClockEffect, ClockId, ProcedureRule, RuleChoice, RuleId } from "./pack.ts";

/** What a condition may ask, on the day of an act. */
export function lawFor(
  pack: LoadedPack,
  matter: MatterFacts,
  calendar: Calendar,
  on: CivilDate,
  today: CivilDate,
): Law {
  const deadline = (
    rule: RuleId,
    startOn: CivilDate,
    pauses: readonly Pause[] = [],
    extensions: readonly number[] = [],
  ) => computeDeadline(pack, { rule, startOn, allowProvisional: true, pauses, extensions }, calendar);
  return {
    on,
    today,
    deadline: (rule, startOn) => deadline(rule, startOn),
    clock: (id) => {
      const clock = matter.clocks.findLast((each) => each.clock === id && each.status !== "cancelled");
      return clock && deadline(clock.rule, clock.startOn, matter.pauses, clock.extensions);
    },
  };
}

/** The pauses after an act: a new one opened, or the open one ended. */
export function pausesAfter(act: ActRule, matter: MatterFacts, on: CivilDate): readonly Pause[] {
  if (act.clocks.some((effect) => effect.do === "pause")) return [...matter.pauses, { from: on }];
  if (act.clocks.some((effect) => effect.do === "resume")) {
    return matter.pauses.map((pause) => (pause.to === undefined ? { from: pause.from, to: on } : pause));
  }
  return matter.pauses;
}

/**
 * What an act does to the clocks of a matter. `matter` already has the facts and pauses after the act.
 * One change for each clock; deadlines beyond verified years come back provisional.
 */
export function clockChanges(
  pack: LoadedPack,
  procedure: ProcedureRule,
  act: Pick<ActRule, "clocks">,
  matter: MatterFacts,
  command: ActCommand,
  calendar: Calendar,
  today: CivilDate,
): readonly ClockChange[] {
  const law = lawFor(pack, matter, calendar, command.on, today);
  const changes = new Map<ClockId, ClockChange>();
  const compute = (rule: RuleId, startOn: CivilDate, extensions: readonly number[] = []) =>
    computeDeadline(pack, { rule, startOn, pauses: matter.pauses, extensions, allowProvisional: true }, calendar);
  const choose = (rules: RuleChoice) =>
    rules.find((choice) => choice.when === undefined || pack.conditions[choice.when]?.(matter, command, law))?.rule;
  const running = (clock: ClockId) =>
    matter.clocks.findLast((each) => each.clock === clock && each.status === "running");
  const put = (
    clock: ClockId,
    status: "running" | "met",
    answer: DeadlineAnswer,
    kept: Pick<RunningClock, "metOn" | "extensions"> = {},
  ) =>
    changes.set(clock, {
      clock,
      status,
      answer,
      ...(kept.metOn ? { metOn: kept.metOn } : {}),
      ...(kept.extensions?.length ? { extensions: kept.extensions } : {}),
    });
  const rechosen = (clock: RunningClock, startOn: CivilDate) =>
    compute(choose(choicesOf(procedure, clock)) ?? clock.rule, startOn, clock.extensions);
  const follow = (leader: RunningClock) => {
    const from = changes.get(leader.clock)?.answer?.effectiveOn;
    if (from === undefined) return;
    for (const clock of followersOf(procedure, leader, matter))
      put(clock.clock, "running", rechosen(clock, from), clock);
  };

  for (const effect of act.clocks) {
    switch (effect.do) {
      case "start": {
        const rule = choose(effect.rules);
        const startOn = startOf(effect, command, changes);
        if (rule !== undefined && startOn !== undefined) put(effect.clock, "running", compute(rule, startOn));
        break;
      }
      case "rechoose": {
        const clock = running(effect.clock);
        const rule = choose(effect.rules);
        if (clock && rule !== undefined)
          put(effect.clock, "running", compute(rule, clock.startOn, clock.extensions), clock);
        break;
      }
      case "extend": {
        const clock = running(effect.clock);
        if (!clock) break;
        const allowed = pack.rules.find((each) => each.id === clock.rule)?.extension?.amount ?? 0;
        const granted = effect.by === undefined ? allowed : Number(command.values[effect.by] ?? allowed);
        const extensions = [...(clock.extensions ?? []), granted];
        put(effect.clock, "running", compute(clock.rule, clock.startOn, extensions), { extensions });
        break;
      }
      case "meet":
        if (running(effect.clock)) changes.set(effect.clock, { clock: effect.clock, status: "met", metOn: command.on });
        break;
      case "cancel":
        if (running(effect.clock)) changes.set(effect.clock, { clock: effect.clock, status: "cancelled" });
        break;
      case "resume":
        for (const clock of runningClocks(matter)) {
          const answer = compute(clock.rule, clock.startOn, clock.extensions);
          if (answer.rule.pausable) put(clock.clock, "running", answer, clock);
        }
        break;
      case "recompute":
        for (const clock of runningClocks(matter)) {
          // A clock of the petition belongs to another pack, which computes it.
          if (procedure.inherits?.includes(clock.clock)) continue;
          const before = changes.get(clock.clock)?.answer?.startOn ?? clock.startOn;
          put(clock.clock, "running", rechosen(clock, before), clock);
        }
        for (const clock of runningClocks(matter)) follow(clock);
        break;
      case "restart": {
        const clock = matter.clocks.findLast((each) => each.clock === effect.clock && each.status !== "cancelled");
        const startOn = dateValue(command, effect.from);
        if (!clock || clock.status === "cancelled" || !startOn || !pack.conditions[effect.when]?.(matter, command, law))
          break;
        put(clock.clock, clock.status, rechosen(clock, startOn), clock);
        follow(clock);
        break;
      }
      case "pause":
        break;
    }
  }
  return [...changes.values()];
}

function runningClocks(matter: MatterFacts): readonly RunningClock[] {
  return matter.clocks.filter((clock) => clock.status === "running");
}

type Start = Extract<ClockEffect, { do: "start" }>;

function startOf(
  effect: Start,
  command: ActCommand,
  changes: ReadonlyMap<ClockId, ClockChange>,
): CivilDate | undefined {
  if (effect.fromEffectOf !== undefined) return changes.get(effect.fromEffectOf)?.answer?.effectiveOn;
  return effect.from === undefined ? command.on : dateValue(command, effect.from);
}

function dateValue(command: ActCommand, field: string): CivilDate | undefined {
  const value = command.values[field];
  return typeof value === "string" ? parseCivilDate(value) : undefined;
}

function starts(procedure: ProcedureRule): readonly Start[] {
  return [...procedure.opening, ...procedure.acts.flatMap((act) => act.clocks)].filter(
    (effect) => effect.do === "start",
  );
}

/** The choice of rules that the clock was started with. */
function choicesOf(procedure: ProcedureRule, clock: RunningClock): RuleChoice {
  const known = starts(procedure).filter((effect) => effect.clock === clock.clock);
  return (
    known.find((effect) => effect.rules.some((choice) => choice.rule === clock.rule))?.rules ?? known[0]?.rules ?? []
  );
}

/** Running clocks that start on the day of legal effect of this one. */
function followersOf(procedure: ProcedureRule, clock: RunningClock, matter: MatterFacts): readonly RunningClock[] {
  const names = new Set(
    starts(procedure)
      .filter((effect) => effect.fromEffectOf === clock.clock)
      .map((effect) => effect.clock),
  );
  return runningClocks(matter).filter((each) => names.has(each.clock));
}
