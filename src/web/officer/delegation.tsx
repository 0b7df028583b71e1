import { data, Form, redirect } from "react-router";
import type { DelegationLine } from "../../casework/access/index.ts";
import { appContext, requestContext, sessionContext } from "../context.ts";
import { sayDate } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button, ConfirmDialog } from "../ui/button.tsx";
import { EmptyState, Flash } from "../ui/callout.tsx";
import { Badge } from "../ui/deadline-chip.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { DateInput, Select, TextInput } from "../ui/field.tsx";
import { formText } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import { typedDate } from "../ui/typed-date.ts";
import type { Route } from "./+types/delegation.ts";
import { dayAsTyped } from "./matters/act-fields.tsx";
import { errorOf, type Problem, problemsOf, shown, statusOf } from "./matters/shown.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const headOf = who.grants.filter(({ role, acting }) => role === "head" && !acting).map(({ agencyId }) => agencyId);
  const [lines, officers, agencies] = await Promise.all([
    shown(app.access.listDelegations(asker, {})),
    headOf.length > 0 ? shown(app.access.listOfficers(asker, {})) : [],
    shown(app.agencies.agencyTree(asker, { asOf: today })),
  ]);
  return {
    lines,
    today,
    agencies: agencies.filter(({ id }) => headOf.includes(id)).map(({ id, name }) => ({ id, name })),
    officers: officers
      .filter(
        ({ id, active, grants }) =>
          id !== who.officerId && active && grants.some((each) => headOf.includes(each.agencyId)),
      )
      .map(({ id, displayName, jobTitle }) => ({
        value: id,
        label: [displayName, jobTitle].filter(Boolean).join(", "),
      })),
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { access } = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const form = await request.formData();
  const typed = {
    agencyId: formText(form, "agencyId"),
    officerId: formText(form, "officerId"),
    form: formText(form, "form"),
    from: formText(form, "from"),
    to: formText(form, "to"),
    reason: formText(form, "reason"),
  };
  const refuse = (problems: readonly Problem[], status: number) => data({ problems, typed }, { status });
  const delegationId = formText(form, "delegationId");
  if (delegationId) {
    const ended = await orRefusal(access.endDelegation(asker, { delegationId }));
    return "value" in ended ? done() : refuse(problemsOf(ended.refusal), statusOf(ended.refusal));
  }
  const [from, to] = [typedDate(typed.from), typedDate(typed.to)];
  if (!from || !to) return refuse([{ field: from ? "to" : "from", message: m.matters_bad_date() }], 422);
  const wanted = { ...typed, form: typed.form === "KT" ? "KT" : "TUQ", from, to } as const;
  const made = await orRefusal(access.delegateHead(asker, wanted));
  return "value" in made ? done() : refuse(problemsOf(made.refusal), statusOf(made.refusal));
}

const done = () => redirect("/office/delegation?saved=1", 303);

export default function Delegation({ loaderData, actionData }: Route.ComponentProps) {
  const { lines, officers, agencies, today, isSaved } = loaderData;
  const problems = actionData?.problems ?? [];
  const typed = actionData?.typed;
  return (
    <>
      <title>{`${m.account_delegation()} · ${m.ui_product()}`}</title>
      <h1>{m.account_delegation()}</h1>
      <p className="lead">{m.account_delegation_lead()}</p>
      {isSaved && !actionData && <Flash>{m.account_delegation_done()}</Flash>}
      <ErrorSummary problems={problems} />
      {lines.length === 0 ? (
        <EmptyState title={m.account_delegation_none()} />
      ) : (
        <ul className="changes">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
      {agencies.length > 0 && (
        <>
          <h2>{m.account_delegation_new()}</h2>
          <Form method="post" className="form" key={isSaved ? lines[0]?.id : "new"}>
            {agencies.length === 1 ? (
              <input type="hidden" name="agencyId" value={agencies[0]?.id} />
            ) : (
              <Select
                name="agencyId"
                label={m.account_delegation_agency()}
                defaultValue={typed?.agencyId}
                options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
                required
              />
            )}
            <Select
              name="officerId"
              label={m.account_delegation_to()}
              defaultValue={typed?.officerId}
              error={errorOf(problems, "officerId")}
              options={[{ value: "", label: m.matters_act_choose() }, ...officers]}
              required
            />
            <Select
              name="form"
              label={m.account_delegation_form()}
              hint={m.account_delegation_form_hint()}
              defaultValue={typed?.form}
              error={errorOf(problems, "form")}
              options={[
                { value: "KT", label: m.account_delegation_kt() },
                { value: "TUQ", label: m.account_delegation_tuq() },
              ]}
              required
            />
            <DateInput
              name="from"
              label={m.account_delegation_from()}
              defaultValue={typed?.from ?? dayAsTyped(today)}
              error={errorOf(problems, "from")}
              required
            />
            <DateInput
              name="to"
              label={m.account_delegation_until()}
              defaultValue={typed?.to}
              error={errorOf(problems, "to")}
              required
            />
            <TextInput
              name="reason"
              label={m.account_delegation_reason()}
              hint={m.account_delegation_reason_hint()}
              defaultValue={typed?.reason}
              error={errorOf(problems, "reason")}
              maxLength={500}
              autoComplete="off"
              required
            />
            <Button kind="primary" type="submit">
              {m.account_delegation_do()}
            </Button>
          </Form>
          <h2>{m.account_delegation_limits()}</h2>
          <ul>
            <li>{m.account_delegation_limit_on()}</li>
            <li>{m.account_delegation_limit_reception()}</li>
            <li>{m.account_delegation_limit_answer()}</li>
          </ul>
        </>
      )}
    </>
  );
}

const states = {
  now: m.account_delegation_now,
  coming: m.account_delegation_coming,
  over: m.account_delegation_over,
  "ended-early": m.account_delegation_ended,
} as const;

function Line({ line }: { line: DelegationLine }) {
  const end = line.isMine ? m.account_delegation_give_back() : m.account_delegation_end();
  const days = { from: sayDate(line.from), to: sayDate(line.to), form: `${line.form}.` };
  return (
    <li>
      <p>
        <strong>{m.account_delegation_line({ name: line.toName, agency: line.agencyName })}</strong>{" "}
        {m.account_delegation_days(days)}{" "}
        <Badge tone={line.state === "now" ? "green" : "neutral"}>{states[line.state]()}</Badge>
      </p>
      <p className="quiet">{m.account_delegation_by({ name: line.fromName, reason: line.reason })}</p>
      {line.mayEnd && (
        <ConfirmDialog label={end} question={m.account_delegation_end_ask()}>
          <Form method="post">
            <Button kind="primary" type="submit" name="delegationId" value={line.id}>
              {end}
            </Button>
          </Form>
        </ConfirmDialog>
      )}
    </li>
  );
}

/** On the morning page: whoever acts, and the head for whom somebody acts, are told so. */
export function ActingNow({ lines }: { lines: readonly DelegationLine[] }) {
  return lines
    .filter(({ state }) => state === "now")
    .map((line) => {
      const to = sayDate(line.to);
      return (
        <p className="duty-home" key={line.id}>
          {line.isMine
            ? m.account_delegation_desk_mine({ agency: line.agencyName, to, form: `${line.form}.` })
            : m.account_delegation_desk_other({ name: line.toName, agency: line.agencyName, to })}{" "}
          <a href="/office/delegation">{m.account_delegation_open()}</a>
        </p>
      );
    });
}
