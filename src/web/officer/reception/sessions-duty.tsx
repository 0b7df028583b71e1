import type { DutyPart, HeadDuty } from "../../../casework/reception/sessions/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Badge } from "../../ui/deadline-chip.tsx";

/** "Tháng 11/2026: 2 ngày theo luật, 1 đã tiếp, 1 còn thiếu" */
export function sayDuty(duty: Pick<HeadDuty, "required" | "counted" | "missing">, period: string): string {
  const { required, counted, missing } = duty;
  if (required === 0) return m.sessions_duty_none({ period });
  return missing > 0
    ? m.sessions_duty_line({ period, required, counted, missing })
    : m.sessions_duty_done({ period, required, counted });
}

/** What the law asked of each head in the month, what counts, and why. Red only when the time is over. */
export function Duties({
  duties,
  month,
  today,
}: {
  duties: readonly HeadDuty[];
  month: { readonly name: string; readonly from: CivilDate; readonly to: CivilDate };
  today: CivilDate;
}) {
  if (duties.length === 0) return <p className="quiet">{m.sessions_duty_nobody()}</p>;
  return (
    <div className="duties">
      {duties.map((duty) => (
        <section key={duty.position} className="panel">
          <h3>
            {say(duty.positionName)} {duty.host === "party" && <Badge>{m.sessions_party()}</Badge>}
          </h3>
          <p className={duty.missing > 0 && duty.to < today && !isBlank(duty) ? "duty-line late" : "duty-line"}>
            {sayDuty(duty, month.name)}
          </p>
          <ul className="duty-notes">
            {notesOf(duty).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          <details className="duty-why">
            <summary>{m.sessions_duty_why()}</summary>
            {(duty.from < month.from || duty.to > month.to) && (
              <p className="quiet">{m.sessions_duty_span({ from: sayDate(duty.from), to: sayDate(duty.to) })}</p>
            )}
            {duty.parts.map((part) => (
              <Part key={part.from} part={part} />
            ))}
          </details>
        </section>
      ))}
    </div>
  );
}

const days = (dates: readonly CivilDate[]): string => dates.map(sayDate).join(", ");

/** Nothing entered at all: perhaps nobody kept the calendar here yet. */
function isBlank({ counted, delegated, postponed, unscheduled, ahead, unrecorded }: HeadDuty): boolean {
  return counted + delegated + postponed + unscheduled + ahead.length + unrecorded.length === 0;
}

function notesOf(duty: HeadDuty): readonly string[] {
  return [
    isBlank(duty) && duty.required > 0 && m.sessions_duty_unknown(),
    duty.ahead.length > 0 && m.sessions_duty_ahead({ dates: days(duty.ahead) }),
    duty.unrecorded.length > 0 && m.sessions_duty_unrecorded({ dates: days(duty.unrecorded) }),
    duty.withoutVisitor > 0 && m.sessions_duty_no_visitor({ n: duty.withoutVisitor }),
    duty.delegated > 0 && m.sessions_duty_delegated({ n: duty.delegated }),
    duty.postponed > 0 && m.sessions_duty_postponed({ n: duty.postponed }),
    duty.unscheduled > 0 && m.sessions_duty_unscheduled({ n: duty.unscheduled }),
  ].filter((note) => note !== false);
}

function Part({ part }: { part: DutyPart }) {
  const { required, counted, missing } = part;
  return (
    <div className="duty-part">
      <p>
        <strong>
          {m.sessions_duty_part({ from: sayDate(part.from), to: sayDate(part.to), required, counted, missing })}
        </strong>
      </p>
      <ul className="duty-reasons">
        {part.reasons.map((reason) => (
          <li key={reason.vi}>{say(reason)}</li>
        ))}
      </ul>
      <p className="quiet">
        {m.sessions_duty_version({ rule: part.rule, date: sayDate(part.version) })}.{" "}
        {part.source && m.sessions_duty_secondary({ source: part.source })}
      </p>
      {part.openQuestion && (
        <p className="quiet">
          {m.sessions_duty_question()}: {say(part.openQuestion.question)} {say(part.openQuestion.default)}
        </p>
      )}
    </div>
  );
}
