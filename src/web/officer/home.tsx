import { Link, redirect } from "react-router";
import type { WaitingPaper } from "../../casework/papers/index.ts";
import type { AlarmLine, DueLine } from "../../casework/petitions/index.ts";
import type { Text } from "../../rules/pack.ts";
import { addDays, type CivilDate } from "../../time/civil-date.ts";
import { appContext, requestContext, sessionContext } from "../context.ts";
import { say, sayDate, sayNumber, sayWeekday } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { DeadlineChip } from "../ui/deadline-chip.tsx";
import { monthOf, sayMonth } from "../ui/month.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/home.ts";
import { ActingNow } from "./delegation.tsx";
import { shown } from "./matters/shown.ts";
import { navigationFor } from "./navigation.ts";
import { sayTodo } from "./petitions/words.ts";
import { sayDuty } from "./reception/sessions-duty.tsx";

/** How many lines of each kind the morning page shows; the list has the rest. */
const most = 8;

export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const first = navigationFor(
    who.grants.map((grant) => grant.role),
    who.hasSubordinates,
  )[0];
  if (first?.to !== "/office") throw redirect(first?.to ?? "/password", 303);
  const week = addDays(today, 7);
  const month = monthOf(null, today);
  const headOf = who.grants.find(({ role }) => role === "head")?.agencyId;
  const [counts, alarms, overdue, soon, papers, duties, delegations] = await Promise.all([
    shown(app.petitions.countPetitions(asker, {})),
    shown(app.petitions.alarmsUntil(asker, { until: week, limit: most })),
    shown(app.petitions.dueUntil(asker, { until: addDays(today, -1), limit: most })),
    shown(app.petitions.dueUntil(asker, { from: today, until: week, limit: most })),
    shown(app.papers.papersWaiting(asker)),
    headOf ? orRefusal(app.headSessions.headDuties(asker, { agencyId: headOf, from: month.from, to: month.to })) : null,
    headOf ? shown(app.access.listDelegations(asker, {})) : [],
  ]);
  // The head of the agency sees the authority's duty; the Party committee's stands on the calendar.
  const duty = duties && "value" in duties ? duties.value.duties.find(({ host }) => host === "authority") : undefined;
  const inWords = (line: DueLine) => ({ ...line, todo: app.matters.nextInWords(line).todo });
  return {
    counts,
    alarms,
    overdue: overdue.map(inWords),
    soon: soon.map(inWords),
    papers,
    month,
    duty,
    headOf,
    delegations,
    today,
  };
}

const views = [
  ["mine", m.matters_view_mine],
  ["unit", m.matters_view_unit],
  ["overdue", m.matters_view_overdue],
  ["waiting", m.matters_view_waiting],
] as const;
const countCap = 10_000;

/** The oldest first; the rest follows when these are done. */
const papersShown = 10;

export default function Home({ loaderData }: Route.ComponentProps) {
  const { counts, alarms, overdue, soon, papers, month, duty, headOf, delegations, today } = loaderData;
  return (
    <div className="morning">
      <title>{`${m.matters_today()} · ${m.ui_product()}`}</title>
      <h1>{m.matters_today()}</h1>
      <p className="quiet">{m.matters_today_lead({ date: sayWeekday(today) })}</p>
      <ActingNow lines={delegations} />
      {duty && (
        <p className="duty-home">
          <Link to={`/office/sessions?month=${month.id}&agency=${headOf}`}>{sayDuty(duty, sayMonth(month))}</Link>{" "}
          <span className="quiet">
            {duty.unrecorded[0] && `${m.sessions_duty_unrecorded({ dates: sayDate(duty.unrecorded[0]) })}. `}
            {duty.ahead[0]
              ? m.sessions_home_next({ date: sayWeekday(duty.ahead[0]) })
              : duty.missing > 0 && m.sessions_home_none()}
          </span>
        </p>
      )}
      <nav className="desk-figures" aria-label={m.matters_desk_counts()}>
        {views.map(([view, name]) => (
          <Link
            key={view}
            to={`/office/list?view=${view}`}
            className={view === "overdue" && counts.overdue > 0 ? "late" : ""}
          >
            <strong>{counts[view] > countCap ? `${sayNumber(countCap)}+` : sayNumber(counts[view])}</strong>
            <span>{name()}</span>
          </Link>
        ))}
      </nav>
      {alarms.length > 0 && <Alarms lines={alarms} today={today} />}
      <section>
        <h2>{m.matters_desk_overdue()}</h2>
        <DueLines lines={overdue} today={today} none={m.matters_desk_none_overdue()} />
        {counts.overdue > most && (
          <p>
            <Link to="/office/list?view=overdue">{m.matters_desk_more()}</Link>
          </p>
        )}
      </section>
      <section>
        <h2>{m.matters_desk_week()}</h2>
        <DueLines lines={soon} today={today} none={m.matters_desk_none_week()} />
      </section>
      <section>
        <h2>{m.matters_desk_papers()}</h2>
        {papers.length === 0 && <p className="quiet">{m.matters_desk_none_papers()}</p>}
        <ul className="desk-lines">
          {papers.slice(0, papersShown).map((paper) => (
            <li key={paper.id}>
              <Link to={placeOf(paper)}>
                {say(paper.step)}: {say(paper.name)}
              </Link>
              <span className="quiet">{paper.code}</span>
              <span className="quiet">{m.matters_desk_since({ date: sayDate(paper.since as CivilDate) })}</span>
            </li>
          ))}
        </ul>
        {papers.length > papersShown && (
          <p className="quiet">{m.matters_desk_papers_more({ count: papers.length - papersShown })}</p>
        )}
      </section>
    </div>
  );
}

/** Only when one rings or is about to: what lies 45 days unprocessed costs the head the post. */
function Alarms({ lines, today }: { lines: readonly AlarmLine[]; today: CivilDate }) {
  return (
    <section>
      <h2>{m.processing_alarm()}</h2>
      <p className="quiet">
        {m.processing_alarm_why()} <cite>{lines[0]?.article}</cite>
      </p>
      <ul className="desk-lines">
        {lines.map((line) => (
          <li key={line.id}>
            <Link to={line.matterId ? `/office/matters/${line.matterId}` : `/office/petitions/${line.id}`}>
              {line.code}
            </Link>
            <span>{m.processing_alarm_received({ who: line.petitioner ?? "", date: sayDate(line.receivedOn) })}</span>
            <DeadlineChip dueOn={line.dueOn} today={today} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DueLines({
  lines,
  today,
  none,
}: {
  lines: readonly (DueLine & { readonly todo: Text | null })[];
  today: CivilDate;
  none: string;
}) {
  if (lines.length === 0) return <p className="quiet">{none}</p>;
  return (
    <ul className="desk-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <Link to={line.matterId ? `/office/matters/${line.matterId}` : `/office/petitions/${line.id}`}>
            {line.matterId && line.todo ? say(line.todo) : sayTodo(line.nextAct)}
          </Link>
          <span>
            {line.matterCode ?? line.code} · {line.petitioner}
          </span>
          <DeadlineChip dueOn={line.dueOn} today={today} provisional={line.provisional} />
        </li>
      ))}
    </ul>
  );
}

function placeOf({ matterId, transferId, sessionId, postEntryId }: WaitingPaper): string {
  if (matterId) return `/office/matters/${matterId}#papers`;
  if (postEntryId) return `/office/post/entries/${postEntryId}`;
  return transferId ? `/office/transfers/${transferId}` : `/office/sessions/${sessionId}#papers`;
}
