import { useState } from "react";
import { Form } from "react-router";
import type { PossibleDuplicate } from "../../../casework/duplicates/index.ts";
import type { Checklist, Draft } from "../../../casework/intake/index.ts";
import type { Text } from "../../../rules/pack.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { DateInput, Select, TextArea, TextInput } from "../../ui/field.tsx";
import { KindChoices } from "../reception/content-parts.tsx";
import { DuplicatesPart } from "../reception/duplicates-part.tsx";
import { onEntryKey } from "../reception/keyboard.ts";
import type { Problem } from "../reception/problems.ts";
import { type Values, valuesOf } from "../reception/visit-form.ts";
import { Confirm } from "./confirm.tsx";
import { forwarders, postSources } from "./post-form.ts";

export interface PostNames {
  readonly sources: Readonly<Record<string, Text>>;
  readonly forwarders: Readonly<Record<string, Text>>;
}

interface Props {
  values: Values;
  problems: readonly Problem[];
  checklist: Checklist | null;
  names: PostNames;
  /** What was found when the button asked, without scripts. */
  duplicates?: readonly PossibleDuplicate[] | undefined;
  /** The draft that is compared and confirmed; without one the officer types from paper. */
  draft?: Draft;
}

interface PartProps {
  values: Values;
  error: (field: string) => string | undefined;
  seen: (field: string) => string | undefined;
  names: PostNames;
}

/** One letter on one screen, in the order of the post book. */
export function PostEntryForm({ values, problems, checklist, names, duplicates, draft }: Props) {
  const [typed, setTyped] = useState(values);
  const error = (field: string) => problems.find((each) => each.field === field)?.message;
  const seen = (field: string) => {
    const found = draft?.suggestions.find((each) => each.field === field);
    return found && m.post_draft_seen({ page: found.page + 1, confidence: found.confidence });
  };
  const part = { values, error, seen, names };
  return (
    <Form
      method="post"
      className="counter post-form"
      noValidate
      onKeyDown={onEntryKey}
      onChange={(event) => setTyped(valuesOf(new FormData(event.currentTarget)))}
    >
      {/* Enter where scripts are off asks for the form again and saves nothing. */}
      <button type="submit" name="intent" value="again" tabIndex={-1} aria-hidden="true" className="visually-hidden" />
      <input type="hidden" name="key" value={values.key ?? ""} />
      <LetterPart {...part} />
      <SenderPart {...part} isNew={problems.length === 0} />
      <ContentPart {...part}>
        <DuplicatesPart typed={typed} person="sender" before={duplicates} />
      </ContentPart>
      <CheckPart {...part} checklist={checklist} />
      {draft && <Confirm checked={values.confirmed === "on"} error={error("confirmed")} />}
      <div className="send">
        <Button kind="primary" type="submit" name="intent" value="save" data-stop>
          {draft ? m.post_save() : m.post_save_next()}
        </Button>
        <span className="hint">{m.post_keys()}</span>
      </div>
    </Form>
  );
}

function LetterPart({ values, error, names }: PartProps) {
  return (
    <fieldset className="part">
      <legend>{m.post_part_letter()}</legend>
      <div className="fields">
        <div className="row three">
          <DateInput
            name="receivedOn"
            label={m.post_received_on()}
            hint=""
            error={error("receivedOn")}
            defaultValue={values.receivedOn}
            required
          />
          <Select
            name="source"
            label={m.post_source()}
            error={error("source")}
            defaultValue={values.source ?? "post"}
            options={postSources.map((value) => ({ value, label: sayName(names.sources[value]) }))}
            required
          />
          <div className="when-post">
            <DateInput
              name="postmarkOn"
              label={m.post_postmark()}
              hint=""
              error={error("postmarkOn")}
              defaultValue={values.postmarkOn}
            />
          </div>
        </div>
        <div className="row when-forwarded">
          <Select
            name="forwarder"
            label={m.post_forwarder()}
            error={error("forwarder")}
            defaultValue={values.forwarder ?? ""}
            options={[
              { value: "", label: m.post_forwarder_none() },
              ...forwarders.map((value) => ({ value, label: sayName(names.forwarders[value]) })),
            ]}
            required
          />
          <TextInput
            name="forwarderName"
            label={m.post_forwarder_name()}
            error={error("forwarderName")}
            defaultValue={values.forwarderName}
            autoComplete="off"
            required
          />
          <TextInput
            name="letterNumber"
            label={m.post_letter_number()}
            error={error("letterNumber")}
            defaultValue={values.letterNumber}
            autoComplete="off"
          />
          <DateInput
            name="letterOn"
            label={m.post_letter_on()}
            hint=""
            error={error("letterOn")}
            defaultValue={values.letterOn}
          />
        </div>
      </div>
    </fieldset>
  );
}

const sayName = (text: Text | undefined): string => (text ? say(text) : "");

function SenderPart({ values, error, seen, isNew }: PartProps & { isNew: boolean }) {
  const entry = (name: string, label: string, more: { inputMode?: "numeric" | "email"; autoFocus?: boolean } = {}) => (
    <TextInput
      name={name}
      label={label}
      hint={seen(name)}
      error={error(name)}
      defaultValue={values[name]}
      autoComplete="off"
      {...more}
    />
  );
  return (
    <fieldset className="part">
      <legend>{m.post_part_sender()}</legend>
      <div className="fields">
        {entry("sender.name", m.post_name(), { autoFocus: isNew })}
        {entry("sender.address", m.post_address())}
        <div className="row three">
          {entry("sender.idNumber", m.post_id_number(), { inputMode: "numeric" })}
          {entry("sender.phone", m.post_phone(), { inputMode: "numeric" })}
          {entry("sender.email", m.post_email(), { inputMode: "email" })}
        </div>
        <TextInput
          name="signatureCount"
          label={m.post_signatures()}
          hint={m.post_signatures_hint()}
          error={error("signatureCount")}
          defaultValue={values.signatureCount ?? "1"}
          inputMode="numeric"
          className="short"
          required
        />
      </div>
    </fieldset>
  );
}

function ContentPart({ values, error, seen, children }: PartProps & { children: React.ReactNode }) {
  return (
    <fieldset className="part">
      <legend>{m.post_part_content()}</legend>
      <div className="fields">
        <TextArea
          name="content"
          label={m.post_content()}
          hint={seen("content")}
          error={error("content")}
          defaultValue={values.content}
          rows={4}
          required
        />
        {children}
        <TextArea
          name="request"
          label={m.post_request()}
          hint={seen("request")}
          error={error("request")}
          defaultValue={values.request}
          rows={2}
        />
        <TextInput
          name="respondent"
          label={m.post_respondent()}
          hint={seen("respondent")}
          error={error("respondent")}
          defaultValue={values.respondent}
          autoComplete="off"
        />
        <fieldset id="kinds" tabIndex={-1} className={error("kinds") ? "field wrong" : "field"}>
          <legend>{m.post_kinds()}</legend>
          <p className="hint">{seen("kind") ?? m.post_kinds_hint()}</p>
          {error("kinds") && <p className="error">{error("kinds")}</p>}
          <KindChoices values={values} />
        </fieldset>
        <div className="when-denounced">
          <Callout kind="warn">
            <p>{m.post_denounced()}</p>
          </Callout>
        </div>
      </div>
    </fieldset>
  );
}

function CheckPart({ values, error, checklist }: PartProps & { checklist: Checklist | null }) {
  const questions = checklist ? [...checklist.conditions, ...checklist.obstacles] : [];
  const fresh = values.asked === undefined;
  return (
    <fieldset className="part">
      <legend>{m.post_part_check()}</legend>
      <div className="fields">
        {checklist && (
          <>
            <input type="hidden" name="asked" value={questions.map(({ fact }) => fact).join(" ")} />
            <p className="hint">{m.post_check_hint({ article: checklist.article })}</p>
            <div className="checks">
              {checklist.conditions.map(({ fact, label }) => (
                <Checkbox
                  key={fact}
                  name={`met.${fact}`}
                  label={say(label)}
                  value="on"
                  defaultChecked={fresh || values[`met.${fact}`] === "on"}
                />
              ))}
            </div>
            <p className="hint">{m.post_obstacles()}</p>
            <div className="checks">
              {checklist.obstacles.map(({ fact, label }) => (
                <span key={fact}>
                  <input type="hidden" name={`obstacle.${fact}`} value="yes" />
                  <Checkbox
                    name={`met.${fact}`}
                    label={say(label)}
                    value="on"
                    defaultChecked={values[`met.${fact}`] === "on"}
                  />
                </span>
              ))}
            </div>
          </>
        )}
        <div className="row">
          <TextInput
            name="originalCount"
            label={m.post_originals()}
            hint={m.post_originals_hint()}
            error={error("originalCount")}
            defaultValue={values.originalCount ?? "0"}
            inputMode="numeric"
            className="short"
          />
          <TextInput
            name="note"
            label={m.post_note()}
            error={error("note")}
            defaultValue={values.note}
            autoComplete="off"
          />
        </div>
      </div>
    </fieldset>
  );
}
