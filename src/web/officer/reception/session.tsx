import { data, Link, redirect } from "react-router";
import type { SessionChangeShown, SessionSheet } from "../../../casework/reception/sessions/index.ts";
import { parseCivilDate } from "../../../time/civil-date.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { say, sayDate, sayWeekday } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Callout, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { DateInput } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { KeyValues, Timeline } from "../../ui/stepper.tsx";
import { errorOf, type Problem, problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/session.ts";
import { doSession, intentOf, typedSession } from "./session-actions.ts";
import { Bodies } from "./session-bodies.tsx";
import { Bookings } from "./session-bookings.tsx";
import { Expected } from "./session-cases.tsx";
import { CorrectSession } from "./session-correct.tsx";
import { Fold, type FormState, fieldOf, Outcomes } from "./session-outcomes.tsx";
import { Papers } from "./session-papers.tsx";
import { isSessionState, kindName, stateName } from "./session-words.ts";
import { Badges } from "./sessions-list.tsx";

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const sheet = await shown(app.headSessions.openSession(asker, { sessionId: params.sessionId }));
  const file = await shown(app.headSessions.sessionFile(asker, { sessionId: params.sessionId }));
  const papers = await shown(app.headSessions.sessionPapers(asker, { sessionId: params.sessionId }));
  const bookings = await shown(app.bookings.ofSession(asker, { sessionId: params.sessionId }));
  const saved = new URL(request.url).searchParams.has("saved");
  return { sheet, cases: file.cases, papers, bookings, today, saved, key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const form = await request.formData();
  const intent = intentOf(form);
  if (!intent) throw new Response(null, { status: 400 });
  const refuse = (problems: readonly Problem[], status: number) =>
    data(
      {
        intent,
        typed: typedSession(form),
        problems: problems.map((each) => (each.field ? { ...each, field: `${intent}-${each.field}` } : each)),
      },
      { status },
    );
  const work = doSession(app, asker, params.sessionId, intent, form);
  if ("problems" in work) return refuse(work.problems, 422);
  const answer = await orRefusal(work.started);
  if ("refusal" in answer) return refuse(problemsOf(answer.refusal), statusOf(answer.refusal));
  if (intent === "came" && form.has("toCounter"))
    return redirect(`/office/reception?${new URLSearchParams({ booking: formText(form, "bookingId") })}`, 303);
  return redirect(`/office/sessions/${params.sessionId}?saved=1`, 303);
}

export default function Session({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, cases, papers, bookings, today, saved, key } = loaderData;
  const problems = actionData?.problems ?? [];
  const state: FormState = {
    sheet,
    formKey: key,
    intent: actionData?.intent,
    typed: actionData?.typed ?? {},
    error: (field) => errorOf(problems, field),
  };
  const title = m.sessions_sheet({ date: sayDate(sheet.on) });
  const isOpen = sheet.state === "draft" || sheet.state === "announced";
  return (
    <>
      <title>{`${title} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to={`/office/sessions?${new URLSearchParams({ month: sheet.on.slice(0, 7), agency: sheet.agencyId })}`}>
          ← {m.sessions_back()}
        </Link>
      </p>
      <header className="page-head">
        <h1>{title}</h1>
        <Badges session={sheet} today={today} />
      </header>
      {saved && problems.length === 0 && <Flash>{m.sessions_saved()}</Flash>}
      <ErrorSummary problems={problems} />
      <NoticeSaid sheet={sheet} />
      <KeyValues pairs={factsOf(sheet)} />
      <Bodies sheet={sheet} />
      <Bookings state={state} given={bookings} />
      <Expected key={cases.length} state={state} cases={cases} />
      {sheet.mayPlan && sheet.state === "draft" && (
        <div className="outcomes">
          <Fold state={state} intent="announce" name={m.sessions_announce_one()} submit={m.sessions_announce_one()}>
            <DateInput
              {...fieldOf(state, "announce", "announcedOn")}
              label={m.sessions_announced_on()}
              hint={m.sessions_announced_on_today()}
            />
          </Fold>
        </div>
      )}
      {sheet.mayRecord && isOpen && (
        <section>
          <h2>{m.sessions_outcome()}</h2>
          <Outcomes state={state} today={today} />
        </section>
      )}
      {sheet.mayRecord && (
        <div className="outcomes">
          <CorrectSession state={state} />
        </div>
      )}
      <Papers papers={papers} formKey={key} />
      <History history={sheet.history} />
    </>
  );
}

function NoticeSaid({ sheet }: { sheet: SessionSheet }) {
  const { notice, announcedOn, insteadOf, state } = sheet;
  if (state === "cancelled") return null;
  if (insteadOf) return <p className="quiet">{m.sessions_notice_new_date()}</p>;
  if (!notice) return null;
  const last = sayDate(notice.lastOn);
  const law = ` (${notice.article})`;
  if (!notice.late)
    return (
      <p className="quiet">
        {announcedOn ? m.sessions_notice_in_time({ last }) : m.sessions_notice_by({ date: last })}
        {law}
      </p>
    );
  return (
    <Callout kind="warn">
      <p>
        {announcedOn
          ? m.sessions_notice_late({ announced: sayDate(announcedOn), last })
          : m.sessions_notice_late_draft({ last })}
        {law}
      </p>
    </Callout>
  );
}

function factsOf(sheet: SessionSheet): readonly (readonly [string, React.ReactNode])[] {
  const hours = m.sessions_hours({ from: sheet.startsAt, to: sheet.endsAt });
  const { postponedFrom, postponedTo } = sheet;
  const pairs: readonly (readonly [string, React.ReactNode])[] = [
    [m.sessions_agency(), sheet.agencyName],
    [m.sessions_position(), sheet.hostName ? `${say(sheet.positionName)}: ${sheet.hostName}` : say(sheet.positionName)],
    [m.sessions_when(), `${sayWeekday(sheet.on)}, ${hours}`],
    [m.sessions_place(), sheet.place],
    [m.sessions_kind(), kindName(sheet.kind)],
    [m.sessions_ground(), sheet.ground && (sheet.ground === "a" ? m.sessions_ground_a() : m.sessions_ground_b())],
    [m.sessions_attending(), sheet.attending],
    [m.sessions_topics(), sheet.topics],
    [m.sessions_announced_on(), sheet.announcedOn && sayDate(sheet.announcedOn)],
    [m.sessions_received_by(), sheet.receivedBy],
    [m.sessions_delegate(), sheet.state === "delegated" ? sheet.delegatedTo : null],
    [
      m.sessions_state_postponed(),
      postponedTo && (
        <Link to={`/office/sessions/${postponedTo.id}`}>
          {m.sessions_moved_to({ date: sayDate(postponedTo.on), time: postponedTo.startsAt })}
        </Link>
      ),
    ],
    [
      m.sessions_state_postponed(),
      postponedFrom && (
        <Link to={`/office/sessions/${sheet.insteadOf}`}>
          {m.sessions_moved_from({ date: sayDate(postponedFrom) })}
        </Link>
      ),
    ],
    [m.sessions_public_reason(), sheet.publicReason],
    [m.sessions_visits_name(), sheet.visitsThatDay === null ? null : m.sessions_visits({ n: sheet.visitsThatDay })],
  ];
  return pairs.filter(([, value]) => value !== null && value !== "");
}

const eventNames: Readonly<Record<string, () => string>> = {
  planned: m.sessions_event_planned,
  announced: m.sessions_event_announced,
  corrected: m.sessions_event_corrected,
  places: m.booking_event_places,
};

const fieldNames: Readonly<Record<string, () => string>> = {
  on: m.sessions_when,
  startsAt: m.sessions_starts,
  endsAt: m.sessions_ends,
  state: m.sessions_state,
  kind: m.sessions_kind,
  ground: m.sessions_ground,
  announcedOn: m.sessions_announced_on,
  places: m.booking_places,
  place: m.sessions_place,
  hostName: m.sessions_host,
  attending: m.sessions_attending,
  topics: m.sessions_topics,
  receivedBy: m.sessions_received_by,
  delegatedTo: m.sessions_delegate,
  publicReason: m.sessions_public_reason,
};

function History({ history }: { history: readonly SessionChangeShown[] }) {
  return (
    <section>
      <h2>{m.sessions_history()}</h2>
      <Timeline
        entries={history.map((entry) => ({
          id: `${entry.seq}`,
          on: entry.on,
          what: (
            <>
              <strong>
                {isSessionState(entry.what) && !eventNames[entry.what]
                  ? stateName(entry.what)
                  : eventNames[entry.what]?.()}
              </strong>{" "}
              {entry.officer && <span className="quiet">{m.sessions_event_by({ name: entry.officer })}</span>}
              {entry.changes.length > 0 && (
                <dl className="answers">
                  {entry.changes.map((change) => (
                    <div key={change.field}>
                      <dt>{fieldNames[change.field]?.() ?? change.field}</dt>
                      <dd className="long">
                        {shownValue(change.old)} → {shownValue(change.new)}
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
              {entry.reason && (
                <p>
                  {m.sessions_reason()}: {entry.reason}
                </p>
              )}
            </>
          ),
        }))}
      />
    </section>
  );
}

/** A value of the trail as people read it. */
function shownValue(value: string | null): string {
  if (value === null) return "–";
  const date = parseCivilDate(value);
  if (date) return sayDate(date);
  if (isSessionState(value)) return stateName(value);
  return value === "scheduled" || value === "unscheduled" ? kindName(value) : value;
}
