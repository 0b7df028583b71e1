import { data, Form, Link, redirect } from "react-router";
import type { PostEntrySheet } from "../../../casework/intake/index.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Callout, Flash } from "../../ui/callout.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { DateInput, TextArea } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { shown } from "../matters/shown.ts";
import { LetterPanel } from "../petitions/letter-panel.tsx";
import { type Problem, problemsOf } from "../reception/problems.ts";
import { dateGiven } from "../reception/visit-form.ts";
import { kindOptions, kindsName } from "../reception/words.ts";
import type { Route } from "./+types/entry.ts";
import type { PostNames } from "./entry-form.tsx";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const entry = await shown(app.intake.openPostEntry(asker, { entryId: params.entryId }));
  const { today } = context.get(requestContext);
  return {
    entry,
    names: app.intake.names,
    key: crypto.randomUUID(),
    today: today.split("-").reverse().join("/"),
    done: new URL(request.url).searchParams.get("done"),
  };
}

const letterSteps = ["check", "approve", "sign", "number", "send"] as const;

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { intake } = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const { entryId } = params;
  const intent = formText(form, "intent");
  const key = formText(form, "key");
  const { matters } = context.get(appContext);
  const step = letterSteps.find((each) => each === intent);
  if (step) {
    const stepped = await orRefusal(
      matters.stepPaper(asker, {
        key,
        paperId: formText(form, "paperId"),
        step,
        ...(step === "send" ? { recipients: ["other" as const] } : {}),
      }),
    );
    if ("refusal" in stepped) return data({ problems: problemsOf(stepped.refusal) }, { status: 422 });
    return redirect(`/office/post/entries/${entryId}?done=letter`, 303);
  }
  const answer =
    intent === "classify"
      ? await orRefusal(intake.classifyPost(asker, { key, entryId, kind: formText(form, "kind") as "complaint" }))
      : await orRefusal(
          intake.giveBack(asker, {
            key,
            entryId,
            what: intent as "originals",
            on: dateGiven(formText(form, "on")) ?? "",
            words: formText(form, "words"),
            papers: formText(form, "papers"),
          }),
        );
  if ("refusal" in answer) return data({ problems: problemsOf(answer.refusal) }, { status: 422 });
  return redirect(`/office/post/entries/${entryId}?done=${intent === "classify" ? "classified" : "back"}`, 303);
}

export default function Entry({ loaderData, actionData }: Route.ComponentProps) {
  const { entry, names, key, today, done } = loaderData;
  const problems: readonly Problem[] = actionData?.problems ?? [];
  const title = m.post_entry_title({ no: entry.bookNo, year: entry.bookYear });
  const originals = entry.originalCount > 0 && !entry.originalsReturnedOn;
  const toForwarder = entry.source === "forwarded" && !entry.forwarderReturnedOn && entry.kinds.length > 0;
  return (
    <div className="visit">
      <title>{`${title} · ${m.ui_product()}`}</title>
      <header className="page-head">
        <h1>{title}</h1>
        <div className="actions">
          <LinkButton to="/office/post/book">{m.post_book()}</LinkButton>
          <LinkButton to="/office/post">{m.post_title()}</LinkButton>
        </div>
      </header>
      {done && (
        <Flash>
          {done === "classified" ? m.post_classified() : done === "letter" ? m.post_letter_done() : m.post_back_done()}
        </Flash>
      )}
      <ErrorSummary problems={problems} />
      {entry.sealed && (
        <Callout kind="warn">
          <p>
            {m.post_entry_sealed()}{" "}
            {entry.identitySealedFor !== null && m.post_entry_kept_for({ n: entry.identitySealedFor })}
          </p>
        </Callout>
      )}
      {entry.kinds.length === 0 && entry.sealed && <Classify entryKey={key} />}
      <Facts entry={entry} names={names} />
      <Lacking entry={entry} />
      {entry.mayChange && originals && (
        <GiveBack
          what="originals"
          entryKey={key}
          today={today}
          label={m.post_back_originals()}
          words={m.post_back_papers()}
        />
      )}
      {entry.mayChange && toForwarder && (
        <GiveBack
          what="to-forwarder"
          entryKey={key}
          today={today}
          label={m.post_back_forwarder()}
          words={m.post_back_reason()}
          papers={originals}
        />
      )}
      {entry.letter && <LetterPanel letter={entry.letter} formKey={key} />}
    </div>
  );
}

function Classify({ entryKey }: { entryKey: string }) {
  return (
    <Form method="post" className="classify">
      <input type="hidden" name="key" value={entryKey} />
      <RadioGroup name="kind" label={m.post_classify()} options={kindOptions()} required />
      <Button kind="primary" type="submit" name="intent" value="classify">
        {m.post_classify()}
      </Button>
    </Form>
  );
}

function Facts({ entry, names }: { entry: PostEntrySheet; names: PostNames }) {
  const source = names.sources[entry.source];
  const letter = [entry.letterNumber, entry.letterOn && sayDate(entry.letterOn)].filter(Boolean).join(", ");
  const people = entry.people.map((one) => [one.name, one.address, one.idNumber, one.phone].filter(Boolean).join(", "));
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [m.post_received_on(), sayDate(entry.receivedOn)],
    [m.post_source(), source ? say(source) : ""],
    [m.post_postmark(), entry.postmarkOn && sayDate(entry.postmarkOn)],
    [m.post_forwarder_name(), entry.forwarderName],
    [m.post_letter_number(), letter],
    [m.post_c_sender(), entry.pseudonym ?? (people.join("; ") || m.post_nobody_named())],
    [m.post_signatures(), String(entry.signatureCount)],
    [m.post_c_kind(), kindsName(entry.kinds)],
    [m.post_c_content(), entry.content ?? m.post_content_gone()],
    [m.post_originals(), String(entry.originalCount)],
    [m.post_note(), entry.note],
    [m.post_entry_officer(), entry.officer],
    [
      m.post_entry_petitions(),
      entry.petitions.length > 0 &&
        entry.petitions.map(({ id, code }) => (
          <Link key={id} to={`/office/petitions/${id}`}>
            {code}{" "}
          </Link>
        )),
    ],
    [
      m.post_files(),
      entry.files.length > 0 &&
        entry.files.map(({ fileId, title }) => (
          <a key={fileId} href={`/office/files/${fileId}`}>
            {title}{" "}
          </a>
        )),
    ],
  ];
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="story">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Lacking({ entry }: { entry: PostEntrySheet }) {
  return (
    <>
      {entry.originalsReturnedOn && (
        <p>
          {m.post_returned_originals({ on: sayDate(entry.originalsReturnedOn), words: entry.returnedPapers ?? "" })}{" "}
          {entry.mayChange && (
            <a href={`/office/post/entries/${entry.id}/originals`} target="_blank" rel="noreferrer">
              {m.post_originals_receipt()}
            </a>
          )}
        </p>
      )}
      {entry.forwarderReturnedOn && (
        <p>{m.post_returned_forwarder({ on: sayDate(entry.forwarderReturnedOn), words: entry.returnReason ?? "" })}</p>
      )}
      <h2>{m.post_entry_missing()}</h2>
      {entry.missing.length === 0 ? (
        <p>{m.post_entry_complete()}</p>
      ) : (
        <ul>
          {entry.missing.map(({ fact, label }) => (
            <li key={fact}>{say(label)}</li>
          ))}
        </ul>
      )}
      {entry.conditionsArticle && (
        <p className="hint">
          <cite>{entry.conditionsArticle}</cite>
        </p>
      )}
      {entry.ways.length > 0 && (
        <>
          <h2>{m.post_entry_ways()}</h2>
          <p className="hint">{m.post_entry_ways_hint()}</p>
          <ul>
            {entry.ways.map(({ act, name, article, letters }) => (
              <li key={act}>
                <strong>{say(name)}</strong>{" "}
                {letters.map((letter) => (
                  <span key={letter.name.vi}>
                    {m.post_entry_letter({ name: say(letter.name) })}
                    {letter.form && ` (${m.post_entry_form({ form: letter.form })})`}{" "}
                  </span>
                ))}
                <cite>{article}</cite>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function GiveBack({
  what,
  entryKey,
  today,
  label,
  words,
  papers = false,
}: {
  what: "originals" | "to-forwarder";
  entryKey: string;
  today: string;
  label: string;
  words: string;
  /** Original papers are still here and may go with it. */
  papers?: boolean;
}) {
  return (
    <details className="confirm">
      <summary className="button secondary">{label}</summary>
      <Form method="post" className="form confirm-body">
        <input type="hidden" name="key" value={entryKey} />
        <DateInput name="on" label={m.post_back_on()} defaultValue={today} required />
        <TextArea name="words" label={words} rows={3} required />
        {papers && (
          <TextArea name="papers" label={m.post_back_with_papers()} hint={m.post_back_with_papers_hint()} rows={2} />
        )}
        <Button kind="primary" type="submit" name="intent" value={what}>
          {label}
        </Button>
      </Form>
    </details>
  );
}
