import { useRef } from "react";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import type { SealedPerson } from "./identity-payload.ts";

/** The sheet with the address that goes before a letter or receipt. It is made and printed here, and kept nowhere. */
export function Letter({
  person,
  code,
  onClose,
}: {
  person: SealedPerson;
  code: string | undefined;
  onClose: () => void;
}) {
  const words = useRef<HTMLTextAreaElement>(null);
  return (
    <section className="letter-desk" aria-labelledby="letter-title">
      <h2 id="letter-title">{m.custodian_letter()}</h2>
      <p className="quiet">{m.custodian_letter_note()}</p>
      <div className="letter">
        <p className="letter-to">
          {m.custodian_letter_to()} <strong>{person.name}</strong>
          <br />
          {person.address}
        </p>
        {code && <p>{m.custodian_letter_about({ code })}</p>}
        <label className="visually-hidden" htmlFor="letter-words">
          {m.custodian_letter_words()}
        </label>
        <textarea
          id="letter-words"
          ref={words}
          rows={10}
          placeholder={m.custodian_letter_words()}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <p className="actions">
        <Button kind="primary" onClick={() => print()}>
          {m.custodian_print()}
        </Button>{" "}
        <Button onClick={onClose}>{m.custodian_close()}</Button>
      </p>
    </section>
  );
}
