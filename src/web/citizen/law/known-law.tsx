import type { LawDesk } from "../../../server/law-desk.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { appContext, requestContext } from "../../context.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Badge } from "../../ui/deadline-chip.tsx";
import { KeyValues } from "../../ui/stepper.tsx";
import type { Route } from "./+types/known-law.ts";
import { sayConfidence, sayVersion, sentence } from "./words.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const { law } = context.get(appContext);
  const { today } = context.get(requestContext);
  const check = law.check();
  return {
    today,
    versions: law.versions(),
    counts: check.versions,
    faults: check.faults.length,
    subjects: law.subjects,
    gaps: law.gaps(),
    years: await law.calendarYears(),
  };
}

type Gaps = ReturnType<LawDesk["gaps"]>;
type Version = ReturnType<LawDesk["versions"]>[number];

export default function KnownLaw({ loaderData }: Route.ComponentProps) {
  const { today, versions, counts, faults, subjects, gaps, years } = loaderData;
  const isNow = ({ validFrom, validTo }: { validFrom: CivilDate; validTo?: CivilDate | null }) =>
    validFrom <= today && (!validTo || today <= validTo);
  const list = (verified: boolean) =>
    yearsInWords(years.filter((each) => each.verified === verified).map(({ year }) => year));
  return (
    <div className="law">
      <title>{`${m.law_known()} · ${m.ui_product()}`}</title>
      <h1>{m.law_known()}</h1>
      <p className="lead">{m.law_known_lead()}</p>
      <h2>{m.law_versions()}</h2>
      <Versions versions={versions} counts={counts} subjects={subjects} today={today} />
      <p>{faults === 0 ? m.law_check_ok() : m.law_check_faults({ count: faults })}</p>
      <h2>{m.law_calendars()}</h2>
      <p>{m.law_calendar_announced({ years: list(true) })}</p>
      {list(false) && <p>{m.law_calendar_provisional({ years: list(false) })}</p>}
      <h2>{m.law_questions()}</h2>
      <p>{m.law_questions_lead()}</p>
      <Questions questions={gaps.questions.filter(isNow)} subjects={subjects} />
      <h2>{m.law_unverified()}</h2>
      <Unverified values={gaps.unverified.filter(isNow)} />
      <h2>{m.law_not_encoded()}</h2>
      <NotEncoded entries={gaps.notEncoded.filter(isNow)} subjects={subjects} />
      <details className="catalog">
        <summary>{m.law_earlier()}</summary>
        <h3>{m.law_unverified()}</h3>
        <Unverified values={gaps.unverified.filter((each) => !isNow(each))} />
        <h3>{m.law_not_encoded()}</h3>
        <NotEncoded entries={gaps.notEncoded.filter((each) => !isNow(each))} subjects={subjects} />
      </details>
    </div>
  );
}

/** "2012–2023, 2027": neighbouring years joined. */
function yearsInWords(years: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const year of years) {
    const before = runs.at(-1);
    if (before && before.to + 1 === year) before.to = year;
    else runs.push({ from: year, to: year });
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

function Versions({
  versions,
  counts,
  subjects,
  today,
}: {
  versions: readonly Version[];
  counts: ReturnType<LawDesk["check"]>["versions"];
  subjects: LawDesk["subjects"];
  today: CivilDate;
}) {
  return (
    <>
      {[...Map.groupBy(versions, (each) => each.subject)].map(([subject, members]) => (
        <section key={subject}>
          <h3>{sentence(subjects[subject])}</h3>
          <ul className="law-links">
            {members.map((version) => {
              const count = counts.find((each) => each.id === version.id);
              return (
                <li key={version.id}>
                  <strong>
                    {sayVersion(version.validFrom, version.validTo)} <Standing version={version} today={today} />
                  </strong>
                  <span lang="vi">{version.basis.join("; ")}</span>
                  {count && count.rules > 0 && (
                    <span>{m.law_values_count({ rules: count.rules, ...count.byConfidence })}</span>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}

function Standing({ version, today }: { version: Version; today: CivilDate }) {
  if (today < version.validFrom) return <Badge tone="amber">{m.law_period_later()}</Badge>;
  if (version.validTo && version.validTo < today) return <Badge>{m.law_period_ended()}</Badge>;
  return <Badge tone="green">{m.law_period_now()}</Badge>;
}

function Questions({ questions, subjects }: { questions: Gaps["questions"]; subjects: LawDesk["subjects"] }) {
  if (questions.length === 0) return <p>{m.law_questions_none()}</p>;
  return (
    <ul className="law-links">
      {questions.map((each) => (
        <li key={each.pack + each.gap} id={`${each.subject}-${each.gap}`}>
          <strong>{say(each.question)}</strong>
          <span>{m.law_question_default({ default: say(each.default) })}</span>
          <small>
            {each.gap}, {say(subjects[each.subject])}
          </small>
        </li>
      ))}
    </ul>
  );
}

const kindNames: Readonly<Record<Gaps["unverified"][number]["kind"], () => string>> = {
  rule: m.law_kind_rule,
  opening: m.law_kind_opening,
  act: m.law_kind_act,
  guard: m.law_kind_guard,
  option: m.law_kind_option,
  document: m.law_kind_document,
  competence: m.law_kind_competence,
  transition: m.law_kind_transition,
  duty: m.law_kind_duty,
  allowance: m.law_kind_allowance,
  "report-window": m.law_kind_report_window,
};

function Unverified({ values }: { values: Gaps["unverified"] }) {
  if (values.length === 0) return <p>{m.law_unverified_none()}</p>;
  return (
    <KeyValues
      pairs={values.map((each) => [
        `${kindNames[each.kind]()}: ${say(each.name)}`,
        <span key={each.pack + each.kind + each.id}>
          <cite lang="vi">{each.article}</cite>. {sayConfidence(each)} ({sayDate(each.validFrom)})
        </span>,
      ])}
    />
  );
}

function NotEncoded({ entries, subjects }: { entries: Gaps["notEncoded"]; subjects: LawDesk["subjects"] }) {
  return (
    <>
      {entries.map((each) => (
        <section key={each.pack}>
          <h4>
            {sentence(subjects[each.subject])} ({sayVersion(each.validFrom, each.validTo)})
          </h4>
          {each.notEncoded.length === 0 ? (
            <p>{m.law_not_encoded_none()}</p>
          ) : (
            <ul lang="vi">
              {each.notEncoded.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}
