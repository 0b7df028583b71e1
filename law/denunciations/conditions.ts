import type { Conditions } from "../../src/rules/load-pack.ts";
import { afterConditions } from "./conditions-after.ts";
import { againConditions } from "./conditions-again.ts";
import { courseConditions } from "./conditions-course.ts";
import { intakeConditions } from "./conditions-intake.ts";
import { transitionConditions } from "./transition-2026.ts";

/** Every condition that a version of the denunciations pack names. */
export const denunciationConditions: Conditions = {
  ...intakeConditions,
  ...courseConditions,
  ...afterConditions,
  ...againConditions,
  ...transitionConditions,
};
