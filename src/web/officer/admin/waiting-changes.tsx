import { data, Form, Link, redirect } from "react-router";
import type { ChangeLine } from "../../../casework/access/index.ts";
import type { Asker } from "../../../casework/setting.ts";
import type { App } from "../../../server/app.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog } from "../../ui/button.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { Table } from "../../ui/table.tsx";
import { type Problem, problemsOf, statusOf } from "../matters/shown.ts";
import { roleNames } from "./words.ts";

/** The part of the administrator's action that confirms, refuses or takes back a proposal. */
export async function decideChange({ access }: App, asker: Asker, form: FormData) {
  const [changeId, reason, intent] = [
    formText(form, "changeId"),
    formText(form, "reason"),
    formText(form, "intent"),
  ] as const;
  const refuse = (problems: readonly Problem[], status: number) =>
    data({ typed: null, problems, made: null }, { status });
  if (intent === "confirm-change") {
    const answer = await orRefusal(access.confirmChange(asker, { changeId }));
    if ("refusal" in answer) return refuse(problemsOf(answer.refusal), statusOf(answer.refusal));
    const password = answer.value.oneTimePassword;
    if (password === null) return redirect("/office/admin?decided=confirmed", 303);
    const made = { name: formText(form, "name"), password, waits: false };
    return data({ typed: null, problems: [] as readonly Problem[], made });
  }
  const answer = await orRefusal(access.refuseChange(asker, { changeId, reason }));
  if ("refusal" in answer) return refuse(problemsOf(answer.refusal), statusOf(answer.refusal));
  return redirect(`/office/admin?decided=${intent === "withdraw-change" ? "withdrawn" : "refused"}`, 303);
}

export function WaitingChanges({ changes }: { changes: readonly ChangeLine[] }) {
  const waiting = changes.filter(({ state }) => state === "waiting");
  const decided = changes.filter(({ state }) => state !== "waiting");
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{m.admin_changes()}</h2>
      <p className="quiet">{m.admin_changes_lead()}</p>
      {waiting.length === 0 ? (
        <p>{m.admin_changes_none()}</p>
      ) : (
        <ul className="changes">
          {waiting.map((change) => (
            <Waiting key={change.id} change={change} />
          ))}
        </ul>
      )}
      {decided.length > 0 && <Decided changes={decided} />}
    </section>
  );
}

function Waiting({ change }: { change: ChangeLine }) {
  const { proposedBy, proposedOn, lapsesOn, isMine, mayConfirm } = change;
  return (
    <li>
      <p className="change-what">
        <strong>{sayChange(change)}</strong> {saySpan(change)}
      </p>
      <p className="quiet">
        {m.admin_change_meta({ by: proposedBy, on: sayDate(proposedOn), until: sayDate(lapsesOn) })}{" "}
        <Link to={`/office/admin/officers/${change.officer.id}`}>{change.officer.name}</Link>
      </p>
      <div className="actions">
        {mayConfirm && (
          <ConfirmDialog label={m.admin_change_confirm()} question={m.admin_change_confirm_ask()}>
            <Decide change={change} intent="confirm-change" label={m.admin_change_confirm()} />
          </ConfirmDialog>
        )}
        {isMine ? (
          <Decide change={change} intent="withdraw-change" label={m.admin_change_withdraw()} />
        ) : (
          <details className="confirm">
            <summary className="button secondary">{m.admin_change_refuse()}</summary>
            <div className="confirm-body">
              <Form method="post" className="form">
                <input type="hidden" name="changeId" value={change.id} />
                <div className="field">
                  <label htmlFor={`reason-${change.id}`}>{m.admin_change_reason()}</label>
                  <input id={`reason-${change.id}`} name="reason" maxLength={500} required autoComplete="off" />
                </div>
                <Button type="submit" name="intent" value="refuse-change">
                  {m.admin_change_refuse()}
                </Button>
              </Form>
            </div>
          </details>
        )}
      </div>
      {!mayConfirm && <p className="quiet">{isMine ? m.admin_change_yours() : m.admin_change_not_you()}</p>}
    </li>
  );
}

function Decide({ change, intent, label }: { change: ChangeLine; intent: string; label: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="changeId" value={change.id} />
      <input type="hidden" name="name" value={change.officer.name} />
      <Button kind={intent === "confirm-change" ? "primary" : "secondary"} type="submit" name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  );
}

function Decided({ changes }: { changes: readonly ChangeLine[] }) {
  return (
    <details className="fold">
      <summary>{m.admin_change_decided()}</summary>
      <Table
        caption={m.admin_change_decided()}
        rows={changes}
        keyOf={(each) => each.id}
        columns={[
          { key: "what", name: m.admin_change_col_what(), cell: (each) => sayChange(each) },
          {
            key: "state",
            name: m.admin_change_col_state(),
            cell: (each) => (
              <span>
                <Badge tone={each.state === "confirmed" ? "green" : "neutral"}>{sayState(each.state)}</Badge>{" "}
                {each.reason}
              </span>
            ),
          },
          { key: "by", name: m.admin_change_col_by(), cell: (each) => each.decidedBy ?? "" },
          { key: "on", name: m.admin_change_col_on(), cell: (each) => sayDate(each.decidedOn ?? each.lapsesOn) },
        ]}
      />
    </details>
  );
}

export function sayChange({ kind, officer: { name }, role, agencyName: agency }: ChangeLine): string {
  if (kind === "second-factor-reset") return m.admin_change_factor({ name });
  if (kind === "password-reset" || role === null) return m.admin_change_password({ name });
  const words = { name, agency, role: roleNames[role]() };
  return kind === "grant" ? m.admin_change_grant(words) : m.admin_change_end(words);
}

function saySpan({ kind, from, to }: ChangeLine): string {
  if (kind === "end") return to === null ? "" : `· ${m.admin_change_last_day({ date: sayDate(to) })}`;
  if (from === null) return "";
  return `· ${to === null ? m.admin_since({ from: sayDate(from) }) : m.admin_from_to({ from: sayDate(from), to: sayDate(to) })}`;
}

function sayState(state: ChangeLine["state"]): string {
  if (state === "confirmed") return m.admin_change_confirmed();
  if (state === "refused") return m.admin_change_refused();
  return state === "withdrawn" ? m.admin_change_withdrawn() : m.admin_change_lapsed();
}
