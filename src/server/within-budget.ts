import { waitInWords } from "../casework/access/index.ts";
import { Refused } from "../casework/refusal.ts";
import type { Text } from "../rules/pack.ts";
import type { Spent } from "./auth/budgets.ts";

/** What is said to whom a budget refuses; `wait` in words of that language. */
export type TooMuch = (wait: Text) => Text;

/** Throws "too-many-attempts" with the time until the budget's next hour. */
export function refuseBeyond(spent: Spent, most: number, tooMuch: TooMuch): void {
  if (spent.units <= most) return;
  const { secondsLeft } = spent;
  throw new Refused({
    code: "too-many-attempts",
    message: tooMuch(waitInWords(secondsLeft)),
    retryAfterSeconds: secondsLeft,
  });
}
