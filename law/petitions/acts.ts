import type { ActRule } from "../../src/rules/pack.ts";
import {
  askToComplete,
  check,
  correct,
  endWaiting,
  recordCompletion,
  reportUrgent,
  returnOriginals,
} from "./acts-check.ts";
import { file, toInspection } from "./acts-file.ts";
import {
  closeEscalation,
  declineProposal,
  escalate,
  notifyIneligible,
  type Papers,
  propose,
  takeOver,
  takeUp,
} from "./acts-outcome.ts";
import {
  guide,
  guideOther,
  guideToSplit,
  returnToForwarder,
  splitInside,
  transferDenunciation,
  transferOther,
  transferRecommendation,
} from "./acts-transfer.ts";
import type { Articles } from "./articles.ts";

/** Where no matter of its own follows: the clock of acceptance, which the petition has from its receipt, ends here. */
const withoutAcceptance = ["GUIDED", "TRANSFERRED", "RETURNED", "FILED", "SPLIT", "ESCALATED"];

export function endsAcceptance(act: ActRule): ActRule {
  // Điều 27 Luật Khiếu nại: that it is not accepted is what has to be said in that time.
  if (act.id === "notify-ineligible") return { ...act, clocks: [...act.clocks, { do: "meet", clock: "acceptance" }] };
  if (act.id !== "to-inspection" && !withoutAcceptance.includes(act.to)) return act;
  return { ...act, clocks: [...act.clocks, { do: "cancel", clock: "acceptance" }] };
}

/** Every act of processing, under the articles and the papers of one circular. */
export function petitionActs(articles: Articles, papers: Papers): readonly ActRule[] {
  const acts = [
    check(articles),
    askToComplete(articles),
    recordCompletion,
    endWaiting,
    propose(articles, papers),
    takeUp(articles, papers),
    declineProposal,
    notifyIneligible(articles, papers),
    guide(articles, papers),
    guideToSplit(articles, papers),
    splitInside,
    transferDenunciation(articles, papers),
    transferRecommendation(articles, papers),
    guideOther(articles),
    transferOther(articles),
    returnToForwarder(articles, papers),
    file(articles),
    toInspection(articles),
    escalate(articles),
    closeEscalation,
    takeOver,
    reportUrgent(articles),
    returnOriginals(articles),
    correct,
  ];
  return acts.map(endsAcceptance);
}
