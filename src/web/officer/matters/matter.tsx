import { data, Link, redirect, type ShouldRevalidateFunctionArgs } from "react-router";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Callout, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { KeyValues, Stepper } from "../../ui/stepper.tsx";
import { typedDate } from "../../ui/typed-date.ts";
import { AskIdentity, mayAskRelease } from "../petitions/ask-identity.tsx";
import { RelatedMatters } from "../petitions/petition-panels.tsx";
import { ToConflicts } from "../petitions/to-conflicts.tsx";
import type { Route } from "./+types/matter.ts";
import { MatterActs } from "./matter-acts.tsx";
import { MatterFile } from "./matter-file.tsx";
import { MatterNext } from "./matter-next.tsx";
import { MatterPapers } from "./matter-papers.tsx";
import { MatterRecordings } from "./matter-recordings.tsx";
import { MatterTimeline } from "./matter-timeline.tsx";
import { PaperPreview } from "./paper-preview.tsx";
import { type Problem, problemsOf, shown, statusOf } from "./shown.ts";
import { ToPublications } from "./to-publications.tsx";

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const sheet = await shown(app.matters.openMatterSheet(asker, { matterId: params.id }));
  const [petition] = sheet.petitions;
  const asksFor = sheet.restricted && petition && mayAskRelease(who) ? petition.id : undefined;
  const newest = asksFor
    ? (await shown(app.identity.releases(asker, { which: "mine", petitionId: asksFor }))).rows[0]
    : undefined;
  const query = new URL(request.url).searchParams;
  const actName = (id: string | null) => sheet.acts.find(({ act }) => act.id === id)?.act.name;
  return {
    sheet,
    identity: asksFor && { petitionId: asksFor, newest: newest && { state: newest.state, until: newest.until } },
    keys: Object.fromEntries(sheet.papers.map((paper) => [paper.id, crypto.randomUUID()])),
    done: actName(query.get("done")),
    drafted: actName(query.get("drafted")),
    saved: query.has("saved"),
  };
}

const steps = ["check", "approve", "sign", "number", "send"] as const;
const recipients = [
  "petitioner",
  "representative",
  "respondent",
  "superior",
  "inspectorate",
  "forwarder",
  "related",
  "other",
] as const;
const methods = ["in-person", "post", "electronic", "posting"] as const;

export async function action({ request, params, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const form = await request.formData();
  const onTyped = formText(form, "on");
  const on = typedDate(onTyped) ?? (onTyped === "" ? context.get(requestContext).today : undefined);
  const refuse = (problems: readonly Problem[], status: number) => data({ problems }, { status });
  if (!on) return refuse([{ message: m.matters_bad_date() }], 422);
  const shared = { key: formText(form, "key"), paperId: formText(form, "paperId") };
  const recipient = recipients.find((each) => each === formText(form, "recipient"));
  const step = steps.find((each) => each === formText(form, "step"));
  const reason = form.has("returnReason") ? formText(form, "returnReason") : undefined;
  const work =
    reason !== undefined
      ? app.matters.returnPaper(asker, { ...shared, reason })
      : recipient && !step
        ? app.matters.recordDeliveryReceipt(asker, { ...shared, recipient, receivedOn: on })
        : app.matters.stepPaper(asker, {
            ...shared,
            step: step ?? "check",
            on,
            recipients: recipients.filter((each) => form.getAll("recipients").includes(each)),
            method: methods.find((each) => each === formText(form, "method")) ?? "post",
          });
  const answer = await orRefusal<unknown>(work);
  if ("value" in answer) return redirect(`/office/matters/${params.id}?saved=1#papers`, 303);
  return refuse(problemsOf(answer.refusal), statusOf(answer.refusal));
}

/** What somebody else did meanwhile is shown with the refusal. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === 409 || defaultShouldRevalidate;
}

export default function Matter({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, identity, keys, done, drafted, saved } = loaderData;
  const people = sheet.people.filter((each) => each.role === "petitioner");
  const draft = sheet.papers.findLast((paper) => ["draft", "checked", "approved", "signed"].includes(paper.state));
  const published = sheet.acts.some(({ act }) => act.publishes && sheet.timeline.some((each) => each.act === act.id));
  const at = sheet.stages.findIndex((stage) => stage.id === sheet.state.stage);
  return (
    <div className={draft ? "beside" : undefined}>
      <div className="matter">
        <title>{`${sheet.code} · ${m.ui_product()}`}</title>
        <p className="eyebrow">
          <Link to="/office/list">{m.matters_back_list()}</Link>
        </p>
        <h1>{m.matters_matter({ code: sheet.code })}</h1>
        <p className="lead-line">
          {people[0]?.name}
          {people.length > 1 && ` ${m.matters_and_others({ count: people.length - 1 })}`}
          {people.length > 0 && " · "}
          {say(sheet.state.name)}
        </p>
        {done && <Flash>{m.matters_done_act({ name: say(done) })}</Flash>}
        {drafted && <Flash>{m.matters_done_draft({ name: say(drafted) })}</Flash>}
        {saved && <Flash>{m.matters_done()}</Flash>}
        <ErrorSummary problems={actionData?.problems ?? []} />
        {sheet.restricted && <Callout kind="warn">{m.matters_restricted()}</Callout>}
        {sheet.lawMove && (
          <Callout kind="info" title={m.matters_law_move()}>
            <p>
              {say(sheet.lawMove.what)} <cite>{sheet.lawMove.article}</cite>
            </p>
          </Callout>
        )}
        <p className="quiet">{say(sheet.procedure)}</p>
        <Stepper
          label={m.matters_stages()}
          stages={sheet.stages.map((stage, i) => ({
            id: stage.id,
            name: say(stage.name),
            state: i < at || sheet.state.final ? "done" : i === at ? "now" : "later",
          }))}
        />
        <MatterNext sheet={sheet} />
        <MatterActs sheet={sheet} />
        <MatterPapers sheet={sheet} keys={keys} />
        <MatterRecordings sheet={sheet} />
        <MatterTimeline sheet={sheet} />
        <section>
          <h2>{m.matters_petitions_in()}</h2>
          <KeyValues
            pairs={[
              [m.matters_received(), sayDate(sheet.receivedOn)],
              [m.matters_agency(), sheet.agencyName],
              [m.matters_in_charge(), sheet.assignee?.name ?? m.matters_unassigned()],
            ]}
          />
          {sheet.petitions.map((petition) => (
            <article key={petition.id} className="petition-in">
              <h3>
                <Link to={`/office/petitions/${petition.id}`}>{m.matters_petition({ code: petition.code })}</Link>
              </h3>
              <p className="long">{petition.content}</p>
              <KeyValues
                pairs={(
                  [
                    [m.matters_request(), petition.request],
                    [m.matters_contested(), petition.contestedAct],
                    [m.matters_respondent(), petition.respondent],
                  ] as const
                ).filter(([, value]) => value)}
              />
            </article>
          ))}
        </section>
        <RelatedMatters
          matters={sheet.related.map((each) => ({ ...each, name: say(each.procedure), state: say(each.state) }))}
        />
        <MatterFile sheet={sheet}>
          {identity && <AskIdentity {...identity} />}
          {published && <ToPublications matterId={sheet.id} />}
          {sheet.restricted && sheet.petitions[0] && <ToConflicts petitionId={sheet.petitions[0].id} />}
        </MatterFile>
      </div>
      {draft && <PaperPreview paperId={draft.id} version={draft.version} name={say(draft.name)} />}
    </div>
  );
}
