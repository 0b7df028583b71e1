import { Form, Link } from "react-router";
import type { HeadSession } from "../../../casework/reception/sessions/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { say, sayDate, sayWeekday } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { DateInput } from "../../ui/field.tsx";
import { kindName, stateName, stateTone } from "./session-words.ts";

export function SessionList({ sessions, today }: { sessions: readonly HeadSession[]; today: CivilDate }) {
  return (
    <ul className="session-list">
      {sessions.map((session) => (
        <Line key={session.id} session={session} today={today} />
      ))}
    </ul>
  );
}

/** Drafts, each with a box: one press announces what is ticked. */
export function Drafts({
  drafts,
  today,
  formKey,
  error,
}: {
  drafts: readonly HeadSession[];
  today: CivilDate;
  formKey: string;
  error: (field: string) => string | undefined;
}) {
  return (
    <Form method="post" className="drafts">
      <input type="hidden" name="key" value={formKey} />
      <ul className="session-list" id="sessionIds">
        {drafts.map((session) => (
          <Line key={session.id} session={session} today={today} choose />
        ))}
      </ul>
      <div className="form">
        <DateInput
          name="draftsAnnouncedOn"
          label={m.sessions_announced_on()}
          hint={m.sessions_announced_on_today()}
          error={error("draftsAnnouncedOn")}
        />
        <Button kind="primary" type="submit" name="intent" value="announce">
          {m.sessions_announce()}
        </Button>
      </div>
    </Form>
  );
}

function Line({ session, today, choose = false }: { session: HeadSession; today: CivilDate; choose?: boolean }) {
  const day = (
    <time dateTime={session.on}>
      <Link to={`/office/sessions/${session.id}`}>{sayWeekday(session.on)}</Link>
    </time>
  );
  return (
    <li>
      <div className="session-when">
        {choose ? (
          <span className="choice">
            <input
              type="checkbox"
              name="sessionIds"
              value={session.id}
              defaultChecked
              aria-label={sayWeekday(session.on)}
            />
            {day}
          </span>
        ) : (
          day
        )}
        <span>{m.sessions_hours({ from: session.startsAt, to: session.endsAt })}</span>
      </div>
      <div className="session-what">
        <span>
          {say(session.positionName)}
          {session.hostName && `: ${session.hostName}`}
        </span>
        <span className="quiet">{session.place}</span>
        {notesOf(session).map((note) => (
          <span key={note} className="quiet">
            {note}
          </span>
        ))}
      </div>
      <Badges session={session} today={today} />
    </li>
  );
}

export function Badges({ session, today }: { session: HeadSession; today: CivilDate }) {
  const { state, notice, kind, on } = session;
  const late = notice?.late === true && state !== "cancelled";
  return (
    <div className="session-state">
      {kind === "unscheduled" && <Badge>{kindName(kind)}</Badge>}
      {late && (
        <Badge tone="red">
          {session.announcedOn
            ? m.sessions_late({ days: notice.lateDays })
            : m.sessions_late_draft({ days: notice.lateDays })}
        </Badge>
      )}
      {state === "draft" && notice && !notice.late && (
        <Badge tone="amber">{m.sessions_notice_by({ date: sayDate(notice.lastOn) })}</Badge>
      )}
      {state === "announced" && on < today && <Badge tone="red">{m.sessions_unrecorded()}</Badge>}
      <Badge tone={stateTone(state)}>{stateName(state)}</Badge>
    </div>
  );
}

function notesOf(session: HeadSession): readonly string[] {
  const { postponedFrom, postponedTo, state, delegatedTo, visitsThatDay } = session;
  return [
    postponedFrom && m.sessions_moved_from({ date: sayDate(postponedFrom) }),
    postponedTo && m.sessions_moved_to({ date: sayDate(postponedTo.on), time: postponedTo.startsAt }),
    state === "delegated" && delegatedTo && m.sessions_delegated_to({ name: delegatedTo }),
    visitsThatDay !== null && visitsThatDay > 0 && m.sessions_visits({ n: visitsThatDay }),
  ].filter((note) => typeof note === "string");
}
