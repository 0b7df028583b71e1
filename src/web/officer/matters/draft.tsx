import { data, Form, Link, redirect } from "react-router";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/draft.ts";
import { ActFields } from "./act-fields.tsx";
import { answersOf, typedFrom, typedOf } from "./act-form-data.ts";
import { PaperPreview } from "./paper-preview.tsx";
import { problemsOf, shown, statusOf } from "./shown.ts";

async function opened({ params, context }: Pick<Route.LoaderArgs, "params" | "context">) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const draft = await shown(app.papers.openDraft(asker, { paperId: params.paper }));
  const sheet = await shown(app.matters.openMatterSheet(asker, { matterId: draft.matterId }));
  const act = sheet.acts.find(({ act }) =>
    draft.forAct ? act.id === draft.forAct : act.documents.includes(draft.template),
  )?.act;
  if (!act) throw new Response(null, { status: 404 });
  return { app, asker, draft, sheet, act };
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { app, asker, draft, sheet, act } = await opened({ params, context });
  const on = context.get(requestContext).today;
  const visible = await shown(
    app.matters.actFields(asker, {
      matterId: sheet.id,
      act: act.id,
      on,
      values: answersOf(typedFrom(draft.values), act.fields),
    }),
  );
  const document = sheet.documents.find((each) => each.key === draft.template);
  return {
    matterId: sheet.id,
    code: sheet.code,
    draft,
    name: document?.name ?? act.name,
    fields: act.fields,
    visible,
    officers: sheet.officers,
    key: crypto.randomUUID(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { app, asker, draft, act } = await opened({ params, context });
  const form = await request.formData();
  const typed = typedOf(form, act.fields);
  const values = answersOf(typed, act.fields);
  const key = formText(form, "key");
  const answer = await orRefusal(app.matters.rewritePaper(asker, { key, paperId: draft.id, values }));
  if ("value" in answer) return redirect(`/office/matters/${draft.matterId}?saved=1#papers`, 303);
  return data({ typed, problems: problemsOf(answer.refusal) }, { status: statusOf(answer.refusal) });
}

export default function Draft({ loaderData, actionData }: Route.ComponentProps) {
  const { matterId, code, draft, name } = loaderData;
  return (
    <div className="beside">
      <div>
        <title>{`${say(name)} · ${code} · ${m.ui_product()}`}</title>
        <p className="eyebrow">
          <Link to={`/office/matters/${matterId}`}>{m.matters_matter({ code })}</Link>
        </p>
        <h1>{say(name)}</h1>
        <ErrorSummary problems={actionData?.problems ?? []} />
        <Callout kind="info">{m.matters_paper_edit_note()}</Callout>
        <Form method="post" className="form">
          <input type="hidden" name="key" value={loaderData.key} />
          <ActFields
            fields={loaderData.fields}
            visible={loaderData.visible}
            typed={actionData?.typed ?? typedFrom(draft.values)}
            problems={actionData?.problems ?? []}
            officers={loaderData.officers}
          />
          <Button kind="primary" type="submit">
            {m.matters_paper_save()}
          </Button>
        </Form>
      </div>
      <PaperPreview paperId={draft.id} version={draft.version} name={say(name)} />
    </div>
  );
}
