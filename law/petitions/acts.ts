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
import {
  closeEscalation,
  declineProposal,
  escalate,
  file,
  notifyIneligible,
  type Papers,
  propose,
  takeOver,
  takeUp,
} from "./acts-outcome.ts";
import {
  guide,
  guideToSplit,
  returnToForwarder,
  splitInside,
  transferDenunciation,
  transferOther,
  transferRecommendation,
} from "./acts-transfer.ts";
import type { Articles } from "./articles.ts";

/** Every act of processing, under the articles and the papers of one circular. */
export function petitionActs(articles: Articles, papers: Papers): readonly ActRule[] {
  return [
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
    transferOther(articles),
    returnToForwarder(articles, papers),
    file(articles),
    escalate(articles),
    closeEscalation,
    takeOver,
    reportUrgent(articles),
    returnOriginals(articles),
    correct,
  ];
}
