import { Link } from "react-router";
import type { PetitionSheet } from "../../../casework/petitions/index.ts";
import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";

/** On the page of a petition: the way to who signed it and the replies; of one person's, for when others turn out to have signed. */
export function ToSignatories({ sheet }: { sheet: PetitionSheet }) {
  if (sheet.kind === null || sheet.kind === "denunciation" || sheet.sealed) return null;
  if (sheet.peopleCount < 2)
    return (
      <p className="quiet">
        {m.signatories_of_one()}{" "}
        <Link to={`/office/petitions/${sheet.id}/signatories`}>{m.signatories_of_one_link()}</Link>
      </p>
    );
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
