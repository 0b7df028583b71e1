import type { ConflictGround } from "../../../casework/petitions/index.ts";
import type { RefusalDetails } from "../../../casework/refusal.ts";
import type { Asker } from "../../../casework/setting.ts";
import type { App } from "../../../server/app.ts";
import { m } from "../../paraglide/messages.js";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { type Problem, problemsOf, statusOf } from "../matters/shown.ts";

/** One's own ground stands beside another officer's on the same page, and a reason beside each name. */
export const ownGround = "ownGround";
export const reasonField = (conflictId: string): string => `reason-${conflictId}`;

export const groundNames: Readonly<Record<ConflictGround, () => string>> = {
  accused: m.conflicts_ground_accused,
  relative: m.conflicts_ground_relative,
  interest: m.conflicts_ground_interest,
};
const isGround = (value: string): value is ConflictGround => Object.hasOwn(groundNames, value);

/** What was typed on the page, kept for the form that is shown again. */
export function typedConflict(form: FormData) {
  const conflictId = formText(form, "conflictId");
  return {
    intent: formText(form, "intent"),
    key: formText(form, "key"),
    ownGround: formText(form, ownGround),
    officerId: formText(form, "officerId"),
    ground: formText(form, "ground"),
    conflictId,
    reason: formText(form, reasonField(conflictId)),
  };
}
export type TypedConflict = ReturnType<typeof typedConflict>;

type Done = { readonly problems: readonly Problem[]; readonly status: number } | "done";

/** Does what the posted form asks for, or says what to mend in which field. */
export async function doConflict(app: App, asker: Asker, petitionId: string, typed: TypedConflict): Promise<Done> {
  const { key, conflictId, reason, officerId } = typed;
  if (typed.intent === "lift") {
    const answer = await orRefusal(app.petitions.liftConflict(asker, { key, conflictId, reason }));
    return "value" in answer ? "done" : refused(answer.refusal, { reason: reasonField(conflictId) });
  }
  const isOwn = typed.intent === "own";
  const field = isOwn ? ownGround : "ground";
  const ground = isOwn ? typed.ownGround : typed.ground;
  if (!isGround(ground)) return choose(field);
  if (!isOwn && officerId === "") return choose("officerId");
  const whose = isOwn ? {} : { officerId };
  const answer = await orRefusal(app.petitions.declareConflict(asker, { key, petitionId, ground, ...whose }));
  return "value" in answer ? "done" : refused(answer.refusal, { ground: field });
}

const choose = (field: string): Done => ({ problems: [{ field, message: m.matters_act_choose() }], status: 422 });

/** Fields by the names that they have on this page. */
function refused(refusal: RefusalDetails, names: Readonly<Record<string, string>>): Done {
  const problems = problemsOf(refusal).map(({ field, message }) =>
    field === undefined ? { message } : { field: names[field] ?? field, message },
  );
  return { problems, status: statusOf(refusal) };
}
