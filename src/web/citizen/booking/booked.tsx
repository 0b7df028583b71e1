import { data, Form } from "react-router";
import type { BookingShown } from "../../../casework/reception/bookings/index.ts";
import { appContext, requestContext } from "../../context.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog } from "../../ui/button.tsx";
import { Callout, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { CodeAndSecret } from "../code-and-secret.tsx";
import { calendarPath } from "../law/words.ts";
import type { Route } from "./+types/booked.ts";
import { bookedPath } from "./paths.ts";
import { SessionFacts } from "./session-facts.tsx";

/** The answer is rendered from the POST itself: the secret never stands in an address. */
export async function action({ request, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { network, today } = context.get(requestContext);
  const form = await request.formData();
  const code = formText(form, "code").trim();
  const secret = formText(form, "secret").trim();
  const refuse = (field: string, message: string, status: number) =>
    data({ code, problems: [{ field, message }], booking: null }, { status });
  if (!code) return refuse("code", m.booking_code_missing(), 422);
  if (!secret) return refuse("secret", m.citizen_secret_missing(), 422);
  if (formText(form, "intent") === "cancel") {
    const done = await orRefusal(app.bookings.cancel({ code, secret, network }));
    if ("refusal" in done) return refuse("code", say(done.refusal.message), 429);
  }
  const answer = await orRefusal(app.bookings.byCode({ code, secret, network }));
  if ("refusal" in answer) {
    const status = answer.refusal.code === "too-many-attempts" ? 429 : 422;
    return refuse("code", say(answer.refusal.message), status);
  }
  if (!answer.value) return refuse("code", m.booking_none(), 404);
  return data({ code, problems: [], booking: answer.value, secret, today });
}

export default function Booked({ actionData }: Route.ComponentProps) {
  if (actionData?.booking) return <Shown {...actionData} booking={actionData.booking} />;
  const problems = actionData?.problems ?? [];
  const error = (field: string) => problems.find((each) => each.field === field)?.message;
  return (
    <div className="narrow">
      <title>{`${m.booking_look()} · ${m.ui_product()}`}</title>
      <h1>{m.booking_look()}</h1>
      <p className="lead">{m.booking_look_lead()}</p>
      <ErrorSummary problems={problems} />
      <Form method="post" action={bookedPath} className="form">
        <CodeAndSecret
          code={{ label: m.booking_code(), hint: m.booking_code_hint() }}
          secret={{ label: m.booking_secret() }}
          typed={actionData?.code}
          error={error}
        />
        <Button kind="primary" type="submit">
          {m.booking_look_button()}
        </Button>
      </Form>
    </div>
  );
}

/** Whether it still takes place; on the day itself it can still be given back, not afterwards. */
function Shown({ booking, secret, today }: { booking: BookingShown; secret: string; today: string }) {
  const { session, state } = booking;
  const off = session.state === "cancelled";
  const isOpen = state === "booked" && !off && session.on >= today;
  return (
    <div className="filing booking">
      <title>{`${m.booking_look()} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        {m.booking_code()}: {booking.code}
      </p>
      {state === "cancelled" ? (
        <>
          <h1>{m.booking_cancelled()}</h1>
          <Flash>{m.booking_cancelled_text()}</Flash>
        </>
      ) : (
        <h1>{m.booking_number({ n: booking.number })}</h1>
      )}
      {off && (
        <Callout kind="warn">
          <p>{m.booking_off()}</p>
        </Callout>
      )}
      {!off && session.movedFrom && isOpen && (
        <Callout kind="warn">
          <p>{m.booking_moved()}</p>
        </Callout>
      )}
      <SessionFacts
        session={session}
        more={[
          ...(booking.name ? [[m.booking_name(), booking.name] as const] : []),
          ...(booking.subject ? [[m.booking_subject(), booking.subject] as const] : []),
          ...(booking.people ? [[m.booking_people(), `${booking.people}`] as const] : []),
        ]}
      />
      {isOpen && (
        <>
          <p>{m.booking_bring()}</p>
          <ConfirmDialog label={m.booking_cancel()} question={m.booking_cancel_ask()}>
            <Form method="post" action={bookedPath}>
              <input type="hidden" name="code" value={booking.code} />
              <input type="hidden" name="secret" value={secret} />
              <Button kind="danger" type="submit" name="intent" value="cancel">
                {m.booking_cancel_button()}
              </Button>
            </Form>
          </ConfirmDialog>
        </>
      )}
      {!isOpen && (
        <p>
          <a href={`${calendarPath}?${new URLSearchParams({ agency: session.agency })}`}>{m.booking_other_session()}</a>
        </p>
      )}
    </div>
  );
}
