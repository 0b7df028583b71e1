import { data, redirect } from "react-router";
import type { PossibleDuplicate } from "../../../casework/duplicates/index.ts";
import { type CivilDate, parseCivilDate } from "../../../time/civil-date.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";
import { Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { duplicatesInput } from "../reception/duplicates.ts";
import { type Problem, problemsOf } from "../reception/problems.ts";
import { dateGiven, type Values, valuesOf } from "../reception/visit-form.ts";
import type { Route } from "./+types/enter.ts";
import { PostEntryForm } from "./entry-form.tsx";
import { postAgency } from "./post-agency.ts";
import { postInputOf } from "./post-form.ts";

export function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { today } = context.get(requestContext);
  postAgency(context.get(sessionContext).who.grants);
  const params = new URL(request.url).searchParams;
  const receivedOn = parseCivilDate(params.get("on") ?? "") ?? today;
  return {
    key: crypto.randomUUID(),
    receivedOn: receivedOn.split("-").reverse().join("/"),
    source: params.get("source") ?? "post",
    saved: params.get("saved"),
    entry: params.get("entry"),
    checklist: app.intake.checklist(receivedOn),
    names: app.intake.names,
  };
}

interface Answer {
  readonly stamp: string;
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly duplicates?: readonly PossibleDuplicate[];
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const values = valuesOf(form);
  const again = (problems: readonly Problem[], status: number, duplicates?: readonly PossibleDuplicate[]) =>
    data<Answer>({ stamp: crypto.randomUUID(), values, problems, ...(duplicates && { duplicates }) }, { status });
  const intent = formText(form, "intent");
  if (intent === "duplicates") {
    const found = await orRefusal(
      app.duplicates.findDuplicates(asker, duplicatesInput(values, postAgency(who.grants))),
    );
    return "value" in found ? again([], 200, found.value) : again(problemsOf(found.refusal), 422);
  }
  if (intent !== "save") return again([], 200);
  const saved = await orRefusal(app.intake.recordPost(asker, postInputOf(values, postAgency(who.grants))));
  if ("refusal" in saved) return again(problemsOf(saved.refusal), 422);
  const { entryId, bookNo, bookYear } = saved.value;
  const on: CivilDate | undefined = parseCivilDate(dateGiven(values.receivedOn) ?? "");
  const next = new URLSearchParams({ saved: `${bookNo}/${bookYear}`, entry: entryId });
  if (on) next.set("on", on);
  if (values.source) next.set("source", values.source);
  return redirect(`/office/post?${next}`, 303);
}

export default function Enter({ loaderData, actionData }: Route.ComponentProps) {
  const answer: Answer | undefined = actionData;
  const { key, receivedOn, source, saved, entry } = loaderData;
  const [no = "", year = ""] = saved?.split("/") ?? [];
  return (
    <>
      <title>{`${m.post_title()} · ${m.ui_product()}`}</title>
      <header className="page-head">
        <h1>{m.post_title()}</h1>
        <div className="actions">
          <LinkButton to="/office/post/drafts">{m.post_drafts()}</LinkButton>
          <LinkButton to="/office/post/book">{m.post_book()}</LinkButton>
        </div>
      </header>
      {saved && !answer && (
        <Flash>
          <p>
            {m.post_saved({ no, year })} {entry && <a href={`/office/post/entries/${entry}`}>{m.post_open_entry()}</a>}
          </p>
        </Flash>
      )}
      <ErrorSummary problems={answer?.problems ?? []} />
      <PostEntryForm
        key={answer?.stamp ?? key}
        values={answer?.values ?? { key, receivedOn, source }}
        problems={answer?.problems ?? []}
        checklist={loaderData.checklist}
        duplicates={answer?.duplicates}
        names={loaderData.names}
      />
    </>
  );
}
