import { data } from "react-router";
import type { CivilDate } from "../../../time/civil-date.ts";
import { appContext, requestContext } from "../../context.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/callout.tsx";
import { Select, TextInput } from "../../ui/field.tsx";
import { orRefusal } from "../../ui/refusal.ts";
import { Pager } from "../../ui/table.tsx";
import { publicationsPath } from "../law/words.ts";
import type { Route } from "./+types/list.ts";
import { PublicationLinks } from "./publication-links.tsx";

const yearPattern = /^(19|20|21)\d\d$/;

/** Words, office and year stand in the address: they are about what is public. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { agencies: tree, publications } = context.get(appContext);
  const { today } = context.get(requestContext);
  const params = new URL(request.url).searchParams;
  const q = params.get("q")?.trim().slice(0, 200) ?? "";
  const wanted = params.get("agency")?.trim().slice(0, 20) ?? "";
  const year = yearPattern.exec(params.get("year") ?? "")?.[0] ?? "";
  const after = params.get("after") ?? "";
  const all = await tree.agencyTree("nobody", { asOf: today });
  const agencies = all.filter((each) => each.kind !== "reception-board").map(({ code, name }) => ({ code, name }));
  const agency = agencies.find((each) => each.code === wanted)?.code ?? "";
  const asked = { ...(q ? { q } : {}), ...(agency ? { agency } : {}), ...(year ? { year } : {}) };
  const answer = await orRefusal(publications.list({ ...asked, ...(after ? { after } : {}) }));
  if ("refusal" in answer) throw new Response(null, { status: 404 });
  const unknown = wanted !== "" && agency === "";
  return data(
    {
      ...answer.value,
      asked,
      agencies,
      years: yearsSince(await publications.firstOn(), today),
      unknown,
      paged: after !== "",
    },
    { status: unknown ? 404 : 200 },
  );
}

/** From this year back to the first. */
function yearsSince(first: CivilDate | null, today: CivilDate): readonly string[] {
  const last = Number(today.slice(0, 4));
  const since = Number((first ?? today).slice(0, 4));
  return Array.from({ length: Math.max(1, last - since + 1) }, (_, i) => String(last - i));
}

export default function Publications({ loaderData }: Route.ComponentProps) {
  const { lines, next, asked, agencies, years, unknown, paged } = loaderData;
  const narrowed = Object.keys(asked).length > 0;
  const address = (after?: string) => {
    const query = new URLSearchParams({ ...asked, ...(after ? { after } : {}) });
    return query.size > 0 ? `${publicationsPath}?${query}` : publicationsPath;
  };
  return (
    <div className="publications">
      <title>{`${m.publications_title()} · ${m.ui_product()}`}</title>
      <h1>{m.publications_title()}</h1>
      <p className="lead">{m.publications_lead()}</p>
      {unknown && <p className="error">{m.publications_unknown_agency()}</p>}
      <form method="get" action={publicationsPath} className="calendar-form screen-only">
        <TextInput
          name="q"
          label={m.publications_search()}
          hint={m.publications_search_hint()}
          defaultValue={asked.q ?? ""}
          maxLength={200}
        />
        <Select
          name="agency"
          label={m.publications_agency()}
          defaultValue={asked.agency ?? ""}
          options={[
            { value: "", label: m.publications_agency_all() },
            ...agencies.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          required
        />
        <Select
          name="year"
          label={m.publications_year()}
          defaultValue={asked.year ?? ""}
          options={[
            { value: "", label: m.publications_year_all() },
            ...years.map((each) => ({ value: each, label: each })),
          ]}
          required
        />
        <Button type="submit">{m.publications_show()}</Button>
      </form>
      {narrowed && (
        <p className="screen-only">
          <a href={publicationsPath}>{m.publications_all()}</a>
        </p>
      )}
      {lines.length === 0 ? (
        <EmptyState title={narrowed ? m.publications_none_found() : m.publications_none()}>
          <p>{narrowed ? m.publications_none_found_text() : m.publications_none_text()}</p>
        </EmptyState>
      ) : (
        <section>
          <h2>{m.publications_found()}</h2>
          <PublicationLinks publications={lines} />
        </section>
      )}
      <Pager previous={paged ? address() : undefined} next={next ? address(next) : undefined} />
    </div>
  );
}
