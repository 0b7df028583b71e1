import type { Conditions } from "../../src/rules/load-pack.ts";
import { answered, dateAnswer, fact, no, yes } from "./conditions-intake.ts";

export const againConditions: Conditions = {
  "again-unlawful": fact("againBecause", "unlawful"),
  "again-delay": fact("againBecause", "delay"),
  "not-the-superior": yes("notSuperior"),
  "too-early": yes("tooEarly"),
  "corrects-again-because": answered("what", "again-because"),
  "earlier-settlement-concluded": yes("concluded"),
  "limit-below-passed": yes("limitPassed"),
  "earlier-settlement-lawful": yes("lawful"),
  "earlier-competence-wrong": yes("wrongCompetence"),
  "demand-not-received-yet": (matter) => !matter.clocks.some((each) => each.clock === "lower-report"),
  "day-between-last-and-entry": (matter, command, law) => {
    const on = dateAnswer(command, "demandReceivedOn");
    return on === undefined || (on >= matter.receivedOn && on <= law.on);
  },
  "settled-below": yes("settled"),
  "file-arrived": yes("fileArrived"),

  "urgent-request": fact("requestedBy", "urgent"),
  "urgent-not-written-yet": (matter) => matter.facts.requestedBy === "urgent" && matter.facts.written !== true,
  "assessed-or-urgent": (matter) => matter.state === "REVIEWED" || matter.facts.requestedBy === "urgent",
  "request-not-needed": no("needed"),
  "within-own-power": yes("withinPower"),
  "outside-own-power": no("withinPower"),
  "written-request-of-protected": answered("why", "request"),
  "other-authority-ordered": yes("ordered"),
};
