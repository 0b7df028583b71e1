import { useId, useState } from "react";
import { useNavigate } from "react-router";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { askDesk } from "./ask-desk.ts";
import { sealKeyApart } from "./key-desk.ts";
import { isStrongPassphrase, suggestPassphrase, tidyPassphrase } from "./passphrase.ts";
import { PassphraseField } from "./passphrase-field.tsx";
import { makeKeyPair } from "./sealing.ts";

/** The first visit of a custodian: what the key is, what to do with the passphrase, and the making of it. */
export function SetUp({ agency }: { agency: { agencyId: string; name: string; recovery: boolean } }) {
  return (
    <div className="custodian-set-up">
      <p className="lead">{m.custodian_set_up_lead({ agency: agency.name })}</p>
      <ol className="how">
        <li>
          <h2>{m.custodian_what_key()}</h2>
          <p>{m.custodian_what_key_text()}</p>
        </li>
        <li>
          <h2>{m.custodian_what_passphrase()}</h2>
          <p>{m.custodian_what_passphrase_text()}</p>
        </li>
        <li>
          <h2>{m.custodian_forget()}</h2>
          <p>{agency.recovery ? m.custodian_forget_recovery() : m.custodian_forget_none()}</p>
        </li>
      </ol>
      {!agency.recovery && <Callout kind="warn">{m.custodian_no_recovery()}</Callout>}
      <MakeKey agencyId={agency.agencyId} />
    </div>
  );
}

function MakeKey({ agencyId }: { agencyId: string }) {
  const navigate = useNavigate();
  const { fields, passphrase, problem, check } = useNewPassphrase();
  const [isKept, setKept] = useState(false);
  const [failed, setFailed] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const make = async () => {
    if (!check()) return;
    setBusy(true);
    setFailed(undefined);
    try {
      const { recipient, secret } = await makeKeyPair();
      const sealedKey = await sealKeyApart(secret, passphrase);
      const answer = await askDesk("hold", { agencyId, recipient, sealedKey });
      if ("problem" in answer) setFailed(answer.problem);
      else await navigate(`/office/custodian?agency=${agencyId}&made=1`);
    } catch {
      setFailed(m.custodian_failed());
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="form panel"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h2>{m.custodian_make_key()}</h2>
      {failed && (
        <div role="alert">
          <Callout kind="danger">{failed}</Callout>
        </div>
      )}
      {fields}
      <label className="choice">
        <input
          type="checkbox"
          id="kept"
          required
          checked={isKept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />{" "}
        <span>{m.custodian_kept()}</span>
      </label>
      <Button kind="primary" type="submit" aria-disabled={isBusy || problem !== undefined}>
        {m.custodian_make_key()}
      </Button>
      <Working isBusy={isBusy} />
    </form>
  );
}

/** Said while the passphrase is worked on, which takes seconds on purpose. */
export function Working({ isBusy }: { isBusy: boolean }) {
  return (
    <p role="status" className="quiet">
      {isBusy ? m.custodian_working() : ""}
    </p>
  );
}

/** Two fields for a passphrase that is chosen now, with a suggestion by chance. */
export function useNewPassphrase() {
  const id = useId();
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [suggested, setSuggested] = useState<string>();
  const [problem, setProblem] = useState<"weak" | "differs">();
  const check = (): boolean => {
    const isWeak = !isStrongPassphrase(passphrase);
    const differs = tidyPassphrase(passphrase) !== tidyPassphrase(again);
    const wrong = isWeak ? "weak" : differs ? "differs" : undefined;
    setProblem(wrong);
    if (wrong) document.getElementById(wrong === "weak" ? "new-passphrase" : "passphrase-again")?.focus();
    return wrong === undefined;
  };
  const fields = (
    <>
      <p className="suggestion">
        <Button onClick={() => setSuggested(suggestPassphrase())}>{m.custodian_suggest()}</Button>
        {suggested && (
          <output id={`${id}-suggested`}>
            <code className="one-time">{suggested}</code>
          </output>
        )}
      </p>
      <PassphraseField
        id="new-passphrase"
        label={m.custodian_new_passphrase()}
        hint={m.custodian_passphrase_rule()}
        error={problem === "weak" ? m.custodian_passphrase_weak() : undefined}
        value={passphrase}
        onChange={(typed) => {
          setPassphrase(typed);
          setProblem(undefined);
        }}
      />
      <PassphraseField
        id="passphrase-again"
        label={m.custodian_passphrase_again()}
        error={problem === "differs" ? m.custodian_passphrase_differs() : undefined}
        value={again}
        onChange={(typed) => {
          setAgain(typed);
          setProblem(undefined);
        }}
      />
    </>
  );
  const clear = () => {
    setPassphrase("");
    setAgain("");
    setSuggested(undefined);
  };
  return { fields, passphrase, problem, check, clear };
}
