import type { ExplainedClock } from "../../../casework/calendar/index.ts";
import type { DeadlineStep } from "../../../rules/deadline.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { say, sayDate, sayWeekday } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Badge, DeadlineChip } from "../../ui/deadline-chip.tsx";

const stepNames: Readonly<Record<DeadlineStep["kind"], () => string>> = {
  start: m.matters_step_start,
  count: m.matters_step_count,
  skip: m.matters_step_skip,
  pause: m.matters_step_pause,
  extension: m.matters_step_extension,
  "roll-over": m.matters_step_roll_over,
  effect: m.matters_step_effect,
  provisional: m.matters_step_provisional,
  due: m.matters_step_due,
};

const confidences: Readonly<Record<string, () => string>> = {
  text: m.matters_confidence_text,
  secondary: m.matters_confidence_secondary,
  inference: m.matters_confidence_inference,
};

/** Why a deadline is that day: every counted and skipped stretch, the rule and the version of the law. */
export function Explanation({ clock, open = false }: { clock: ExplainedClock; open?: boolean }) {
  return (
    <details className="explanation" open={open}>
      <summary>{m.matters_why()}</summary>
      <p>
        {m.matters_rule_law({ article: clock.article, version: sayDate(clock.lawPack.slice(-10) as CivilDate) })}{" "}
        {confidences[clock.confidence]?.()}
      </p>
      <ol className="steps">
        {clock.steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the reasons of one date never change their order
          <li key={i} className={step.kind}>
            <span className="step-kind">{stepNames[step.kind]()}</span>
            <span>
              <span className="step-days">
                {step.from === step.to ? sayDate(step.from) : `${sayDate(step.from)} – ${sayDate(step.to)}`}
                {step.counted > 0 && ` · ${m.matters_days_counted({ count: step.counted })}`}
              </span>
              <span className="step-text">{say(step.text)}</span>
            </span>
          </li>
        ))}
      </ol>
      {clock.provisional && <p>{m.ui_provisional_why()}</p>}
    </details>
  );
}

/** Clocks that run, each with its reasons; those that ended stay readable, with why. */
export function Clocks({ clocks, today }: { clocks: readonly ExplainedClock[]; today: CivilDate }) {
  const running = clocks.filter((clock) => clock.status === "running");
  const past = clocks.filter((clock) => clock.status !== "running");
  return (
    <>
      {clocks.length === 0 && <p className="quiet">{m.matters_no_clocks()}</p>}
      <ul className="clocks" hidden={running.length === 0}>
        {running.map((clock) => (
          <li key={clock.id}>
            <p className="clock-line">
              <strong>{say(clock.name)}</strong>{" "}
              <DeadlineChip dueOn={clock.dueOn} today={today} provisional={clock.provisional} />
            </p>
            <Explanation clock={clock} />
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <details className="past">
          <summary>{m.matters_past_clocks({ count: past.length })}</summary>
          <ul className="clocks">
            {past.map((clock) => (
              <li key={clock.id}>
                <p className="clock-line">
                  {say(clock.name)}: {sayWeekday(clock.dueOn)} <Badge>{endOf(clock)}</Badge>
                </p>
                <Explanation clock={clock} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const reasons: Readonly<Record<string, () => string>> = {
  corrected: m.matters_reason_corrected,
  calendar: m.matters_reason_calendar,
};

function endOf(clock: ExplainedClock): string {
  const status: string = clock.status;
  if (status === "met") return m.matters_clock_met({ date: clock.metOn ? sayDate(clock.metOn) : "" });
  if (status === "cancelled") return m.matters_clock_cancelled();
  if (clock.replacedReason === null) return m.matters_clock_replaced_plain();
  return m.matters_clock_replaced({
    reason: reasons[clock.replacedReason]?.() ?? clock.replacedReason,
  });
}
