import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, option, t } from "../../wording.ts";
import { correct } from "./acts-after.ts";
import { reassign } from "./acts-side.ts";
import { becauses } from "./again-review.ts";
import { againStates } from "./again-states.ts";

const notClosed = againStates.map((state) => state.id).filter((id) => id !== "CLOSED");
const reason = option("again-because", t("Lý do tố cáo tiếp", "Why it is denounced again"));
const newReason = choice("newAgainBecause", t("Tố cáo tiếp vì", "Because"), becauses, {
  required: "corrects-again-because",
  shownWhen: "corrects-again-because",
});
const notHere = ["competence", "forwarded"];

export const correctAgain: ActRule = {
  ...correct,
  from: notClosed,
  fields: correct.fields
    .filter((field) => field.id !== "newWithinCompetence" && field.id !== "newForwarded")
    .flatMap((field) =>
      field.id === "what"
        ? [
            { ...field, options: [...(field.options ?? []).filter(({ id }) => !notHere.includes(id)), reason] },
            newReason,
          ]
        : [field],
    ),
  clocks: [
    { do: "restart", clock: "review", from: "newDate", when: "corrects-received" },
    { do: "restart", clock: "demand", from: "newDate", when: "corrects-received" },
    ...correct.clocks.filter((effect) => effect.do !== "restart" || effect.when !== "corrects-received"),
  ],
  sets: { againBecause: "$newAgainBecause" },
};

export const reassignAgain: ActRule = {
  ...reassign,
  from: againStates.filter((state) => !state.final).map((state) => state.id),
};
