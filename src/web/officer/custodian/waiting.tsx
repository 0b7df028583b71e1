import { useState } from "react";
import { Form, useRevalidator } from "react-router";
import type { ReleaseLine } from "../../../casework/identity/index.ts";
import { addDays, type CivilDate } from "../../../time/civil-date.ts";
import { sayInstant } from "../../account/instant.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog } from "../../ui/button.tsx";
import { Callout, EmptyState } from "../../ui/callout.tsx";
import { KeyValues } from "../../ui/stepper.tsx";
import { Pager } from "../../ui/table.tsx";
import { askDesk } from "./ask-desk.ts";
import { openKeyApart } from "./key-desk.ts";
import { PassphraseField } from "./passphrase-field.tsx";
import { openText, sealText } from "./sealing.ts";
import { Working } from "./set-up.tsx";
import { releaseKinds, releaseStates } from "./words.ts";

/** Releases that wait for a custodian, and those decided, newest first. */
export function Waiting({
  rows,
  next,
  sealedKey,
  today,
}: {
  rows: readonly ReleaseLine[];
  next: string | undefined;
  sealedKey: string | null;
  today: CivilDate;
}) {
  if (rows.length === 0)
    return (
      <EmptyState title={m.custodian_none_waiting()}>
        <p>{m.custodian_none_waiting_text()}</p>
      </EmptyState>
    );
  return (
    <>
      {rows.map((row) => (
        <article key={row.id} className="panel release" id={`release-${row.id}`}>
          <ReleaseFacts row={row} />
          {row.state === "waiting" && (
            <div className="decide">
              {sealedKey && (
                <details className="fold">
                  <summary>{m.custodian_approve()}</summary>
                  <Approve row={row} sealedKey={sealedKey} today={today} />
                </details>
              )}
              <details className="fold">
                <summary>{m.custodian_refuse()}</summary>
                <Refuse row={row} />
              </details>
            </div>
          )}
          {row.state === "approved" && (
            <Form method="post">
              <input type="hidden" name="intent" value="end" />
              <input type="hidden" name="releaseId" value={row.id} />
              <ConfirmDialog label={m.custodian_end()} question={m.custodian_end_ask()}>
                <Button type="submit">{m.custodian_end()}</Button>
              </ConfirmDialog>
            </Form>
          )}
        </article>
      ))}
      <Pager next={next} />
    </>
  );
}

export function ReleaseFacts({ row }: { row: ReleaseLine }) {
  const state = releaseStates[row.state];
  return (
    <>
      <h3>
        {releaseKinds[row.kind]()} · {row.pseudonym ?? "–"}{" "}
        <span className={`badge ${state.badge}`}>{state.name()}</span>
      </h3>
      <KeyValues
        pairs={[
          [m.custodian_petition(), row.petition.code ?? "–"],
          [m.custodian_asked_by(), `${row.askedBy}, ${sayInstant(new Date(row.askedAt))}`],
          [m.custodian_purpose(), row.purpose],
          row.until
            ? [m.custodian_until(), sayDate(row.until)]
            : [m.custodian_days_asked(), m.custodian_days({ count: row.days })],
          ...(row.decidedBy ? [[m.custodian_decided_by(), row.decidedBy] as const] : []),
          ...(row.reason ? [[m.custodian_reason(), row.reason] as const] : []),
        ]}
      />
    </>
  );
}

type Step = "busy" | "wrong" | { readonly problem: string };

function Approve({ row, sealedKey, today }: { row: ReleaseLine; sealedKey: string; today: CivilDate }) {
  const { revalidate } = useRevalidator();
  const [passphrase, setPassphrase] = useState("");
  const [days, setDays] = useState(String(row.days));
  const [step, setStep] = useState<Step>();
  const count = Math.min(row.days, Math.max(1, Math.trunc(Number(days)) || row.days));
  const until = addDays(today, count);
  const approve = async () => {
    setStep("busy");
    try {
      const secret = await openKeyApart(sealedKey, passphrase);
      if (!secret) return setStep("wrong");
      const sealed = await askDesk("open-for-release", { releaseId: row.id });
      if ("problem" in sealed) return setStep(sealed);
      const text = await openText(sealed.value.ciphertext, secret);
      if (text === undefined) return setStep({ problem: m.custodian_not_for_your_key() });
      const ciphertext = await sealText(text, sealed.value.recipient);
      const answer = await askDesk("approve", { releaseId: row.id, ciphertext, until });
      if ("problem" in answer) return setStep(answer);
      setPassphrase("");
      await revalidate();
    } catch {
      setStep({ problem: m.custodian_failed() });
    }
  };
  return (
    <form
      className="form"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void approve();
      }}
    >
      <p className="quiet">{m.custodian_approve_note()}</p>
      {typeof step === "object" && (
        <div role="alert">
          <Callout kind="danger">{step.problem}</Callout>
        </div>
      )}
      <div className="field">
        <label htmlFor={`days-${row.id}`}>{m.custodian_days_given()}</label>
        <p className="hint" id={`days-hint-${row.id}`}>
          {m.custodian_days_given_hint({ date: sayDate(until) })}
        </p>
        <input
          id={`days-${row.id}`}
          className="short"
          type="number"
          min={1}
          max={row.days}
          value={days}
          aria-describedby={`days-hint-${row.id}`}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
      </div>
      <PassphraseField
        id={`passphrase-${row.id}`}
        label={m.custodian_my_passphrase()}
        error={step === "wrong" ? m.custodian_passphrase_wrong() : undefined}
        value={passphrase}
        onChange={setPassphrase}
      />
      <Button kind="primary" type="submit">
        {m.custodian_approve()}
      </Button>
      <Working isBusy={step === "busy"} />
    </form>
  );
}

function Refuse({ row }: { row: ReleaseLine }) {
  const id = `reason-${row.id}`;
  return (
    <Form method="post" className="form">
      <input type="hidden" name="intent" value="refuse" />
      <input type="hidden" name="releaseId" value={row.id} />
      <div className="field">
        <label htmlFor={id}>{m.custodian_reason()}</label>
        <p className="hint" id={`${id}-hint`}>
          {m.custodian_reason_hint()}
        </p>
        <textarea id={id} name="reason" rows={3} required minLength={10} aria-describedby={`${id}-hint`} />
      </div>
      <Button type="submit">{m.custodian_refuse()}</Button>
    </Form>
  );
}
