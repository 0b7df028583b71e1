import { useState } from "react";
import { Link } from "react-router";
import type { OpenedIdentity } from "../../../casework/identity/index.ts";
import { sayInstant } from "../../account/instant.ts";
import { appContext, sessionContext } from "../../context.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout, Flash } from "../../ui/callout.tsx";
import { TextArea } from "../../ui/field.tsx";
import { shown } from "../matters/shown.ts";
import type { Route } from "./+types/identity.ts";
import { askDesk } from "./ask-desk.ts";
import { type IdentityPayload, readPayload } from "./identity-payload.ts";
import { openKeyApart } from "./key-desk.ts";
import { OpenedPeople } from "./opened-people.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { SealedFiles } from "./sealed-files.tsx";
import { openText } from "./sealing.ts";
import { Working } from "./set-up.tsx";
import { useLock } from "./use-lock.ts";
import { fromNames } from "./words.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { identity } = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const line = await shown(identity.sealedLine(asker, { id: params.id }));
  const { agencies } = await shown(identity.custody(asker));
  const mine = agencies.find(({ agencyId }) => agencyId === line.agencyId)?.mine ?? null;
  return { line, sealedKey: mine?.sealedKey ?? null, viewer: who.displayName };
}

interface Opened {
  readonly payload: IdentityPayload;
  readonly files: OpenedIdentity["files"];
  readonly secret: string;
  readonly at: Date;
}

export default function Identity({ loaderData }: Route.ComponentProps) {
  const { line, sealedKey, viewer } = loaderData;
  const [opened, setOpened] = useState<Opened>();
  const [wasLocked, setLocked] = useState(false);
  const lock = () => {
    setOpened(undefined);
    setLocked(true);
  };
  useLock(opened !== undefined, lock);
  return (
    <div className="custodian">
      <title>{`${line.pseudonym} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to={`/office/custodian?agency=${line.agencyId}`}>← {m.custodian_sealed()}</Link>
      </p>
      <h1>{line.pseudonym}</h1>
      <p className="lead-line">
        {m.custodian_taken_line({ date: sayDate(line.takenOn), from: fromNames[line.from]() })}
        {line.petition && ` · ${line.petition.code}`}
      </p>
      {wasLocked && !opened && <Flash>{m.custodian_locked()}</Flash>}
      {!sealedKey && (
        <Callout kind="info">
          <Link to={`/office/custodian?agency=${line.agencyId}`}>{m.custodian_key_first()}</Link>
        </Callout>
      )}
      {sealedKey && !line.sealedForMe && <Callout kind="warn">{m.custodian_not_for_your_key()}</Callout>}
      {sealedKey && line.sealedForMe && !opened && (
        <OpenForm
          id={line.id}
          sealedKey={sealedKey}
          onOpened={(found) => {
            setLocked(false);
            setOpened(found);
          }}
        />
      )}
      {opened && (
        <>
          <OpenedPeople
            payload={opened.payload}
            at={opened.at}
            viewer={viewer}
            code={line.petition?.code}
            onLock={lock}
          />
          <SealedFiles
            files={opened.files}
            secret={opened.secret}
            identityId={line.id}
            agencyId={line.agencyId}
            mayAdd={line.petition !== null}
            watermark={`${viewer} · ${sayInstant(opened.at)}`}
          />
        </>
      )}
    </div>
  );
}

type Step = "busy" | "wrong" | "no-purpose" | { readonly problem: string };
const purposeLengthMin = 10;

function OpenForm({ id, sealedKey, onOpened }: { id: string; sealedKey: string; onOpened: (opened: Opened) => void }) {
  const [purpose, setPurpose] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [step, setStep] = useState<Step>();
  const open = async () => {
    if (purpose.trim().length < purposeLengthMin) return setStep("no-purpose");
    setStep("busy");
    try {
      // First the passphrase: a mistyped one is not yet a look, and leaves no line in the ledger.
      const secret = await openKeyApart(sealedKey, passphrase);
      if (!secret) return setStep("wrong");
      const answer = await askDesk("open", { id, purpose });
      if ("problem" in answer) return setStep(answer);
      const text = await openText(answer.value.ciphertext, secret);
      if (text === undefined) return setStep({ problem: m.custodian_not_for_your_key() });
      onOpened({ payload: readPayload(text), files: answer.value.files, secret, at: new Date() });
    } catch {
      setStep({ problem: m.custodian_failed() });
    }
  };
  return (
    <form
      className="form panel"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h2>{m.custodian_open()}</h2>
      <p className="quiet">{m.custodian_open_note()}</p>
      {typeof step === "object" && (
        <div role="alert">
          <Callout kind="danger">{step.problem}</Callout>
        </div>
      )}
      <TextArea
        name="purpose"
        label={m.custodian_purpose()}
        hint={m.custodian_purpose_hint()}
        error={step === "no-purpose" ? m.custodian_purpose_short() : undefined}
        rows={3}
        required
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <PassphraseField
        id="passphrase"
        label={m.custodian_my_passphrase()}
        error={step === "wrong" ? m.custodian_passphrase_wrong() : undefined}
        value={passphrase}
        onChange={setPassphrase}
      />
      <Button kind="primary" type="submit">
        {m.custodian_open()}
      </Button>
      <Working isBusy={step === "busy"} />
    </form>
  );
}
