import type { FollowUp as May } from "../../casework/after-filing/index.ts";
import type { Tracking as TrackedPetition } from "../../casework/petitions/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { say, sayDate, sayWeekday } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Callout, Flash } from "../ui/callout.tsx";
import { DeadlineChip } from "../ui/deadline-chip.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { KeyValues, Timeline } from "../ui/stepper.tsx";
import { FollowUp } from "./follow-up.tsx";
import { Letters, type OpenedBy } from "./letters.tsx";
import { ReceiptProof } from "./receipt-proof.tsx";
import type { Sent } from "./track-intents.ts";

interface Props {
  readonly petition: TrackedPetition;
  readonly today: CivilDate;
  readonly openedBy: OpenedBy;
  readonly may: May | null;
  /** What was just sent by a form of this page. */
  readonly sent: Sent | undefined;
}

const thanks = {
  write: m.citizen_letter_sent,
  withdraw: m.after_withdraw_sent,
  rate: m.after_rated,
  add: m.after_added,
};

export function Tracked({ petition, today, openedBy, may, sent }: Props) {
  const { next, papers } = petition;
  const unsent = sent?.intent === "write" && sent.problems.length > 0 ? sent : undefined;
  return (
    <>
      <title>{`${m.citizen_petition({ code: petition.code })} · ${m.ui_product()}`}</title>
      <p className="eyebrow">{m.citizen_petition({ code: petition.code })}</p>
      <h1>{say(petition.statusPlain)}</h1>
      {sent && sent.problems.length === 0 && <Flash>{thanks[sent.intent]()}</Flash>}
      <ErrorSummary problems={sent?.problems ?? []} />
      <KeyValues
        pairs={[
          [m.citizen_received(), sayDate(petition.receivedOn)],
          [m.citizen_holder(), petition.holder],
        ]}
      />
      {next && (
        <section className="next">
          <h2>{m.citizen_next()}</h2>
          <p>
            <strong>{say(next.what)}</strong>
            <br />
            {m.citizen_by({ date: sayWeekday(next.on) })}
          </p>
          <DeadlineChip dueOn={next.on} today={today} provisional={next.provisional} />
          {next.provisional && <p>{m.ui_provisional_why()}</p>}
          <details>
            <summary>{m.citizen_why()}</summary>
            <ol>
              {next.why.map((step) => (
                <li key={`${step.kind}${step.from}${step.to}`}>
                  {step.from === step.to ? sayDate(step.from) : `${sayDate(step.from)} – ${sayDate(step.to)}`}:{" "}
                  {say(step.text)}
                </li>
              ))}
            </ol>
          </details>
          {next.on < today && <Callout kind="danger">{m.citizen_late()}</Callout>}
        </section>
      )}
      <h2>{m.citizen_events()}</h2>
      <Timeline entries={petition.events.map((event, i) => ({ id: `${i}`, on: event.on, what: say(event.what) }))} />
      {papers.length > 0 && (
        <>
          <h2>{m.citizen_documents()}</h2>
          <ul>
            {papers.map(({ title, pages }) => (
              <li key={title}>{pages === null ? title : m.citizen_document_pages({ title, pages })}</li>
            ))}
          </ul>
        </>
      )}
      {may && <FollowUp may={may} openedBy={openedBy} sent={sent} />}
      <Letters
        letters={petition.letters}
        openedBy={openedBy}
        typed={unsent?.typed}
        error={unsent?.problems[0]?.message}
      />
      <ReceiptProof trail={petition.trail} />
      <p>
        <a href="/track">{m.citizen_another()}</a>
      </p>
    </>
  );
}
