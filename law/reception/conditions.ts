import type { Conditions } from "../../src/rules/load-pack.ts";

export const receptionConditions: Conditions = {
  // Điều 28.1 speaks of "more time" and "refused" for complaints and denunciations only.
  "answer-fits-class": (matter, command) => {
    const result = command?.values.result;
    return matter.facts.class !== "reflection" || (result !== "more-time" && result !== "refused");
  },
};
