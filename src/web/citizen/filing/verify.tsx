import { data, Form } from "react-router";
import type { VerifiedReceipt } from "../../../casework/filing/index.ts";
import { appContext } from "../../context.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FileInput, TextArea } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { KeyValues } from "../../ui/stepper.tsx";
import type { Route } from "./+types/verify.ts";

const longest = 4000;

/** The QR code leads here; nothing in it is about a person. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { filing } = context.get(appContext);
  const text = new URL(request.url).searchParams.get("q")?.slice(0, longest) ?? "";
  return { key: filing.publishedKey(), answer: text === "" ? null : filing.verifyReceipt(text) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { filing } = context.get(appContext);
  const form = await request.formData();
  const file = form.get("file");
  const text = formText(form, "text").trim().slice(0, longest);
  const given = file instanceof File && file.size > 0 ? await file.bytes() : text;
  if (given === "") return data({ answer: null, missing: true }, { status: 422 });
  return data({ answer: filing.verifyReceipt(given), missing: false });
}

export default function Verify({ loaderData, actionData }: Route.ComponentProps) {
  const answer = actionData ? actionData.answer : loaderData.answer;
  const { key } = loaderData;
  return (
    <div className="filing">
      <title>{`${m.filing_verify()} · ${m.ui_product()}`}</title>
      <h1>{m.filing_verify()}</h1>
      <p className="lead">{m.filing_verify_lead()}</p>
      <ErrorSummary problems={actionData?.missing ? [{ field: "text", message: m.filing_verify_missing() }] : []} />
      {answer && <Answer answer={answer} />}
      <Form method="post" action="/kiem-tra-bien-nhan" encType="multipart/form-data" className="form">
        <TextArea
          name="text"
          label={m.filing_verify_text()}
          error={actionData?.missing ? m.filing_verify_missing() : undefined}
          rows={4}
          maxLength={longest}
          spellCheck={false}
        />
        <FileInput name="file" label={m.filing_verify_file()} hint="PDF" accept="application/pdf" />
        <Button type="submit" kind="primary">
          {m.filing_verify_button()}
        </Button>
      </Form>
      {key && (
        <section>
          <h2>{m.filing_verify_key()}</h2>
          <p>{m.filing_verify_key_text()}</p>
          <p>Ed25519, {key.keyId}</p>
          <p className="answer-small">
            <code>{key.publicKey}</code>
          </p>
          <p>
            <a href="/api/v1/receipts/key">{m.trail_as_data()}</a>
          </p>
        </section>
      )}
    </div>
  );
}

function Answer({ answer }: { answer: VerifiedReceipt }) {
  if (!answer.valid)
    return (
      <Callout kind="danger" title={m.filing_invalid()}>
        {faults[answer.fault]()}
      </Callout>
    );
  const { code, at, agency, digest } = answer.statement;
  return (
    <section role="status" className="callout done">
      <h2>{m.filing_valid()}</h2>
      <KeyValues
        pairs={[
          [m.filing_sent_code(), code],
          [m.filing_sent_at(), `${at.slice(11, 19)} · ${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`],
          [m.filing_sent_office(), agency],
          [m.filing_sent_digest(), <code key="digest">{digest}</code>],
        ]}
      />
      <p>{m.filing_verify_compare()}</p>
    </section>
  );
}

const faults: Readonly<Record<Extract<VerifiedReceipt, { valid: false }>["fault"], () => string>> = {
  "no-receipt": m.filing_fault_no_receipt,
  unreadable: m.filing_fault_unreadable,
  "unknown-key": m.filing_fault_unknown_key,
  signature: m.filing_fault_signature,
};
