import type { Conditions } from "../../src/rules/load-pack.ts";
import { acceptanceConditions } from "./conditions-acceptance.ts";
import { courseConditions } from "./conditions-course.ts";
import { decisionConditions } from "./conditions-decision.ts";
import { windowConditions } from "./conditions-window.ts";

/** Every condition that a version of the complaints pack names. */
export const complaintConditions: Conditions = {
  ...acceptanceConditions,
  ...windowConditions,
  ...courseConditions,
  ...decisionConditions,
};
