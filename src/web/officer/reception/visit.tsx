import { useEffect } from "react";
import { data, Link, redirect } from "react-router";
import type { VisitSheet } from "../../../casework/reception/index.ts";
import { appContext, sessionContext } from "../../context.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";
import { Callout, Flash } from "../../ui/callout.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { KeyValues } from "../../ui/stepper.tsx";
import type { Route } from "./+types/visit.ts";
import { type Problem, problemsOf } from "./problems.ts";
import { clearSecrets, readSecrets, type Secret } from "./secrets-cookie.ts";
import { forgetDraft } from "./use-draft.ts";
import { ClassifyForm } from "./visit-classify.tsx";
import { CorrectForm, correctionOf, entryName } from "./visit-correct.tsx";
import { kindsOf, type Values, valuesOf } from "./visit-form.ts";
import { isRefusing, RefuseForm, refusingActs } from "./visit-refuse.tsx";
import { copyTypeName, identityText, identityTitle, idKindName, kindName, kindsName } from "./words.ts";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { visitId } = params;
  const { reception, identity } = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const answer = await orRefusal(reception.visit(asker, { visitId }));
  if ("refusal" in answer) throw new Response(null, { status: 404 });
  const { agencyId, mayClassify } = answer.value;
  const held = mayClassify ? await orRefusal(identity.custodianCount(asker, { agencyId })) : undefined;
  const query = new URL(request.url).searchParams;
  const secrets = readSecrets(request, visitId);
  const shown = {
    sheet: answer.value,
    custodians: held && "value" in held ? held.value : 0,
    secrets,
    saved: query.has("saved"),
    classified: query.has("classified"),
    corrected: query.has("corrected"),
    key: crypto.randomUUID(),
  };
  // Shown once: the next look at this page has them no more.
  return secrets.length > 0 ? data(shown, { headers: { "Set-Cookie": clearSecrets } }) : data(shown);
}

interface Again {
  readonly about: "classify" | "correct" | "refuse";
  readonly problems: readonly Problem[];
  readonly typed: Values;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { visitId } = params;
  const { reception, matters } = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const again = (about: Again["about"], problems: readonly Problem[]) =>
    data<Again>({ about, problems, typed: valuesOf(form) }, { status: 422 });
  const back = (done: string) => redirect(`/office/reception/visits/${visitId}?${done}`, 303);
  if (formText(form, "intent") === "correct") {
    const corrected = await orRefusal(reception.correctVisit(asker, correctionOf(form, visitId)));
    if ("value" in corrected) return back("corrected");
    return again(
      "correct",
      problemsOf(corrected.refusal).map(({ field, message }) => ({
        field: field === "reason" ? field : "value",
        message,
      })),
    );
  }
  if (formText(form, "intent") === "refuse") {
    const [way, petitionId] = [formText(form, "way"), formText(form, "petitionId")];
    if (!isRefusing(way)) throw new Response(null, { status: 400 });
    const opened = await orRefusal(
      matters.openMatter(asker, { key: formText(form, "key"), petitionId, procedure: "reception" }),
    );
    if ("refusal" in opened) return again("refuse", problemsOf(opened.refusal));
    return redirect(`/office/matters/${opened.value.matterId}/acts/${refusingActs[way]}`, 303);
  }
  const kinds = kindsOf(valuesOf(form));
  if (kinds.length === 0) return again("classify", [{ field: "kinds", message: m.reception_sheet_classify_missing() }]);
  const answer = await orRefusal(
    reception.classifyVisit(asker, { key: formText(form, "key"), visitId, kinds: [...kinds] }),
  );
  return "value" in answer ? back("classified") : again("classify", problemsOf(answer.refusal));
}

export default function Visit({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, custodians, secrets, saved, classified, corrected, key } = loaderData;
  const again: Again | undefined = actionData;
  const problemsOn = (about: Again["about"]) => (again?.about === about ? again.problems : []);
  useEffect(() => {
    if (!saved) return;
    forgetDraft();
    document.getElementById("next-visitor")?.focus();
  }, [saved]);
  const number = { no: sheet.registerNo, year: sheet.registerYear };
  return (
    <article className="visit">
      <title>{`${m.reception_visit_title(number)} · ${m.ui_product()}`}</title>
      {saved && <Flash>{m.reception_saved_title(number)}</Flash>}
      {classified && <Flash>{m.reception_sheet_done_classified()}</Flash>}
      {corrected && <Flash>{m.reception_sheet_done_corrected()}</Flash>}
      <header className="page-head">
        <h1>{m.reception_visit_title(number)}</h1>
        <div className="actions">
          <LinkButton to="/office/reception" id="next-visitor" kind={saved ? "primary" : "secondary"}>
            {m.reception_next_visitor()}
          </LinkButton>
          <LinkButton to="/office/register">{m.reception_to_register()}</LinkButton>
        </div>
      </header>
      <ErrorSummary problems={again?.problems ?? []} />
      {saved && <Secrets secrets={secrets} petitions={sheet.petitions.length} />}
      <Petitions sheet={sheet} secrets={secrets} saved={saved} />
      {sheet.mayClassify && (
        <ClassifyForm
          visitKey={key}
          chosen={again ? kindsOf(again.typed) : []}
          problems={problemsOn("classify")}
          custodians={custodians}
        />
      )}
      {sheet.identitySealedFor !== null && (
        <Callout kind="info" title={identityTitle(sheet.identitySealedFor)}>
          <p>{identityText(sheet.identitySealedFor)}</p>
        </Callout>
      )}
      <Sheet sheet={sheet} />
      <RefuseForm sheet={sheet} formKey={key} problems={problemsOn("refuse")} />
      {sheet.corrections.length > 0 && <Corrections sheet={sheet} />}
      {sheet.mayCorrect && (
        <CorrectForm
          key={sheet.corrections.length}
          sheet={sheet}
          visitKey={key}
          problems={problemsOn("correct")}
          typed={again?.typed ?? {}}
        />
      )}
    </article>
  );
}

function Secrets({ secrets, petitions }: { secrets: readonly Secret[]; petitions: number }) {
  if (petitions === 0) return null;
  if (secrets.length === 0) {
    return (
      <Callout kind="info">
        <p>{m.reception_secret_none()}</p>
      </Callout>
    );
  }
  return (
    <Callout kind="outside-letter" title={m.reception_secret_title()}>
      <p>{m.reception_secret_text()}</p>
      <dl className="secrets">
        {secrets.map(({ code, secret }) => (
          <div key={code}>
            <dt>{code}</dt>
            <dd>{secret}</dd>
          </div>
        ))}
      </dl>
    </Callout>
  );
}

/** Codes with their receipts; a receipt is posted for, so that the secret on it stands in no address. */
function Petitions({ sheet, secrets, saved }: { sheet: VisitSheet; secrets: readonly Secret[]; saved: boolean }) {
  return (
    <section>
      <h2>{m.reception_sheet_petitions()}</h2>
      {sheet.petitions.length === 0 && <p className="hint">{m.reception_sheet_petitions_none()}</p>}
      <ul className="petitions">
        {sheet.petitions.map(({ id, code, kind }) => (
          <li key={id}>
            <Link to={`/office/petitions/${id}`}>{code}</Link>
            <span>{kind ? kindName(kind) : <Badge tone="amber">{kindsName([])}</Badge>}</span>
            <form
              method="post"
              action={`/office/reception/visits/${sheet.id}/receipt`}
              target="_blank"
              className="actions"
              rel="noopener"
            >
              <input type="hidden" name="petitionId" value={id} />
              <input type="hidden" name="secret" value={secrets.find((each) => each.code === code)?.secret ?? ""} />
              <button type="submit" name="format" value="pdf" className="button secondary">
                {saved ? m.reception_print_pdf() : m.reception_reprint_pdf()}
              </button>
              <button type="submit" name="format" value="docx" className="button quiet">
                {m.reception_print_docx()}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sheet({ sheet }: { sheet: VisitSheet }) {
  const text = (name: string, value: string | null) => (value ? [[name, value] as const] : []);
  const papers = [
    ...(sheet.hasPetitionPaper ? [m.reception_has_paper()] : []),
    ...sheet.items.map(({ title, pages, copyType }) =>
      [title, pages === null ? "" : m.reception_pages_n({ n: pages }), copyType ? copyTypeName(copyType) : ""]
        .filter(Boolean)
        .join(" · "),
    ),
  ];
  return (
    <KeyValues
      pairs={[
        [m.reception_received_on(), sayDate(sheet.receivedOn)],
        [m.reception_part_kind(), kindsName(sheet.kinds)],
        [m.reception_sheet_people(), <People key="people" sheet={sheet} />],
        ...(sheet.peopleCount > 1 ? [[m.reception_people_count(), String(sheet.peopleCount)] as const] : []),
        [
          m.reception_content(),
          <span key="content" className="story">
            {sheet.content}
          </span>,
        ],
        ...text(m.reception_request(), sheet.request),
        ...text(m.reception_prior(), sheet.priorAuthority),
        ...(sheet.withinCompetence === null
          ? []
          : [[m.reception_competence(), sheet.withinCompetence ? m.reception_yes() : m.reception_no()] as const]),
        ...text(m.reception_guided(), [sheet.guidedTo, sheet.guidanceNumber].filter(Boolean).join(", ")),
        ...text(m.reception_transferred(), [sheet.transferredTo, sheet.transferNumber].filter(Boolean).join(", ")),
        ...text(m.register_c_follow(), sheet.followUp),
        ...text(m.reception_note(), sheet.note),
        ...(papers.length > 0
          ? [
              [
                m.reception_sheet_papers(),
                <ul key="papers" className="plain">
                  {papers.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>,
              ] as const,
            ]
          : []),
        ...text(m.reception_sheet_officer(), [sheet.officerName, sheet.officerTitle].filter(Boolean).join(", ")),
      ]}
    />
  );
}

function People({ sheet }: { sheet: VisitSheet }) {
  if (sheet.pseudonym) return <em>{m.reception_sheet_hidden({ pseudonym: sheet.pseudonym })}</em>;
  return (
    <ul className="plain">
      {sheet.people.map((person) => (
        <li key={person.personId}>
          <strong>{person.name}</strong>
          <br />
          <span className="soft">
            {[
              person.address,
              person.idNumber && `${person.idKind ? idKindName(person.idKind) : ""} ${person.idNumber}`,
              person.phone,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Corrections({ sheet }: { sheet: VisitSheet }) {
  return (
    <section>
      <h2>{m.reception_sheet_corrections()}</h2>
      <ul>
        {sheet.corrections.map(({ seq, field, oldValue, newValue, reason }) => (
          <li key={`${seq}${field}`}>
            {m.reception_sheet_correction({
              field: entryName(field),
              old: oldValue ?? "–",
              new: newValue ?? "–",
              reason,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
