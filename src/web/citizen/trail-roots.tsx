import type { PublishedRoot } from "../../casework/audit/index.ts";
import { appContext } from "../context.ts";
import { sayDate } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Callout, EmptyState } from "../ui/callout.tsx";
import { KeyValues } from "../ui/stepper.tsx";
import type { Route } from "./+types/trail-roots.ts";

const shown = 30;

export async function loader({ context }: Route.LoaderArgs) {
  const { audit } = context.get(appContext);
  return { roots: await audit.publishedRoots({ limit: shown }), key: audit.publishedKey() };
}

export default function TrailRoots({ loaderData: { roots, key } }: Route.ComponentProps) {
  return (
    <div className="trail">
      <title>{`${m.trail_title()} · ${m.ui_product()}`}</title>
      <h1>{m.trail_title()}</h1>
      <p className="lead">{m.trail_lead()}</p>
      <Callout kind="info">{m.trail_keep()}</Callout>
      <h2>{m.trail_key()}</h2>
      {key ? (
        <>
          <p>Ed25519, {key.keyId}</p>
          <p className="answer-small">
            <code>{key.publicKey}</code>
          </p>
          <p>
            <a href="/api/v1/trail/key">{m.trail_as_data()}</a>
          </p>
        </>
      ) : (
        <p>{m.trail_key_none()}</p>
      )}
      <h2>{m.trail_roots()}</h2>
      {roots.length === 0 ? (
        <EmptyState title={m.trail_none()}>
          <p>{m.trail_none_text()}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            <a href="/api/v1/trail/roots">{m.trail_as_data()}</a>
          </p>
          {roots.map((root) => (
            <Root key={root.no} root={root} />
          ))}
        </>
      )}
      <p>{m.trail_limits()}</p>
    </div>
  );
}

function Root({ root }: { root: PublishedRoot }) {
  const { no, on, says, hash } = root;
  return (
    <section id={`root-${no}`}>
      <h3>{m.trail_root({ no, date: sayDate(on) })}</h3>
      {says && <p>{m.trail_counts({ chains: says.chains, rows: says.rows })}</p>}
      <div className="answer-small">
        <KeyValues pairs={[[m.trail_hash(), hash]]} />
      </div>
    </section>
  );
}
