import { useEffect } from "react";
import { Link, useFetcher, useLocation } from "react-router";
import { appContext, sessionContext } from "../../context.ts";
import { say, sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { EmptyState, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Pager, Tabs } from "../../ui/table.tsx";
import { shown } from "../matters/shown.ts";
import type { Route } from "./+types/list.ts";
import type { loader as countsLoader } from "./list-counts.ts";
import { listAddress, readFilter } from "./list-filter.ts";
import { ListFilters } from "./list-filters.tsx";
import { ListKeys } from "./list-keys.tsx";
import { WorkTable } from "./work-table.tsx";

const views = [
  ["mine", m.matters_view_mine],
  ["unit", m.matters_view_unit],
  ["all", m.matters_view_all],
  ["overdue", m.matters_view_overdue],
  ["waiting", m.matters_view_waiting],
] as const;
const countCap = 10_000;

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const url = new URL(request.url);
  const filter = readFilter(url);
  const page = await shown(app.petitions.listPetitions(asker, filter.wanted));
  const lines = page.lines.map((line) => ({ ...line, words: app.matters.nextInWords(line) }));
  return {
    filter,
    lines,
    next: page.next,
    today: page.today,
    states: app.matters.matterStates(),
    handed: url.searchParams.has("handed"),
    declared: url.searchParams.has("conflict"),
  };
}

export default function List({ loaderData }: Route.ComponentProps) {
  const { filter, lines, next, today, states, handed, declared } = loaderData;
  const counts = useCounts();
  const problems = filter.bad.map((field) => ({ field, message: m.matters_bad_date() }));
  return (
    <>
      <title>{`${m.matters_list_title()} · ${m.ui_product()}`}</title>
      <div className="list-head">
        <h1>{m.matters_list_title()}</h1>
        <ListKeys search="q" />
      </div>
      {handed && <Flash>{m.matters_handed()}</Flash>}
      {declared && <Flash>{m.conflicts_own_done()}</Flash>}
      <Tabs
        label={m.matters_views()}
        items={views.map(([view, name]) => ({
          to: listAddress(filter, view),
          name: name(),
          count: counts && sayCount(counts[view]),
          current: view === filter.view,
        }))}
      />
      <ErrorSummary problems={problems} />
      <ListFilters filter={filter} states={states.map(({ id, name }) => ({ value: id, label: say(name) }))} />
      {lines.length === 0 ? <Empty filter={filter} /> : <WorkTable lines={lines} today={today} />}
      <Pager
        previous={filter.wanted.after ? listAddress(filter, filter.view) : undefined}
        next={next ? listAddress(filter, filter.view, next) : undefined}
      />
    </>
  );
}

/** The counts of what the address asks for; undefined until they are there, and without scripts. */
function useCounts() {
  const { search } = useLocation();
  const { data, load } = useFetcher<typeof countsLoader>();
  useEffect(() => {
    load(`/office/list/counts${search}`);
  }, [load, search]);
  return data?.of === new URLSearchParams(search).toString() ? data.counts : undefined;
}

/** "10.000+" at the cap. */
function sayCount(count: number): string {
  return count > countCap ? `${sayNumber(countCap)}+` : sayNumber(count);
}

function Empty({ filter }: { filter: ReturnType<typeof readFilter> }) {
  if (filter.filtered)
    return (
      <EmptyState title={m.matters_empty_filtered()}>
        <p>{m.matters_empty_filtered_text()}</p>
        <p>
          <Link to={`/office/list?view=${filter.view}`}>{m.matters_filter_clear()}</Link>
        </p>
      </EmptyState>
    );
  if (filter.view === "mine")
    return (
      <EmptyState title={m.matters_empty_mine()}>
        <p>{m.matters_empty_mine_text()}</p>
        <p>
          <Link to="/office/list?view=unit">{m.matters_view_unit()}</Link>
        </p>
      </EmptyState>
    );
  if (filter.view === "overdue")
    return (
      <EmptyState title={m.matters_empty_overdue()}>
        <p>{m.matters_empty_overdue_text()}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={m.matters_empty_other()}>
      <p>{m.matters_empty_other_text()}</p>
    </EmptyState>
  );
}
