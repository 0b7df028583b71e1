import type { Actor, Cited, DeadlineRule, Text } from "../../../src/rules/pack.ts";
import { t } from "../../wording.ts";

type Limit = Pick<DeadlineRule, "id" | "name" | "unit" | "amount" | "startEvent"> & {
  readonly actor?: Actor;
  readonly consequence?: Text;
};

/** "Không quá": the last day rolls over a day off (TIME-3). */
export function limit(cited: Cited, rule: Limit): DeadlineRule {
  return { actor: "head", direction: "forward", rollsOver: true, pausable: false, kind: "limit", ...cited, ...rule };
}

const acceptance = t("Ngày thụ lý", "Day of acceptance");

/** A settlement limit: stops while the settlement is suspended. */
export function settlement(cited: Cited, id: string, amount: number, name: Text, consequence: Text): DeadlineRule {
  return {
    ...limit(cited, { id, amount, name, unit: "day", startEvent: acceptance, consequence }),
    pausable: true,
  };
}

/** A right that lapses when it is not used in time. */
export function window(cited: Cited, rule: Limit): DeadlineRule {
  return { ...limit(cited, rule), actor: "petitioner", kind: "window" };
}

export function effect(cited: Cited, rule: Limit): DeadlineRule {
  return { ...limit(cited, rule), actor: "system", kind: "effect" };
}
