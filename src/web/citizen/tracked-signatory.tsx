import type { TrackedSignatory as Tracked } from "../../casework/signatories/index.ts";
import { say, sayDate } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button } from "../ui/button.tsx";
import { KeyValues } from "../ui/stepper.tsx";

/** What one of many signatories sees: where the petition is, and the papers sent to them. Nobody else's. */
export function TrackedSignatory({ own, secret }: { own: Tracked; secret: string }) {
  return (
    <>
      <title>{`${m.citizen_petition({ code: own.code })} · ${m.ui_product()}`}</title>
      <p className="eyebrow">{m.citizen_petition({ code: own.code })}</p>
      <h1>{say(own.statusPlain)}</h1>
      <p>{m.signatories_track_note()}</p>
      <KeyValues
        pairs={[
          [m.citizen_received(), sayDate(own.receivedOn)],
          [m.citizen_holder(), own.holder],
        ]}
      />
      <h2>{m.signatories_track_replies()}</h2>
      {own.replies.length === 0 && <p>{m.signatories_track_none()}</p>}
      {own.replies.map((reply) => (
        <section key={reply.id}>
          <p>
            <strong>{say(reply.name)}</strong>
            <br />
            {reply.number} · {sayDate(reply.issuedOn)}
            <br />
            {m.signatories_track_sent({ date: sayDate(reply.sentOn) })}
            {reply.outcomeOn && ` · ${outcomes[reply.state]?.() ?? ""} ${sayDate(reply.outcomeOn)}`}
          </p>
          <form method="post" action="/track/tra-loi">
            <input type="hidden" name="code" value={own.code} />
            <input type="hidden" name="secret" value={secret} />
            <input type="hidden" name="replyId" value={reply.id} />
            <Button type="submit">{m.signatories_track_download()}</Button>
          </form>
        </section>
      ))}
      <p>
        <a href="/track">{m.citizen_another()}</a>
      </p>
    </>
  );
}

const outcomes: Readonly<Record<string, () => string>> = {
  delivered: m.signatories_state_delivered,
  refused: m.signatories_state_refused,
  returned: m.signatories_state_returned,
};
