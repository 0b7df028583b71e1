import { data, Form, Link, redirect, type ShouldRevalidateFunctionArgs, useFetcher } from "react-router";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog, LinkButton } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { DateInput } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { typedDate } from "../../ui/typed-date.ts";
import type { Route } from "./+types/act.ts";
import { ActFields, dayAsTyped } from "./act-fields.tsx";
import { answersOf, type Typed, typedFrom, typedOf } from "./act-form-data.ts";
import { errorOf, type Problem, problemsOf, shown, statusOf } from "./shown.ts";

/** A paper that is not numbered yet. */
const live: ReadonlySet<string> = new Set(["draft", "checked", "approved", "signed"]);

export async function loader({ params, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const sheet = await shown(app.matters.openMatterSheet(asker, { matterId: params.id }));
  const found = sheet.acts.find((each) => each.act.id === params.act);
  if (!found) throw new Response(null, { status: 404 });
  const { act, refusal } = found;
  const visible = await shown(app.matters.actFields(asker, { matterId: sheet.id, act: act.id, on: today }));
  const known = await shown(app.matters.knownAnswers(asker, { matterId: sheet.id, act: act.id }));
  const draft = sheet.papers.find((paper) => paper.forAct === act.id && live.has(paper.state));
  const last = sheet.timeline[0];
  return {
    id: sheet.id,
    code: sheet.code,
    seq: sheet.seq,
    state: sheet.state.name,
    last: last ? last.name : null,
    act,
    refusal,
    visible,
    known: typedFrom(known),
    draftWaits: draft !== undefined,
    officers: sheet.officers,
    drafts: act.documents.flatMap((key) => sheet.documents.find((each) => each.key === key)?.name ?? []),
    key: crypto.randomUUID(),
    today,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const form = await request.formData();
  const sheet = await shown(app.matters.openMatterSheet(asker, { matterId: params.id }));
  const act = sheet.acts.find((each) => each.act.id === params.act)?.act;
  if (!act) throw new Response(null, { status: 404 });
  const typed = typedOf(form, act.fields);
  const onTyped = formText(form, "on");
  const on = typedDate(onTyped);
  const values = answersOf(typed, act.fields);
  const command = { matterId: sheet.id, act: act.id, on: on ?? today, values };
  const fields = await orRefusal(app.matters.actFields(asker, command));
  const visible = "value" in fields ? fields.value : undefined;
  const again = (problems: readonly Problem[], status: number, conflict = false) =>
    data({ typed, onTyped, visible, problems, conflict }, { status });
  if (formText(form, "intent") === "fields") return again([], 200);
  if (!on) return again([{ field: "on", message: m.matters_bad_date() }], 422);
  // Answers to fields that the other answers hide are not part of the act.
  const shownIds = new Set(visible?.map((each) => each.id));
  const answered = Object.fromEntries(Object.entries(values).filter(([id]) => shownIds.has(id)));
  const seq = Number(formText(form, "seq"));
  const key = formText(form, "key");
  const answer = await orRefusal(app.matters.performAct(asker, { ...command, values: answered, key, seq }));
  if ("value" in answer) {
    const done = answer.value.waitsFor ? "drafted" : "done";
    return redirect(`/office/matters/${sheet.id}?${done}=${act.id}`, 303);
  }
  const { refusal } = answer;
  return again(problemsOf(refusal), statusOf(refusal), refusal.code === "conflict" && refusal.current !== undefined);
}

/**
 * A conflict shows what stands now, so the matter is read again; asking which fields to show is no reason to, since
 * that would hide a change made meanwhile.
 */
export function shouldRevalidate({ formData, actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  if (formData?.get("intent") === "fields") return false;
  return actionStatus === 409 || defaultShouldRevalidate;
}

export default function ActPage({ loaderData, actionData }: Route.ComponentProps) {
  const { act, code, id, refusal, drafts, today } = loaderData;
  const fetcher = useFetcher<typeof action>();
  const typed: Typed = actionData?.typed ?? loaderData.known;
  const problems = actionData?.problems ?? [];
  const visible = fetcher.data?.visible ?? actionData?.visible ?? loaderData.visible;
  const depends = act.fields.some((field) => field.shownWhen !== undefined || typeof field.required === "string");
  const doIt = act.bindingDocument ? m.matters_act_do_draft() : m.matters_act_do();
  const asks = act.leavesTheBuilding && !act.bindingDocument;
  return (
    <div className="act-page">
      <title>{`${say(act.name)} · ${code} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to={`/office/matters/${id}`}>{m.matters_matter({ code })}</Link>
      </p>
      <h1>{say(act.name)}</h1>
      <p className="quiet">{m.matters_act_basis({ article: act.article })}</p>
      {refusal && !actionData && (
        <Callout kind="warn" title={m.matters_act_not_now()}>
          <p>
            {say(refusal.message)} ({refusal.article})
          </p>
          <Instead id={id} acts={refusal.instead} />
        </Callout>
      )}
      {actionData?.conflict && <Conflict sheet={loaderData} />}
      <ErrorSummary problems={problems} />
      {loaderData.draftWaits && (
        <Callout kind="info">
          <p>{m.processing_draft_waits()}</p>
          <p>
            <LinkButton kind="primary" to={`/office/matters/${id}#papers`}>
              {m.processing_to_paper()}
            </LinkButton>
          </p>
        </Callout>
      )}
      {Object.keys(loaderData.known).length > 0 && <Callout kind="info">{m.processing_known()}</Callout>}
      {act.bindingDocument && !loaderData.draftWaits && <Callout kind="info">{m.matters_act_binding()}</Callout>}
      {!act.bindingDocument && drafts.length > 0 && (
        <Callout kind="info">{m.matters_act_drafts({ names: drafts.map(say).join("; ") })}</Callout>
      )}
      {asks && <Callout kind="outside-letter">{m.matters_act_outside()}</Callout>}
      <Form
        method="post"
        className="form"
        onChange={(event) => {
          if (!depends || !isChoice(event.target)) return;
          const answers = new FormData(event.currentTarget);
          answers.set("intent", "fields");
          fetcher.submit(answers, { method: "post" });
        }}
      >
        <input type="hidden" name="key" value={loaderData.key} />
        <input type="hidden" name="seq" value={loaderData.seq} />
        <DateInput
          name="on"
          label={m.matters_act_on()}
          defaultValue={actionData?.onTyped ?? dayAsTyped(today)}
          error={errorOf(problems, "on")}
          required
        />
        <ActFields
          fields={act.fields}
          visible={visible}
          typed={typed}
          problems={problems}
          officers={loaderData.officers}
        />
        {depends && (
          <noscript>
            <Button type="submit" name="intent" value="fields" formNoValidate>
              {m.matters_act_show()}
            </Button>
          </noscript>
        )}
        {asks ? (
          <ConfirmDialog label={doIt} question={m.matters_act_check_text({ name: say(act.name) })} danger>
            <Button kind="primary" type="submit">
              {m.ui_confirm()}
            </Button>
          </ConfirmDialog>
        ) : (
          <Button kind="primary" type="submit">
            {doIt}
          </Button>
        )}
      </Form>
    </div>
  );
}

/** More than these are folded away: a sentence with fifteen links is read by nobody. */
const fewActs = 4;

function Instead({
  id,
  acts,
}: {
  id: string;
  acts: readonly { readonly act: string; readonly name: Parameters<typeof say>[0] }[];
}) {
  if (acts.length === 0) return null;
  const links = acts.map((each, i) => (
    <span key={each.act}>
      {i > 0 && ", "}
      <Link to={`/office/matters/${id}/acts/${each.act}`}>{say(each.name)}</Link>
    </span>
  ));
  if (acts.length <= fewActs) {
    return (
      <p>
        {m.matters_acts_instead()} {links}
      </p>
    );
  }
  return (
    <details>
      <summary>{m.matters_acts_instead_many({ count: acts.length })}</summary>
      <p>{links}</p>
    </details>
  );
}

function Conflict({ sheet }: { sheet: Route.ComponentProps["loaderData"] }) {
  return (
    <Callout kind="warn" title={m.matters_conflict()}>
      <p>{m.matters_conflict_now({ state: say(sheet.state), last: sheet.last ? say(sheet.last) : "—" })}</p>
      <p>{m.matters_conflict_yours()}</p>
    </Callout>
  );
}

function isChoice(target: EventTarget): boolean {
  return (
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && (target.type === "radio" || target.type === "checkbox"))
  );
}
