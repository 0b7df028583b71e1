import { useState } from "react";
import { useNavigate } from "react-router";
import type { ReleaseKind } from "../../../casework/identity/index.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { TextArea, TextInput } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { askDesk } from "./ask-desk.ts";
import { sealKeyApart } from "./key-desk.ts";
import { makeKeyPair } from "./sealing.ts";
import { useNewPassphrase, Working } from "./set-up.tsx";
import { releaseKinds } from "./words.ts";

const hints: Partial<Record<ReleaseKind, () => string>> = {
  "identity-check": m.custodian_kind_check_hint,
  letter: m.custodian_kind_letter_hint,
  protection: m.custodian_kind_protection_hint,
  authority: m.custodian_kind_authority_hint,
};

/** Asks for the identity behind a denunciation. The key for this one release is made here. */
export function AskRelease({ petitionId, isFirst }: { petitionId: string; isFirst: boolean }) {
  return isFirst ? (
    <section className="panel">
      <h2>{m.custodian_ask()}</h2>
      <AskForm petitionId={petitionId} />
    </section>
  ) : (
    <details className="fold">
      <summary>{m.custodian_ask_again()}</summary>
      <AskForm petitionId={petitionId} />
    </details>
  );
}

function AskForm({ petitionId }: { petitionId: string }) {
  const navigate = useNavigate();
  const { fields, passphrase, check } = useNewPassphrase();
  const [step, setStep] = useState<"busy" | { readonly problem: string }>();
  const ask = async (form: FormData) => {
    if (!check()) return;
    setStep("busy");
    try {
      const { recipient, secret } = await makeKeyPair();
      const sealedKey = await sealKeyApart(secret, passphrase);
      const [purpose, kind, days] = [formText(form, "purpose"), formText(form, "kind"), formText(form, "days")];
      const answer = await askDesk("ask", { petitionId, purpose, kind, days, recipient, sealedKey });
      if ("problem" in answer) return setStep(answer);
      setStep(undefined);
      await navigate(`/office/petitions/${petitionId}/release?asked=1`);
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
        void ask(new FormData(event.currentTarget));
      }}
    >
      <p className="quiet">{m.custodian_ask_lead()}</p>
      {typeof step === "object" && (
        <div role="alert">
          <Callout kind="danger">{step.problem}</Callout>
        </div>
      )}
      <RadioGroup
        name="kind"
        label={m.custodian_kind()}
        required
        options={Object.entries(releaseKinds).map(([value, name]) => ({
          value,
          label: name(),
          ...hintOf(value),
        }))}
      />
      <TextArea
        name="purpose"
        label={m.custodian_purpose()}
        hint={m.custodian_ask_purpose_hint()}
        rows={3}
        minLength={10}
        required
      />
      <TextInput
        name="days"
        className="short"
        label={m.custodian_days_needed()}
        hint={m.custodian_days_hint()}
        type="number"
        min={1}
        max={30}
        defaultValue="5"
        required
      />
      <p className="quiet">{m.custodian_release_passphrase_note()}</p>
      {fields}
      <Button kind="primary" type="submit">
        {m.custodian_ask_do()}
      </Button>
      <Working isBusy={step === "busy"} />
    </form>
  );
}

function hintOf(kind: string): { readonly hint?: string } {
  const hint = Object.entries(hints).find(([name]) => name === kind)?.[1];
  return hint ? { hint: hint() } : {};
}
