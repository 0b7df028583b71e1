import type { CivilDate } from "../time/civil-date.ts";
import type { Calendar } from "./calendar.ts";
import { computeDeadline, type DeadlineAnswer } from "./deadline.ts";
import type { Pause, RunningClock } from "./decide.ts";
import type { ClockId, LawPack, ProcedureRule } from "./pack.ts";

/** A running clock as it stands, with the version of the law that gave its date. */
export interface StandingClock extends RunningClock {
  /** The first day in force of that version. */
  readonly version: string;
  readonly rawOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly effectiveOn: CivilDate | null;
  readonly provisional: boolean;
}

export interface RecountedClock<Clock extends StandingClock = StandingClock> {
  readonly before: Clock;
  readonly answer: DeadlineAnswer;
}

/**
 * The running clocks of one matter or petition under another calendar: those whose date, or its certainty, is not what
 * stands. Start, rule, extensions and pauses stay; a clock that runs from the legal effect of another follows it.
 * Clocks that are not running are never given an answer: what was done in time stays done in time. A clock of a law
 * version that this installation lacks is left as it is.
 */
export function recountClocks<Clock extends StandingClock>(
  packs: readonly LawPack[],
  procedure: ProcedureRule | undefined,
  clocks: readonly Clock[],
  pauses: readonly Pause[],
  calendar: Calendar,
): readonly RecountedClock<Clock>[] {
  const running = clocks.filter((clock) => clock.status === "running");
  const answers = new Map<ClockId, DeadlineAnswer>();
  const answerOf = (clock: Clock): DeadlineAnswer | undefined => {
    const known = answers.get(clock.clock);
    if (known) return known;
    const leader = running.find((each) => leads(procedure, each, clock));
    const effect = leader && answerOf(leader)?.effectiveOn;
    const pack = packs.find(
      (each) => each.validFrom === clock.version && each.rules.some((rule) => rule.id === clock.rule),
    );
    if (!pack) return undefined;
    const { rule, extensions = [] } = clock;
    const startOn = effect ?? clock.startOn;
    const answer = computeDeadline(pack, { rule, startOn, pauses, extensions, allowProvisional: true }, calendar);
    answers.set(clock.clock, answer);
    return answer;
  };
  return running.flatMap((before) => {
    const answer = answerOf(before);
    return answer && differs(before, answer) ? [{ before, answer }] : [];
  });
}

/** `follower` runs from the day on which `leader` gave legal effect. */
function leads(procedure: ProcedureRule | undefined, leader: StandingClock, follower: StandingClock): boolean {
  if (!procedure || leader.effectiveOn === null || leader.effectiveOn !== follower.startOn) return false;
  return [...procedure.opening, ...procedure.acts.flatMap((act) => act.clocks)].some(
    (effect) => effect.do === "start" && effect.clock === follower.clock && effect.fromEffectOf === leader.clock,
  );
}

function differs(before: StandingClock, answer: DeadlineAnswer): boolean {
  return (
    before.startOn !== answer.startOn ||
    before.rawOn !== answer.rawOn ||
    before.dueOn !== answer.dueOn ||
    before.effectiveOn !== (answer.effectiveOn ?? null) ||
    before.provisional !== answer.provisional
  );
}
