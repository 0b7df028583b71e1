import { Form, Link } from "react-router";
import type { Booking, SessionBookings } from "../../../casework/reception/bookings/index.ts";
import { m } from "../../paraglide/messages.js";
import { EmptyState } from "../../ui/callout.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { TextInput } from "../../ui/field.tsx";
import { Fold, type FormState, fieldOf } from "./session-outcomes.tsx";

const withPlaces = ["draft", "announced", "delegated"];

/** Who booked a place, in their order; on the day, who came and who did not. Only for whoever may read it. */
export function Bookings({ state, given }: { state: FormState; given: SessionBookings | null }) {
  const { sheet } = state;
  if (given?.bookings.length === 0 && !withPlaces.includes(sheet.state)) return null;
  return (
    <section>
      <h2>{m.booking_list()}</h2>
      {given && (given.bookings.length > 0 || given.places !== null) && (
        <p className="quiet">
          {given.places === null
            ? m.booking_list_shut()
            : m.booking_list_count({ n: given.bookings.length, places: given.places })}
        </p>
      )}
      {given?.bookings.length === 0 && (
        <EmptyState title={given.places === null ? m.booking_list_closed() : m.booking_list_none()}>
          <p>{given.places === null ? m.booking_list_closed_text() : m.booking_list_none_text()}</p>
        </EmptyState>
      )}
      {given && given.bookings.length > 0 && (
        <ol className="queue-list bookings">
          {given.bookings.map((each) => (
            <Line key={each.id} of={each} given={given} formKey={state.formKey} />
          ))}
        </ol>
      )}
      {sheet.mayPlan && withPlaces.includes(sheet.state) && (
        <div className="outcomes">
          <Fold state={state} intent="places" name={m.booking_places_set()} submit={m.booking_places_save()}>
            <TextInput
              {...fieldOf(state, "places", "places", sheet.places === null ? "" : `${sheet.places}`)}
              label={m.booking_places()}
              hint={m.booking_places_hint()}
              inputMode="numeric"
              autoComplete="off"
            />
          </Fold>
        </div>
      )}
    </section>
  );
}

function Line({ of, given, formKey }: { of: Booking; given: SessionBookings; formKey: string }) {
  const { number, name, subject, people, contact, state } = of;
  return (
    <li>
      <strong>{number}</strong>
      <span className="booking-who">
        <span>
          {name ?? m.booking_erased()}
          {contact && <span className="quiet"> · {contact}</span>}
          {people !== null && people > 1 && <span className="quiet"> · {m.booking_people_n({ n: people })}</span>}
        </span>
        {subject && <span className="quiet">{subject}</span>}
      </span>
      {state === "came" && <Badge tone="green">{m.booking_came_done()}</Badge>}
      {state === "absent" && <Badge tone="amber">{m.booking_absent_done()}</Badge>}
      {given.mayMark && name !== null && (
        <Form method="post" className="queue-acts">
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="bookingId" value={of.id} />
          {given.mayReceive && state === "came" && (
            <Link to={`/office/reception?${new URLSearchParams({ booking: of.id })}`}>{m.queue_record()}</Link>
          )}
          {given.mayReceive && <input type="hidden" name="toCounter" value="1" />}
          {state === "booked" ? (
            <>
              <Mark intent="came" name={m.booking_came()} number={number} />
              <Mark intent="absent" name={m.booking_absent()} number={number} />
            </>
          ) : (
            <Mark intent="unmark" name={m.booking_unmark()} number={number} />
          )}
        </Form>
      )}
    </li>
  );
}

function Mark({ intent, name, number }: { intent: "came" | "absent" | "unmark"; name: string; number: number }) {
  const label = `${name}: ${m.queue_number({ n: number })}`;
  return (
    <button type="submit" name="intent" value={intent} className="as-link" aria-label={label}>
      {name}
    </button>
  );
}
