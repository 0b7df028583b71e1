import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";

/** On the page of a matter of which something was made public: the way to what the public reads. */
export function ToPublications({ matterId }: { matterId: string }) {
  return (
    <section className="panel">
      <h2>{m.publications_matter_title()}</h2>
      <p className="quiet">{m.publications_matter_note()}</p>
      <p>
        <LinkButton to={`/office/matters/${matterId}/publications`}>{m.publications_matter_link()}</LinkButton>
      </p>
    </section>
  );
}
