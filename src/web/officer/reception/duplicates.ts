import type { FindDuplicatesInput, PossibleDuplicate } from "../../../casework/duplicates/index.ts";
import { appContext, sessionContext } from "../../context.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { postAgency } from "../post/post-agency.ts";
import type { Route } from "./+types/duplicates.ts";
import { receptionAgency } from "./reception-agency.ts";
import { kindsOf, type Values, valuesOf } from "./visit-form.ts";

export interface DuplicatesFound {
  readonly duplicates?: readonly PossibleDuplicate[];
  readonly failed?: true;
}

/** Possible duplicates while the officer types. A POST, because names and contents never stand in an address. */
export async function action({ request, context }: Route.ActionArgs): Promise<DuplicatesFound> {
  const values = valuesOf(await request.formData());
  const { asker, who } = context.get(sessionContext);
  const agencyId = "sender.name" in values ? postAgency(who.grants) : receptionAgency(who.grants);
  const input = duplicatesInput(values, agencyId);
  const answer = await orRefusal(context.get(appContext).duplicates.findDuplicates(asker, input));
  return "value" in answer ? { duplicates: answer.value } : { failed: true };
}

/** Of what was typed, only what is compared. */
export function duplicatesInput(values: Values, agencyId: string): FindDuplicatesInput {
  const chosen = kindsOf(values);
  const kind = chosen.includes("denunciation") ? "denunciation" : chosen[0];
  const given = (name: string) => values[name]?.trim() || undefined;
  const person = "sender.name" in values ? "sender" : "visitor";
  return {
    agencyId,
    kind,
    people: [
      {
        name: given(`${person}.name`) ?? "",
        idNumber: given(`${person}.idNumber`),
        phone: given(`${person}.phone`),
        // Half a year is no mistake here: it is still being typed.
        birthYear: /^(19|20)\d\d$/.test(given(`${person}.birthYear`) ?? "") ? given(`${person}.birthYear`) : undefined,
        address: given(`${person}.address`),
      },
    ],
    content: values.content ?? "",
    request: given("request"),
    contestedAct: given("contestedAct"),
    respondent: given("respondent"),
  };
}
