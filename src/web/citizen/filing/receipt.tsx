import { Form, redirect } from "react-router";
import { appContext } from "../../context.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { KeyValues } from "../../ui/stepper.tsx";
import type { Route } from "./+types/receipt.ts";
import { filingPath, receiptPath } from "./paths.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { filing } = context.get(appContext);
  const access = filing.cookie.read(request);
  const draft = access && (await filing.openDraft(access));
  if (!access || !draft?.sent) throw redirect(filingPath, 303);
  const { code, trackingSecret, agencyName, at, digest } = await filing.receipt(access);
  return { code, trackingSecret, agencyName, at, digest };
}

export default function Receipt({
  loaderData: { code, trackingSecret, agencyName, at, digest },
}: Route.ComponentProps) {
  return (
    <div className="filing">
      <title>{`${m.filing_sent()} · ${m.ui_product()}`}</title>
      <h1>{m.filing_sent()}</h1>
      <p className="lead">{m.filing_sent_lead()}</p>
      <KeyValues
        pairs={[
          [m.filing_sent_code(), <strong key="code">{code}</strong>],
          [m.filing_sent_secret(), <strong key="secret">{trackingSecret}</strong>],
          [m.filing_sent_office(), agencyName],
          [m.filing_sent_at(), `${at.slice(11, 16)} · ${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`],
          [m.filing_sent_digest(), <code key="digest">{digest}</code>],
        ]}
      />
      <p className="buttons">
        <a className="button primary" href={`${receiptPath}/tai-ve`}>
          {m.filing_sent_pdf()}
        </a>
        <a className="button secondary" href={`${receiptPath}/ban-da-nop`}>
          {m.filing_sent_text()}
        </a>
      </p>
      <p className="hint">{m.filing_sent_text_hint()}</p>
      <h2>{m.filing_sent_next()}</h2>
      <p>{m.filing_sent_next_text()}</p>
      <p>
        <a href="/track">{m.citizen_track()}</a>
      </p>
      <Form method="post" action={filingPath}>
        <Button type="submit" name="intent" value="leave">
          {m.filing_sent_done()}
        </Button>
      </Form>
    </div>
  );
}
