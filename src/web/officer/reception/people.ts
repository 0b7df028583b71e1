import type { PersonFound, PersonHistory } from "../../../casework/people/index.ts";
import { appContext, sessionContext } from "../../context.ts";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/people.ts";
import { receptionAgency } from "./reception-agency.ts";

export interface Lookup {
  readonly found?: readonly PersonFound[];
  readonly history?: PersonHistory;
  readonly failed?: true;
}

/** Live look-up at the counter. A POST, because names and numbers never stand in an address. */
export async function action({ request, context }: Route.ActionArgs): Promise<Lookup> {
  const form = await request.formData();
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const [personId, signatoryId] = [formText(form, "personId"), formText(form, "signatoryId")];
  if (personId || signatoryId) {
    const whose = personId ? { personId } : { signatoryId };
    const answer = await orRefusal(app.people.personHistory(asker, whose));
    return "value" in answer ? { history: answer.value } : { failed: true };
  }
  const answer = await orRefusal(
    app.people.findPeople(asker, {
      agencyId: receptionAgency(who.grants),
      query: formText(form, "query").slice(0, 120),
      limit: 6,
    }),
  );
  return "value" in answer ? { found: answer.value } : { failed: true };
}
