import type { ActRule, ClockId, StateId } from "../../src/rules/pack.ts";

/** The acts as far as they are possible in these states, without effects on clocks that do not run there. */
export function within(
  states: readonly { readonly id: StateId }[],
  foreignClocks: readonly ClockId[],
  acts: readonly ActRule[],
): readonly ActRule[] {
  const known = new Set(states.map((state) => state.id));
  return acts
    .map((act) => ({
      ...act,
      from: act.from.filter((from) => known.has(from)),
      clocks: act.clocks.filter((effect) => !("clock" in effect) || !foreignClocks.includes(effect.clock)),
    }))
    .filter((act) => act.from.length > 0);
}

/** Clocks of the initial processing, which a further denunciation does not have. */
export const intakeClocks: readonly ClockId[] = [
  "acceptance",
  "transfer",
  "transfer-notice",
  "forwarder-reply",
  "superior-report",
];
