import { data, Form, redirect } from "react-router";
import { appContext, requestContext } from "../../context.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextInput } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/kiosk.ts";
import { kioskCode, kioskCookie } from "./kiosk-cookie.ts";

/** The number stays on the device that long, then the next person finds the buttons. */
const showSeconds = 12;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const room = await orRefusal(app.queue.waitingRoom({ agency: params.code }));
  if ("refusal" in room) throw new Response(null, { status: 404 });
  const open = await app.queue.isKioskOpen({ agency: params.code, code: kioskCode(request) });
  return { agencyName: room.value.agencyName, waiting: room.value.waiting, open, key: crypto.randomUUID() };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { network } = context.get(requestContext);
  const form = await request.formData();
  const agency = params.code;
  const here = `/phong-cho/${encodeURIComponent(agency)}/lay-so`;
  const refuse = (message: string, status: number) =>
    data({ error: message, number: null, priority: false }, { status });
  const intent = formText(form, "intent");
  if (intent === "unlock") {
    const code = formText(form, "code").trim().slice(0, 40);
    if (!code) return refuse(m.queue_take_code_missing(), 422);
    const answer = await orRefusal(app.queue.unlockKiosk({ agency, code, network }));
    if ("refusal" in answer) return refuse(say(answer.refusal.message), 429);
    if (!answer.value) return refuse(m.queue_take_code_wrong(), 422);
    const secure = app.config.publicUrl.startsWith("https:");
    return redirect(here, { status: 303, headers: { "Set-Cookie": kioskCookie(code, secure) } });
  }
  const answer = await orRefusal(
    app.queue.takeNumberAtKiosk({
      key: formText(form, "key"),
      agency,
      code: kioskCode(request),
      priority: intent === "priority",
      network,
    }),
  );
  if ("refusal" in answer) return refuse(say(answer.refusal.message), 422);
  return data(
    { error: null, number: answer.value.number, priority: intent === "priority" },
    { headers: { Refresh: `${showSeconds}; url=${here}` } },
  );
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;

export default function Kiosk({ loaderData, actionData }: Route.ComponentProps) {
  const { agencyName, waiting, open, key } = loaderData;
  const number = actionData?.number;
  const error = actionData?.error ?? undefined;
  return (
    <main id="main" className="kiosk">
      <title>{`${m.queue_take_title()} · ${agencyName}`}</title>
      <p className="kiosk-agency">{agencyName}</p>
      {number ? (
        <div className="kiosk-number">
          <h1>{m.queue_take_yours()}</h1>
          <p className="kiosk-big">{number}</p>
          {!actionData.priority && <p>{m.queue_take_before({ n: Math.max(0, waiting - 1) })}</p>}
          <p>{m.queue_take_wait()}</p>
          <a href="lay-so" className="button secondary">
            {m.queue_take_again()}
          </a>
        </div>
      ) : open ? (
        <>
          <h1>{m.queue_take_title()}</h1>
          <p className="lead">{m.queue_take_lead()}</p>
          {error && <p className="error">{error}</p>}
          <Form method="post" className="kiosk-buttons">
            <input type="hidden" name="key" value={key} />
            <Button kind="primary" type="submit" name="intent" value="plain">
              {m.queue_take_plain()}
            </Button>
            <Button type="submit" name="intent" value="priority" aria-describedby="priority-hint">
              {m.queue_take_priority()}
            </Button>
            <p id="priority-hint">{m.queue_take_priority_hint()}</p>
          </Form>
        </>
      ) : (
        <>
          <h1>{m.queue_take_unlock()}</h1>
          <p className="lead">{m.queue_take_unlock_text()}</p>
          {error && <ErrorSummary problems={[{ field: "code", message: error }]} />}
          <Form method="post" className="form">
            <TextInput
              name="code"
              label={m.queue_take_code()}
              error={error}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
            />
            <Button kind="primary" type="submit" name="intent" value="unlock">
              {m.queue_take_unlock_button()}
            </Button>
          </Form>
        </>
      )}
    </main>
  );
}
