import { Form, Link } from "react-router";
import type { Correspondence, PetitionSheet } from "../../../casework/petitions/index.ts";
import { sayDate } from "../../i18n/say.ts";
import { sayAbout } from "../../i18n/say-about.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog } from "../../ui/button.tsx";
import { TextArea } from "../../ui/field.tsx";
import { errorOf, type Problem } from "../matters/shown.ts";

interface Props {
  readonly sheet: PetitionSheet;
  readonly correspondence: Correspondence;
  readonly formKey: string;
  readonly typed: string;
  readonly problems: readonly Problem[];
}

/** What the petitioner and the office wrote to each other under the code of the receipt, and the office's next letter. */
export function Letters({ sheet, correspondence, formKey, typed, problems }: Props) {
  const { letters, mayWrite } = correspondence;
  if (letters.length === 0 && !mayWrite) return null;
  const unread = letters.some((each) => !each.fromOffice && each.seenOn === null);
  return (
    <section id="letters">
      <h2>{m.matters_letters()}</h2>
      {letters.length === 0 && <p className="quiet">{m.matters_letters_none()}</p>}
      <ol className="letters">
        {letters.map((letter) => (
          <li key={letter.id} className={letter.fromOffice ? "message from-us" : "message"}>
            <p className="letter-head">
              <strong>
                {letter.fromOffice
                  ? m.matters_letter_office({ name: letter.officer ?? "" })
                  : m.matters_letter_petitioner()}
              </strong>{" "}
              <span className="quiet">{sayDate(letter.on)}</span>
              {!letter.fromOffice && letter.seenOn === null && (
                <span className="unread">{m.matters_letters_new()}</span>
              )}
            </p>
            {letter.about !== "letter" && <p className="about">{sayAbout(letter)}</p>}
            {letter.body && <p className="long">{letter.body}</p>}
            {letter.about.startsWith("withdraw-") && (
              <p className="quiet">
                {m.after_act_note()}{" "}
                {sheet.matterId && (
                  <Link to={`/office/matters/${sheet.matterId}/acts/${letter.about}`}>{m.after_act()}</Link>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
      {mayWrite && unread && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="letters-read" />
          <input type="hidden" name="key" value={formKey} />
          <Button type="submit">{m.matters_letters_mark_read()}</Button>
        </Form>
      )}
      {mayWrite && (
        <details className="fold" open={typed !== "" || problems.some((each) => each.field === "body")}>
          <summary>{m.matters_letter_write()}</summary>
          <Form method="post" className="form" preventScrollReset>
            <input type="hidden" name="intent" value="letter" />
            <input type="hidden" name="key" value={formKey} />
            <p className="quiet">{sheet.pseudonym ? m.matters_letter_note_pseudonym() : m.matters_letter_note()}</p>
            <TextArea
              name="body"
              label={m.matters_letter_body()}
              defaultValue={typed}
              error={errorOf(problems, "body")}
              maxLength={4000}
              rows={5}
              required
            />
            <ConfirmDialog label={m.matters_letter_send()} question={m.matters_letter_confirm()}>
              <Button kind="primary" type="submit">
                {m.ui_confirm()}
              </Button>
            </ConfirmDialog>
          </Form>
        </details>
      )}
    </section>
  );
}
