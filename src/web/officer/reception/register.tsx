import { data, Form, Link, redirect } from "react-router";
import type { RefusalState, RegisterLine } from "../../../casework/reception/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { sayDate, sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/callout.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { DateInput } from "../../ui/field.tsx";
import { orRefusal } from "../../ui/refusal.ts";
import { Pager } from "../../ui/table.tsx";
import type { Route } from "./+types/register.ts";
import { problemsOf } from "./problems.ts";
import { registerAgency } from "./reception-agency.ts";
import { type Period, periodOf } from "./register-period.ts";
import { kindsName } from "./words.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { asker, who } = context.get(sessionContext);
  const params = new URL(request.url).searchParams;
  const { period, wrong } = periodOf(params, context.get(requestContext).today);
  const after = params.get("after") ?? undefined;
  const shown = {
    period,
    typed: { from: params.get("from"), to: params.get("to") },
    later: after !== undefined,
    mayImport: mayImport(who.grants),
  };
  const answer = await orRefusal(
    context.get(appContext).reception.register(asker, { agencyId: registerAgency(who.grants), ...period, after }),
  );
  if ("refusal" in answer) {
    // An administrator imports registers and reads none.
    if (answer.refusal.code === "not-allowed")
      throw shown.mayImport ? redirect("/office/register/import", 303) : new Response(null, { status: 403 });
    return data({ ...shown, problems: [...wrong, ...problemsOf(answer.refusal)], page: undefined }, { status: 422 });
  }
  return data({ ...shown, problems: wrong, page: answer.value }, { status: wrong.length > 0 ? 422 : 200 });
}

const mayImport = (grants: readonly { readonly role: string }[]) =>
  grants.some(({ role }) => role === "reception-officer" || role === "administrator");

const address = (path: string, { from, to }: Period, after?: string) =>
  `${path}?${new URLSearchParams({ from, to, ...(after ? { after } : {}) })}`;

export default function Register({ loaderData }: Route.ComponentProps) {
  const { page, period, typed, problems, later } = loaderData;
  const error = (field: string) => problems.find((each) => "field" in each && each.field === field)?.message;
  return (
    <div className="register">
      <title>{`${m.register_title()} · ${m.ui_product()}`}</title>
      <header className="page-head">
        <h1>{m.register_title()}</h1>
        <p className="print-only">
          {sayDate(period.from)} – {sayDate(period.to)}
        </p>
        <div className="actions">
          <LinkButton to={address("/office/register/export", period)} reloadDocument>
            {m.register_export()}
          </LinkButton>
          {loaderData.mayImport && <LinkButton to="/office/register/import">{m.register_import()}</LinkButton>}
        </div>
      </header>
      <ErrorSummary problems={problems} />
      <Form className="filters" role="search" aria-label={m.register_filter()}>
        <DateInput
          name="from"
          label={m.register_from()}
          hint=""
          error={error("from")}
          defaultValue={typed.from ?? sayTyped(period.from)}
          key={`from${period.from}`}
          required
        />
        <DateInput
          name="to"
          label={m.register_to()}
          hint=""
          error={error("to")}
          defaultValue={typed.to ?? sayTyped(period.to)}
          key={`to${period.to}`}
          required
        />
        <Button type="submit">{m.register_filter()}</Button>
        {page && (
          <p className="filters-count">
            {m.register_count({ n: sayNumber(page.count) + (page.countCapped ? "+" : "") })}
          </p>
        )}
      </Form>
      {page &&
        (page.lines.length === 0 ? (
          <EmptyState title={m.register_empty()}>
            <p>{m.register_empty_text()}</p>
          </EmptyState>
        ) : (
          <Lines lines={page.lines} />
        ))}
      {page && (
        <Pager
          previous={later ? address("/office/register", period) : undefined}
          next={page.next ? address("/office/register", period, page.next) : undefined}
        />
      )}
    </div>
  );
}

/** As people type it here, in both languages. */
const sayTyped = (date: CivilDate): string => date.split("-").reverse().join("/");

/** The 13 columns of Mẫu 03/TCD; on a narrow screen each row is a card that names its columns. */
function Lines({ lines }: { lines: readonly RegisterLine[] }) {
  const columns = columnsOf();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-frame" aria-label={m.register_title()} tabIndex={0}>
      <table className="register-table">
        <caption className="visually-hidden">{m.register_title()}</caption>
        <thead>
          <tr>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" className={`c-${key}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.visitId}>
              {columns.map(({ key, name, cell }) => (
                <td key={key} className={`c-${key}`} data-name={name}>
                  {cell(line)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const both = (name: string | null, number: string | null) => [name, number].filter(Boolean).join(", ");

function columnsOf(): readonly { key: string; name: string; cell: (line: RegisterLine) => React.ReactNode }[] {
  return [
    {
      key: "no",
      name: m.register_c_no(),
      cell: (line) => <Link to={`/office/reception/visits/${line.visitId}`}>{line.registerNo}</Link>,
    },
    {
      key: "date",
      name: m.register_c_date(),
      cell: (line) => <time dateTime={line.receivedOn}>{sayTyped(line.receivedOn)}</time>,
    },
    { key: "person", name: m.register_c_person(), cell: personCell },
    {
      key: "id",
      name: m.register_c_id(),
      cell: (line) =>
        line.people
          .map(({ idNumber }) => idNumber)
          .filter(Boolean)
          .join(", "),
    },
    { key: "content", name: m.register_c_content(), cell: (line) => <span className="clamp">{line.content}</span> },
    {
      key: "kind",
      name: m.register_c_kind(),
      cell: (line) => (line.kinds.length === 0 ? <Badge tone="amber">{kindsName([])}</Badge> : kindsName(line.kinds)),
    },
    { key: "count", name: m.register_c_count(), cell: (line) => line.peopleCount },
    { key: "prior", name: m.register_c_prior(), cell: (line) => line.priorAuthority },
    {
      key: "competence",
      name: m.register_c_competence(),
      cell: (line) =>
        line.withinCompetence === null ? "" : line.withinCompetence ? m.reception_yes() : m.reception_no(),
    },
    { key: "guided", name: m.register_c_guided(), cell: (line) => both(line.guidedTo, line.guidanceNumber) },
    {
      key: "transferred",
      name: m.register_c_transferred(),
      cell: (line) => both(line.transferredTo, line.transferNumber),
    },
    { key: "follow", name: m.register_c_follow(), cell: (line) => line.followUp },
    { key: "note", name: m.register_c_note(), cell: noteCell },
  ];
}

const refusals: Readonly<Record<RefusalState, () => string>> = {
  REFUSED_ORAL: m.register_refused_oral,
  REFUSAL_DUE: m.register_refusal_due,
  REFUSED_WRITTEN: m.register_refused_written,
};

function noteCell({ refusal, note }: RegisterLine): React.ReactNode {
  return (
    <>
      {refusal && <Badge tone="amber">{both(refusals[refusal.state](), refusal.number)}</Badge>} {note}
    </>
  );
}

function personCell({ people, pseudonym }: RegisterLine): React.ReactNode {
  if (pseudonym) return <em>{pseudonym}</em>;
  return people.map(({ name, address: home }) => (
    <span className="person" key={`${name}${home}`}>
      <strong>{name}</strong>
      {home && <span className="soft">{home}</span>}
    </span>
  ));
}
