import { Form, Link } from "react-router";
import type { PetitionSheet } from "../../../casework/petitions/index.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { DateInput, Select, TextArea } from "../../ui/field.tsx";
import { dayAsTyped } from "../matters/act-fields.tsx";
import { errorOf, type Problem } from "../matters/shown.ts";
import { type FormProps, Hidden } from "./petition-forms.tsx";
import type { TypedAnswer } from "./transfer-actions.ts";
import { transferStates } from "./transfer-words.ts";

interface AnswerProps {
  readonly typed: TypedAnswer;
  readonly problems: readonly Problem[];
}
interface AgencyChoice {
  readonly id: string;
  readonly name: string;
}

export function AnswerForms({
  keys,
  typed,
  problems,
}: AnswerProps & { keys: { readonly accept: string; readonly return: string } }) {
  return (
    <section className="panel main-panel">
      <h2>{m.transfers_answer()}</h2>
      <p className="quiet">{m.transfers_answer_note()}</p>
      <Form method="post" className="form">
        <Hidden intent="accept" formKey={keys.accept} />
        <Button kind="primary" type="submit">
          {m.transfers_accept()}
        </Button>
      </Form>
      <details className="fold" open={typed.intent === "return"}>
        <summary>{m.transfers_return()}</summary>
        <Form method="post" className="form">
          <Hidden intent="return" formKey={keys.return} />
          <TextArea
            name="reason"
            rows={3}
            label={m.transfers_return_reason()}
            hint={m.transfers_reason_hint()}
            defaultValue={typed.reason}
            error={errorOf(problems, "reason")}
            required
          />
          <Button type="submit">{m.transfers_return_do()}</Button>
        </Form>
      </details>
    </section>
  );
}

function AgencySelect({
  name,
  label,
  agencies,
  chosen,
  problems,
}: {
  name: string;
  label: string;
  agencies: readonly AgencyChoice[];
  chosen: string;
  problems: readonly Problem[];
}) {
  return (
    <Select
      name={name}
      label={label}
      defaultValue={chosen}
      error={errorOf(problems, name)}
      required
      options={[
        { value: "", label: m.transfers_choose() },
        ...agencies.map((each) => ({ value: each.id, label: each.name })),
      ]}
    />
  );
}

export function DecideForm({
  formKey,
  agencies,
  typed,
  problems,
}: AnswerProps & { formKey: string; agencies: readonly AgencyChoice[] }) {
  return (
    <section className="panel main-panel">
      <h2>{m.transfers_decide()}</h2>
      <p className="quiet">{m.transfers_decide_note()}</p>
      <Form method="post" className="form">
        <Hidden intent="decide" formKey={formKey} />
        <AgencySelect
          name="handlerId"
          label={m.transfers_decide_handler()}
          agencies={agencies}
          chosen={typed.handlerId}
          problems={problems}
        />
        <TextArea
          name="reason"
          rows={3}
          label={m.transfers_decide_reason()}
          hint={m.transfers_reason_hint()}
          defaultValue={typed.reason}
          error={errorOf(problems, "reason")}
          required
        />
        <ConfirmDialog label={m.transfers_decide_do()} question={m.transfers_decide_confirm()}>
          <Button kind="primary" type="submit">
            {m.ui_confirm()}
          </Button>
        </ConfirmDialog>
      </Form>
    </section>
  );
}

/** Handing the petition to another agency; from the third time on it goes to the common superior, and the form says so. */
export function TransferForm({
  sheet,
  formKey,
  typed,
  problems,
  today,
  agencies,
}: FormProps & { agencies: readonly AgencyChoice[] }) {
  const mine = typed.intent === "transfer" ? problems : [];
  const third = sheet.transfers.length >= 2;
  return (
    <details className="fold" id="transfer" open={typed.intent === "transfer"}>
      <summary>{m.transfers_form()}</summary>
      <p className="quiet">{m.transfers_form_note()}</p>
      {third && <Callout kind="warn">{m.transfers_form_third({ count: sheet.transfers.length })}</Callout>}
      <Form method="post" className="form">
        <Hidden intent="transfer" formKey={formKey} />
        <AgencySelect
          name="toAgencyId"
          label={m.transfers_to()}
          agencies={agencies.filter(({ id }) => id !== sheet.agencyId)}
          chosen={typed.toAgencyId}
          problems={problems}
        />
        <TextArea
          name="transferReason"
          rows={3}
          label={m.transfers_reason()}
          hint={m.transfers_reason_hint()}
          defaultValue={typed.transferReason}
          error={errorOf(mine, "reason")}
          required
        />
        <DateInput
          name="transferOn"
          label={m.transfers_on()}
          defaultValue={typed.transferOn || dayAsTyped(today)}
          error={errorOf(mine, "transferOn") ?? errorOf(mine, "on")}
          required
        />
        <ConfirmDialog
          label={third ? m.transfers_form_refer() : m.transfers_form_do()}
          question={third ? m.transfers_form_refer_confirm() : m.transfers_form_confirm()}
        >
          <Button kind="primary" type="submit">
            {m.ui_confirm()}
          </Button>
        </ConfirmDialog>
      </Form>
    </details>
  );
}

/** How often the petition was handed over, from where to where and why. */
export function TransferHistory({ transfers }: Pick<PetitionSheet, "transfers">) {
  if (transfers.length === 0) return null;
  return (
    <section>
      <h2>{m.transfers_history({ count: transfers.length })}</h2>
      {transfers.some(({ state }) => state === "decided") && <p>{m.transfers_bound()}</p>}
      <ol className="plain-list">
        {transfers.map((each) => (
          <li key={each.id}>
            {each.state === "outside" ? (
              `${each.from} → ${each.to}`
            ) : (
              <Link to={`/office/transfers/${each.id}`}>{`${each.from} → ${each.handler ?? each.to}`}</Link>
            )}
            <br />
            <span className="quiet">
              {sayDate(each.on)} · {transferStates[each.state]()} · {each.reason}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
