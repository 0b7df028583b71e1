import type { Conditions } from "../../src/rules/load-pack.ts";
import { acceptanceConditions } from "./conditions-acceptance.ts";
import { courseConditions } from "./conditions-course.ts";
import { decisionConditions } from "./conditions-decision.ts";

/** Every condition that a version of the complaints pack names. */
export const complaintConditions: Conditions = { ...acceptanceConditions, ...courseConditions, ...decisionConditions };
