import { data, Form, Link } from "react-router";
import { yearOf } from "../../../time/civil-date.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Flash } from "../../ui/callout.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Select, TextInput } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { Table } from "../../ui/table.tsx";
import { errorOf, type Problem, problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/admin.ts";
import { OneTimePassword } from "./one-time-password.tsx";
import { demandFactor, SecondFactorRules } from "./second-factor-rules.tsx";
import { decideChange, WaitingChanges } from "./waiting-changes.tsx";
import { roleNames, roleOf, roleOptions } from "./words.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const mine = who.grants.filter((grant) => grant.role === "administrator").map((grant) => grant.agencyId);
  if (mine.length === 0) throw new Response(null, { status: 404 });
  const [officers, agencies, years, factorRules, changes] = await Promise.all([
    shown(app.access.listOfficers(asker, {})),
    shown(app.agencies.agencyTree(asker, { asOf: today })),
    app.calendar.years(),
    shown(app.access.secondFactorRules(asker)),
    shown(app.access.listChanges(asker)),
  ]);
  return {
    officers,
    agencies: agencies.filter((each) => mine.includes(each.id)).map(({ id, name }) => ({ id, name })),
    years: years
      .filter((each) => each.year <= yearOf(today) + 1)
      .map(({ year, verified, days }) => ({ year, verified, days: days.length }))
      .toReversed(),
    factorRules,
    changes,
    decided: new URL(request.url).searchParams.get("decided"),
    today,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { asker } = context.get(sessionContext);
  const form = await request.formData();
  if (formText(form, "changeId")) return decideChange(context.get(appContext), asker, form);
  if (formText(form, "intent") === "factor") return demandFactor(context.get(appContext), asker, form);
  const typed = {
    displayName: formText(form, "displayName"),
    jobTitle: formText(form, "jobTitle").trim(),
    username: formText(form, "username"),
    agencyId: formText(form, "agencyId"),
    role: formText(form, "role"),
  };
  const refuse = (problems: readonly Problem[], status: number) => data({ typed, problems, made: null }, { status });
  const role = roleOf(typed.role);
  if (!role) return refuse([{ field: "role", message: m.matters_act_choose() }], 422);
  const { jobTitle, ...rest } = typed;
  const answer = await orRefusal(
    context.get(appContext).access.createOfficer(asker, { ...rest, role, ...(jobTitle ? { jobTitle } : {}) }),
  );
  if ("refusal" in answer) return refuse(problemsOf(answer.refusal), statusOf(answer.refusal));
  // Shown in the answer to the post itself: the password stands in no address and is kept nowhere.
  const { oneTimePassword: password, outcome } = answer.value;
  const made = { name: typed.displayName, password, waits: outcome === "waiting" };
  return data({ typed: null, problems: [] as readonly Problem[], made });
}

const decidedWords: Readonly<Record<string, () => string>> = {
  confirmed: m.admin_decided_confirmed,
  refused: m.admin_decided_refused,
  withdrawn: m.admin_decided_withdrawn,
};

export default function Admin({ loaderData, actionData }: Route.ComponentProps) {
  const { officers, agencies, years, factorRules, changes, decided, today } = loaderData;
  const typed = actionData?.typed;
  const problems = actionData?.problems ?? [];
  return (
    <>
      <title>{`${m.admin_title()} · ${m.ui_product()}`}</title>
      <h1>{m.admin_title()}</h1>
      {actionData?.made && <OneTimePassword {...actionData.made} />}
      {!actionData && decided && decidedWords[decided] && <Flash>{decidedWords[decided]()}</Flash>}
      <ErrorSummary problems={problems} />
      <WaitingChanges changes={changes} />
      <h2>{m.admin_officers()}</h2>
      <p className="quiet">{m.admin_officers_lead()}</p>

      <Table
        caption={m.admin_officers()}
        rows={officers}
        keyOf={(each) => each.id}
        columns={[
          {
            key: "name",
            name: m.admin_col_name(),
            cell: (each) => (
              <>
                <Link to={`/office/admin/officers/${each.id}`}>{each.displayName}</Link>{" "}
                <span className="quiet">{each.jobTitle}</span>
              </>
            ),
          },
          { key: "username", name: m.admin_col_username(), cell: (each) => each.username },
          {
            key: "roles",
            name: m.admin_col_roles(),
            cell: (each) =>
              each.grants
                .filter((grant) => !grant.to || grant.to >= today)
                .map((grant) => `${roleNames[grant.role]()} (${grant.agencyCode})`)
                .join(", "),
          },
          {
            key: "state",
            name: m.admin_col_state(),
            cell: (each) => (
              <span>
                <Badge tone={each.active ? "green" : "neutral"}>
                  {each.active ? m.admin_active() : m.admin_closed()}
                </Badge>{" "}
                {each.active && each.mustChangePassword && <span className="quiet">{m.admin_must_change()}</span>}
              </span>
            ),
          },
        ]}
      />

      <details className="fold" open={typed !== null && typed !== undefined}>
        <summary>{m.admin_new()}</summary>
        <Form method="post" className="form" key={actionData?.made?.password ?? "new"}>
          <TextInput
            name="displayName"
            label={m.admin_display_name()}
            defaultValue={typed?.displayName}
            error={errorOf(problems, "displayName")}
            autoComplete="off"
            required
          />
          <TextInput name="jobTitle" label={m.admin_job_title()} defaultValue={typed?.jobTitle} autoComplete="off" />
          <TextInput
            name="username"
            label={m.admin_username()}
            hint={m.admin_username_hint()}
            defaultValue={typed?.username}
            error={errorOf(problems, "username")}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Select
            name="agencyId"
            label={m.admin_agency()}
            defaultValue={typed?.agencyId}
            options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
          <Select
            name="role"
            label={m.admin_role()}
            defaultValue={typed?.role}
            error={errorOf(problems, "role")}
            options={roleOptions()}
            required
          />
          <Button kind="primary" type="submit">
            {m.admin_create()}
          </Button>
        </Form>
      </details>
      <SecondFactorRules agencies={agencies} rules={factorRules} />
      <h2>{m.admin_calendar()}</h2>
      <p className="quiet">{m.admin_calendar_lead()}</p>
      <Table
        caption={m.admin_calendar()}
        rows={years}
        keyOf={(each) => `${each.year}`}
        columns={[
          {
            key: "year",
            name: m.admin_col_year(),
            cell: (each) => <Link to={`/office/admin/calendar?year=${each.year}`}>{each.year}</Link>,
          },
          {
            key: "verified",
            name: m.admin_col_verified(),
            cell: (each) => (
              <Badge tone={each.verified ? "green" : "amber"}>
                {each.verified ? m.admin_verified() : m.admin_not_verified()}
              </Badge>
            ),
          },
          { key: "days", name: m.admin_col_days(), number: true, cell: (each) => sayNumber(each.days) },
        ]}
      />
      <p>
        <LinkButton to="/office/admin/calendar">{m.admin_cal_open()}</LinkButton>
      </p>
      <h2>{m.notices_undelivered()}</h2>
      <p className="quiet">{m.notices_undelivered_about()}</p>
      <p>
        <LinkButton to="/office/admin/notices">{m.notices_undelivered_open()}</LinkButton>
      </p>
    </>
  );
}
