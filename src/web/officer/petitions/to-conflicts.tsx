import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";

/** On the page of a denunciation and of its matter: the way to who keeps away from it. */
export function ToConflicts({ petitionId }: { petitionId: string }) {
  return (
    <section className="panel">
      <h2>{m.conflicts_title()}</h2>
      <p className="quiet">{m.conflicts_note()}</p>
      <p>
        <LinkButton to={`/office/petitions/${petitionId}/conflicts`}>{m.conflicts_link()}</LinkButton>
      </p>
    </section>
  );
}
