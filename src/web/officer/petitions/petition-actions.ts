import type { Asker } from "../../../casework/setting.ts";
import type { App } from "../../../server/app.ts";
import { m } from "../../paraglide/messages.js";
import { formText } from "../../ui/form-data.ts";
import { typedDate } from "../../ui/typed-date.ts";

const names = [
  "intent",
  "key",
  "kind",
  "contestedAct",
  "respondent",
  "against",
  "agrees",
  "chosen",
  "competenceReason",
  "route",
  "to",
  "toAgencyId",
  "transferReason",
  "transferOn",
  "number",
  "reason",
  "on",
  "receivedOn",
  "peopleCount",
  "correctReason",
  "body",
  "first",
  "undoReason",
] as const;
export type TypedPetition = Readonly<Record<(typeof names)[number], string>>;

/** Everything typed on the petition's page, kept for the form that is shown again. */
export function typedPetition(form: FormData): TypedPetition {
  return Object.fromEntries(names.map((name) => [name, formText(form, name)])) as TypedPetition;
}

type Work =
  | {
      readonly started: Promise<
        { readonly matterId: string } | { readonly petitionId: string } | { readonly transferId: string }
      >;
    }
  | { readonly problems: readonly { readonly field: string; readonly message: string }[] };

const kinds = ["complaint", "recommendation"] as const;
const routes = ["guide", "transfer", "return", "file", "answer"] as const;
const badDate = (field: string): Work => ({ problems: [{ field, message: m.matters_bad_date() }] });

/** Starts what the posted form asks for, or says what must be mended before anything is sent to a use case. */
export function doPetition(app: App, asker: Asker, petitionId: string, typed: TypedPetition): Work {
  const { key } = typed;
  switch (typed.intent) {
    case "classify": {
      const kind = kinds.find((each) => each === typed.kind);
      if (!kind) return { problems: [{ field: "kind", message: m.matters_act_choose() }] };
      const { contestedAct, respondent } = typed;
      return {
        started: app.petitions.classifyPetition(asker, {
          key,
          petitionId,
          kind,
          ...(contestedAct ? { contestedAct } : {}),
          ...(respondent ? { respondent } : {}),
        }),
      };
    }
    case "letter":
      return { started: app.petitions.writeToPetitioner(asker, { key, petitionId, body: typed.body }) };
    case "letters-read":
      return { started: app.petitions.markLettersRead(asker, { key, petitionId }) };
    case "duplicate":
      return { started: app.duplicates.fileAsDuplicate(asker, { key, petitionId, firstId: typed.first }) };
    case "undo-duplicate":
      return { started: app.duplicates.undoDuplicate(asker, { key, petitionId, reason: typed.undoReason }) };
    case "process":
      return { started: app.matters.openMatter(asker, { key, petitionId, procedure: "petition-processing" }) };
    case "hand-over":
      return { started: app.petitions.handToHead(asker, { key, petitionId }) };
    case "transfer": {
      const on = typedDate(typed.transferOn);
      if (!on) return badDate("transferOn");
      const { toAgencyId, transferReason: reason } = typed;
      if (!toAgencyId) return { problems: [{ field: "toAgencyId", message: m.transfers_choose() }] };
      return { started: app.transfers.transferPetition(asker, { key, petitionId, toAgencyId, reason, on }) };
    }
    case "competence": {
      const { against, agrees, chosen, competenceReason } = typed;
      if (agrees === "") return { problems: [{ field: "agrees", message: m.matters_act_choose() }] };
      return {
        started: app.petitions.settleCompetence(asker, {
          key,
          petitionId,
          against,
          agrees: agrees === "yes",
          chosen,
          reason: competenceReason,
        }),
      };
    }
    case "route": {
      const route = routes.find((each) => each === typed.route);
      if (!route) return { problems: [{ field: "route", message: m.matters_act_choose() }] };
      const on = typedDate(typed.on);
      if (!on) return badDate("on");
      const { to, number, reason } = typed;
      return {
        started: app.petitions.routePetition(asker, {
          key,
          petitionId,
          route,
          reason,
          on,
          ...(to.trim() ? { to } : {}),
          ...(number.trim() ? { number } : {}),
        }),
      };
    }
    default: {
      const receivedOn = typedDate(typed.receivedOn);
      if (typed.receivedOn.trim() && !receivedOn) return badDate("receivedOn");
      return {
        started: app.petitions.correctPetition(asker, {
          key,
          petitionId,
          reason: typed.correctReason,
          ...(receivedOn ? { receivedOn } : {}),
          ...(typed.peopleCount.trim() ? { peopleCount: typed.peopleCount } : {}),
        }),
      };
    }
  }
}
