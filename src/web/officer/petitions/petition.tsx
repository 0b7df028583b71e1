import { data, Link, redirect } from "react-router";
import type { PetitionSheet } from "../../../casework/petitions/index.ts";
import type { Asker } from "../../../casework/setting.ts";
import type { App } from "../../../server/app.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { say, sayDate, sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";
import { Callout, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { orRefusal } from "../../ui/refusal.ts";
import { KeyValues, Timeline } from "../../ui/stepper.tsx";
import { Clocks } from "../matters/explained.tsx";
import { inOrder, movedEntries } from "../matters/moved-clocks.tsx";
import { problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/petition.ts";
import { AskIdentity, mayAskRelease } from "./ask-identity.tsx";
import { FileList } from "./file-list.tsx";
import { Letters } from "./letters.tsx";
import { doPetition, type TypedPetition, typedPetition } from "./petition-actions.ts";
import { ClassifyForm, CorrectForm, RouteForm } from "./petition-forms.tsx";
import { CompetencePanel, HandOverForm, Openings, ProcessingPanel, RelatedMatters } from "./petition-panels.tsx";
import { DuplicatesPanel, FiledWith } from "./possible-duplicates.tsx";
import { ToConflicts } from "./to-conflicts.tsx";
import { ToSignatories } from "./to-signatories.tsx";
import { TransferForm, TransferHistory } from "./transfer-forms.tsx";
import { sayEvent, sayKind, sayRole, sayState, sources } from "./words.ts";

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const sheet = await shown(app.petitions.openPetition(asker, { petitionId: params.id }));
  const table = await shown(app.petitions.competenceTable(asker, { petitionId: params.id }));
  const correspondence = await shown(app.petitions.correspondence(asker, { petitionId: params.id }));
  const duplicates = sheet.mayFileAsDuplicate
    ? await shown(app.duplicates.duplicatesOf(asker, { petitionId: params.id }))
    : [];
  const query = new URL(request.url).searchParams;
  const matters = sheet.matters.map(({ id, code, procedure, lawPack, state, closed }) => {
    const words = app.matters.nextInWords({ procedure, lawPack, matterState: state, nextAct: null });
    return { id, code, closed, name: say(words.procedure), state: say(words.state ?? { vi: state, en: state }) };
  });
  return {
    sheet,
    table,
    correspondence,
    duplicates,
    matters,
    against: query.get("against") ?? "",
    today,
    saved: query.has("saved"),
    key: crypto.randomUUID(),
    mayAsk: mayAskRelease(who),
    agencies: sheet.mayTransfer ? await agenciesOf(app, asker, today) : [],
  };
}

async function agenciesOf(app: App, asker: Asker, asOf: CivilDate) {
  const tree = await shown(app.agencies.agencyTree(asker, { asOf }));
  return tree.map(({ id, name }) => ({ id, name }));
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const typed = typedPetition(await request.formData());
  const refuse = (problems: readonly { field?: string; message: string }[], status: number) =>
    data({ typed, problems }, { status });
  const work = doPetition(app, asker, params.id, typed);
  if ("problems" in work) return refuse(work.problems, 422);
  const answer = await orRefusal(work.started);
  if ("refusal" in answer) return refuse(problemsOf(answer.refusal), statusOf(answer.refusal));
  // Whoever handed a denunciation over sees it no more.
  if (typed.intent === "hand-over") return redirect("/office/list?handed=1", 303);
  const done = answer.value;
  if ("transferId" in done) return redirect(`/office/transfers/${done.transferId}?saved=1`, 303);
  if (typed.intent === "process" && "matterId" in done)
    return redirect(`/office/matters/${done.matterId}/acts/check`, 303);
  const to = "matterId" in done ? `/office/matters/${done.matterId}` : `/office/petitions/${params.id}`;
  return redirect(`${to}?saved=1`, 303);
}

export default function Petition({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, table, correspondence, duplicates, matters, against, today, saved, key, mayAsk, agencies } =
    loaderData;
  const problems = actionData?.problems ?? [];
  const typed: TypedPetition = actionData?.typed ?? typedPetition(new FormData());
  const form = { sheet, formKey: key, typed, problems, today };
  return (
    <div className="petition">
      <title>{`${m.matters_petition({ code: sheet.code })} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to="/office/list">{m.matters_back_list()}</Link>
      </p>
      <h1>{m.matters_petition({ code: sheet.code })}</h1>
      <p className="lead-line">
        {sheet.pseudonym ?? sheet.people.find((each) => each.role === "petitioner")?.name ?? sheet.people[0]?.name}
        {" · "}
        {sayKind(sheet.kind)} · {sayState(sheet.state)}
      </p>
      {saved && <Flash>{m.matters_done()}</Flash>}
      <ErrorSummary problems={problems} />
      {sheet.sealed && <Callout kind="warn">{m.matters_sealed()}</Callout>}
      {sheet.pseudonym && <Callout kind="warn">{m.matters_pseudonym({ name: sheet.pseudonym })}</Callout>}
      {sheet.restricted && <Callout kind="warn">{m.matters_restricted()}</Callout>}
      <Moving sheet={sheet} />
      {sheet.matterId && (
        <Callout kind="info">
          <p>{m.matters_in_matter({ code: sheet.matterCode ?? "" })}</p>
          <p>
            <LinkButton to={`/office/matters/${sheet.matterId}`}>
              {m.matters_to_matter({ code: sheet.matterCode ?? "" })}
            </LinkButton>
          </p>
        </Callout>
      )}
      <div className="two">
        <div>
          <PetitionText sheet={sheet} />
          <Letters {...form} typed={typed.body} correspondence={correspondence} />
          <section>
            <h2>{m.matters_clocks()}</h2>
            <Clocks clocks={sheet.clocks} today={today} />
          </section>
          <section>
            <h2>{m.matters_events()}</h2>
            <Timeline
              entries={inOrder(
                movedEntries(sheet.clocks),
                sheet.events.map((event) => ({
                  id: `${event.seq}`,
                  on: event.on,
                  what: (
                    <>
                      <strong>{sayEvent(event.what)}</strong>{" "}
                      {event.officer && <span className="quiet">{m.matters_event_by({ name: event.officer })}</span>}
                    </>
                  ),
                })),
              )}
            />
          </section>
        </div>
        <div className="work">
          {!sheet.mayProcess && sheet.openings.length === 0 && !sheet.matterId && !sheet.duplicateOf && (
            <p className="quiet">{m.matters_read_only()}</p>
          )}
          {sheet.mayProcess && sheet.kind === null && <ClassifyForm {...form} />}
          <FiledWith {...form} />
          <DuplicatesPanel {...form} found={duplicates} />
          {sheet.mayHandOver && <HandOverForm {...form} />}
          <ProcessingPanel {...form} />
          <Openings sheet={sheet} />
          {(sheet.kind === "complaint" || sheet.kind === "denunciation") && (
            <CompetencePanel {...form} table={table} against={against} />
          )}
          {sheet.pseudonym && mayAsk && <AskIdentity petitionId={sheet.id} />}
          {sheet.kind === "denunciation" && <ToConflicts petitionId={sheet.id} />}
          <ToSignatories sheet={sheet} />
          <RelatedMatters matters={matters} />
          {sheet.mayProcess && sheet.kind !== null && sheet.kind !== "denunciation" && <RouteForm {...form} />}
          {sheet.mayProcess && sheet.kind !== null && sheet.kind !== "denunciation" && (
            <details className="fold" open={typed.intent === "classify"}>
              <summary>{m.matters_reclassify()}</summary>
              <ClassifyForm {...form} />
            </details>
          )}
          {sheet.mayTransfer && <TransferForm {...form} agencies={agencies} />}
          <TransferHistory transfers={sheet.transfers} />
          {sheet.mayProcess && <CorrectForm {...form} />}
        </div>
      </div>
    </div>
  );
}

/** The petition was handed to this agency and waits for its answer, or for its decision. */
function Moving({ sheet }: { sheet: PetitionSheet }) {
  const last = sheet.transfers.at(-1);
  if (sheet.state !== "handed-over" && sheet.state !== "referred") return null;
  return (
    <Callout kind="warn">
      <p>{sheet.state === "referred" ? m.transfers_deciding_here() : m.transfers_waiting_here()}</p>
      {last && (
        <p>
          <LinkButton kind="primary" to={`/office/transfers/${last.id}`}>
            {m.transfers_open()}
          </LinkButton>
        </p>
      )}
    </Callout>
  );
}

function PetitionText({ sheet }: { sheet: PetitionSheet }) {
  const parts = [
    [m.matters_content(), sheet.content],
    [m.matters_request(), sheet.request],
    [m.matters_contested(), sheet.contestedAct],
    [m.matters_respondent(), sheet.respondent],
    [m.matters_prior(), sheet.priorAuthority],
  ] as const;
  return (
    <>
      <KeyValues
        pairs={[
          [m.matters_received(), sayDate(sheet.receivedOn)],
          [m.matters_source(), sources[sheet.source]?.() ?? sheet.source],
          [m.matters_agency(), sheet.agencyName],
          [m.matters_people_count(), sayNumber(sheet.peopleCount)],
          ...(sheet.originCode ? [[m.matters_origin(), sheet.originCode] as const] : []),
        ]}
      />
      {parts.map(
        ([title, text]) =>
          text && (
            <section key={title}>
              <h2>{title}</h2>
              <p className="long">{text}</p>
            </section>
          ),
      )}
      {sheet.people.length > 0 && (
        <section>
          <h2>{m.matters_people()}</h2>
          <ul className="party-list">
            {sheet.people.map((each) => (
              <li key={each.personId}>
                <strong>{each.name}</strong> <span className="quiet">{sayRole(each.role)}</span>
                <br />
                {[each.address, each.idNumber, each.phone].filter(Boolean).join(" · ")}
              </li>
            ))}
          </ul>
        </section>
      )}
      <FileList files={sheet.files} />
    </>
  );
}
