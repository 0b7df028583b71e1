import { Form, Link } from "react-router";
import { appContext, sessionContext } from "../../context.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/callout.tsx";
import { DeadlineChip } from "../../ui/deadline-chip.tsx";
import { Select } from "../../ui/field.tsx";
import { Pager, Table } from "../../ui/table.tsx";
import type { Route } from "./+types/subordinates.ts";
import { shown } from "./shown.ts";

const path = "/office/subordinates";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const agencyId = searchParams.get("agency") ?? "";
  const overdue = searchParams.get("overdue") === "1";
  const after = searchParams.get("after");
  const page = await shown(
    context.get(appContext).matters.subordinateMatters(context.get(sessionContext).asker, {
      ...(agencyId ? { agencyId } : {}),
      overdue,
      ...(after ? { after } : {}),
    }),
  );
  return { ...page, agencyId, overdue, paged: after !== null };
}

type Loaded = Route.ComponentProps["loaderData"];

/** What a superior may know of the agencies below: that matters exist, and when they are due. */
export default function Subordinates({ loaderData }: Route.ComponentProps) {
  const { lines, agencies, next, agencyId, overdue, paged } = loaderData;
  const address = (cursor?: string) =>
    `${path}?${new URLSearchParams({
      ...(agencyId ? { agency: agencyId } : {}),
      ...(overdue ? { overdue: "1" } : {}),
      ...(cursor ? { after: cursor } : {}),
    })}`;
  return (
    <>
      <title>{`${m.subordinates_title()} · ${m.ui_product()}`}</title>
      <h1>{m.subordinates_title()}</h1>
      <p className="quiet">{m.subordinates_about()}</p>
      {agencies.length === 0 ? (
        <EmptyState title={m.subordinates_none_below()}>
          <p>{m.subordinates_none_below_text()}</p>
        </EmptyState>
      ) : (
        <>
          <Filters {...loaderData} />
          {lines.length === 0 ? (
            <EmptyState title={m.subordinates_empty()}>
              <p>{m.subordinates_empty_text()}</p>
              {(agencyId || overdue) && (
                <p>
                  <Link to={path}>{m.subordinates_clear()}</Link>
                </p>
              )}
            </EmptyState>
          ) : (
            <Lines {...loaderData} />
          )}
          <Pager previous={paged ? address() : undefined} next={next ? address(next) : undefined} />
        </>
      )}
    </>
  );
}

function Filters({ agencies, agencyId, overdue }: Pick<Loaded, "agencies" | "agencyId" | "overdue">) {
  return (
    <Form action={path} className="list-filters" key={`${agencyId} ${overdue}`}>
      <div className="filter-fields">
        <Select
          name="agency"
          label={m.subordinates_agency()}
          defaultValue={agencyId}
          options={[
            { value: "", label: m.subordinates_all() },
            ...agencies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <label className="choice">
          <input type="checkbox" name="overdue" value="1" defaultChecked={overdue} />
          {m.subordinates_overdue()}
        </label>
        <Button type="submit">{m.subordinates_show()}</Button>
      </div>
    </Form>
  );
}

function Lines({ lines, today }: Pick<Loaded, "lines" | "today">) {
  return (
    <Table
      caption={m.subordinates_title()}
      rows={lines}
      keyOf={({ code }) => code}
      columns={[
        { key: "code", name: m.subordinates_code(), cell: ({ code }) => code },
        { key: "agency", name: m.subordinates_agency(), cell: ({ agencyName }) => agencyName },
        { key: "procedure", name: m.subordinates_procedure(), cell: ({ procedure }) => say(procedure) },
        { key: "state", name: m.subordinates_state(), cell: ({ state }) => say(state) },
        { key: "opened", name: m.subordinates_opened(), cell: ({ openedOn }) => sayDate(openedOn) },
        {
          key: "due",
          name: m.subordinates_due(),
          cell: ({ dueOn, provisional, closed }) =>
            dueOn && !closed ? <DeadlineChip dueOn={dueOn} today={today} provisional={provisional} short /> : "–",
        },
      ]}
    />
  );
}
