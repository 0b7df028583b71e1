import { data, Form, Link, redirect } from "react-router";
import type { AddedSignatories, SignatoryPage } from "../../../casework/signatories/index.ts";
import { appContext, sessionContext } from "../../context.ts";
import { say, sayDate, sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Callout, EmptyState, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { orRefusal } from "../../ui/refusal.ts";
import { Pager, Table } from "../../ui/table.tsx";
import { type Problem, problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/signatories.ts";
import { Hidden } from "./petition-forms.tsx";
import { doSignatories, type TypedPerson, typedPerson } from "./signatory-actions.ts";
import { AddForms, ChangeForm, Rejected } from "./signatory-forms.tsx";
import { NewSlip, SlipsPanel } from "./slip-forms.tsx";

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const after = query.get("after");
  const { asker } = context.get(sessionContext);
  const { signatories } = context.get(appContext);
  const page = await shown(signatories.listSignatories(asker, { petitionId: params.id, ...(after ? { after } : {}) }));
  return {
    page,
    paged: after !== null,
    saved: query.has("saved"),
    key: crypto.randomUUID(),
    slipKeys: [page, ...page.lines].map(() => crypto.randomUUID()),
  };
}

interface Shown {
  readonly typed: TypedPerson;
  readonly problems: readonly Problem[];
  /** What became of a list that was entered. */
  readonly added?: AddedSignatories;
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { asker } = context.get(sessionContext);
  const typed = typedPerson(form);
  const answer = await orRefusal(doSignatories(context.get(appContext), asker, params.id, form));
  if ("refusal" in answer)
    return data<Shown>({ typed, problems: problemsOf(answer.refusal) }, { status: statusOf(answer.refusal) });
  const done = answer.value;
  if ("added" in done) return data<Shown>({ typed: typedPerson(new FormData()), problems: [], added: done });
  const to = "paperId" in done ? `replies/${done.paperId}` : "signatories";
  return redirect(`/office/petitions/${params.id}/${to}?saved=1`, 303);
}

/** The list of who signed a petition: entering it, who represents the others, and the papers sent to each. */
export default function Signatories({ loaderData, actionData }: Route.ComponentProps) {
  const { page, paged, saved, key, slipKeys } = loaderData;
  const { petition, lines, next } = page;
  const { problems, typed, added }: Shown = actionData ?? { problems: [], typed: typedPerson(new FormData()) };
  const path = `/office/petitions/${petition.id}/signatories`;
  return (
    <div className="petition">
      <title>{`${m.signatories_of({ code: petition.code })} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to={`/office/petitions/${petition.id}`}>{m.matters_petition({ code: petition.code })}</Link>
      </p>
      <h1>{m.signatories_title()}</h1>
      {saved && <Flash>{m.signatories_done()}</Flash>}
      {added && (
        <Flash>
          {m.signatories_added({
            added: sayNumber(added.added),
            there: sayNumber(added.alreadyThere),
            rejected: sayNumber(added.rejected.length),
          })}
        </Flash>
      )}
      <ErrorSummary problems={problems} />
      {petition.kind === "denunciation" && <Callout kind="warn">{m.signatories_denounced()}</Callout>}
      {added && added.rejected.length > 0 && <Rejected rejected={added.rejected.slice(0, 200)} />}
      <div className="two">
        <div>
          {lines.length === 0 ? (
            <EmptyState title={m.signatories_none()}>
              <p>{m.signatories_none_text()}</p>
            </EmptyState>
          ) : (
            <>
              <p>
                {m.signatories_count({
                  people: sayNumber(page.people),
                  declared: sayNumber(petition.peopleCount),
                  representatives: sayNumber(page.representatives),
                  max: sayNumber(page.representativesMax),
                })}
              </p>
              <Lines page={page} formKey={key} slipKeys={slipKeys.slice(1)} typed={typed} />
            </>
          )}
          <Pager previous={paged ? path : undefined} next={next ? `${path}?after=${next}` : undefined} />
        </div>
        <div className="work">
          {page.mayRecord && <AddForms formKey={key} typed={typed} problems={problems} />}
          {page.mayRecord && <SlipsPanel page={page} formKey={slipKeys[0] ?? ""} />}
          <Papers page={page} formKey={key} />
        </div>
      </div>
    </div>
  );
}

interface LinesProps {
  readonly page: SignatoryPage;
  readonly formKey: string;
  /** One a line, so that each slip is a command of its own. */
  readonly slipKeys: readonly string[];
  readonly typed: TypedPerson;
}

function Lines({ page, formKey, slipKeys, typed }: LinesProps) {
  return (
    <Table
      caption={m.signatories_title()}
      rows={page.lines}
      keyOf={({ id }) => id}
      columns={[
        { key: "no", name: m.signatories_no(), cell: ({ ordinal }) => ordinal, number: true },
        {
          key: "name",
          name: m.signatories_name(),
          cell: ({ name, representative }) => (
            <>
              <strong>{name}</strong>
              {representative && (
                <>
                  <br />
                  <span className="quiet">{m.signatories_represents()}</span>
                </>
              )}
            </>
          ),
        },
        {
          key: "address",
          name: m.signatories_address(),
          cell: ({ address, idNumber, phone }) => [address, idNumber, phone].filter(Boolean).join(" · "),
        },
        ...(page.mayRecord
          ? [
              {
                key: "change",
                name: m.signatories_change(),
                cell: (line: SignatoryPage["lines"][number]) => (
                  <ChangeForm line={line} formKey={formKey} typed={typed}>
                    <NewSlip
                      line={line}
                      petitionId={page.petition.id}
                      formKey={slipKeys[page.lines.indexOf(line)] ?? ""}
                    />
                  </ChangeForm>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Papers({ page, formKey }: { page: SignatoryPage; formKey: string }) {
  return (
    <section className="panel">
      <h2>{m.signatories_papers()}</h2>
      <p className="quiet">{m.signatories_papers_note()}</p>
      {page.papers.length === 0 && <p>{m.signatories_papers_none()}</p>}
      {page.papers.map((paper) => (
        <div key={paper.id} className="paper-of-many">
          <p>
            <strong>{say(paper.name)}</strong>
            <br />
            {paper.number} · {sayDate(paper.issuedOn)}
          </p>
          {paper.batch !== null && (
            <p>
              <LinkButton to={`/office/petitions/${page.petition.id}/replies/${paper.id}`}>
                {m.signatories_open()}
              </LinkButton>
            </p>
          )}
          {paper.batch === null && page.maySend && page.people > 0 && (
            <Form method="post">
              <Hidden intent="start" formKey={formKey} />
              <input type="hidden" name="paperId" value={paper.id} />
              <Button type="submit">{m.signatories_start()}</Button>
            </Form>
          )}
        </div>
      ))}
    </section>
  );
}
