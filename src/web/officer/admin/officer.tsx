import { data, Form, Link, redirect } from "react-router";
import type { OfficerLine, Outcome } from "../../../casework/access/index.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog } from "../../ui/button.tsx";
import { Flash } from "../../ui/callout.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { DateInput, Select } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { typedDate } from "../../ui/typed-date.ts";
import { dayAsTyped } from "../matters/act-fields.tsx";
import { errorOf, type Problem, problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/officer.ts";
import { AccountSheet } from "./account-sheet.tsx";
import { OneTimePassword } from "./one-time-password.tsx";
import { roleNames, roleOf, roleOptions } from "./words.ts";

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const mine = who.grants.filter((grant) => grant.role === "administrator").map((grant) => grant.agencyId);
  const officers = mine.length > 0 ? await shown(app.access.listOfficers(asker, {})) : [];
  const officer = officers.find((each) => each.id === params.id);
  if (!officer) throw new Response(null, { status: 404 });
  const agencies = await shown(app.agencies.agencyTree(asker, { asOf: today }));
  // Who also holds a role where the asker administers nothing: the account is not theirs to look into.
  const sheet = await orRefusal(app.access.accountSheet(asker, { officerId: officer.id }));
  return {
    officer,
    sheet: "value" in sheet ? sheet.value : null,
    delegations: await shown(app.access.listDelegations(asker, { officerId: officer.id })),
    agencies: agencies.filter((each) => mine.includes(each.id)).map(({ id, name }) => ({ id, name })),
    today,
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { access } = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const form = await request.formData();
  const officerId = params.id;
  const refuse = (problems: readonly Problem[], status: number) => data({ problems, password: null }, { status });
  const done = (outcome?: string) =>
    redirect(`/office/admin/officers/${officerId}?saved=${outcome?.replace("done-", "") ?? "done"}`, 303);
  const badDate = (field: string) => refuse([{ field, message: m.matters_bad_date() }], 422);
  const intent = formText(form, "intent");
  if (intent === "reset") {
    const answer = await orRefusal(access.resetPassword(asker, { officerId }));
    if ("refusal" in answer) return refuse(problemsOf(answer.refusal), statusOf(answer.refusal));
    const { oneTimePassword: password, outcome } = answer.value;
    return password === null ? done(outcome) : data({ problems: [] as readonly Problem[], password });
  }
  let work: Promise<Outcome | undefined>;
  if (intent === "end-sessions") {
    work = access.endSessionsOf(asker, { officerId }).then(() => undefined);
  } else if (intent === "reset-factor") {
    work = access.resetSecondFactor(asker, { officerId });
  } else if (intent === "unlink") {
    work = access.unlinkSingleSignOnOf(asker, { officerId }).then(() => undefined);
  } else if (intent === "end") {
    const lastDay = typedDate(formText(form, "lastDay"));
    if (!lastDay) return badDate("lastDay");
    work = access.endRole(asker, { grantId: formText(form, "grantId"), lastDay });
  } else if (intent === "grant") {
    const role = roleOf(formText(form, "role"));
    const from = typedDate(formText(form, "from"));
    const toTyped = formText(form, "to").trim();
    const to = typedDate(toTyped);
    if (!role) return refuse([{ field: "role", message: m.matters_act_choose() }], 422);
    if (!from) return badDate("from");
    if (toTyped && !to) return badDate("to");
    const agencyId = formText(form, "agencyId");
    work = access.grantRole(asker, { officerId, agencyId, role, from, ...(to ? { to } : {}) });
  } else if (intent !== "close" && intent !== "reopen") {
    return refuse([], 422);
  } else {
    work = access.setActive(asker, { officerId, active: intent === "reopen" }).then(() => undefined);
  }
  const answer = await orRefusal(work);
  return "value" in answer ? done(answer.value?.outcome) : refuse(problemsOf(answer.refusal), statusOf(answer.refusal));
}

export default function Officer({ loaderData, actionData }: Route.ComponentProps) {
  const { officer, sheet, delegations, agencies, today, saved } = loaderData;
  const problems = actionData?.problems ?? [];
  return (
    <>
      <title>{`${officer.displayName} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to="/office/admin">{m.admin_title()}</Link>
      </p>
      <h1>{officer.displayName}</h1>
      <p className="lead-line">
        {[officer.jobTitle, officer.username].filter(Boolean).join(" · ")}{" "}
        <Badge tone={officer.active ? "green" : "neutral"}>
          {officer.active ? m.admin_active() : m.admin_closed()}
        </Badge>
      </p>
      {saved && !actionData && <Flash>{sayOutcome(saved)}</Flash>}
      {actionData?.password && (
        <OneTimePassword name={officer.displayName} password={actionData.password} waits={false} />
      )}
      <ErrorSummary problems={problems} />
      <h2>{m.admin_col_roles()}</h2>
      <ul className="grants">
        {officer.grants.map((grant) => (
          <Grant key={grant.id} grant={grant} ended={grant.to !== null && grant.to < today} today={dayAsTyped(today)} />
        ))}
        {delegations
          .filter(({ state }) => state === "now" || state === "coming")
          .map((each) => (
            <li key={each.id}>
              <strong>{m.account_delegation()}</strong> · {each.agencyName} ·{" "}
              {m.admin_from_to({ from: sayDate(each.from), to: sayDate(each.to) })} · {each.form}.
            </li>
          ))}
      </ul>
      <details className="fold" open={problems.length > 0}>
        <summary>{m.admin_grant()}</summary>
        <Form method="post" className="form">
          <input type="hidden" name="intent" value="grant" />
          <Select
            name="agencyId"
            label={m.admin_agency()}
            options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
          <Select
            name="role"
            label={m.admin_role()}
            error={errorOf(problems, "role")}
            options={roleOptions()}
            required
          />
          <DateInput
            name="from"
            label={m.admin_grant_from()}
            defaultValue={dayAsTyped(today)}
            error={errorOf(problems, "from")}
            required
          />
          <DateInput name="to" label={m.admin_grant_to()} error={errorOf(problems, "to")} />
          <Button kind="primary" type="submit">
            {m.admin_grant_do()}
          </Button>
        </Form>
      </details>
      <h2>{m.admin_col_state()}</h2>
      {sheet && <AccountSheet sheet={sheet} />}
      <ConfirmDialog label={m.admin_sessions_end()} question={m.admin_sessions_end_ask()}>
        <Intent intent="end-sessions" label={m.admin_sessions_end()} />
      </ConfirmDialog>
      <ConfirmDialog label={m.admin_reset()} question={m.admin_reset_ask()} danger>
        <Intent intent="reset" label={m.admin_reset()} />
      </ConfirmDialog>
      <ConfirmDialog label={m.admin_factor_reset()} question={m.admin_factor_reset_ask()} danger>
        <Intent intent="reset-factor" label={m.admin_factor_reset()} />
      </ConfirmDialog>
      {sheet?.singleSignOnSince && (
        <ConfirmDialog label={m.admin_single_unlink()} question={m.admin_single_unlink_ask()} danger>
          <Intent intent="unlink" label={m.admin_single_unlink()} />
        </ConfirmDialog>
      )}
      {officer.active ? (
        <ConfirmDialog label={m.admin_close()} question={m.admin_close_ask()} danger>
          <Intent intent="close" label={m.admin_close()} />
        </ConfirmDialog>
      ) : (
        <Intent intent="reopen" label={m.admin_reopen()} />
      )}
    </>
  );
}

function sayOutcome(saved: string): string {
  if (saved === "waiting") return m.admin_saved_waiting();
  return saved === "alone" ? m.admin_saved_alone() : m.admin_done();
}

function Intent({ intent, label }: { intent: string; label: string }) {
  return (
    <Form method="post">
      <Button kind="primary" type="submit" name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  );
}

function Grant({ grant, ended, today }: { grant: OfficerLine["grants"][number]; ended: boolean; today: string }) {
  const from = sayDate(grant.from);
  return (
    <li>
      <strong>{roleNames[grant.role]()}</strong> · {grant.agencyCode} ·{" "}
      {grant.to ? m.admin_from_to({ from, to: sayDate(grant.to) }) : m.admin_since({ from })}
      {ended && <Badge>{m.admin_ended()}</Badge>}
      {!ended && (
        <details>
          <summary>{m.admin_end()}</summary>
          <Form method="post" className="form inline">
            <input type="hidden" name="intent" value="end" />
            <input type="hidden" name="grantId" value={grant.id} />
            <label>
              {m.admin_end_on()} <input name="lastDay" className="date" defaultValue={today} required />
            </label>
            <Button type="submit">{m.admin_end_do()}</Button>
          </Form>
        </details>
      )}
    </li>
  );
}
