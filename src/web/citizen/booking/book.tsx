import { data, Form } from "react-router";
import { appContext, requestContext } from "../../context.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextInput } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { calendarPath } from "../law/words.ts";
import type { Route } from "./+types/book.ts";
import { bookedPath } from "./paths.ts";
import { SessionFacts } from "./session-facts.tsx";

const fields = ["name", "contact", "subject", "people"] as const;
type Typed = Readonly<Partial<Record<(typeof fields)[number], string>>>;

export async function loader({ params, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const answer = await orRefusal(app.bookings.placesOf({ sessionId: params.sessionId }));
  if ("refusal" in answer) throw new Response(null, { status: 404 });
  return { session: answer.value, key: crypto.randomUUID() };
}

/** The codes are rendered from the POST itself: they never stand in an address. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { network } = context.get(requestContext);
  const form = await request.formData();
  const typed = Object.fromEntries(fields.map((field) => [field, formText(form, field)]));
  const key = formText(form, "key");
  const { name = "", contact = "", subject = "", people = "" } = typed;
  const answer = await orRefusal(
    app.bookings.bookPlace({ key, sessionId: params.sessionId, name, contact, subject, people, network }),
  );
  if ("value" in answer) return { booked: answer.value, problems: [], typed, key };
  const { code, message, fields: wrong = [] } = answer.refusal;
  const problems =
    wrong.length > 0
      ? wrong.map((each) => ({ field: each.field, message: say(each.message) }))
      : [{ message: say(message) }];
  return data({ booked: null, problems, typed, key }, { status: code === "too-many-attempts" ? 429 : 422 });
}

export default function Book({ loaderData, actionData }: Route.ComponentProps) {
  const { session } = loaderData;
  const booked = actionData?.booked;
  const title = booked ? m.booking_done() : m.booking_page_title();
  return (
    <div className="filing booking">
      <title>{`${title} · ${m.ui_product()}`}</title>
      {!booked && (
        <p className="eyebrow">
          <a href={`${calendarPath}?${new URLSearchParams({ agency: session.agency, month: session.on.slice(0, 7) })}`}>
            ← {m.booking_other_session()}
          </a>
        </p>
      )}
      <h1>{title}</h1>
      {booked ? (
        <>
          <p className="booking-number">{m.booking_number({ n: booked.number })}</p>
          <p className="lead">{m.booking_done_lead()}</p>
          <SessionFacts
            session={session}
            more={[
              [m.booking_code(), <strong key="code">{booked.code}</strong>],
              [m.booking_secret(), <strong key="secret">{booked.secret}</strong>],
            ]}
          />
          <p>{m.booking_bring()}</p>
          <p className="screen-only">
            <a href={bookedPath}>{m.booking_look()}</a>
          </p>
        </>
      ) : (
        <>
          <ErrorSummary problems={actionData?.problems ?? []} />
          <SessionFacts
            session={session}
            more={session.free === null ? [] : [[m.booking_free_name(), m.booking_free({ n: session.free })]]}
          />
          {session.free ? (
            <Entry
              typed={actionData?.typed ?? {}}
              formKey={actionData?.key || loaderData.key}
              problems={actionData?.problems ?? []}
            />
          ) : (
            <Callout kind="info">
              <p>{session.free === 0 ? m.booking_full() : m.booking_closed()}</p>
              <p>{m.booking_without()}</p>
            </Callout>
          )}
        </>
      )}
    </div>
  );
}

function Entry({
  typed,
  formKey,
  problems,
}: {
  typed: Typed;
  formKey: string;
  problems: readonly { readonly field?: string; readonly message: string }[];
}) {
  const text = (name: (typeof fields)[number]) => ({
    name,
    defaultValue: typed[name],
    error: problems.find((each) => each.field === name)?.message,
  });
  return (
    <>
      <p className="booking-lead">{m.booking_lead()}</p>
      <Form method="post" className="form">
        <input type="hidden" name="key" value={formKey} />
        <TextInput {...text("name")} label={m.booking_name()} autoComplete="name" maxLength={200} required />
        <TextInput
          {...text("contact")}
          label={m.booking_contact()}
          hint={m.booking_contact_hint()}
          autoComplete="off"
          maxLength={200}
        />
        <TextInput
          {...text("subject")}
          label={m.booking_subject()}
          hint={m.booking_subject_hint()}
          autoComplete="off"
          maxLength={300}
          required
        />
        <TextInput
          {...text("people")}
          defaultValue={typed.people ?? "1"}
          label={m.booking_people()}
          hint={m.booking_people_hint()}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <p className="hint">{m.booking_kept()}</p>
        <Button kind="primary" type="submit">
          {m.booking_button()}
        </Button>
      </Form>
    </>
  );
}
