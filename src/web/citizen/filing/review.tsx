import { data, Form, redirect } from "react-router";
import type { Step, WhereItBelongs } from "../../../casework/filing/index.ts";
import { appContext, requestContext } from "../../context.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { PublicationLinks } from "../publications/publication-links.tsx";
import type { Route } from "./+types/review.ts";
import { Earlier, type EarlierAnswer } from "./earlier.tsx";
import { answerOf, openedDraft, type Problem, problemsIn, statusOf } from "./opened-draft.ts";
import { questions, receiptPath, stepPath } from "./paths.ts";
import { Question } from "./question.tsx";
import { answersOf } from "./review-answers.ts";

const step = "kiem-tra";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { access, draft, filing } = await openedDraft(request, context);
  const { publications } = context.get(appContext);
  const world = await filing.world();
  const unready = filing.steps.flatMap((each) =>
    filing.problemsOf(each, draft.filing, world).map(({ message }) => ({ step: each, message: say(message) })),
  );
  const belongs = filing.whereItBelongs(draft.filing, world);
  const office = world.agencies.find(({ code }) => code === draft.filing.fields["agency"]);
  return {
    steps: filing.steps,
    answers: answersOf(draft.filing, office?.name ?? "", belongs),
    unready,
    belongs: belongs ?? null,
    similar: filing.similarAnswers(draft.filing),
    decided: await publications.similarTo(draft.filing),
    saved: { code: draft.code, secret: access.secret, forgetOn: draft.forgetOn, isNew: false },
  };
}

interface Answer {
  readonly problems: readonly Problem[];
  readonly confirm: string;
  readonly earlier?: EarlierAnswer;
}

export async function action({ request, context }: Route.ActionArgs) {
  const { filing } = context.get(appContext);
  const { network } = context.get(requestContext);
  const access = filing.cookie.read(request);
  if (!access) return redirect("/nop-don", 303);
  const form = await request.formData();
  if (formText(form, "intent") === "earlier") return compareWithEarlier(request, context, form);
  const sent = await orRefusal(filing.send(access, { network }, formText(form, "confirm")));
  if ("refusal" in sent)
    return data<Answer>({ problems: problemsIn(sent.refusal, "send"), confirm: "" }, answerOf(sent.refusal));
  if ("confirm" in sent.value) return data<Answer>({ problems: [], confirm: sent.value.confirm });
  return redirect(receiptPath, 303);
}

/** The secret of the receipt stands in the body alone, both ways. */
async function compareWithEarlier(request: Request, context: Route.ActionArgs["context"], form: FormData) {
  const { draft, filing } = await openedDraft(request, context);
  const { network } = context.get(requestContext);
  const [code, secret] = [formText(form, "code").trim(), formText(form, "secret").trim()];
  const refuse = (problems: readonly Problem[], status: number) =>
    data<Answer>({ problems, confirm: "", earlier: { found: null, code, secret: "" } }, { status });
  const missing: Problem[] = [];
  if (!code) missing.push({ field: "code", message: m.citizen_code_missing() });
  if (!secret) missing.push({ field: "secret", message: m.citizen_secret_missing() });
  if (missing.length > 0) return refuse(missing, 422);
  const answer = await orRefusal(filing.earlierPetition(draft.filing, { code, secret, network }));
  if ("refusal" in answer) return refuse(problemsIn(answer.refusal, "code"), statusOf(answer.refusal));
  if (!answer.value) return refuse([{ field: "code", message: m.citizen_none() }], 404);
  return data<Answer>({ problems: [], confirm: "", earlier: { found: answer.value, code, secret } });
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const { steps, answers, unready, belongs, similar, decided, saved } = loaderData;
  return (
    <Question step={step} steps={steps} problems={actionData?.problems ?? []} saved={saved}>
      {unready.length > 0 && (
        <Callout kind="warn" title={m.filing_unready()}>
          <ul>
            {unready.map(({ step: to, message }) => (
              <li key={to + message}>
                <a href={`${stepPath(to)}?from=kiem-tra`}>{message}</a>
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <Answers answers={answers} />
      {belongs && <Belongs belongs={belongs} />}
      {similar.length > 0 && (
        <section>
          <h2>{m.filing_similar()}</h2>
          <p>{m.filing_similar_text()}</p>
          <ul className="law-links">
            {similar.map(({ title, text, path }) => (
              <li key={path + title.vi}>
                <a href={path}>{say(title)}</a>
                <span>{say(text)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {decided.length > 0 && (
        <section>
          <h2>{m.publications_similar()}</h2>
          <p>{m.publications_not_same()}</p>
          <PublicationLinks publications={decided} />
        </section>
      )}
      <Earlier answer={actionData?.earlier} problems={actionData?.problems ?? []} />
      <Form method="post" id="send" className="form send">
        {actionData?.confirm && (
          <>
            <input type="hidden" name="confirm" value={actionData.confirm} />
            <Callout kind="warn" title={m.filing_confirm()}>
              {m.filing_confirm_text()}
            </Callout>
          </>
        )}
        {unready.length === 0 && (
          <>
            <p>{m.filing_send_note()}</p>
            <Button type="submit" kind="primary">
              {m.filing_send()}
            </Button>
          </>
        )}
      </Form>
      <p>
        <a href={stepPath("tai-lieu")}>{m.filing_back()}</a>
      </p>
    </Question>
  );
}

function Answers({ answers }: { answers: readonly (readonly [Step, readonly string[]])[] }) {
  return (
    <dl className="review">
      {answers.map(([to, lines]) => (
        <div key={to}>
          <dt>{questions[to]()}</dt>
          <dd>
            {lines.length === 0 && (
              <p className="quiet">{to === "tai-lieu" ? m.filing_files_none() : m.filing_not_said()}</p>
            )}
            {lines.map((line) => (
              <p key={line} className="long">
                {line}
              </p>
            ))}
            <a href={`${stepPath(to)}?from=kiem-tra`}>
              {m.filing_change()} <span className="visually-hidden">{questions[to]()}</span>
            </a>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Belongs({ belongs: { first, article, here } }: { belongs: WhereItBelongs }) {
  const said = { who: say(first), article };
  return (
    <Callout kind="info" title={m.filing_belongs()}>
      {here === false ? m.filing_belongs_elsewhere(said) : m.filing_belongs_here(said)}
    </Callout>
  );
}
