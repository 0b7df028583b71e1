import type { Asker } from "../../../casework/setting.ts";
import type { AddedSignatories } from "../../../casework/signatories/index.ts";
import type { App } from "../../../server/app.ts";
import { formText } from "../../ui/form-data.ts";

const names = ["intent", "signatoryId", "name", "address", "idNumber", "phone", "pasted", "reason"] as const;
export type TypedPerson = Readonly<Record<(typeof names)[number], string>>;

export function typedPerson(form: FormData): TypedPerson {
  return Object.fromEntries(names.map((name) => [name, formText(form, name)])) as TypedPerson;
}

type Done = AddedSignatories | { readonly signatoryId: string } | { readonly paperId: string };

/** What the posted form of the list asks for. */
export async function doSignatories(app: App, asker: Asker, petitionId: string, form: FormData): Promise<Done> {
  const { signatories } = app;
  const { intent, signatoryId, name, address, idNumber, phone, pasted, reason } = typedPerson(form);
  const key = formText(form, "key");
  const person = { name, address, idNumber, phone };
  switch (intent) {
    case "start": {
      const paperId = formText(form, "paperId");
      await signatories.startReplies(asker, { key, petitionId, paperId });
      return { paperId };
    }
    case "add-one":
      return signatories.addSignatories(asker, { key, petitionId, person });
    case "add": {
      const file = form.get("file");
      const bytes = file instanceof File && file.size > 0 ? await file.bytes() : undefined;
      return signatories.addSignatories(asker, { key, petitionId, ...(pasted.trim() ? { pasted } : {}) }, bytes);
    }
    case "represent":
      return signatories.changeSignatory(asker, { key, signatoryId, representative: formText(form, "to") === "yes" });
    default:
      return signatories.changeSignatory(asker, {
        key,
        signatoryId,
        reason,
        ...(intent === "remove" ? { remove: true } : { person }),
      });
  }
}
