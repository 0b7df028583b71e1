import { appContext } from "../../context.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Callout } from "../../ui/callout.tsx";
import { orRefusal } from "../../ui/refusal.ts";
import { KeyValues } from "../../ui/stepper.tsx";
import { publicationsPath } from "../law/words.ts";
import type { Route } from "./+types/publication.ts";
import { titleOf } from "./publication-links.tsx";

/** What was taken down looks like what never was. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const answer = await orRefusal(context.get(appContext).publications.open({ id: params.id }));
  if ("refusal" in answer) throw new Response(null, { status: 404 });
  return answer.value;
}

export default function Publication({ loaderData: published }: Route.ComponentProps) {
  const { replacedOn, replacedBy } = published;
  const { agencyName, number, issuedOn, publishedOn, leastUntil, ways, place, field, extract, article } = published;
  const pairs: readonly (readonly [string, string | null])[] = [
    [m.publications_agency(), agencyName],
    [m.publications_number(), number],
    [m.publications_issued(), issuedOn && sayDate(issuedOn)],
    [m.publications_published(), sayDate(publishedOn)],
    [m.publications_least(), leastUntil && sayDate(leastUntil)],
    [m.publications_field(), field],
    [m.publications_ways(), ways.map((way) => say(way)).join("; ")],
    [m.publications_place(), place],
    [m.publications_law(), article],
  ];
  return (
    <article className="publication">
      <title>{`${titleOf(published)} · ${m.ui_product()}`}</title>
      <p className="eyebrow screen-only">
        <a href={publicationsPath}>{m.publications_back()}</a>
      </p>
      <h1>{titleOf(published)}</h1>
      {replacedOn && replacedBy && (
        <Callout kind="warn" title={m.publications_replaced({ date: sayDate(replacedOn) })}>
          <p>
            <a href={`${publicationsPath}/${replacedBy.id}`}>
              {replacedBy.number
                ? m.publications_replaced_by({ number: replacedBy.number })
                : m.publications_replaced_link()}
            </a>
          </p>
        </Callout>
      )}
      <KeyValues pairs={pairs.filter(([, value]) => value)} />
      {published.shows === "existence" ? (
        <Callout kind="info">{m.publications_silent()}</Callout>
      ) : (
        <section>
          <h2>{m.publications_extract()}</h2>
          {extract ? <p className="long">{extract}</p> : <p className="quiet">{m.publications_no_extract()}</p>}
          <p>{m.publications_not_same()}</p>
        </section>
      )}
    </article>
  );
}
