import type { PetitionSheet } from "../../../casework/petitions/index.ts";
import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";

/** On the page of a petition that more than one person signed: the way to the list and the replies. */
export function ToSignatories({ sheet }: { sheet: PetitionSheet }) {
  if (sheet.peopleCount < 2 || sheet.kind === null || sheet.kind === "denunciation" || sheet.sealed) return null;
  return (
    <section className="panel">
      <h2>{m.signatories_title()}</h2>
      <p className="quiet">{m.signatories_note()}</p>
      <p>
        <LinkButton to={`/office/petitions/${sheet.id}/signatories`}>{m.signatories_link()}</LinkButton>
      </p>
    </section>
  );
}
