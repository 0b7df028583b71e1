import { Form } from "react-router";
import type { Letter } from "../../casework/petitions/index.ts";
import { sayDate } from "../i18n/say.ts";
import { sayAbout } from "../i18n/say-about.ts";
import { m } from "../paraglide/messages.js";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/field.tsx";

export interface OpenedBy {
  readonly code: string;
  readonly secret: string;
  /** The id of the next letter: sending the same form twice sends one letter. */
  readonly key: string;
}

interface Props {
  readonly letters: readonly Letter[];
  readonly openedBy: OpenedBy;
  readonly typed?: string | undefined;
  readonly error?: string | undefined;
}

/** Both ways under the receipt's code: the secret travels in the body of the POST and no address is asked for. */
export function Letters({ letters, openedBy, typed, error }: Props) {
  return (
    <section id="letters">
      <h2>{m.citizen_letters()}</h2>
      {letters.length === 0 && <p className="quiet">{m.citizen_letters_none()}</p>}
      <ol className="letters">
        {letters.map((letter) => (
          <li key={letter.id} className={letter.fromOffice ? "message" : "message from-us"}>
            <p className="letter-head">
              <strong>{letter.fromOffice ? m.citizen_letter_office() : m.citizen_letter_you()}</strong>{" "}
              <span className="quiet">{sayDate(letter.on)}</span>{" "}
              {!letter.fromOffice && (
                <span className="quiet">
                  {letter.seenOn ? m.citizen_letter_seen({ date: sayDate(letter.seenOn) }) : m.citizen_letter_unseen()}
                </span>
              )}
            </p>
            {letter.about !== "letter" && <p className="about">{sayAbout(letter)}</p>}
            {letter.body && <p className="long">{letter.body}</p>}
          </li>
        ))}
      </ol>
      <Form method="post" action="/track" className="form">
        <input type="hidden" name="intent" value="write" />
        <input type="hidden" name="code" value={openedBy.code} />
        <input type="hidden" name="secret" value={openedBy.secret} />
        <input type="hidden" name="key" value={openedBy.key} />
        <TextArea
          name="body"
          label={m.citizen_letter_body()}
          hint={m.citizen_letter_hint()}
          defaultValue={typed}
          error={error}
          maxLength={4000}
          rows={5}
          required
        />
        <Button kind="primary" type="submit">
          {m.citizen_letter_send()}
        </Button>
      </Form>
    </section>
  );
}
