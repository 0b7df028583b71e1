import { data, Form } from "react-router";
import type { App } from "../../server/app.ts";
import { appContext, requestContext } from "../context.ts";
import { say } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { TextInput } from "../ui/field.tsx";
import { formText } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/track.ts";
import { Tracked } from "./tracked.tsx";

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
    data({ code, problems, today, petition: null }, { status });
  const missing: Problem[] = [];
  if (!code) missing.push({ field: "code", message: m.citizen_code_missing() });
  if (!secret) missing.push({ field: "secret", message: m.citizen_secret_missing() });
  if (missing.length > 0) return refuse(missing, 422);
  const app = context.get(appContext);
  const written = formText(form, "intent") === "write" ? await write(app, form, { code, secret, network }) : undefined;
  const answer = await orRefusal(app.petitions.track({ code, secret, network }));
  if ("refusal" in answer) {
    const status = answer.refusal.code === "too-many-attempts" ? 429 : 422;
    return refuse([{ field: "code", message: say(answer.refusal.message) }], status);
  }
  if (!answer.value) return refuse([{ field: "code", message: m.citizen_none() }], 404);
  const openedBy = { code, secret, key: crypto.randomUUID() };
  const { letter, status } = written ?? {};
  return data(
    { code, problems: [] as readonly Problem[], today, petition: answer.value, openedBy, letter, sent: written?.sent },
    { status: status ?? 200 },
  );
}

/** The letter of the form at the end of an opened petition. */
async function write(
  app: App,
  form: FormData,
  openedBy: { readonly code: string; readonly secret: string; readonly network: string },
) {
  const typed = formText(form, "body").trim();
  const unsent = (error: string, status: number) => ({ letter: { typed, error }, status, sent: false });
  if (!typed) return unsent(m.citizen_letter_missing(), 422);
  const answer = await orRefusal(app.petitions.writeByCode({ ...openedBy, key: formText(form, "key"), body: typed }));
  if ("value" in answer) return { letter: undefined, status: 200, sent: answer.value };
  const { refusal } = answer;
  return unsent(say(refusal.message), refusal.code === "too-many-attempts" ? 429 : 422);
}

export default function Track({ actionData }: Route.ComponentProps) {
  if (actionData?.petition) return <Tracked {...actionData} />;
  const problems = actionData?.problems ?? [];
  const error = (field: string) => problems.find((each) => each.field === field)?.message;
  return (
    <div className="narrow">
      <title>{`${m.citizen_track()} · ${m.ui_product()}`}</title>
      <h1>{m.citizen_track()}</h1>
      <p className="lead">{m.citizen_track_lead()}</p>
      <ErrorSummary problems={problems} />
      <Form method="post" className="form">
        <TextInput
          name="code"
          label={m.citizen_code()}
          hint={m.citizen_code_hint()}
          error={error("code")}
          defaultValue={actionData?.code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <TextInput
          name="secret"
          label={m.citizen_secret()}
          hint={m.citizen_secret_hint()}
          error={error("secret")}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Button kind="primary" type="submit">
          {m.citizen_track_button()}
        </Button>
      </Form>
    </div>
  );
}
