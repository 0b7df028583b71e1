import type { FollowUp as May } from "../../casework/after-filing/index.ts";
import type { Move, Tracking as TrackedPetition } from "../../casework/petitions/index.ts";
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
import { ToldElsewhere } from "./told-elsewhere.tsx";
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
  tell: m.notices_told,
  hush: m.notices_stopped,
};

export function Tracked({ petition, today, openedBy, may, sent }: Props) {
  const { next, papers } = petition;
  const since = petition.moves.find(({ what }) => what !== "taken-in" && what !== "outside")?.on;
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
          [
            m.citizen_holder(),
            since ? m.transfers_track_since({ holder: petition.holder, date: sayDate(since) }) : petition.holder,
          ],
        ]}
      />
      <Moves moves={petition.moves} />
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
      {may?.told && <ToldElsewhere told={may.told} openedBy={openedBy} sent={sent} />}
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

const moveWords: Readonly<Record<Move["what"], (words: { from: string; to: string }) => string>> = {
  "handed-over": m.transfers_track_handed,
  "taken-in": m.transfers_track_taken,
  "sent-back": m.transfers_track_back,
  referred: m.transfers_track_referred,
  decided: m.transfers_track_decided,
  outside: m.transfers_track_outside,
};

/** From office to office, the latest first, each time with the reason. */
function Moves({ moves }: { moves: readonly Move[] }) {
  if (moves.length === 0) return null;
  return (
    <>
      <h2>{m.transfers_track_title()}</h2>
      <Timeline
        entries={moves.map((move, i) => ({
          id: `move-${i}`,
          on: move.on,
          what: (
            <>
              {moveWords[move.what](move)}
              {move.why && (
                <>
                  <br />
                  {m.transfers_track_why({ why: move.why })}
                </>
              )}
            </>
          ),
        }))}
      />
    </>
  );
}
