import { data, Link, redirect } from "react-router";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";
import { Callout, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { orRefusal } from "../../ui/refusal.ts";
import { KeyValues } from "../../ui/stepper.tsx";
import { problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/transfer.ts";
import { LetterPanel } from "./letter-panel.tsx";
import { answerTransfer, typedAnswer } from "./transfer-actions.ts";
import { AnswerForms, DecideForm } from "./transfer-forms.tsx";
import { transferStates } from "./transfer-words.ts";
import { sayKind } from "./words.ts";

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const sheet = await shown(app.transfers.transferSheet(asker, { transferId: params.id }));
  const agencies = sheet.mayDecide ? await shown(app.agencies.agencyTree(asker, { asOf: today })) : [];
  return {
    sheet,
    agencies: agencies.map(({ id, name }) => ({ id, name })),
    keys: {
      accept: crypto.randomUUID(),
      return: crypto.randomUUID(),
      decide: crypto.randomUUID(),
      step: crypto.randomUUID(),
    },
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const typed = typedAnswer(await request.formData());
  const answer = await orRefusal(answerTransfer(app, asker, params.id, typed));
  if ("refusal" in answer)
    return data({ typed, problems: problemsOf(answer.refusal) }, { status: statusOf(answer.refusal) });
  if (typed.intent === "accept" && "petitionId" in answer.value)
    return redirect(`/office/petitions/${answer.value.petitionId}?saved=1`, 303);
  return redirect(`/office/transfers/${params.id}?saved=${typed.intent}`, 303);
}

export default function Transfer({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, agencies, keys, saved } = loaderData;
  const problems = actionData?.problems ?? [];
  const typed = actionData?.typed ?? typedAnswer(new FormData());
  const view = sheet.mayAnswer ? "incoming" : sheet.mayDecide ? "deciding" : "sent";
  return (
    <div className="petition">
      <title>{`${m.transfers_one({ code: sheet.code })} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to={`/office/transfers?view=${view}`}>{m.transfers_title()}</Link>
      </p>
      <h1>{m.transfers_one({ code: sheet.code })}</h1>
      <p className="lead-line">
        {sayKind(sheet.kind)} · {transferStates[sheet.state]()} · {m.transfers_nth({ n: sheet.ordinal })}
      </p>
      {saved !== null && <Flash>{m.transfers_done()}</Flash>}
      <ErrorSummary problems={problems} />
      {sheet.state === "referred" && (
        <Callout kind="warn">{m.transfers_referred_note({ superior: sheet.to, count: sheet.ordinal })}</Callout>
      )}
      <div className="two">
        <div>
          <KeyValues
            pairs={[
              [m.transfers_from(), sheet.from],
              [sheet.wished === null ? m.transfers_to() : m.transfers_superior(), sheet.to],
              ...(sheet.wished === null ? [] : [[m.transfers_wished(), sheet.wished] as const]),
              [m.transfers_on(), sayDate(sheet.on)],
            ]}
          />
          <section>
            <h2>{m.transfers_reason()}</h2>
            <p className="long">{sheet.reason}</p>
          </section>
          {sheet.answeredOn && (
            <section>
              <h2>{transferStates[sheet.state]()}</h2>
              <p>
                {sayDate(sheet.answeredOn)}
                {sheet.handler && ` · ${m.transfers_handler({ name: sheet.handler })}`}
              </p>
              {sheet.answer && <p className="long">{sheet.answer}</p>}
            </section>
          )}
        </div>
        <div className="work">
          {sheet.maySeePetition && (
            <p>
              <LinkButton to={`/office/petitions/${sheet.petitionId}`}>{m.transfers_to_petition()}</LinkButton>
            </p>
          )}
          {sheet.mayAnswer && <AnswerForms keys={keys} typed={typed} problems={problems} />}
          {sheet.mayDecide && (
            <DecideForm formKey={keys.decide} agencies={agencies} typed={typed} problems={problems} />
          )}
          <LetterPanel letter={sheet.letter} formKey={keys.step} note={m.transfers_letter_once()} />
        </div>
      </div>
    </div>
  );
}
