import type { Role } from "../../../casework/access/index.ts";
import type { ReleaseLine } from "../../../casework/identity/index.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";
import { releaseStates } from "../custodian/words.ts";

/** Who is shown the way to ask; the use case decides. */
const askers: readonly Role[] = ["head", "settlement-officer", "clerk"];

export const mayAskRelease = (who: { readonly grants: readonly { readonly role: Role }[] }): boolean =>
  who.grants.some(({ role }) => askers.includes(role));

/** The way to the identity behind a denunciation, which a custodian may open or not, and how the asker's newest request stands. */
export function AskIdentity({
  petitionId,
  newest,
}: {
  petitionId: string;
  newest?: Pick<ReleaseLine, "state" | "until"> | undefined;
}) {
  const state = newest && releaseStates[newest.state];
  return (
    <section className="panel ask-identity">
      <h2>{m.custodian_ask_link()}</h2>
      <p className="quiet">{m.custodian_ask_note()}</p>
      {newest && state && (
        <p>
          {m.custodian_newest()} <span className={`badge ${state.badge}`}>{state.name()}</span>
          {newest.state === "approved" && newest.until && ` ${m.custodian_until()} ${sayDate(newest.until)}`}
        </p>
      )}
      <p>
        <LinkButton to={`/office/petitions/${petitionId}/release`}>
          {newest ? m.custodian_my_requests() : m.custodian_ask_link()}
        </LinkButton>
      </p>
    </section>
  );
}
