import type { ReceiptTrail } from "../../casework/audit/index.ts";
import { sayDate } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { trailPath } from "./law/words.ts";

/** Under which root the registration lies, with what a third party needs to check it. */
export function ReceiptProof({ trail }: { trail: ReceiptTrail | null }) {
  return (
    <section>
      <h2>{m.trail_receipt()}</h2>
      {trail ? (
        <>
          <p>{m.trail_receipt_under({ no: trail.firstRoot.no, date: sayDate(trail.firstRoot.on) })}</p>
          <details>
            <summary>{m.trail_receipt_data()}</summary>
            <p className="answer-small">
              <code>{JSON.stringify(trail)}</code>
            </p>
          </details>
        </>
      ) : (
        <p>{m.trail_receipt_waiting()}</p>
      )}
      <p>
        <a href={trailPath}>{m.trail_title()}</a>
      </p>
    </section>
  );
}
