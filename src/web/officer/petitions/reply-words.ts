import type { ReplyState, ReplyStep } from "../../../casework/signatories/index.ts";
import { m } from "../../paraglide/messages.js";

const stateWords: Readonly<Record<ReplyState, () => string>> = {
  waiting: m.signatories_state_waiting,
  made: m.signatories_state_made,
  sent: m.signatories_state_sent,
  delivered: m.signatories_state_delivered,
  refused: m.signatories_state_refused,
  returned: m.signatories_state_returned,
};
export const states = Object.keys(stateWords) as readonly ReplyState[];
export const isReplyState = (text: string | null): text is ReplyState =>
  text !== null && Object.hasOwn(stateWords, text);
export const sayReplyState = (state: ReplyState): string => stateWords[state]();

export const stepWords: Readonly<Record<ReplyStep, () => string>> = {
  delivered: m.signatories_state_delivered,
  refused: m.signatories_state_refused,
  returned: m.signatories_state_returned,
  sent: m.signatories_state_sent,
  "take-back": m.signatories_step_take_back,
};

export const methodWords = {
  post: m.signatories_method_post,
  "in-person": m.signatories_method_in_person,
  electronic: m.signatories_method_electronic,
} as const;
export const sayMethod = (method: string | null): string =>
  Object.entries(methodWords).find(([key]) => key === method)?.[1]() ?? "–";
