import type { Conditions } from "../../src/rules/load-pack.ts";
import { answered, dateAnswer, fact, running, unlessFact, yes } from "./conditions-intake.ts";

const lastingWays = ["posting", "portal", "online-press"];

export const afterConditions: Conditions = {
  resettlement: fact("resettlement"),
  "safe-copy": yes("safeCopy"),
  "recipients-complete": yes("allRecipients"),
  "denouncer-told": yes("denouncerTold"),
  "not-sent": unlessFact("sent"),
  "not-handled": unlessFact("handled"),
  "not-simplified": unlessFact("simplified"),
  // The simplified track of Điều 43 ends in a handling decision, not in a conclusion that is sent and published.
  "sent-handled-published": ({ facts }) => {
    if (facts.simplified === true) return facts.published === true || facts.handledBy === "recommended";
    return facts.sent === true && facts.handled === true && facts.published === true;
  },
  "recommends-to-others": answered("outcome", "recommended", "both"),
  "handled-by-own-decision": answered("outcome", "own-decision", "both"),
  "own-decision-published": ({ facts }) =>
    facts.simplified === true ||
    facts.handlingPublished === true ||
    (facts.handledBy !== "own-decision" && facts.handledBy !== "both"),
  "handling-to-publish": running("handling-publication"),
  "publication-reveals-nothing": yes("revealsNothing"),
  "stays-published": (_, command) => {
    const ways = command?.values.ways;
    return Array.isArray(ways) && ways.some((way) => lastingWays.includes(way));
  },
  "published-between-conclusion-and-entry": (matter, command, law) => {
    const on = dateAnswer(command, "publishedOn");
    const from = matter.clocks.findLast((each) => each.clock === "publication")?.startOn;
    return on === undefined || ((from === undefined || on >= from) && on <= law.on);
  },
  "result-not-after-report": (_, command) => {
    const result = dateAnswer(command, "resultOn");
    const reported = dateAnswer(command, "reportedOn");
    return result === undefined || reported === undefined || result <= reported;
  },
  "file-numbered": yes("numbered"),

  "corrects-received": answered("what", "received-on"),
  "corrects-accepted": answered("what", "accepted-on"),
  "corrects-concluded": answered("what", "concluded-on"),
  "corrects-date": answered("what", "received-on", "accepted-on", "concluded-on"),
  "corrects-competence": answered("what", "competence"),
  "corrects-forwarded": answered("what", "forwarded"),
  "corrects-words": answered("what", "class", "other"),
  "corrected-date-not-in-future": (_, command, law) => {
    const on = dateAnswer(command, "newDate");
    return on === undefined || on <= law.today;
  },
};
