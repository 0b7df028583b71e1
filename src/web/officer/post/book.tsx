import { data, Form, Link } from "react-router";
import type { DoorBalance, PostLine } from "../../../casework/intake/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { say, sayDate, sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Callout, EmptyState } from "../../ui/callout.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { DateInput } from "../../ui/field.tsx";
import { orRefusal } from "../../ui/refusal.ts";
import { Pager, Table } from "../../ui/table.tsx";
import { problemsOf } from "../reception/problems.ts";
import { type Period, periodOf } from "../reception/register-period.ts";
import { kindsName } from "../reception/words.ts";
import type { Route } from "./+types/book.ts";
import type { PostNames } from "./entry-form.tsx";
import { bookAgency } from "./post-agency.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { asker, who } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const app = context.get(appContext);
  const params = new URL(request.url).searchParams;
  const { period, wrong } = periodOf(params, today);
  const after = params.get("after") ?? undefined;
  const shown = { period, today, later: after !== undefined, names: app.intake.names };
  const answer = await orRefusal(
    app.intake.postBook(asker, { agencyId: bookAgency(who.grants), ...period, ...(after ? { after } : {}) }),
  );
  if ("refusal" in answer) {
    if (answer.refusal.code === "not-allowed") throw new Response(null, { status: 403 });
    return data({ ...shown, problems: [...wrong, ...problemsOf(answer.refusal)], page: undefined }, { status: 422 });
  }
  return data({ ...shown, problems: wrong, page: answer.value }, { status: wrong.length > 0 ? 422 : 200 });
}

const address = (path: string, { from, to }: Period, after?: string) =>
  `${path}?${new URLSearchParams({ from, to, ...(after ? { after } : {}) })}`;
const typed = (date: CivilDate): string => date.split("-").reverse().join("/");

export default function Book({ loaderData }: Route.ComponentProps) {
  const { page, period, problems, today, later, names } = loaderData;
  const error = (field: string) => problems.find((each) => "field" in each && each.field === field)?.message;
  const month = `${today.slice(0, 8)}01` as CivilDate;
  return (
    <div className="post-book">
      <title>{`${m.post_book()} · ${m.ui_product()}`}</title>
      <header className="page-head">
        <h1>{m.post_book()}</h1>
        <p className="print-only">
          {sayDate(period.from)} – {sayDate(period.to)}
        </p>
        <div className="actions">
          <LinkButton to={address("/office/post/book/export", period)} reloadDocument>
            {m.post_export()}
          </LinkButton>
          <LinkButton kind="primary" to="/office/post">
            {m.post_title()}
          </LinkButton>
        </div>
      </header>
      <ErrorSummary problems={problems} />
      <Form className="filters" role="search" aria-label={m.post_filter()}>
        {(["from", "to"] as const).map((name) => (
          <DateInput
            key={`${name}${period[name]}`}
            name={name}
            label={name === "from" ? m.post_from() : m.post_to()}
            hint=""
            error={error(name)}
            defaultValue={typed(period[name])}
            required
          />
        ))}
        <Button type="submit">{m.post_filter()}</Button>
        <Link to={address("/office/post/book", { from: today, to: today })}>{m.post_today()}</Link>
        <Link to={address("/office/post/book", { from: month, to: today })}>{m.post_month()}</Link>
        {page && (
          <p className="filters-count">{m.post_count({ n: sayNumber(page.count) + (page.countCapped ? "+" : "") })}</p>
        )}
      </Form>
      {page &&
        (page.lines.length === 0 ? (
          <EmptyState title={m.post_empty()}>
            <p>{m.post_empty_text()}</p>
          </EmptyState>
        ) : (
          <Lines lines={page.lines} names={names} />
        ))}
      {page && (
        <Pager
          previous={later ? address("/office/post/book", period) : undefined}
          next={page.next ? address("/office/post/book", period, page.next) : undefined}
        />
      )}
      {page && <Balance balance={page.balance} />}
    </div>
  );
}

function Lines({ lines, names }: { lines: readonly PostLine[]; names: PostNames }) {
  const source = (line: PostLine) => {
    const text = names.sources[line.source];
    return [text ? say(text) : "", line.forwarderName, line.letterNumber].filter(Boolean).join(", ");
  };
  return (
    <Table
      caption={m.post_book()}
      rows={lines}
      keyOf={(line) => line.entryId}
      columns={[
        {
          key: "no",
          name: m.post_c_no(),
          cell: (line) => <Link to={`/office/post/entries/${line.entryId}`}>{`${line.bookNo}/${line.bookYear}`}</Link>,
        },
        {
          key: "received",
          name: m.post_c_received(),
          cell: (line) => <time dateTime={line.receivedOn}>{typed(line.receivedOn)}</time>,
        },
        { key: "source", name: m.post_c_source(), cell: source },
        {
          key: "sender",
          name: m.post_c_sender(),
          cell: (line) => (line.pseudonym ? <em>{line.pseudonym}</em> : (line.sender ?? m.post_nobody_named())),
        },
        {
          key: "content",
          name: m.post_c_content(),
          cell: (line) => <span className="clamp">{line.content ?? m.post_content_gone()}</span>,
        },
        {
          key: "kind",
          name: m.post_c_kind(),
          cell: (line) =>
            line.kinds.length === 0 ? <Badge tone="amber">{kindsName([])}</Badge> : kindsName(line.kinds),
        },
        { key: "todo", name: m.post_c_state(), cell: todo },
        { key: "codes", name: m.post_c_codes(), cell: (line) => line.codes.join(", ") },
      ]}
    />
  );
}

function todo(line: PostLine): string {
  const kept = line.originalCount > 0 && !line.originalsReturnedOn;
  return [
    line.unmetCount > 0 ? m.post_unmet({ n: line.unmetCount }) : "",
    kept ? m.post_originals_kept({ n: line.originalCount }) : "",
  ]
    .filter(Boolean)
    .join("; ");
}

const doors = {
  register: m.post_door_register,
  post: m.post_door_post,
  portal: m.post_door_portal,
} as const;

function Balance({ balance }: { balance: readonly DoorBalance[] }) {
  const agree = balance.every((each) => each.withoutPetition === 0 && each.withoutEntry === 0);
  return (
    <section className="balance">
      <h2>{m.post_balance()}</h2>
      {agree ? (
        <p>{m.post_balance_agree()}</p>
      ) : (
        <Callout kind="danger">
          <p>{m.post_balance_differ()}</p>
        </Callout>
      )}
      <Table
        caption={m.post_balance()}
        rows={balance}
        keyOf={(each) => each.door}
        columns={[
          { key: "door", name: m.post_door(), cell: ({ door }) => doors[door]() },
          { key: "entries", name: m.post_b_entries(), cell: (each) => sayNumber(each.entries), number: true },
          { key: "petitions", name: m.post_b_petitions(), cell: (each) => sayNumber(each.petitions), number: true },
          {
            key: "without",
            name: m.post_b_without_petition(),
            cell: (each) => sayNumber(each.withoutPetition),
            number: true,
          },
          { key: "loose", name: m.post_b_without_entry(), cell: (each) => sayNumber(each.withoutEntry), number: true },
        ]}
      />
    </section>
  );
}
