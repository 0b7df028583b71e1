import type { ActRule } from "../../../src/rules/pack.ts";
import { correct } from "./acts-after.ts";
import { reassign } from "./acts-side.ts";
import { againStates } from "./again-states.ts";

const notClosed = againStates.map((state) => state.id).filter((id) => id !== "CLOSED");
const notHere = ["competence", "forwarded"];

export const correctAgain: ActRule = {
  ...correct,
  from: notClosed,
  fields: correct.fields
    .filter((field) => field.id !== "newWithinCompetence" && field.id !== "newForwarded")
    .map((field) =>
      field.id === "what"
        ? { ...field, options: (field.options ?? []).filter(({ id }) => !notHere.includes(id)) }
        : field,
    ),
  clocks: [
    { do: "restart", clock: "review", from: "newDate", when: "corrects-received" },
    { do: "restart", clock: "demand", from: "newDate", when: "corrects-received" },
    ...correct.clocks.filter((effect) => effect.do !== "restart" || effect.when !== "corrects-received"),
  ],
  sets: {},
};

export const reassignAgain: ActRule = {
  ...reassign,
  from: againStates.filter((state) => !state.final).map((state) => state.id),
};
