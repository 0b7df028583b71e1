import { useState } from "react";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout, Flash } from "../../ui/callout.tsx";
import { KeyValues } from "../../ui/stepper.tsx";
import { askDesk } from "./ask-desk.ts";
import { openKeyApart, sealKeyApart } from "./key-desk.ts";
import { PassphraseField } from "./passphrase-field.tsx";
import { useNewPassphrase, Working } from "./set-up.tsx";

interface MyKeyProps {
  agencyId: string;
  sealedKey: string;
  recipient: string;
  since: string;
  custodians: number;
  recovery: boolean;
}

export function MyKey({ agencyId, sealedKey, recipient, since, custodians, recovery }: MyKeyProps) {
  return (
    <section>
      <h2>{m.custodian_my_key()}</h2>
      <KeyValues
        pairs={[
          [m.custodian_key_since(), since],
          [m.custodian_key_public(), <code key="recipient">{recipient}</code>],
          [m.custodian_key_others(), m.custodian_key_others_count({ count: custodians })],
          [m.custodian_key_recovery(), recovery ? m.custodian_key_recovery_yes() : m.custodian_key_recovery_no()],
        ]}
      />
      {!recovery && <Callout kind="warn">{m.custodian_no_recovery()}</Callout>}
      {custodians < 2 && <Callout kind="info">{m.custodian_alone()}</Callout>}
      <details className="fold">
        <summary>{m.custodian_change_passphrase()}</summary>
        <ChangePassphrase agencyId={agencyId} sealedKey={sealedKey} />
      </details>
    </section>
  );
}

function ChangePassphrase({ agencyId, sealedKey }: { agencyId: string; sealedKey: string }) {
  const { fields, passphrase, check, clear } = useNewPassphrase();
  const [old, setOld] = useState("");
  const [state, setState] = useState<"busy" | "wrong" | "done" | { readonly problem: string }>();
  const change = async () => {
    if (!check()) return;
    setState("busy");
    try {
      const secret = await openKeyApart(sealedKey, old);
      if (!secret) return setState("wrong");
      const answer = await askDesk("change-key", { agencyId, sealedKey: await sealKeyApart(secret, passphrase) });
      if ("problem" in answer) return setState(answer);
      clear();
      setOld("");
      setState("done");
    } catch {
      setState({ problem: m.custodian_failed() });
    }
  };
  return (
    <form
      className="form"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      {state === "done" && <Flash>{m.custodian_passphrase_changed()}</Flash>}
      {typeof state === "object" && <Callout kind="danger">{state.problem}</Callout>}
      <PassphraseField
        id="old-passphrase"
        label={m.custodian_old_passphrase()}
        error={state === "wrong" ? m.custodian_passphrase_wrong() : undefined}
        value={old}
        onChange={setOld}
      />
      {fields}
      <Button kind="primary" type="submit">
        {m.custodian_change_passphrase()}
      </Button>
      <Working isBusy={state === "busy"} />
    </form>
  );
}
