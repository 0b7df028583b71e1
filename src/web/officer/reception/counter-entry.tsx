import { useState } from "react";
import { Form } from "react-router";
import type { PossibleDuplicate } from "../../../casework/duplicates/index.ts";
import type { PersonFound, PersonHistory } from "../../../casework/people/index.ts";
import type { Booking } from "../../../casework/reception/bookings/index.ts";
import type { Ticket } from "../../../casework/reception/queue/index.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { DateInput } from "../../ui/field.tsx";
import { ContentPart, KindPart, SettlingPart } from "./content-parts.tsx";
import { DuplicatesPart } from "./duplicates-part.tsx";
import { GroupPart, PapersPart } from "./group-and-papers.tsx";
import { onEntryKey } from "./keyboard.ts";
import type { Problem } from "./problems.ts";
import { useDraft } from "./use-draft.ts";
import { type Values, valuesOf } from "./visit-form.ts";
import { VisitorPart } from "./visitor-part.tsx";

interface Props {
  officerId: string;
  start: Values;
  /** Nothing was sent yet: a draft of this tab may be taken up. */
  fresh: boolean;
  /** Differs with each answer of the server, which fills the form anew. */
  stamp: string;
  problems: readonly Problem[];
  found: readonly PersonFound[] | undefined;
  history: PersonHistory | undefined;
  duplicates: readonly PossibleDuplicate[] | undefined;
  /** Whose number was called. */
  ticket: Ticket | null;
  /** Who booked a place and came. */
  booking: Booking | null;
  /** For how many custodians the identity of a denouncer is sealed. */
  custodians: number;
}

/** The counter: one screen per visitor, in the order of the register's columns. */
export function CounterEntry({
  officerId,
  start,
  fresh,
  stamp,
  problems,
  found,
  history,
  duplicates,
  ticket,
  booking,
  custodians,
}: Props) {
  const draft = useDraft(officerId, fresh);
  const restored = fresh ? draft.restored : undefined;
  const values = restored ?? start;
  return (
    <>
      <header className="page-head">
        <h1>{m.reception_title()}</h1>
        {ticket && <Badge tone="blue">{m.queue_visit_of({ n: ticket.number, desk: ticket.desk ?? 0 })}</Badge>}
        {booking && <Badge tone="blue">{m.booking_visit_of({ n: booking.number })}</Badge>}
        <p className="hint">{m.reception_keys()}</p>
      </header>
      {restored && (
        <Callout kind="info">
          <p>
            {m.reception_draft_restored()}{" "}
            <button type="button" className="as-link" onClick={draft.drop}>
              {m.reception_draft_drop()}
            </button>
          </p>
        </Callout>
      )}
      <ErrorSummary problems={problems} />
      <EntryForm
        key={restored ? "draft" : stamp}
        values={values}
        problems={problems}
        found={found}
        history={history}
        duplicates={duplicates}
        ticket={ticket}
        custodians={custodians}
        onKeep={draft.keep}
      />
    </>
  );
}

function EntryForm({
  values,
  problems,
  found,
  history,
  duplicates,
  ticket,
  custodians,
  onKeep,
}: Omit<Props, "officerId" | "start" | "fresh" | "stamp" | "booking"> & {
  values: Values;
  onKeep: (form: HTMLFormElement) => void;
}) {
  const [typed, setTyped] = useState(values);
  const error = (field: string) => problems.find((each) => each.field === field)?.message;
  const changed = (form: HTMLFormElement | null) => {
    if (!form) return;
    setTyped(valuesOf(new FormData(form)));
    onKeep(form);
  };
  return (
    <Form
      id="counter"
      method="post"
      encType="multipart/form-data"
      className="counter"
      noValidate
      onKeyDown={onEntryKey}
      onChange={(event) => changed(event.currentTarget)}
    >
      {/* The first button of a form answers Enter where scripts are off: this one saves nothing. */}
      <button type="submit" name="intent" value="find" tabIndex={-1} aria-hidden="true" className="visually-hidden" />
      <input type="hidden" name="key" value={values.key ?? ""} />
      {ticket && <input type="hidden" name="ticket" value={ticket.id} />}
      {values.booking && <input type="hidden" name="booking" value={values.booking} />}
      <DateInput
        name="receivedOn"
        label={m.reception_received_on()}
        hint=""
        error={error("receivedOn")}
        defaultValue={values.receivedOn}
        required
      />
      <VisitorPart
        values={values}
        error={error}
        found={found}
        history={history}
        onChange={() => changed(document.querySelector<HTMLFormElement>("#counter"))}
      />
      <ContentPart values={values} error={error}>
        <DuplicatesPart typed={typed} before={duplicates} />
      </ContentPart>
      <KindPart values={values} typed={typed} error={error} custodians={custodians} />
      <GroupPart values={values} typed={typed} error={error} />
      <SettlingPart values={values} error={error} />
      <PapersPart values={values} typed={typed} error={error} custodians={custodians} />
      <div className="send">
        <Button kind="primary" type="submit" name="intent" value="review" data-stop>
          {m.reception_review()}
        </Button>
        <span className="hint">{m.reception_review_hint()}</span>
      </div>
    </Form>
  );
}
