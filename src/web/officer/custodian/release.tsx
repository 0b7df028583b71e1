import { useState } from "react";
import { Link } from "react-router";
import type { ReleaseLine } from "../../../casework/identity/index.ts";
import { sayInstant } from "../../account/instant.ts";
import { appContext, sessionContext } from "../../context.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout, EmptyState, Flash } from "../../ui/callout.tsx";
import { orRefusal } from "../../ui/refusal.ts";
import { shown } from "../matters/shown.ts";
import type { Route } from "./+types/release.ts";
import { askDesk } from "./ask-desk.ts";
import { AskRelease } from "./ask-release.tsx";
import { type IdentityPayload, readPayload } from "./identity-payload.ts";
import { openKeyApart } from "./key-desk.ts";
import type { LetterPaper } from "./letter.tsx";
import { OpenedPeople } from "./opened-people.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { openText } from "./sealing.ts";
import { Working } from "./set-up.tsx";
import { useLock } from "./use-lock.ts";
import { ReleaseFacts } from "./waiting.tsx";

/** Mẫu số 05 of NĐ 31/2019: the letter that must reach the denouncer. */
const acceptanceForm = "05";

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { petitions, identity, matters } = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const { id, code, kind, pseudonym, matterId } = await shown(petitions.openPetition(asker, { petitionId: params.id }));
  if (kind !== "denunciation") throw new Response(null, { status: 404 });
  const { rows } = await shown(identity.releases(asker, { which: "mine", petitionId: id }));
  const sheet = matterId ? await orRefusal(matters.openMatterSheet(asker, { matterId })) : undefined;
  const issued = sheet && "value" in sheet ? sheet.value.papers.filter(({ number }) => number !== null) : [];
  const ordered = issued.toSorted((a, b) => Number(b.form === acceptanceForm) - Number(a.form === acceptanceForm));
  const papers = ordered.map((paper) => ({ id: paper.id, name: `${say(paper.name)} ${paper.number ?? ""}` }));
  const asked = new URL(request.url).searchParams.has("asked");
  return { petition: { id, code, pseudonym }, rows, papers, asked };
}

export default function Release({ loaderData }: Route.ComponentProps) {
  const { petition, rows, papers, asked } = loaderData;
  const isWaiting = rows.some(({ state }) => state === "waiting");
  return (
    <div className="custodian">
      <title>{`${m.custodian_release_title({ code: petition.code })} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to={`/office/petitions/${petition.id}`}>← {m.matters_petition({ code: petition.code })}</Link>
      </p>
      <h1>{m.custodian_release_title({ code: petition.code })}</h1>
      <p className="lead-line">{petition.pseudonym}</p>
      {asked && <Flash>{m.custodian_asked()}</Flash>}
      <section>
        <h2>{m.custodian_my_requests()}</h2>
        {rows.length === 0 && (
          <EmptyState title={m.custodian_none_asked()}>
            <p>{m.custodian_none_asked_text()}</p>
          </EmptyState>
        )}
        {rows.map((row) => (
          <article key={row.id} className="panel release">
            {/* A refusal is said below, with its reason. */}
            <ReleaseFacts row={{ ...row, reason: null }} />
            <Outcome row={row} code={petition.code} papers={papers} />
          </article>
        ))}
      </section>
      {isWaiting ? (
        <p className="quiet">{m.custodian_wait_note()}</p>
      ) : (
        <AskRelease petitionId={petition.id} isFirst={rows.length === 0} />
      )}
    </div>
  );
}

interface OutcomeProps {
  row: ReleaseLine;
  code: string;
  papers: readonly LetterPaper[];
}

function Outcome({ row, code, papers }: OutcomeProps) {
  if (row.state === "approved") return <ViewRelease row={row} code={code} papers={papers} />;
  if (row.state === "refused")
    return <Callout kind="warn">{m.custodian_refused_because({ reason: row.reason ?? "" })}</Callout>;
  if (row.state === "expired")
    return <Callout kind="info">{m.custodian_expired({ date: row.until ? sayDate(row.until) : "" })}</Callout>;
  return null;
}

interface Viewed {
  readonly payload: IdentityPayload;
  readonly viewer: string;
  readonly at: Date;
}

function ViewRelease({ row, code, papers }: OutcomeProps) {
  const [passphrase, setPassphrase] = useState("");
  const [viewed, setViewed] = useState<Viewed>();
  const [step, setStep] = useState<"busy" | "wrong" | "locked" | { readonly problem: string }>();
  const lock = () => {
    setViewed(undefined);
    setStep("locked");
  };
  useLock(viewed !== undefined, lock);
  const view = async () => {
    setStep("busy");
    try {
      const answer = await askDesk("view", { releaseId: row.id });
      if ("problem" in answer) return setStep(answer);
      const { ciphertext, sealedKey, watermark } = answer.value;
      const secret = await openKeyApart(sealedKey, passphrase);
      if (!secret) return setStep("wrong");
      const text = await openText(ciphertext, secret);
      if (text === undefined) return setStep({ problem: m.custodian_failed() });
      setPassphrase("");
      setStep(undefined);
      setViewed({ payload: readPayload(text), viewer: watermark.viewer, at: new Date(watermark.at) });
    } catch {
      setStep({ problem: m.custodian_failed() });
    }
  };
  if (viewed) return <OpenedPeople {...viewed} code={code} papers={papers} onLock={lock} />;
  return (
    <form
      className="form"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void view();
      }}
    >
      <p className="quiet">{m.custodian_view_note()}</p>
      {step === "locked" && <Flash>{m.custodian_locked()}</Flash>}
      {typeof step === "object" && (
        <div role="alert">
          <Callout kind="danger">{step.problem}</Callout>
        </div>
      )}
      <PassphraseField
        id={`view-${row.id}`}
        label={m.custodian_release_passphrase_of({ at: sayInstant(new Date(row.askedAt)) })}
        error={step === "wrong" ? m.custodian_passphrase_wrong() : undefined}
        value={passphrase}
        onChange={setPassphrase}
      />
      <Button kind="primary" type="submit">
        {m.custodian_view()}
      </Button>
      <Working isBusy={step === "busy"} />
    </form>
  );
}
