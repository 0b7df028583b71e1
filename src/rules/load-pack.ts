import type { CivilDate } from "../time/civil-date.ts";
import { checkPack } from "./check-pack.ts";
import type { DeadlineAnswer } from "./deadline.ts";
import type { ActCommand, MatterFacts } from "./decide.ts";
import type { ClockId, ConditionKey, LawPack, RuleId } from "./pack.ts";

/** What a condition may ask besides the matter and the command. Pure. */
export interface Law {
  /** The day of the act; today when an act is only being considered. */
  readonly on: CivilDate;
  readonly today: CivilDate;
  /** The answer of a clock of the matter; undefined when it never ran or was cancelled. */
  clock(clock: ClockId): DeadlineAnswer | undefined;
  /** Any rule of the same version, counted from a day. */
  deadline(rule: RuleId, startOn: CivilDate): DeadlineAnswer;
}

/**
 * A named, tiny, pure condition. `command` is absent while an act is only being considered: a condition that needs
 * the answers of the form then holds (nothing speaks against the act yet).
 */
export type Condition = (matter: MatterFacts, command: ActCommand | undefined, law: Law) => boolean;

export type Conditions = Readonly<Record<ConditionKey, Condition>>;

/** A pack with the functions its condition keys stand for, checked. What casework is given. */
export interface LoadedPack extends LawPack {
  readonly conditions: Conditions;
}

/** The pack with its conditions. Throws `RangeError` that lists every fault with its path. */
export function loadPack(pack: LawPack, conditions: Conditions): LoadedPack {
  const faults = checkPack(pack, conditions);
  if (faults.length > 0)
    throw new RangeError(`${pack.id} is faulty:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  return { ...pack, conditions };
}
