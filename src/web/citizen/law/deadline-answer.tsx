import type { DeadlineReport } from "../../../rules/deadline-report.ts";
import type { DeadlineStep } from "../../../rules/deadline-steps.ts";
import { type CivilDate, daysBetween, parseCivilDate } from "../../../time/civil-date.ts";
import { say, sayDate, sayWeekday } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Callout } from "../../ui/callout.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { KeyValues } from "../../ui/stepper.tsx";
import { leadIn, sayConfidence, sayVersion, sentence } from "./words.ts";

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

/** The day, its reasons and everything the reader must know before relying on it. */
export function DeadlineAnswer({
  answer,
  today,
  address,
}: {
  answer: DeadlineReport;
  today: CivilDate;
  address: string;
}) {
  const on = answer.effectiveOn ?? answer.dueOn;
  return (
    <section className="answer" aria-labelledby="answer-name">
      <h2 id="answer-name">{say(answer.name)}</h2>
      <p className="answer-lead">{leadIn(answer)}</p>
      <p className="answer-day">
        <time dateTime={on}>{sayWeekday(on)}</time>
      </p>
      <p className="answer-away">
        {away(on, today)} {answer.provisional && <Badge tone="amber">{m.ui_provisional()}</Badge>}
      </p>
      {answer.provisional && (
        <Callout kind="warn" title={m.law_provisional_title()}>
          <p>{m.law_provisional()}</p>
        </Callout>
      )}
      {answer.openQuestion && (
        <Callout kind="warn" title={m.law_question_title({ gap: answer.gap ?? "" })}>
          <p>{say(answer.openQuestion.question)}</p>
          <p>{m.law_question_default({ default: say(answer.openQuestion.default) })}</p>
        </Callout>
      )}
      {answer.confidence !== "text" && (
        <Callout kind="warn" title={m.law_uncertain_title()}>
          <p>{sayConfidence(answer)}</p>
        </Callout>
      )}
      <Basis answer={answer} />
      <h3>{m.law_how()}</h3>
      <Steps steps={answer.steps} />
      <p className="answer-small">{m.law_disclaimer()}</p>
      <p className="answer-small">
        {m.law_link()}: <a href={address}>{address}</a>
      </p>
    </section>
  );
}

function Basis({ answer }: { answer: DeadlineReport }) {
  const version = parseCivilDate(answer.version);
  const rows: (readonly [string, React.ReactNode])[] = [
    [say(answer.startEvent), sayWeekday(answer.start)],
    [m.law_length(), sentence(answer.limit)],
  ];
  if (answer.extensions > 0) rows.push([m.law_extensions(), m.law_extended_times({ count: answer.extensions })]);
  if (answer.rawOn !== answer.dueOn) rows.push([m.law_raw(), sayWeekday(answer.rawOn)]);
  rows.push([
    m.law_article(),
    <cite key="article" lang="vi">
      {answer.article}
    </cite>,
  ]);
  if (version) rows.push([m.law_version(), sayVersion(version, answer.versionTo)]);
  rows.push([m.law_confidence(), sayConfidence(answer)]);
  if (answer.consequence) rows.push([m.law_consequence(), say(answer.consequence)]);
  rows.push([m.law_rule_code(), answer.rule]);
  return <KeyValues pairs={rows} />;
}

function Steps({ steps }: { steps: readonly DeadlineStep[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={`${step.kind}${step.from}${step.to}`} className={step.kind}>
          <span className="step-kind">{stepNames[step.kind]()}</span>
          <span>
            <span className="step-days">
              {step.from === step.to ? sayWeekday(step.from) : `${sayDate(step.from)} – ${sayDate(step.to)}`}
            </span>
            <span className="step-text">{say(step.text)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function away(on: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, on);
  if (days === 0) return m.law_days_today();
  return days > 0 ? m.law_days_left({ days }) : m.law_days_past({ days: -days });
}
