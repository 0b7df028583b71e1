import { data, Form } from "react-router";
import { appContext, requestContext } from "../context.ts";
import { say } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { formText } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/track.ts";
import { CodeAndSecret } from "./code-and-secret.tsx";
import { doIntent } from "./track-intents.ts";
import { Tracked } from "./tracked.tsx";
import { TrackedSignatory } from "./tracked-signatory.tsx";

interface Problem {
  readonly field: string;
  readonly message: string;
}

/** The answer is rendered from the POST itself: the secret never stands in an address. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const code = formText(form, "code").trim();
  const secret = formText(form, "secret").trim();
  const { network, today } = context.get(requestContext);
  const refuse = (problems: readonly Problem[], status: number) =>
    data({ code, problems, today, petition: null, own: null }, { status });
  const missing: Problem[] = [];
  if (!code) missing.push({ field: "code", message: m.citizen_code_missing() });
  if (!secret) missing.push({ field: "secret", message: m.citizen_secret_missing() });
  if (missing.length > 0) return refuse(missing, 422);
  const app = context.get(appContext);
  if (app.signatories.isSignatoryCode(code)) {
    const own = await orRefusal(app.signatories.trackSignatory({ code, secret, network }));
    if ("refusal" in own) return refuse([{ field: "code", message: say(own.refusal.message) }], 429);
    if (!own.value) return refuse([{ field: "code", message: m.citizen_none() }], 404);
    return data({
      code,
      problems: [] as readonly Problem[],
      today,
      petition: null,
      own: { signatory: own.value, secret },
    });
  }
  const sent = await doIntent(app, form, { code, secret, network });
  const answer = await orRefusal(app.afterFiling.openByReceipt({ code, secret, network }));
  if ("refusal" in answer) {
    const status = answer.refusal.code === "too-many-attempts" ? 429 : 422;
    return refuse([{ field: "code", message: say(answer.refusal.message) }], status);
  }
  if (!answer.value) return refuse([{ field: "code", message: m.citizen_none() }], 404);
  return data(
    {
      code,
      problems: [] as readonly Problem[],
      today,
      petition: answer.value.petition,
      own: null,
      openedBy: { code, secret, key: crypto.randomUUID() },
      may: answer.value.may,
      sent,
    },
    { status: sent?.status ?? 200 },
  );
}

export default function Track({ actionData }: Route.ComponentProps) {
  if (actionData?.own) return <TrackedSignatory own={actionData.own.signatory} secret={actionData.own.secret} />;
  if (actionData?.petition) return <Tracked {...actionData} />;
  const problems = actionData?.problems ?? [];
  const error = (field: string) => problems.find((each) => each.field === field)?.message;
  return (
    <div className="narrow">
      <title>{`${m.citizen_track()} · ${m.ui_product()}`}</title>
      <h1>{m.citizen_track()}</h1>
      <p className="lead">{m.citizen_track_lead()}</p>
      <ErrorSummary problems={problems} />
      <Form method="post" action="/track" className="form">
        <CodeAndSecret
          code={{ label: m.citizen_code(), hint: m.citizen_code_hint() }}
          secret={{ label: m.citizen_secret(), hint: m.citizen_secret_hint() }}
          typed={actionData?.code}
          error={error}
        />
        <Button kind="primary" type="submit">
          {m.citizen_track_button()}
        </Button>
      </Form>
    </div>
  );
}
