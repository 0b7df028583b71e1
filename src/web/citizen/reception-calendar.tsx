import { data } from "react-router";
import type { PublishedSession } from "../../casework/reception/sessions/index.ts";
import { addDays, type CivilDate } from "../../time/civil-date.ts";
import { appContext, requestContext } from "../context.ts";
import { say, sayDate, sayWeekday } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/callout.tsx";
import { Badge, type Tone } from "../ui/deadline-chip.tsx";
import { Select } from "../ui/field.tsx";
import { type Month, monthAfter, monthBefore, monthOf, sayMonth } from "../ui/month.ts";
import { KeyValues } from "../ui/stepper.tsx";
import type { Route } from "./+types/reception-calendar.ts";
import { bookedPath, bookPath } from "./booking/paths.ts";
import { calendarPath, lawPath } from "./law/words.ts";

const daysAhead = 62;

/** Nothing personal stands in the address: an office and a month. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { today } = context.get(requestContext);
  const params = new URL(request.url).searchParams;
  const wanted = params.get("agency")?.trim().slice(0, 20) ?? "";
  const month = monthOf(params.get("month"), today);
  const tree = await app.agencies.agencyTree("nobody", { asOf: today });
  const agencies = tree.filter((each) => each.kind !== "reception-board").map(({ code, name }) => ({ code, name }));
  const agency = agencies.find((each) => each.code === wanted);
  const sessions = agency
    ? await app.headSessions.publishedCalendar({ agency: agency.code, from: month.from, to: month.to })
    : await app.headSessions.nextSessions({ from: today, to: addDays(today, daysAhead) });
  const unknown = wanted !== "" && !agency;
  return data({ agencies, agency, month, unknown, today, sessions }, { status: unknown ? 404 : 200 });
}

export default function ReceptionCalendar({ loaderData }: Route.ComponentProps) {
  const { agencies, agency, month, unknown, today, sessions } = loaderData;
  return (
    <div className="calendar">
      <title>{`${agency ? `${agency.name} · ` : ""}${m.sessions_pub_title()} · ${m.ui_product()}`}</title>
      <h1>{m.sessions_pub_title()}</h1>
      <p className="lead">{m.sessions_pub_lead()}</p>
      {unknown && <p className="error">{m.sessions_pub_unknown()}</p>}
      <form method="get" action={calendarPath} className="calendar-form screen-only">
        <Select
          name="agency"
          label={m.sessions_pub_choose()}
          defaultValue={agency?.code ?? ""}
          options={[
            { value: "", label: m.sessions_pub_choose_all() },
            ...agencies.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          required
        />
        <Button type="submit">{m.sessions_show()}</Button>
      </form>
      {agency ? (
        <>
          <h2>{agency.name}</h2>
          <Months month={month} agency={agency.code} />
        </>
      ) : (
        <h2>{m.sessions_pub_next()}</h2>
      )}
      {sessions.length === 0 ? (
        <EmptyState title={m.sessions_pub_none()}>
          <p>{m.sessions_pub_none_text()}</p>
        </EmptyState>
      ) : (
        <ul className="calendar-list">
          {sessions.map((session) => (
            <Session key={session.id} session={session} today={today} named={!agency} />
          ))}
        </ul>
      )}
      <p>
        <a href={bookedPath}>{m.booking_look()}</a>
      </p>
      <p>
        {m.sessions_pub_law()} <a href={lawPath}>{m.sessions_pub_law_link()}</a>
      </p>
    </div>
  );
}

function Months({ month, agency }: { month: Month; agency: string }) {
  const to = (other: Month) => `${calendarPath}?${new URLSearchParams({ agency, month: other.id })}`;
  return (
    <nav className="months" aria-label={m.sessions_months()}>
      <a href={to(monthBefore(month))}>← {sayMonth(monthBefore(month))}</a>
      <strong aria-current="date">{sayMonth(month)}</strong>
      <a href={to(monthAfter(month))}>{sayMonth(monthAfter(month))} →</a>
    </nav>
  );
}

function Session({ session, today, named }: { session: PublishedSession; today: CivilDate; named: boolean }) {
  const { on, startsAt, endsAt, movedTo, movedToAt, movedFrom, movedBecause, delegatedTo, late } = session;
  const [name, tone] = stateOf(session, today);
  const who = session.hostName ? `${say(session.positionName)}: ${session.hostName}` : say(session.positionName);
  const pairs: readonly (readonly [string, string | null])[] = [
    [m.sessions_pub_who(), who],
    [m.sessions_pub_where(), session.place],
    [m.sessions_pub_attending(), session.attending],
    [m.sessions_pub_topics(), session.topics],
    [m.sessions_pub_announced(), sayDate(session.announcedOn)],
  ];
  return (
    <li>
      <h3>
        <time dateTime={on}>{sayWeekday(on)}</time>, {m.sessions_hours({ from: startsAt, to: endsAt })}
      </h3>
      {named && (
        <p>
          <a href={`${calendarPath}?${new URLSearchParams({ agency: session.agency, month: on.slice(0, 7) })}`}>
            {session.agencyName}
          </a>
        </p>
      )}
      <p>
        <Badge tone={tone}>{name}</Badge>{" "}
        {session.kind === "unscheduled" && <Badge>{m.sessions_kind_unscheduled()}</Badge>}
      </p>
      {movedTo && movedToAt && (
        <p className="calendar-moved">{m.sessions_moved_to({ date: sayWeekday(movedTo), time: movedToAt })}</p>
      )}
      {movedBecause && <p>{m.sessions_pub_because({ reason: movedBecause })}</p>}
      {movedFrom && <p>{m.sessions_moved_from({ date: sayDate(movedFrom) })}</p>}
      {late && (
        <p>
          <Badge tone="amber">{m.sessions_pub_late({ days: late.days })}</Badge>{" "}
          {m.sessions_pub_late_law({ last: sayDate(late.lastOn), article: late.article })}
        </p>
      )}
      {delegatedTo && <p className="calendar-moved">{m.sessions_delegated_to({ name: delegatedTo })}</p>}
      <KeyValues pairs={pairs.filter(([, value]) => value)} />
      <Places of={session} />
    </li>
  );
}

/** The way to a place, where places can be booked. */
function Places({ of: { id, placesFree } }: { of: PublishedSession }) {
  if (placesFree === null) return null;
  if (placesFree === 0) return <p>{m.booking_full_short()}</p>;
  return (
    <p className="booking-way screen-only">
      <a href={bookPath(id)} className="button secondary">
        {m.booking_title()}
      </a>
      {m.booking_free({ n: placesFree })}
    </p>
  );
}

function stateOf({ state, on }: PublishedSession, today: CivilDate): readonly [string, Tone] {
  switch (state) {
    case "held":
      return [m.sessions_state_held(), "green"];
    case "held-without-visitors":
      return [m.sessions_state_held_without_visitors(), "green"];
    case "delegated":
      return [m.sessions_pub_state_delegated(), "amber"];
    case "postponed":
      return [m.sessions_pub_state_postponed(), "amber"];
    case "cancelled":
      return [m.sessions_pub_state_cancelled(), "neutral"];
    default:
      return on < today ? [m.sessions_pub_state_past(), "neutral"] : [m.sessions_pub_state_announced(), "blue"];
  }
}
