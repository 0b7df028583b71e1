import { useEffect } from "react";
import { data, Form, redirect, useRevalidator } from "react-router";
import type { PossibleDuplicate } from "../../../casework/duplicates/index.ts";
import type { Draft } from "../../../casework/intake/index.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog, LinkButton } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { shown } from "../matters/shown.ts";
import { duplicatesInput } from "../reception/duplicates.ts";
import { type Problem, problemsOf } from "../reception/problems.ts";
import { type Values, valuesOf } from "../reception/visit-form.ts";
import type { Route } from "./+types/draft.ts";
import { PostEntryForm } from "./entry-form.tsx";
import { postAgency } from "./post-agency.ts";
import { postInputOf, valuesOfDraft } from "./post-form.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { today } = context.get(requestContext);
  const draft = await shown(app.intake.openDraft(context.get(sessionContext).asker, { draftId: params.draftId }));
  return {
    draft,
    key: crypto.randomUUID(),
    receivedOn: today.split("-").reverse().join("/"),
    checklist: app.intake.checklist(today),
    names: app.intake.names,
  };
}

interface Answer {
  readonly stamp: string;
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly duplicates?: readonly PossibleDuplicate[];
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { intake, duplicates } = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const { draftId } = params;
  const intent = formText(form, "intent");
  const values = valuesOf(form);
  const again = (problems: readonly Problem[], status = 422, found?: readonly PossibleDuplicate[]) =>
    data<Answer>({ stamp: crypto.randomUUID(), values, problems, ...(found && { duplicates: found }) }, { status });
  if (intent === "give-up" || intent === "stop") {
    const done = await orRefusal((intent === "stop" ? intake.stopReading : intake.giveUpDraft)(asker, { draftId }));
    if ("refusal" in done) return again(problemsOf(done.refusal));
    return redirect(intent === "stop" ? `/office/post/drafts/${draftId}` : "/office/post/drafts", 303);
  }
  if (intent === "duplicates") {
    const found = await orRefusal(duplicates.findDuplicates(asker, duplicatesInput(values, postAgency(who.grants))));
    return "value" in found ? again([], 200, found.value) : again(problemsOf(found.refusal));
  }
  if (intent !== "save") return again([], 200);
  const saved = await orRefusal(intake.recordPost(asker, postInputOf(values, postAgency(who.grants), draftId)));
  if ("refusal" in saved) return again(problemsOf(saved.refusal));
  return redirect(`/office/post/entries/${saved.value.entryId}`, 303);
}

export default function DraftPage({ loaderData, actionData }: Route.ComponentProps) {
  const answer: Answer | undefined = actionData;
  const { draft, key, receivedOn, checklist, names } = loaderData;
  const { revalidate } = useRevalidator();
  const reading = draft.state === "waiting" || draft.state === "reading";
  useEffect(() => {
    if (!reading) return;
    const timer = setInterval(() => void revalidate(), 2000);
    return () => clearInterval(timer);
  }, [reading, revalidate]);
  return (
    <>
      <title>{`${m.post_draft_title()} · ${m.ui_product()}`}</title>
      <header className="page-head">
        <h1>{m.post_draft_title()}</h1>
        <div className="actions">
          <LinkButton to="/office/post/drafts">{m.post_drafts()}</LinkButton>
          <ConfirmDialog label={m.post_draft_give_up()} question={m.post_draft_give_up_sure()} danger>
            <Form method="post">
              <Button kind="danger" type="submit" name="intent" value="give-up">
                {m.post_draft_give_up()}
              </Button>
            </Form>
          </ConfirmDialog>
        </div>
      </header>
      <p className="lead-office">{m.post_draft_lead()}</p>
      <ErrorSummary problems={answer?.problems ?? []} />
      {reading ? (
        <Reading draft={draft} />
      ) : (
        <>
          <Told draft={draft} />
          <div className="beside">
            <Original draft={draft} />
            <PostEntryForm
              key={answer?.stamp ?? "read"}
              values={answer?.values ?? { key, receivedOn, ...valuesOfDraft(draft) }}
              problems={answer?.problems ?? []}
              checklist={checklist}
              duplicates={answer?.duplicates}
              names={names}
              draft={draft}
            />
          </div>
        </>
      )}
    </>
  );
}

function Reading({ draft }: { draft: Draft }) {
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <p role="status">
        {draft.state === "waiting" ? m.post_draft_waiting() : m.post_draft_reading({ n: draft.pagesRead })}
      </p>
      <progress aria-label={m.post_draft_title()} />
      <Form method="post" className="send">
        <Button type="submit" name="intent" value="stop">
          {m.post_draft_stop()}
        </Button>
      </Form>
    </>
  );
}

function Told({ draft }: { draft: Draft }) {
  const written = draft.suggestions.find(({ field }) => field === "writtenOn");
  const why =
    draft.why === "time" ? m.post_draft_time() : draft.why === "unreadable" ? m.post_draft_unreadable() : undefined;
  return (
    <>
      {why && (
        <Callout kind="warn">
          <p>{why}</p>
        </Callout>
      )}
      {written && <p>{m.post_draft_written({ on: written.value })}</p>}
    </>
  );
}

/** The scan with the places that were read, or the words of the mail. */
function Original({ draft }: { draft: Draft }) {
  const scans = draft.files.filter(({ mediaType }) => /^(image\/(jpeg|png)|application\/pdf)$/.test(mediaType));
  const pages = draft.pages > 0 ? draft.pages : scans.length;
  return (
    <div className="original">
      {draft.subject && (
        <p>
          <strong>{m.post_draft_subject()}:</strong> {draft.subject}
        </p>
      )}
      {draft.body && <pre className="story">{draft.body}</pre>}
      {Array.from({ length: pages }, (_, page) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages of a scan have no other name
        <figure key={page}>
          <img
            src={`/office/post/drafts/${draft.draftId}/pages/${page}`}
            alt={m.post_draft_page({ n: page + 1 })}
            loading="lazy"
          />
          {draft.suggestions
            .filter((each) => each.page === page)
            .flatMap(({ field, places }) => places.map((place) => ({ field, place })))
            .map(({ field, place }) => (
              <svg
                key={`${field}${place.x}${place.y}`}
                viewBox="0 0 1 1"
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
              >
                <rect x={place.x} y={place.y} width={place.w} height={place.h} />
              </svg>
            ))}
        </figure>
      ))}
      {draft.files.length > 0 && (
        <ul className="plain">
          {draft.files.map(({ fileId, name }) => (
            <li key={fileId}>
              <a href={`/office/files/${fileId}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
