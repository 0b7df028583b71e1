import { data, Link, redirect } from "react-router";
import type { MatterPublication } from "../../../casework/publications/index.ts";
import { appContext, sessionContext } from "../../context.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { EmptyState, Flash } from "../../ui/callout.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { KeyValues } from "../../ui/stepper.tsx";
import type { Route } from "./+types/publications.ts";
import { TakeDown, type Typed, Words } from "./publication-forms.tsx";
import { problemsOf, shown, statusOf } from "./shown.ts";

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { asker } = context.get(sessionContext);
  const found = await shown(context.get(appContext).publications.ofMatter(asker, { matterId: params.id }));
  const publications = found.publications.map((each) => ({
    ...each,
    keys: { words: crypto.randomUUID(), down: crypto.randomUUID() },
  }));
  const query = new URL(request.url).searchParams;
  const wanted = query.get("publication");
  const writable = publications.filter((each) => each.mayWrite);
  const open = writable.find(({ id }) => id === wanted) ?? writable.at(-1);
  return { code: found.code, publications, open: open?.id, matterId: params.id, saved: query.has("saved") };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { publications } = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const form = await request.formData();
  const typed: Typed = {
    id: formText(form, "publication"),
    field: formText(form, "field"),
    extract: formText(form, "extract"),
    place: formText(form, "place"),
    ground: formText(form, "ground") === "least-time-over" ? "least-time-over" : "correction",
    reason: formText(form, "reason"),
  };
  const { id, field, extract, place, ground, reason } = typed;
  const shared = { key: formText(form, "key"), id };
  const answer = await orRefusal(
    form.has("reason")
      ? publications.withdraw(asker, { ...shared, ground, reason })
      : publications.word(asker, { ...shared, field, extract, place, nothingPersonal: form.has("nothingPersonal") }),
  );
  if ("value" in answer) return redirect(`/office/matters/${params.id}/publications?publication=${id}&saved=1`, 303);
  return data({ problems: problemsOf(answer.refusal), typed }, { status: statusOf(answer.refusal) });
}

/** What the public reads of a matter: its words, and taking it down. */
export default function MatterPublications({ loaderData, actionData }: Route.ComponentProps) {
  const { code, publications, open, matterId, saved } = loaderData;
  const problems = actionData?.problems ?? [];
  return (
    <div className="matter">
      <title>{`${m.publications_matter_title()} · ${code} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to={`/office/matters/${matterId}`}>{m.publications_matter_back({ code })}</Link>
      </p>
      <h1>{m.publications_matter_title()}</h1>
      {saved && problems.length === 0 && <Flash>{m.matters_done()}</Flash>}
      <ErrorSummary problems={problems} />
      {publications.length === 0 && (
        <EmptyState title={m.publications_matter_none()}>
          <p>{m.publications_matter_none_text()}</p>
        </EmptyState>
      )}
      {publications.map((each) => {
        const typed = actionData?.typed.id === each.id ? actionData.typed : undefined;
        const mine = typed ? problems : [];
        return (
          <section key={each.id}>
            <h2>{say(each.what)}</h2>
            <Shown publication={each} />
            {each.id === open && each.shows === "extract" && each.replacedOn === null && (
              <Words publication={each} formKey={each.keys.words} typed={typed} problems={mine} />
            )}
            {each.id === open && <TakeDown publication={each} formKey={each.keys.down} typed={typed} problems={mine} />}
            {each.mayWrite && each.id !== open && (
              <p>
                <Link to={`/office/matters/${matterId}/publications?publication=${each.id}`}>
                  {m.publications_change()}
                </Link>
              </p>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Shown({ publication }: { publication: MatterPublication }) {
  const { id, number, publishedOn, leastUntil, shows, withdrawnOn, reason, replacedOn, replacedBy } = publication;
  const gone = withdrawnOn !== null || replacedOn !== null;
  const isPublic = withdrawnOn === null && (replacedOn === null || replacedBy !== null);
  const pairs: readonly (readonly [string, string | null])[] = [
    [m.publications_number(), number],
    [m.publications_published(), sayDate(publishedOn)],
    [m.publications_least(), leastUntil && sayDate(leastUntil)],
  ];
  return (
    <>
      <p>
        <Badge tone={gone ? "neutral" : "green"}>
          {withdrawnOn
            ? m.publications_withdrawn()
            : replacedOn
              ? m.publications_replaced_badge()
              : m.publications_stands()}
        </Badge>{" "}
        {isPublic && <a href={`/cong-khai/${id}`}>{m.publications_see()}</a>}
      </p>
      {withdrawnOn && (
        <p className="long">{m.publications_withdrawn_on({ date: sayDate(withdrawnOn), reason: reason ?? "" })}</p>
      )}
      {!withdrawnOn && replacedOn && (
        <p className="long">
          {replacedBy
            ? m.publications_replaced_note({ date: sayDate(replacedOn), number: replacedBy.number ?? "–" })
            : m.publications_replaced_waiting({ date: sayDate(replacedOn) })}
        </p>
      )}
      <KeyValues pairs={pairs.filter(([, value]) => value)} />
      {shows === "existence" && <p className="quiet">{m.publications_silent()}</p>}
    </>
  );
}
