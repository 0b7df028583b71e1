import type { BookableSession } from "../../../casework/reception/bookings/index.ts";
import { say, sayDate, sayWeekday } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { KeyValues } from "../../ui/stepper.tsx";

type Pair = readonly [string, React.ReactNode];

/** When and where, as whoever books needs it in the hand; `more` stands first. */
export function SessionFacts({ session, more = [] }: { session: BookableSession; more?: readonly Pair[] }) {
  const { on, startsAt, endsAt, movedFrom } = session;
  const when = `${sayWeekday(on)}, ${m.sessions_hours({ from: startsAt, to: endsAt })}`;
  return (
    <KeyValues
      pairs={[
        ...more,
        [
          m.sessions_when(),
          <>
            <time dateTime={on}>{when}</time>
            {movedFrom && <> · {m.sessions_moved_from({ date: sayDate(movedFrom) })}</>}
          </>,
        ],
        [m.sessions_pub_where(), session.place],
        [m.sessions_pub_who(), say(session.positionName)],
        [m.sessions_agency(), session.agencyName],
      ]}
    />
  );
}
