import { data, Form, Link, redirect } from "react-router";
import type { SessionPaperLine, SessionTemplate } from "../../../casework/reception/sessions/index.ts";
import { parseCivilDate } from "../../../time/civil-date.ts";
import { appContext, sessionContext } from "../../context.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout, EmptyState } from "../../ui/callout.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { DateInput, TextArea, TextInput } from "../../ui/field.tsx";
import { orRefusal } from "../../ui/refusal.ts";
import { dayAsTyped } from "../matters/act-fields.tsx";
import { errorOf, problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/session-paper.ts";
import { fieldOfLine, readPaper } from "./session-paper-form.ts";
import { paperNames } from "./session-papers.tsx";

const templateOf = (name: string): SessionTemplate => {
  const found = Object.entries(paperNames).find(([, each]) => each === name)?.[0];
  if (found !== "tcd-session-minutes" && found !== "tcd-session-conclusion") throw new Response(null, { status: 404 });
  return found;
};

export async function loader({ params, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const template = templateOf(params.paper);
  const { sessionId } = params;
  const session = await shown(app.headSessions.openSession(asker, { sessionId }));
  const { papers, unclassified } = await shown(app.headSessions.sessionPapers(asker, { sessionId }));
  const paper = papers.find((each) => each.template === template);
  if (!paper) throw new Response(null, { status: 404 });
  return { on: session.on, paper, unclassified, key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const { sessionId } = params;
  const form = await request.formData();
  const { input, typed, problems } = readPaper(form, sessionId, templateOf(params.paper));
  if (problems.length > 0) return data({ problems, typed }, { status: 422 });
  const answer = await orRefusal(app.headSessions.draftSessionPaper(asker, input));
  if ("refusal" in answer) {
    const said = problemsOf(answer.refusal).map((each) => ({ ...each, ...fieldOfLine(each.field, input) }));
    return data({ problems: said, typed }, { status: statusOf(answer.refusal) });
  }
  return redirect(`/office/sessions/${sessionId}?saved=1#papers`, 303);
}

export default function SessionPaperPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { on, paper, unclassified, key } = loaderData;
  const problems = actionData?.problems ?? [];
  const typed: Readonly<Record<string, string>> | undefined = actionData?.typed;
  const field = (name: string, otherwise: string) => ({
    name,
    defaultValue: typed ? (typed[name] ?? "") : otherwise,
    error: errorOf(problems, name),
  });
  const isMinutes = paper.template === "tcd-session-minutes";
  return (
    <>
      <title>{`${say(paper.name)} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to={`/office/sessions/${params.sessionId}#papers`}>← {m.sessions_sheet({ date: sayDate(on) })}</Link>
      </p>
      <h1>{say(paper.name)}</h1>
      <p className="lead-line">{isMinutes ? m.sessions_paper_minutes_lead() : m.sessions_paper_notice_lead()}</p>
      <ErrorSummary problems={problems} />
      {unclassified > 0 && <Callout kind="warn">{m.sessions_papers_unclassified({ n: unclassified })}</Callout>}
      <Form method="post" className="form session-paper" noValidate>
        <input type="hidden" name="key" value={key} />
        {isMinutes && (
          <>
            <div className="session-form">
              <TextInput {...field("startedAt", paper.startedAt)} label={m.sessions_starts()} type="time" />
              <TextInput {...field("endedAt", paper.endedAt)} label={m.sessions_ends()} type="time" />
            </div>
            <TextArea
              {...field("attending", paper.attending)}
              label={m.sessions_paper_attending()}
              hint={m.sessions_paper_attending_hint()}
              rows={3}
            />
            <TextInput
              {...field("secretary", paper.secretary)}
              label={m.sessions_paper_secretary()}
              autoComplete="off"
            />
          </>
        )}
        {paper.lines.length === 0 ? (
          <EmptyState title={m.sessions_paper_nobody()}>
            <p>{isMinutes ? m.sessions_paper_nobody_minutes() : m.sessions_paper_nobody_notice()}</p>
          </EmptyState>
        ) : (
          paper.lines.map((line) => (
            <Visit
              key={line.visitId}
              line={line}
              isMinutes={isMinutes}
              field={field}
              isTyped={typed !== undefined}
              chosen={typed?.[`visit-${line.visitId}`] === "on"}
            />
          ))
        )}
        {(isMinutes || paper.lines.length > 0) && (
          <Button kind="primary" type="submit">
            {m.sessions_paper_save()}
          </Button>
        )}
      </Form>
    </>
  );
}

type FieldOf = (
  name: string,
  otherwise: string,
) => {
  readonly name: string;
  readonly defaultValue: string;
  readonly error: string | undefined;
};

function Visit({
  line,
  isMinutes,
  field,
  isTyped,
  chosen,
}: {
  line: SessionPaperLine;
  isMinutes: boolean;
  field: FieldOf;
  isTyped: boolean;
  chosen: boolean;
}) {
  const id = line.visitId;
  const doBy = parseCivilDate(line.doBy);
  return (
    <fieldset className="session-paper-visit">
      <legend>
        {m.sessions_paper_visit({ no: line.no })}: {line.who}
      </legend>
      <Checkbox
        name={`visit-${id}`}
        label={m.sessions_paper_chosen()}
        defaultChecked={isTyped ? chosen : line.chosen}
      />
      {line.denunciation ? (
        <p className="hint">{m.sessions_paper_denunciation()}</p>
      ) : (
        <>
          <TextArea {...field(`content-${id}`, line.content)} label={m.sessions_file_content()} rows={3} />
          {isMinutes && (
            <TextArea {...field(`opinions-${id}`, line.opinions)} label={m.sessions_paper_opinions()} rows={2} />
          )}
          <TextArea
            {...field(`conclusion-${id}`, line.conclusion)}
            label={isMinutes ? m.sessions_paper_conclusion() : m.sessions_paper_direction()}
            rows={3}
            required={!isMinutes}
          />
          {!isMinutes && (
            <div className="session-form">
              <TextInput
                {...field(`unit-${id}`, line.unit)}
                label={m.sessions_paper_unit()}
                autoComplete="off"
                required
              />
              <DateInput
                {...field(`doBy-${id}`, doBy ? dayAsTyped(doBy) : "")}
                label={m.sessions_paper_do_by()}
                required
              />
              <TextInput
                {...field(`contact-${id}`, line.contact)}
                label={m.sessions_paper_contact()}
                autoComplete="off"
              />
            </div>
          )}
        </>
      )}
    </fieldset>
  );
}
