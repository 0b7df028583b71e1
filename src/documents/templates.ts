import { acceptanceForms } from "./forms/acceptance.ts";
import { councilForms } from "./forms/council.ts";
import { decisionForms } from "./forms/decision.ts";
import { secondDecisionForms } from "./forms/decision-second.ts";
import { denunciationForms } from "./forms/denunciation.ts";
import { dialogueForms } from "./forms/dialogue.ts";
import { enforcementForms } from "./forms/enforcement.ts";
import { expertForms } from "./forms/expert.ts";
import type { Form } from "./forms/frame.ts";
import { petitionAnswerForms } from "./forms/petitions-answers.ts";
import { guidanceForms } from "./forms/petitions-guidance.ts";
import { insideForms } from "./forms/petitions-inside.ts";
import { originalsForms } from "./forms/petitions-originals.ts";
import { proposalForms } from "./forms/petitions-proposal.ts";
import { transferForms } from "./forms/petitions-transfer.ts";
import { receptionForms } from "./forms/reception.ts";
import { headReceptionForms } from "./forms/reception-head.ts";
import { onlineReceiptForms } from "./forms/reception-online.ts";
import { refusalForms } from "./forms/reception-refusal.ts";
import { sessionForms } from "./forms/reception-session.ts";
import { reflectionForms } from "./forms/reflections-letters.ts";
import { suspensionForms } from "./forms/suspension.ts";
import { verificationForms } from "./forms/verification.ts";
import { withdrawalForms } from "./forms/withdrawal.ts";
import type { DocumentModel } from "./model.ts";
import { PaperError, type PaperInput } from "./paper.ts";
import { asPersonalCopy } from "./personal-copy.ts";

const forms: readonly Form[] = [
  ...receptionForms,
  ...onlineReceiptForms,
  ...acceptanceForms,
  ...verificationForms,
  ...expertForms,
  ...suspensionForms,
  ...dialogueForms,
  ...decisionForms,
  ...withdrawalForms,
  ...enforcementForms,
  ...refusalForms,
  ...headReceptionForms,
  ...sessionForms,
  ...proposalForms,
  ...petitionAnswerForms,
  ...originalsForms,
  ...guidanceForms,
  ...transferForms,
  ...insideForms,
  ...reflectionForms,
  ...secondDecisionForms,
  ...councilForms,
  ...denunciationForms,
];

const byKey = new Map(forms.map((form) => [form.key, form]));

/** Every paper that can be made: key, official number (null where the law gives none) and name. */
export const templates: readonly Pick<Form, "key" | "form" | "name">[] = forms.map(({ key, form, name }) => ({
  key,
  form,
  name,
}));

const formOf = (key: string): Form => {
  const form = byKey.get(key);
  if (!form)
    throw new PaperError(
      "unknown-template",
      `There is no paper "${key.slice(0, 40)}". Known: ${[...byKey.keys()].join(", ")}.`,
    );
  return form;
};

/** Symbol of the kind of paper in its number ("TB", "QĐ"); empty for a letter. Throws `unknown-template`. */
export const symbolFor = (key: string): string => formOf(key).symbol;

/** Fills a form. Pure. Throws `unknown-template`. */
export const buildModel = (input: PaperInput): DocumentModel => {
  const model = formOf(input.template).build(input);
  return input.personalCopy ? asPersonalCopy(model, input.personalCopy) : model;
};
