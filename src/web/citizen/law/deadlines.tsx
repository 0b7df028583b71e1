import { data } from "react-router";
import type { LawDesk } from "../../../server/law-desk.ts";
import { formatCivilDate } from "../../../time/civil-date.ts";
import { appContext, requestContext } from "../../context.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { DateInput, Field, Select } from "../../ui/field.tsx";
import { typedDate } from "../../ui/typed-date.ts";
import type { Route } from "./+types/deadlines.ts";
import { DeadlineAnswer } from "./deadline-answer.tsx";
import { byActor, deadlinePath, sentence } from "./words.ts";

interface Problem {
  readonly field: string;
  readonly message: string;
}

type ListedRule = ReturnType<LawDesk["everyRule"]>[number];

/** Every question has its own address: nothing in it is personal. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { law, config } = context.get(appContext);
  const { today } = context.get(requestContext);
  const asked = new URL(request.url).searchParams;
  const typed = {
    rule: asked.get("rule")?.trim().slice(0, 60) ?? "",
    start: asked.get("start")?.trim().slice(0, 40),
    extended: asked.get("extended")?.trim().slice(0, 10) || "0",
  };
  const rules = law.everyRule();
  const page = { rules, subjects: law.subjects, typed, today };
  const problems = problemsOf(typed);
  const start = typedDate(typed.start ?? "");
  if (problems.length > 0) return data({ ...page, problems, answer: null, address: "" }, { status: 422 });
  if (!start) return data({ ...page, problems, answer: null, address: "" });

  const extensions = Number(typed.extended);
  const found = await law.askDeadline({ rule: typed.rule, start, extensions });
  if ("problem" in found) {
    const { field, message } = found.problem;
    return data({ ...page, problems: [{ field, message: say(message) }], answer: null, address: "" }, { status: 422 });
  }
  const query = new URLSearchParams({
    rule: typed.rule,
    start,
    ...(extensions > 0 ? { extended: `${extensions}` } : {}),
  });
  const address = `${config.publicUrl}${deadlinePath}?${query}`;
  return data({ ...page, problems, answer: found.answer, address });
}

/** What is wrong with a question that was sent; a page opened with only the event chosen asks for the day first. */
function problemsOf({
  rule,
  start,
  extended,
}: {
  rule: string;
  start: string | undefined;
  extended: string;
}): readonly Problem[] {
  const problems: Problem[] = [];
  if (start === undefined) return problems;
  if (!rule) problems.push({ field: "rule", message: m.law_event_missing() });
  if (start === "") problems.push({ field: "start", message: m.law_start_missing() });
  else if (!typedDate(start)) problems.push({ field: "start", message: m.law_start_wrong({ text: start }) });
  if (!/^\d{1,2}$/.test(extended)) problems.push({ field: "extended", message: m.law_extended_wrong() });
  return problems;
}

export default function Deadlines({ loaderData }: Route.ComponentProps) {
  const { rules, subjects, typed, problems, today, answer, address } = loaderData;
  return (
    <div className="law">
      <title>{`${answer ? `${say(answer.name)} · ` : ""}${m.law_deadlines()} · ${m.ui_product()}`}</title>
      <h1>{m.law_deadlines()}</h1>
      {!answer && <p className="lead">{m.law_deadlines_lead()}</p>}
      <ErrorSummary problems={problems} />
      {answer && <DeadlineAnswer answer={answer} today={today} address={address} />}
      {answer && <h2 className="screen-only">{m.law_again()}</h2>}
      <Question rules={rules} subjects={subjects} typed={typed} problems={problems} />
      {rules.length === 0 && <EmptyState title={m.law_nothing()} />}
      {!answer && !typed.rule && <Catalog rules={rules} subjects={subjects} />}
    </div>
  );
}

interface Listing {
  readonly rules: readonly ListedRule[];
  readonly subjects: LawDesk["subjects"];
}

function Question({
  rules,
  subjects,
  typed,
  problems,
}: Listing & {
  typed: { rule: string; start?: string | undefined; extended: string };
  problems: readonly Problem[];
}) {
  const error = (field: string) => problems.find((each) => each.field === field)?.message;
  const chosen = rules.find((each) => each.rule === typed.rule);
  const most = chosen?.extensionsMax ?? 0;
  const day = typedDate(typed.start ?? "");
  return (
    <form method="get" action={deadlinePath} className="form screen-only">
      <Field name="rule" label={m.law_event()} hint={m.law_event_hint()} error={error("rule")} required>
        {(given) => (
          <select {...given} name="rule" defaultValue={chosen ? typed.rule : ""} required>
            <option value="">{m.law_event_choose()}</option>
            {groups({ rules, subjects }).map((group) => (
              <optgroup key={group.subject} label={group.name}>
                {group.rules.map((each) => (
                  <option key={each.rule} value={each.rule}>
                    {nameOf(each)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <DateInput
        name="start"
        label={chosen ? say(chosen.startEvent) : m.law_start()}
        hint={chosen ? undefined : m.law_start_hint()}
        error={error("start")}
        defaultValue={day ? formatCivilDate(day, "vi") : typed.start}
        required
      />
      {most > 0 && (
        <Select
          name="extended"
          label={m.law_extended()}
          error={error("extended")}
          defaultValue={typed.extended}
          options={Array.from({ length: most + 1 }, (_, n) => ({
            value: `${n}`,
            label: n === 0 ? m.law_extended_none() : m.law_extended_times({ count: n }),
          }))}
          required
        />
      )}
      {most === 0 && error("extended") && (
        <p className="error" id="extended">
          {error("extended")}
        </p>
      )}
      <Button kind="primary" type="submit">
        {m.law_compute()}
      </Button>
    </form>
  );
}

/** Everything by subject: whose step it is, how long it may take, from which day it is counted. */
function Catalog({ rules, subjects }: Listing) {
  return (
    <>
      <h2>{m.law_catalog()}</h2>
      {groups({ rules, subjects }).map((group) => (
        <details key={group.subject} className="catalog">
          <summary>
            {group.name} <span className="optional">({m.law_catalog_count({ count: group.rules.length })})</span>
          </summary>
          {byActor(group.rules).map((part) => (
            <section key={part.name}>
              <h3>{part.name}</h3>
              <ul>
                {part.rules.map((each) => (
                  <li key={each.rule}>
                    <a href={`${deadlinePath}?${new URLSearchParams({ rule: each.rule })}`}>{nameOf(each)}</a>
                    <span>
                      {sentence(each.limit)}. {m.law_catalog_from({ event: say(each.startEvent) })}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </details>
      ))}
    </>
  );
}

function groups({ rules, subjects }: Listing) {
  const found = Map.groupBy(rules, (rule) => rule.subject);
  return [...found].map(([subject, members]) => ({ subject, name: sentence(subjects[subject]), rules: members }));
}

const nameOf = (rule: ListedRule): string =>
  rule.validTo ? `${say(rule.name)} (${m.law_until({ date: sayDate(rule.validTo) })})` : say(rule.name);
