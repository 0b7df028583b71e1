import { useEffect } from "react";
import { data, Link, redirect, useRevalidator } from "react-router";
import type { NoticePreview, YearSheet } from "../../../casework/calendar/index.ts";
import { yearOf } from "../../../time/civil-date.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Callout, Flash } from "../../ui/callout.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { type Problem, problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/calendar.ts";
import { CompleteForm, DaysForm, Preview } from "./calendar-forms.tsx";
import { atFormFields, noticeOf, type TypedNotice, typedNotice } from "./calendar-notice.ts";
import { Months, Notices, Source } from "./calendar-year.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  if (!who.grants.some((grant) => grant.role === "administrator")) throw new Response(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  const year = Number(query.get("year") ?? yearOf(context.get(requestContext).today));
  const sheet = await shown(app.calendar.yearSheet(asker, { year }));
  return { sheet, saved: query.has("saved") };
}

interface Answer {
  readonly typed: TypedNotice;
  readonly problems: readonly Problem[];
  readonly preview: NoticePreview | null;
  readonly key: string;
}

/** "preview" says what would happen and stores nothing; "announce" stores what was previewed. */
export async function action({ request, context }: Route.ActionArgs) {
  const { calendar } = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const form = await request.formData();
  const typed = typedNotice(form);
  const read = noticeOf(typed);
  const refuse = (problems: readonly Problem[], status: number) =>
    data<Answer>({ typed, problems, preview: null, key: "" }, { status });
  if ("problems" in read) return refuse(read.problems, 422);
  const { notice, used } = read;
  if (formText(form, "intent") === "announce") {
    const answer = await orRefusal(calendar.announce(asker, { ...notice, key: formText(form, "key") }));
    if ("refusal" in answer)
      return refuse(atFormFields(problemsOf(answer.refusal), typed, used), statusOf(answer.refusal));
    const shownYear =
      notice.kind === "days" ? notice.days[0]?.on.slice(0, 4) : new URL(request.url).searchParams.get("year");
    return redirect(`/office/admin/calendar?${shownYear ? `year=${Number(shownYear)}&` : ""}saved=1`, 303);
  }
  const answer = await orRefusal(calendar.previewNotice(asker, notice));
  if ("refusal" in answer)
    return refuse(atFormFields(problemsOf(answer.refusal), typed, used), statusOf(answer.refusal));
  return data<Answer>({ typed, problems: [], preview: answer.value, key: crypto.randomUUID() });
}

const none: readonly Problem[] = [];

export default function Calendar({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, saved } = loaderData;
  const { year } = sheet;
  const problems = actionData?.problems ?? none;
  const typed = actionData?.typed ?? null;
  const preview = actionData?.preview;
  useEffect(() => {
    if (problems.length > 0) document.querySelector<HTMLElement>(".calendar-year [role=alert]")?.focus();
  }, [problems]);
  useProgress(sheet.notices.some((line) => line.recount.state !== "done"));
  return (
    <div className="calendar-year">
      <title>{`${m.admin_cal_title({ year: `${year}` })} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to="/office/admin">{m.admin_title()}</Link>
      </p>
      <div className="year-head">
        <h1>{m.admin_cal_title({ year: `${year}` })}</h1>
        <Badge tone={sheet.verified ? "green" : "amber"}>
          {sheet.verified ? m.admin_cal_verified() : m.admin_cal_unverified()}
        </Badge>
      </div>
      <YearNav sheet={sheet} />
      {saved && !actionData && <Flash>{m.admin_cal_saved()}</Flash>}
      <ErrorSummary problems={problems} />
      {preview && typed && <Preview preview={preview} typed={typed} formKey={actionData.key} year={year} />}
      {sheet.verified ? (
        <p className="quiet">
          {m.admin_cal_verified_on({ date: sheet.verifiedOn ? sayDate(sheet.verifiedOn) : "" })}
          <Source text={sheet.source} />
        </p>
      ) : (
        <Callout kind="warn">
          <p>{m.admin_cal_unverified_why()}</p>
        </Callout>
      )}
      <Months sheet={sheet} />
      <h2>{m.admin_cal_notices()}</h2>
      <Notices sheet={sheet} typed={typed} problems={problems} />
      {sheet.mayAnnounce ? (
        <>
          <h2 id="add">{m.admin_cal_add()}</h2>
          <p className="quiet">{m.admin_cal_add_lead()}</p>
          <DaysForm typed={typed} problems={problems} />
          {!sheet.verified && (
            <>
              <h2>{m.admin_cal_complete({ year: `${year}` })}</h2>
              <p className="quiet">{m.admin_cal_complete_lead({ year: `${year}` })}</p>
              <CompleteForm year={year} typed={typed} problems={problems} />
            </>
          )}
        </>
      ) : (
        <p className="quiet">{m.admin_cal_top_only()}</p>
      )}
    </div>
  );
}

/** While deadlines follow a notice the page asks how far they are; without scripts, reloading does. */
function useProgress(running: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void revalidate(), 2000);
    return () => clearInterval(timer);
  }, [running, revalidate]);
}

function YearNav({ sheet }: { sheet: YearSheet }) {
  const { year, years } = sheet;
  const has = (other: number) => years.some((each) => each.year === other);
  const to = (other: number) => `/office/admin/calendar?year=${other}`;
  return (
    <nav className="year-nav" aria-label={m.admin_cal_years()}>
      {has(year - 1) && <LinkButton to={to(year - 1)}>← {m.admin_cal_previous({ year: `${year - 1}` })}</LinkButton>}
      {has(year + 1) && <LinkButton to={to(year + 1)}>{m.admin_cal_next({ year: `${year + 1}` })} →</LinkButton>}
      <form>
        <select name="year" defaultValue={year} key={year} aria-label={m.admin_cal_years()}>
          {years.map((each) => (
            <option key={each.year} value={each.year}>
              {each.year} {each.verified ? "✓" : ""}
            </option>
          ))}
        </select>
        <Button type="submit">{m.admin_cal_years()}</Button>
      </form>
      {sheet.mayAnnounce && <a href="#add">{m.admin_cal_to_form()}</a>}
    </nav>
  );
}
