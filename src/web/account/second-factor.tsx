import { data, Form, redirect } from "react-router";
import type { RefusalDetails } from "../../casework/refusal.ts";
import { appContext, requestContext } from "../context.ts";
import { say } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button, ConfirmDialog } from "../ui/button.tsx";
import { Callout, Flash } from "../ui/callout.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { TextInput } from "../ui/field.tsx";
import { formText } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/second-factor.ts";
import { sayInstant } from "./instant.ts";
import { openSession } from "./session.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { access } = context.get(appContext);
  const { asker, who } = await openSession(request, context);
  if (who.mustChangePassword) throw redirect("/password", 303);
  const { state, isDemanded } = await access.ownSecondFactor(asker);
  const enrolment = state ? null : await access.beginSecondFactor(asker);
  return {
    isDue: who.secondFactorDue,
    isDemanded,
    on: state ? { since: sayInstant(state.since), left: state.recoveryCodesLeft } : null,
    enrolment,
    isOff: new URL(request.url).searchParams.has("off"),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { access } = context.get(appContext);
  const { asker, who } = await openSession(request, context);
  if (who.mustChangePassword) throw redirect("/password", 303);
  const { network } = context.get(requestContext);
  const form = await request.formData();
  const [intent, password] = [formText(form, "intent"), formText(form, "password")];
  if (intent === "off") {
    const answer = await orRefusal(access.turnOffSecondFactor(asker, { password, network }));
    return "value" in answer ? redirect("/second-factor?off=1", 303) : refused(answer.refusal, "off-password");
  }
  const answer = await orRefusal(
    intent === "renew"
      ? access.renewRecoveryCodes(asker, { password, network })
      : access.confirmSecondFactor(asker, { password, code: formText(form, "code"), network }),
  );
  if ("refusal" in answer) return refused(answer.refusal, intent === "renew" ? "renew-password" : "password");
  // Shown in the answer to the post itself: the codes stand in no address and are kept nowhere.
  return data({ problems: [], codes: answer.value.recoveryCodes, isNew: intent !== "renew" });
}

function refused({ code, message, fields }: RefusalDetails, passwordField: string) {
  const problems = fields?.length
    ? fields.map((each) => ({ field: each.field, message: say(each.message) }))
    : [{ field: passwordField, message: say(message) }];
  const status = code === "too-many-attempts" ? 429 : 422;
  return data({ problems, codes: null, isNew: false }, { status });
}

export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const { isDue, isDemanded, on, enrolment, isOff } = loaderData;
  const problems = actionData?.problems ?? [];
  const error = (field: string) => problems.find((each) => each.field === field)?.message;
  return (
    <div className="narrow">
      <title>{`${m.account_factor()} · ${m.ui_product()}`}</title>
      <h1>{m.account_factor()}</h1>
      {isDue && <Callout kind="info">{m.account_factor_due()}</Callout>}
      {isOff && !actionData && <Flash>{m.account_factor_is_off()}</Flash>}
      {actionData?.isNew && <Flash>{m.account_factor_is_on()}</Flash>}
      {actionData?.codes && <RecoveryCodes codes={actionData.codes} />}
      <ErrorSummary problems={problems} />
      {on && <p className="lead">{m.account_factor_on({ since: on.since, left: on.left })}</p>}
      {on && <InUse isDemanded={isDemanded} error={error} />}
      {enrolment && <SetUp {...enrolment} error={error} />}
      {!isDue && (
        <p>
          <a href="/office">{m.account_to_office()}</a>
        </p>
      )}
    </div>
  );
}

type ErrorOf = (field: string) => string | undefined;

function SetUp({ secret, picture, error }: { secret: string; picture: string; error: ErrorOf }) {
  return (
    <>
      <p className="lead">{m.account_factor_lead()}</p>
      <h2>{m.account_factor_scan()}</h2>
      <img className="qr" src={picture} alt={m.account_factor_picture()} width={220} height={220} />
      <p>
        {m.account_factor_typed()} <code className="one-time">{secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <h2>{m.account_factor_then()}</h2>
      <Form method="post" className="form">
        <input type="hidden" name="intent" value="on" />
        <TextInput
          name="code"
          label={m.account_code()}
          error={error("code")}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
        <TextInput
          name="password"
          type="password"
          label={m.account_password()}
          error={error("password")}
          autoComplete="current-password"
          required
        />
        <Button kind="primary" type="submit">
          {m.account_factor_turn_on()}
        </Button>
      </Form>
    </>
  );
}

function InUse({ isDemanded, error }: { isDemanded: boolean; error: ErrorOf }) {
  return (
    <>
      <ConfirmDialog label={m.account_factor_renew()} question={m.account_factor_renew_ask()}>
        <WithPassword intent="renew" label={m.account_factor_renew()} error={error} />
      </ConfirmDialog>
      {isDemanded ? (
        <p className="quiet">{m.account_factor_demanded()}</p>
      ) : (
        <ConfirmDialog label={m.account_factor_turn_off()} question={m.account_factor_turn_off_ask()} danger>
          <WithPassword intent="off" label={m.account_factor_turn_off()} error={error} />
        </ConfirmDialog>
      )}
    </>
  );
}

function WithPassword({ intent, label, error }: { intent: string; label: string; error: ErrorOf }) {
  const id = `${intent}-password`;
  const wrong = error(id);
  return (
    <Form method="post" className="form">
      <input type="hidden" name="intent" value={intent} />
      <div className={wrong ? "field wrong" : "field"}>
        <label htmlFor={id}>{m.account_password()}</label>
        {wrong && <p className="error">{wrong}</p>}
        <input id={id} name="password" type="password" autoComplete="current-password" required />
      </div>
      <Button kind="primary" type="submit">
        {label}
      </Button>
    </Form>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <Callout kind="warn" title={m.account_recovery()}>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code className="one-time">{code}</code>
          </li>
        ))}
      </ul>
      <p>{m.account_recovery_note()}</p>
    </Callout>
  );
}
